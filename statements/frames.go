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

// firmOdds is the least certainty of a frame that its place in the sentence tells.
const firmOdds = 0.7

// judge weighs each whole frame: it replaces the odds of the cue alone.
func (t *Attributor) judge(s *scene, drafts []draft) {
	if t.verdicts == nil {
		return
	}
	for i := range drafts {
		drafts[i].sure = t.verdicts.Probability(s.verdictFeatures(&drafts[i], drafts))
		if drafts[i].firm {
			drafts[i].sure = max(drafts[i].sure, firmOdds)
		}
	}
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

// fillRoles labels the words of the cue's sentence.
func (t *Attributor) fillRoles(s *scene, d *draft) {
	v := s.viewRoles(d.head)
	rows, contexts := v.rows()
	labels := t.roles.Decode(rows, contexts)
	d.take(v, labels)
	d.weigh(t.roles.Marginals(rows, contexts), labels)
	d.sure = d.cueOdds
}

// weigh notes how sure the labels of the source and of the content are.
func (d *draft) weigh(marginals []float64, labels []int) {
	var sum, n [roleLabels]float64
	for k, l := range labels {
		sum[l] += marginals[k*roleLabels+l]
		n[l]++
	}
	for l := range sum {
		d.labelOdds[l] = 1
		if n[l] > 0 {
			d.labelOdds[l] = sum[l] / n[l]
		}
	}
}

// rows gives the features and contexts of every word in the view.
func (v *roleView) rows() (rows [][]uint32, contexts []int) {
	for i := v.first; i < v.end; i++ {
		rows = append(rows, v.features(i, nil))
		contexts = append(contexts, v.context(i))
	}
	return rows, contexts
}

// take sorts the labelled words into the frame's parts.
func (d *draft) take(v *roleView, labels []int) {
	d.cue, d.source, d.content = nil, nil, nil
	for k, l := range labels {
		i := v.first + k
		switch {
		case i == d.head:
			d.cue = append(d.cue, i)
		case l == inCue:
			d.cue = append(d.cue, i)
		case l == inSource:
			d.source = append(d.source, i)
		case l == inContent:
			d.content = append(d.content, i)
		}
	}
	d.cue = runAround(d.cue, d.head)
	d.content = v.evenQuotes(d.content)
}

// runAround keeps the run of neighbouring tokens that holds the given one.
func runAround(sorted []int, keep int) []int {
	at := slices.Index(sorted, keep)
	first, end := at, at+1
	for first > 0 && sorted[first-1] == sorted[first]-1 {
		first--
	}
	for end < len(sorted) && sorted[end] == sorted[end-1]+1 {
		end++
	}
	return sorted[first:end]
}

// evenQuotes takes a quotation whole or not at all: whole if most of its words
// in the view are content.
func (v *roleView) evenQuotes(content []int) []int {
	all, in := map[int]int{}, map[int]int{}
	for i := v.first; i < v.end; i++ {
		all[v.quoteOf[i]]++
	}
	for _, i := range content {
		in[v.quoteOf[i]]++
	}
	own := v.quoteOf[v.cue]
	var out []int
	for i := v.first; i < v.end; i++ {
		q := v.quoteOf[i]
		if q < 0 || q == own {
			if _, ok := slices.BinarySearch(content, i); ok {
				out = append(out, i)
			}
			continue
		}
		if 2*in[q] > all[q] {
			out = append(out, i)
		}
	}
	return out
}

// dropRivals keeps the surest of the frames whose cues overlap.
func dropRivals(drafts []draft) []draft {
	var kept []draft
	for _, d := range drafts {
		if n := len(kept); n > 0 {
			last := &kept[n-1]
			if last.cue[len(last.cue)-1] >= d.cue[0] {
				if d.sure > last.sure {
					*last = d
				}
				continue
			}
		}
		kept = append(kept, d)
	}
	return kept
}

// nest notes which frame's content holds each cue.
func nest(drafts []draft) {
	for i := range drafts {
		best := -1
		for j := range drafts {
			if i == j || !holds(drafts[j].content, drafts[i].head) {
				continue
			}
			if holds(drafts[i].content, drafts[j].head) && drafts[i].sure > drafts[j].sure {
				continue
			}
			if best < 0 || len(drafts[j].content) < len(drafts[best].content) {
				best = j
			}
		}
		drafts[i].within = best
	}
}

func holds(sorted []int, i int) bool {
	_, ok := slices.BinarySearch(sorted, i)
	return ok
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
