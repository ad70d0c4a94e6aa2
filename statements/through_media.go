package statements

import (
	"slices"

	"onrecord"
)

// rewriteCiting reads "the agency reported, citing three officials, that ...": the
// officials speak and the agency passes it on.
func (w *writing) rewriteCiting(drafts []draft) {
	for i := range drafts {
		c := &drafts[i]
		if w.low[c.head] != "citing" && w.low[c.head] != "quoting" {
			continue
		}
		from := c.cue[len(c.cue)-1] + 1
		end := from
		for end < len(w.low) && w.sentence[end] == w.sentence[c.head] && w.low[end] != "," && w.low[end] != "." && w.low[end] != "that" {
			end++
		}
		if end == from || w.hasVerb(from, end) {
			continue
		}
		if w.citeWithoutHost(c, from, end) {
			continue
		}
		for j := range drafts {
			host := &drafts[j]
			if j == i || w.sentence[host.head] != w.sentence[c.head] || len(host.source) == 0 || !w.isMedium(host.source) {
				continue
			}
			host.source, host.hop = numbers(from, end), host.source
			host.content = slices.DeleteFunc(slices.Clone(host.content), func(k int) bool { return k >= c.cue[0] && k < end })
			c.sure = 0
			break
		}
	}
}

// citeWithoutHost mends the frame of "citing" itself, where it holds all that is
// reported: "The radio reported, citing officials, that ...".
func (w *writing) citeWithoutHost(c *draft, from, end int) bool {
	if end+1 >= len(w.low) || w.low[end] != "," || w.low[end+1] != "that" || !holds(c.content, end+1) || len(c.source) == 0 {
		return false
	}
	c.hop, c.source = c.source, numbers(from, end)
	c.content = slices.DeleteFunc(slices.Clone(c.content), func(i int) bool { return i <= end+1 })
	return true
}

func (w *writing) isMedium(source []int) bool {
	_, ok := w.mediumHop(source, false)
	return ok
}

// foldMedia makes "Doe said that ..., according to the agency" one statement: Doe's,
// through the agency.
func (w *writing) foldMedia() {
	folded := map[*statement]bool{}
	for _, s := range w.said {
		p := s.parent
		if p == nil || p.Speaker.Kind != onrecord.MediaSpeaks || p.Speaker.Mention == nil || 5*(len(s.content)+len(s.source)+len(s.cue)) < 3*len(p.content) {
			continue
		}
		s.parent = p.parent
		folded[p] = true
		if hop, ok := w.mediumHop(p.source, true); ok && !w.isOutlet(hop.Name) && len(s.Via) == 0 {
			s.Via, s.ownVia, s.hearsay = append(s.Via, hop), true, true
		}
		if s.SaidOn == nil {
			s.SaidOn = p.SaidOn
		}
	}
	w.said = slices.DeleteFunc(w.said, func(s *statement) bool { return folded[s] })
	for _, s := range w.said {
		if folded[s.parent] {
			s.parent = nil
		}
	}
}
