package statements

import (
	"slices"

	"onrecord"
)

// trueDrafts lays true frames over the tokens; those without a token head are
// left out.
func (s *scene) trueDrafts(frames []Frame) []draft {
	var drafts []draft
	for _, f := range frames {
		d := draft{cue: s.touched(f.Cue), source: s.touched(f.Source), within: -1, cueOdds: 0.9}
		for _, c := range f.Content {
			d.content = append(d.content, s.touched(c)...)
		}
		slices.Sort(d.content)
		d.content = slices.Compact(d.content)
		if len(d.cue) > 0 && len(d.content) > 0 {
			d.head = s.headOf(d.cue)
			drafts = append(drafts, d)
		}
	}
	slices.SortStableFunc(drafts, func(a, b draft) int { return a.head - b.head })
	return drafts
}

// touched gives the tokens that share a byte with a span.
func (s *scene) touched(span onrecord.Span) []int {
	if span.IsEmpty() {
		return nil
	}
	i, _ := slices.BinarySearchFunc(s.a.Tokens, span.Start, func(t onrecord.Token, at int) int {
		if t.End <= at {
			return -1
		}
		return 1
	})
	var out []int
	for ; i < len(s.a.Tokens) && s.a.Tokens[i].Start < span.End; i++ {
		out = append(out, i)
	}
	return out
}

// headOf gives the token of a cue that the others hang on.
func (s *scene) headOf(cue []int) int {
	best := -1
	for _, i := range cue {
		if !s.mayBeCue(i) {
			continue
		}
		if h := s.head(i); h >= cue[0] && h <= cue[len(cue)-1] {
			continue
		}
		if best < 0 || s.last[i]-s.first[i] > s.last[best]-s.first[best] {
			best = i
		}
	}
	if best < 0 {
		best = cue[0]
	}
	return best
}
