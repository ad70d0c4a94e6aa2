package statements

import (
	"slices"

	"onrecord"
	"onrecord/model"
)

// Frame is one cue with what the text attributes by it.
type Frame struct {
	Head      int           // token that heads the cue
	Cue       onrecord.Span // whole reporting words
	Source    onrecord.Span // words that name who is reported; empty if there are none
	Content   []onrecord.Span
	Within    int     // index of the frame whose content holds this cue; -1 if none does
	Certainty float64 // that this is an attribution
}

// draft is a frame while it is made: its parts as token indexes.
type draft struct {
	head        int
	cue, source []int
	content     []int
	cueOdds     float64
	sure        float64
	labelOdds   [roleLabels]float64 // mean certainty of the words of each label
	firm        bool                // its place in the sentence alone tells it
	within      int
	to          []int // whom it was said to, if that was read with the content
	hop         []int // the medium that quotes the speaker
}

// floorOdds is the chance of being a cue below which a word is not looked at.
const floorOdds = 0.08

// Frames finds every cue of an analysis with its source and content, by place.
func (t *Attributor) Frames(a *onrecord.Analysis) []Frame {
	s := setScene(a, t.classes)
	drafts := t.draftFrames(s)
	return finishFrames(s, drafts)
}

func (t *Attributor) draftFrames(s *scene) []draft {
	drafts := t.findCues(s)
	for i := range drafts {
		t.fillRoles(s, &drafts[i])
	}
	drafts = dropRivals(s.mendTags(drafts))
	t.joinQuotations(s, drafts)
	drafts = slices.DeleteFunc(drafts, func(d draft) bool { return len(d.content) == 0 })
	t.judge(s, drafts)
	nest(drafts)
	return drafts
}

// findCues gives the words that may head a cue.
func (t *Attributor) findCues(s *scene) []draft {
	s.weighCues(t.cues)
	var drafts []draft
	for i, p := range s.odds {
		if p >= floorOdds {
			drafts = append(drafts, draft{head: i, cueOdds: p, within: -1})
		}
	}
	return drafts
}

// weighCues notes every word's odds of heading a cue.
func (s *scene) weighCues(cues *model.Logistic) {
	var buffer []uint32
	for i := range s.a.Tokens {
		s.odds[i] = 0
		if s.mayBeCue(i) {
			buffer = s.cueFeatures(i, buffer[:0])
			s.odds[i] = cues.Probability(buffer)
		}
	}
}

func finishFrames(s *scene, drafts []draft) []Frame {
	frames := make([]Frame, 0, len(drafts))
	for _, d := range drafts {
		f := Frame{Head: d.head, Within: d.within, Certainty: d.sure, Content: s.spans(d.content)}
		f.Cue = s.cover(d.cue)
		f.Source = s.cover(d.source)
		frames = append(frames, f)
	}
	return frames
}

// cover is the span from the first to the last token.
func (s *scene) cover(sorted []int) onrecord.Span {
	if len(sorted) == 0 {
		return onrecord.Span{}
	}
	return onrecord.Span{Start: s.a.Tokens[sorted[0]].Start, End: s.a.Tokens[sorted[len(sorted)-1]].End}
}

// spans joins neighbouring tokens of a paragraph.
func (s *scene) spans(sorted []int) []onrecord.Span {
	var out []onrecord.Span
	for n, i := range sorted {
		t := s.a.Tokens[i].Span
		if n > 0 && sorted[n-1] == i-1 && s.paragraph(i) == s.paragraph(i-1) {
			out[len(out)-1].End = t.End
			continue
		}
		out = append(out, t)
	}
	return out
}

func (s *scene) paragraph(i int) int { return s.a.Sentences[s.sentence[i]].Paragraph }
