package statements

import (
	"slices"
)

// mendTags sets right what a bad tree spoils: tags of plain speech whose place
// in the sentence says firmly who speaks and what is said.
func (s *scene) mendTags(drafts []draft) []draft {
	known := map[int]int{}
	for i := range drafts {
		known[drafts[i].head] = i
	}
	for i := range s.a.Tokens {
		if !isPlainSpeech(s.a.Tokens[i].Lemma) || s.quoteOf[i] >= 0 || !s.isFinite(i) || i > 0 && (s.low[i-1] == "that" || s.low[i-1] == "which") {
			continue
		}
		at, found := known[i]
		source, content := s.closingTag(i, s.a.Sentences[s.sentence[i]].End)
		if comma := s.commaAfter(i); len(source) == 0 && comma > 0 && (!found || len(drafts[at].content) == 0 || s.low[comma] == ";") {
			source, content = s.closingTag(i, comma)
		}
		switch {
		case len(source) == 0:
		case !found:
			drafts = append(drafts, draft{head: i, cue: []int{i}, cueOdds: 0.8, sure: 0.8, firm: true, source: source, content: content,
				within: -1, labelOdds: [roleLabels]float64{0.8, 0.8, 0.8, 0.8}})
		case s.isSpoiled(&drafts[at], content):
			drafts[at].source, drafts[at].content, drafts[at].firm = source, content, true
		default:
			drafts[at].firm = true
		}
	}
	drafts = s.addPatterns(drafts)
	for i := range drafts {
		s.mendRuns(&drafts[i])
		s.mendInverted(&drafts[i])
		s.mendSubject(&drafts[i])
		s.mendSides(&drafts[i])
		s.mendOpening(&drafts[i])
		s.mendThanks(&drafts[i])
		s.mendEmpty(&drafts[i])
	}
	s.mendClauses(drafts)
	for i := range drafts {
		s.mendPieces(&drafts[i], drafts)
		s.mendEdges(&drafts[i])
	}
	slices.SortStableFunc(drafts, func(a, b draft) int { return a.head - b.head })
	return drafts
}

// isPlainSpeech names the verbs that close a sentence as a tag.
func isPlainSpeech(lemma string) bool {
	switch lemma {
	case "say", "tell", "add", "report", "announce", "warn", "state", "note", "write", "explain", "confirm",
		"argue", "insist", "stress", "promise", "declare", "claim", "recall", "admit", "acknowledge", "conclude", "assure", "inform",
		"repeat", "allege", "charge", "maintain", "testify", "concede", "complain", "confess":
		return true
	}
	return false
}

// isFinite reports whether a verb is a past or present form with no auxiliary
// that makes it passive.
func (s *scene) isFinite(i int) bool {
	switch s.a.Tokens[i].XPOS {
	case "VBD", "VBZ", "VBP":
		return s.child(i, "aux:pass") < 0
	case "VBN":
		return s.child(i, "aux") < 0 && (i == 0 || s.a.Tokens[i-1].UPOS != "AUX")
	}
	return false
}

// maxTagName bounds the words of a closing tag's speaker.
const maxTagName = 28

// closingTag reads "CLAUSE, NAME (, APPOSITION,) said (by telephone)." at the end
// of a sentence: the verbless stretches before the verb name the speaker, all
// before them is said. Both are empty if the sentence is not of that shape.
func (s *scene) closingTag(verb, end int) (source, content []int) {
	sent := s.a.Sentences[s.sentence[verb]]
	sent.End = s.beforeAccording(verb, end)
	if sent.End-verb > 14 || s.hasVerb(verb+1, sent.End) || s.hasQuote(verb+1, sent.End) {
		return nil, nil
	}
	for j := verb + 1; j < sent.End; j++ {
		if w := s.low[j]; w == "," || w == ":" || w == "that" {
			return nil, nil
		}
	}
	from := verb
	for from > sent.First && verb-from <= maxTagName {
		start := from - 1
		for start > sent.First && s.low[start-1] != "," && s.quoteOf[start-1] < 0 {
			start--
		}
		if (s.hasVerb(start, from) && !s.isRelativeClause(start)) || s.closesBracket(start, from) {
			break
		}
		if from < verb && !s.mayBeginName(start) && !s.isRelativeClause(start) {
			break // the end of what is said: "..., too, the palace confirmed"
		}
		from = start
		if from > sent.First && s.low[from-1] == "," {
			from--
		}
		if from > sent.First && s.quoteOf[from-1] >= 0 {
			break
		}
	}
	if from < verb && s.low[from] == "," {
		from++
	}
	return s.splitTag(sent.First, from, verb)
}

// commaAfter gives the first comma or semicolon after a verb, with at most a day between them; -1
// if there is none.
func (s *scene) commaAfter(verb int) int {
	for i := verb + 1; i < len(s.low) && i < verb+5 && s.sentence[i] == s.sentence[verb]; i++ {
		if s.low[i] == "," || s.low[i] == ";" {
			return i
		}
	}
	return -1
}

// beforeAccording ends a sentence before ", according to the agency".
func (s *scene) beforeAccording(verb, end int) int {
	for i := verb + 1; i+2 < end; i++ {
		if s.low[i] == "," && s.low[i+1] == "according" && s.low[i+2] == "to" && !s.hasVerb(i, end) {
			return i
		}
	}
	return end
}

// splitTag checks the two parts of a closing tag.
func (s *scene) splitTag(first, from, verb int) (source, content []int) {
	if from >= verb || from-first < 4 || verb-from > maxTagName || !s.mayBeginName(from) {
		return nil, nil
	}
	if s.low[from-1] != "," && (!s.isQuoteMark(from-1) || s.quoteOf[from-1] < 0) {
		return nil, nil
	}
	end := from
	for end > first && s.low[end-1] == "," && s.quoteOf[end-1] < 0 {
		end--
	}
	if !s.hasVerb(first, end) {
		return nil, nil
	}
	source = numbers(from, verb)
	for len(source) > 1 && s.a.Tokens[source[len(source)-1]].UPOS == "ADV" {
		source = source[:len(source)-1]
	}
	return source, numbers(first, end)
}

func (s *scene) mayBeginName(i int) bool {
	switch s.a.Tokens[i].UPOS {
	case "PROPN", "NOUN", "DET", "ADJ", "PRON", "NUM":
		return true
	}
	return false
}

func (s *scene) isRelativeClause(i int) bool {
	if s.low[i] == "," && i+1 < len(s.low) {
		i++
	}
	switch s.low[i] {
	case "who", "whose", "whom", "which":
		return true
	}
	return false
}

func (s *scene) hasVerb(from, end int) bool {
	for i := from; i < end; i++ {
		switch s.a.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

func (s *scene) hasQuote(from, end int) bool {
	for i := from; i < end; i++ {
		if s.quoteOf[i] >= 0 {
			return true
		}
	}
	return false
}

// isSpoiled reports whether a frame contradicts its closing tag: it has no
// source, one after the verb, or a content that misses most of the clause.
func (s *scene) isSpoiled(d *draft, content []int) bool {
	if len(d.source) == 0 || (d.source[0] > d.head && s.quoteOf[content[len(content)-1]] < 0) {
		return true
	}
	return likeness(d.content, content) < 0.75
}

// closesBracket reports whether a bracket ends between two places that began
// before them.
func (s *scene) closesBracket(from, end int) bool {
	open := 0
	for i := from; i < end; i++ {
		switch s.low[i] {
		case "(", "[":
			open++
		case ")", "]":
			if open--; open < 0 {
				return true
			}
		}
	}
	return false
}
