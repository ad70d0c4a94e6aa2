package statements

import (
	"slices"
)

// mendSubject takes the words before an active verb out of the content when
// nothing else is left to be the source: "officials in the north had blamed the
// neighbour for the raid", "The ministry, while doubting it, says it hopes ...".
func (s *scene) mendSubject(d *draft) {
	if len(d.source) > 0 || !s.isFiniteGroup(d) || len(d.content) == 0 || d.content[len(d.content)-1] < d.head {
		return
	}
	if s.mendQuoteTag(d) {
		return
	}
	from, end := s.subjectBefore(d.cue[0])
	if from >= end || s.hasVerb(from, end) || !s.mayBeginName(from) {
		return
	}
	d.source = numbers(from, end)
	d.content = slices.DeleteFunc(slices.Clone(d.content), func(i int) bool { return i < d.head })
}

// subjectBefore gives the words before a verb up to a comma or a quotation; where an
// interruption between commas stands before the verb, those before it: "Berg, who
// sat down, alleged", "a spokeswoman for the mayor, Ana Berg, dismissed".
func (s *scene) subjectBefore(verb int) (from, end int) {
	first := s.clauseStart(verb)
	if verb-1 <= first || s.low[verb-1] != "," {
		from = verb
		for from > first && s.low[from-1] != "," && s.quoteOf[from-1] < 0 && verb-from < maxTagName {
			from--
		}
		return from, verb
	}
	end = first
	for end < verb && s.low[end] != "," {
		end++
	}
	if !s.isRelativeClause(end) && !s.hasVerb(end, verb) && verb-first < maxTagName {
		end = verb - 1 // an apposition: all of it names the speaker
	}
	return first, end
}

// clauseStart gives the first word of a verb's sentence, or of its part behind a
// semicolon, past an opening "but".
func (s *scene) clauseStart(verb int) int {
	first := s.a.Sentences[s.sentence[verb]].First
	for i := verb - 1; i > first; i-- {
		if s.low[i] == ";" && s.quoteOf[i] < 0 {
			first = i + 1
			break
		}
	}
	for first < verb-1 && (s.a.Tokens[first].UPOS == "CCONJ" || s.low[first] == "though") {
		first++
	}
	return first
}

// mendQuoteTag takes what stands between a quotation and the verb behind it as
// the source: `"No," the mayor, who was elected in May, told reporters.`
func (s *scene) mendQuoteTag(d *draft) bool {
	cue := d.cue[0]
	from := cue
	for from > 0 && s.sentence[from-1] == s.sentence[cue] && s.quoteOf[from-1] < 0 && cue-from <= maxTagName {
		from--
	}
	if from == cue || cue-from > maxTagName || from == 0 || !s.isQuoteMark(from-1) || !s.mayBeginName(from) || !holds(d.content, from-1) {
		return false
	}
	d.source = numbers(from, cue)
	d.content = slices.DeleteFunc(slices.Clone(d.content), func(i int) bool { return i >= from && i < cue })
	return true
}

// isFiniteGroup reports whether the cue is an active verb with its auxiliaries:
// the one next to the verb tells "had blamed" from "was blamed".
func (s *scene) isFiniteGroup(d *draft) bool {
	if s.a.Tokens[d.head].XPOS != "VBN" {
		return s.isFinite(d.head)
	}
	for i := d.head - 1; i >= 0 && i > d.head-5; i-- {
		if t := &s.a.Tokens[i]; t.UPOS == "AUX" || t.UPOS == "VERB" {
			return t.Lemma == "have"
		}
	}
	return s.isFinite(d.head)
}
