package statements

import (
	"slices"
)

// mendClauses cuts off the content what another clause of the sentence says.
func (s *scene) mendClauses(drafts []draft) {
	for i := range drafts {
		s.cutJoinedCue(&drafts[i], drafts)
		s.dropClauseBefore(&drafts[i])
		s.mendUnderTag(&drafts[i])
		s.dropTrailing(&drafts[i])
	}
}

// cutJoinedCue ends what was rejected before what was said: "rejected the offer and
// said that the fence would stay" are two statements of one speaker.
func (s *scene) cutJoinedCue(d *draft, drafts []draft) {
	for j := range drafts {
		o := &drafts[j]
		if o.cueOdds < 0.5 || o.head <= d.head || s.quoteOf[o.head] >= 0 || !holds(d.content, o.head) || s.sentence[o.head] != s.sentence[d.head] {
			continue
		}
		and := o.cue[0] - 1
		if n := len(o.source); n > 0 && o.source[n-1] == o.cue[0]-1 && o.source[0] > d.head && isPronoun(s.low[o.source[0]]) && n == 1 {
			and = o.source[0] - 1
		}
		if and <= d.head || (s.low[and] != "and" && s.low[and] != "but") || s.a.Tokens[o.head].XPOS != s.a.Tokens[d.head].XPOS || s.hasSubjectVerb(d, and) {
			continue
		}
		if !s.isJoined(o.head, d.head) && len(o.source) > 0 && !slices.Equal(o.source, d.source) {
			continue
		}
		d.content = slices.DeleteFunc(slices.Clone(d.content), func(i int) bool {
			return i >= and && s.sentence[i] == s.sentence[d.head] && s.quoteOf[i] < 0 || i >= and && holds(o.content, i)
		})
		return
	}
}

// hasSubjectVerb reports whether the content before a place holds a clause, which
// the verb behind "and" may go on.
func (s *scene) hasSubjectVerb(d *draft, end int) bool {
	for _, i := range d.content {
		if i > d.head && i < end && s.hasVerb(i, i+1) {
			return !s.isJoined(end+1, d.head)
		}
	}
	return false
}

func (s *scene) isJoined(at, verb int) bool {
	return at < len(s.low) && s.a.Tokens[at].Deprel == "conj" && s.head(at) == verb
}

func isPronoun(word string) bool {
	switch word {
	case "it", "he", "she", "they":
		return true
	}
	return false
}

// dropClauseBefore leaves out the clause before "and the minister said that ...":
// it is the report's own or another's.
func (s *scene) dropClauseBefore(d *draft) {
	if len(d.source) == 0 || d.source[0] == 0 || d.source[0] > d.head || s.sentence[d.source[0]-1] != s.sentence[d.head] {
		return
	}
	before := d.source[0] - 1
	if s.low[before] != "and" && s.low[before] != "but" {
		return
	}
	after := slices.DeleteFunc(slices.Clone(d.content), func(i int) bool { return i < d.source[0] && s.quoteOf[i] < 0 })
	if len(after) == 0 || after[0] < d.head || len(after) == len(d.content) {
		return
	}
	if s.low[after[0]] == "that" || s.hasVerb(after[0], after[len(after)-1]+1) {
		d.content = after
	}
}

// mendUnderTag gives "..., she said, days after Norway admitted to the talks" its two
// contents: what stands behind the admitting verb is admitted, and it is no part
// of what she said.
func (s *scene) mendUnderTag(d *draft) {
	if len(d.source) == 0 || len(d.content) == 0 || d.source[0] > d.head || d.content[len(d.content)-1] > d.source[0] || s.quoteOf[d.content[0]] >= 0 {
		return
	}
	mark := slices.IndexFunc(d.source, func(i int) bool {
		return s.low[i] == "after" || s.low[i] == "when" || s.low[i] == "before" || s.low[i] == "as"
	})
	end := s.a.Sentences[s.sentence[d.head]].End
	if mark < 0 || mark+1 == len(d.source) || d.source[mark] > d.source[0]+1 || d.head+2 >= end {
		return
	}
	d.source = slices.Clone(d.source[mark+1:])
	d.content = s.trimEnds(numbers(d.cue[len(d.cue)-1]+1, end))
}

// trimEnds drops marks that stand outside of quotations at both ends.
func (s *scene) trimEnds(run []int) []int {
	for len(run) > 0 && s.a.Tokens[run[len(run)-1]].UPOS == "PUNCT" && s.quoteOf[run[len(run)-1]] < 0 {
		run = run[:len(run)-1]
	}
	return run
}

// mendAntecedent puts the noun in the place of "whom" or "that": "two men whom it
// accuses of spying" accuses two men.
func (w *writing) mendAntecedent(d *draft) {
	if w.a.Tokens[d.head].Deprel != "acl:relcl" && w.a.Tokens[d.head].Deprel != "acl" || len(d.source) == 0 || d.source[0] > d.head {
		return
	}
	noun := w.head(d.head)
	word := d.source[0] - 1
	if noun < 0 || word <= noun || w.sentence[word] != w.sentence[d.head] {
		return
	}
	switch w.low[word] {
	case "whom", "which", "that", "who":
	default:
		return
	}
	if holds(d.content, word) {
		d.content = slices.DeleteFunc(slices.Clone(d.content), func(i int) bool { return i == word })
		from := max(w.first[noun], w.a.Sentences[w.sentence[noun]].First)
		end := word
		for end > from && w.low[end-1] == "," {
			end--
		}
		if end-from <= maxTagName && from < end {
			d.content = append(d.content, numbers(from, end)...)
			slices.Sort(d.content)
			d.content = slices.Compact(d.content)
		}
	}
}

// dropTrailing ends what a closing tag says before the tag: "X, the ministry said, a
// day after Y" says X.
func (s *scene) dropTrailing(d *draft) {
	if len(d.source) == 0 || len(d.content) == 0 {
		return
	}
	first := min(d.source[0], d.cue[0])
	last := max(d.source[len(d.source)-1], d.cue[len(d.cue)-1])
	if d.content[0] > first {
		return
	}
	if s.hasQuote(d.content[0], first) {
		s.dropWhen(d, last)
		return
	}
	if !s.hasVerb(d.content[0], first) {
		return
	}
	for _, i := range d.content {
		if i <= last || s.sentence[i] != s.sentence[d.head] {
			continue
		}
		if i <= last+3 && s.beginsAside(i) {
			d.content = slices.DeleteFunc(slices.Clone(d.content), func(j int) bool { return j >= i && s.sentence[j] == s.sentence[d.head] })
		} else if s.hasAside(last, i) {
			d.content = slices.DeleteFunc(slices.Clone(d.content), func(j int) bool { return j > last && s.sentence[j] == s.sentence[d.head] })
		}
		return
	}
}

// dropWhen leaves out what tells when a quotation was said, or who the speaker is: `"No," she said when
// reporters asked`.
func (s *scene) dropWhen(d *draft, last int) {
	next := last + 1
	if next+1 < len(s.low) && s.low[next] == "," {
		next++
	}
	if next >= len(s.low) || !holds(d.content, next) {
		return
	}
	switch s.low[next] {
	case "when", "after", "as", "while", "who", "whose":
		d.content = slices.DeleteFunc(slices.Clone(d.content), func(j int) bool {
			return j > last && s.sentence[j] == s.sentence[d.head] && s.quoteOf[j] < 0
		})
	}
}

// beginsAside reports whether words tell when or while the speaking was.
func (s *scene) beginsAside(i int) bool {
	if i == 0 || s.low[i-1] != "," {
		return false
	}
	switch s.low[i] {
	case "days", "hours", "weeks", "after", "as", "when", "while", "before", "months":
		return true
	}
	return false
}

// hasAside reports whether an aside begins between two places.
func (s *scene) hasAside(from, end int) bool {
	for i := from + 1; i < end; i++ {
		if s.beginsAside(i) {
			return true
		}
	}
	return false
}
