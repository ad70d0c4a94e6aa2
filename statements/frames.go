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
func (t *Attributor) Frames(a *onrecord.Analysis) []Frame { return t.FramesOf(a, Parts{}) }

// Parts tells which parts to leave out, to measure what they add.
type Parts struct {
	NoModels bool // cues by the list of words, their frames by the tree alone
	NoRules  bool // what the models find stays as it is
}

// FramesOf finds frames as [Attributor.Frames] does, with some parts left out.
func (t *Attributor) FramesOf(a *onrecord.Analysis, p Parts) []Frame {
	s := setScene(a, t.classes)
	return finishFrames(s, t.draftFrames(s, p))
}

func (t *Attributor) draftFrames(s *scene, p Parts) []draft {
	drafts := t.firstDrafts(s, p)
	if !p.NoRules {
		drafts = s.mendTags(drafts)
	}
	drafts = dropRivals(drafts)
	t.joinQuotations(s, drafts, p)
	drafts = slices.DeleteFunc(drafts, func(d draft) bool { return len(d.content) == 0 })
	if !p.NoModels {
		t.judge(s, drafts)
	}
	nest(drafts)
	return drafts
}

// firstDrafts finds cues with their sources and contents, by the models or by the tree.
func (t *Attributor) firstDrafts(s *scene, p Parts) []draft {
	if !p.NoModels {
		drafts := t.findCues(s)
		for i := range drafts {
			t.fillRoles(s, &drafts[i])
		}
		return drafts
	}
	var drafts []draft
	for i := range s.a.Tokens {
		if d, ok := s.frameByTree(i); ok {
			drafts, s.odds[i] = append(drafts, d), d.cueOdds
		}
	}
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
