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
	cue := d.cue[0]
	sent := s.a.Sentences[s.sentence[d.head]]
	from := cue
	for from > sent.First && s.low[from-1] != "," && s.quoteOf[from-1] < 0 && cue-from < maxTagName {
		from--
	}
	if from == cue && cue-1 > sent.First && s.low[cue-1] == "," { // an interruption stands between
		from = sent.First
		end := from
		for end < cue && s.low[end] != "," {
			end++
		}
		cue = end
	}
	if from >= cue || s.hasVerb(from, cue) || !s.mayBeginName(from) {
		return
	}
	d.source = numbers(from, cue)
	d.content = slices.DeleteFunc(slices.Clone(d.content), func(i int) bool { return i < d.head })
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
