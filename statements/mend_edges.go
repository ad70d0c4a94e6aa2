package statements

import "slices"

// mendEdges sets right the ends of what is said where the words themselves tell them.
func (s *scene) mendEdges(d *draft) {
	s.bareCue(d)
	s.freeThing(d)
	s.keepInQuotation(d)
	s.dropConjunction(d)
	s.takeOpener(d)
	s.dropHearer(d)
	s.dropJoinedVerb(d)
	s.dropNextClause(d)
	s.dropVerdict(d)
	s.keepWordsWhole(d)
}

// bareCue leaves the marks around a quoted cue out of it: `"requested" that the ship leave`.
func (s *scene) bareCue(d *draft) {
	isMark := func(i int) bool { return s.a.Tokens[i].UPOS == "PUNCT" && i != d.head && s.quoteOf[i] >= 0 }
	for len(d.cue) > 1 && isMark(d.cue[0]) {
		d.cue = d.cue[1:]
	}
	for len(d.cue) > 1 && isMark(d.cue[len(d.cue)-1]) {
		d.cue = d.cue[:len(d.cue)-1]
	}
}

// freeThing gives what is said the thing that a deed is done to, where the cue took it along: "rejected a plan
// to sell" rejects the plan, "denied any cooperation with Oslo" the cooperation.
func (s *scene) freeThing(d *draft) {
	thing := s.child(d.head, "obj")
	last := d.cue[len(d.cue)-1]
	if thing < d.head || !holds(d.cue, thing) || len(d.content) == 0 || d.content[0] != last+1 || !s.isDeedTo(d.head, thing) {
		return
	}
	if from, _ := slices.BinarySearch(d.cue, s.first[thing]); from > 0 && d.cue[from-1] >= d.head {
		d.content = append(slices.Clone(d.cue[from:]), d.content...)
		d.cue = d.cue[:from]
	}
}

// isDeedTo reports whether a verb may be a deed done to a thing, which is none of words: "denied claims that" says
// what is claimed.
func (s *scene) isDeedTo(verb, thing int) bool {
	only, some := true, false
	for _, c := range sensesOf(&s.a.Tokens[verb], s.low[verb]) {
		only, some = only && c.Class == actCue, some || c.Class == actCue
	}
	return some && (only || len(sensesOf(&s.a.Tokens[thing], s.low[thing])) == 0)
}

// loneCue bounds the tokens of a quotation that holds a cue alone.
const loneCue = 5

// keepInQuotation leaves out what stands beyond the quotation that a cue stands in: its
// speaker does not know the words around it.
func (s *scene) keepInQuotation(d *draft) {
	q := s.quoteOf[d.head]
	if q < 0 || s.quotes[q].Single {
		return
	}
	if first, end := s.a.TokensIn(s.quotes[q].Span); end-first <= loneCue {
		return // the verb itself is quoted: `"requested" that the ship leave`
	}
	isBeyond := func(i int) bool { return s.quoteOf[i] != q }
	if slices.ContainsFunc(d.content, isBeyond) {
		d.content = slices.DeleteFunc(slices.Clone(d.content), isBeyond)
	}
}

// dropConjunction leaves out the "But" of "But the port, he said, is open", which joins
// the sentence to the one before.
func (s *scene) dropConjunction(d *draft) {
	if n := len(d.content); n < 2 || len(d.source) == 0 || d.source[0] < d.content[0] || s.a.Tokens[d.content[0]].UPOS != "CCONJ" || s.quoteOf[d.content[0]] >= 0 {
		return
	}
	if d.content[0] == s.a.Sentences[s.sentence[d.head]].First {
		d.content = slices.Clone(d.content[1:])
	}
}

// takeOpener gives "If the buyers stay away, he argued, ..." its "if".
func (s *scene) takeOpener(d *draft) {
	if len(d.content) == 0 || len(d.source) == 0 || d.source[0] < d.content[0] {
		return
	}
	first := s.a.Sentences[s.sentence[d.head]].First
	if d.content[0] == first+1 && s.a.Tokens[first].UPOS == "SCONJ" && s.quoteOf[first] < 0 && s.quoteOf[first+1] < 0 && s.low[first] != "that" {
		d.content = slices.Insert(slices.Clone(d.content), 0, first)
	}
}

// dropHearer leaves out to whom and when it was said: "told a meeting of islanders on
// Monday that few people understood" says what stands behind "that".
func (s *scene) dropHearer(d *draft) {
	from := d.cue[len(d.cue)-1] + 1
	if !takesAddressee(s.a.Tokens[d.head].Lemma) || s.quoteOf[d.head] >= 0 {
		return
	}
	n, ok := slices.BinarySearch(d.content, from)
	if !ok {
		return
	}
	for ; n < len(d.content) && d.content[n] < from+maxTagName; n++ {
		i := d.content[n]
		if s.hasVerb(i, i+1) || s.quoteOf[i] >= 0 {
			return
		}
		if i > from && s.low[i] == "that" && s.a.Tokens[i].UPOS == "SCONJ" {
			d.content = slices.DeleteFunc(slices.Clone(d.content), func(j int) bool { return j >= from && j < i })
			d.to = s.hearer(from, i)
			return
		}
	}
}

// hearer gives the words of [from, end) that name who was told, up to a mark or a day.
func (s *scene) hearer(from, end int) []int {
	stop := from
	for stop < end && !s.parts(stop) && !s.beginsDay(stop) {
		stop++
	}
	return numbers(from, stop)
}

// dropJoinedVerb ends what a deed is done to before the next deed of the same subject:
// "championed the plan and sent money".
func (s *scene) dropJoinedVerb(d *draft) {
	if s.child(d.head, "ccomp", "xcomp") >= 0 || s.a.Tokens[d.head].UPOS != "VERB" || s.quoteOf[d.head] >= 0 {
		return
	}
	for _, j := range s.children[d.head] {
		if s.a.Tokens[j].Deprel != "conj" || j < d.head || s.a.Tokens[j].UPOS != "VERB" || !holds(d.content, j) || s.quoteOf[j] >= 0 || s.a.Tokens[j].XPOS != s.a.Tokens[d.head].XPOS || s.child(j, "nsubj") >= 0 || s.child(j, "cc") < 0 {
			continue
		}
		from := s.child(j, "cc")
		if from <= d.head+1 {
			return
		}
		for s.low[from-1] == "," {
			from--
		}
		s.endBefore(d, from)
		return
	}
}

// endBefore ends what is said before a token of the cue's sentence.
func (s *scene) endBefore(d *draft, from int) {
	d.content = slices.DeleteFunc(slices.Clone(d.content), func(i int) bool { return i >= from && s.sentence[i] == s.sentence[d.head] })
}

// dropNextClause ends what a deed is done to at a semicolon: "rejected the plan; the others
// voted for it".
func (s *scene) dropNextClause(d *draft) {
	if s.child(d.head, "ccomp", "xcomp") >= 0 || s.a.Tokens[d.head].UPOS != "VERB" {
		return
	}
	for _, i := range d.content {
		if i > d.head && s.low[i] == ";" && s.quoteOf[i] < 0 && s.sentence[i] == s.sentence[d.head] {
			s.endBefore(d, i)
			return
		}
	}
}

// dropVerdict leaves out what the report calls the words themselves: "accused Oslo of spying, a charge that Oslo denies".
func (s *scene) dropVerdict(d *draft) {
	for _, i := range d.content {
		if i < d.head || s.low[i] != "," || s.quoteOf[i] >= 0 || s.sentence[i] != s.sentence[d.head] || !s.opensVerdict(i+1) {
			continue
		}
		s.endBefore(d, i)
		return
	}
}

// opensVerdict reads "a charge that", "an unfounded claim which": an article, at most two words more, a noun of words
// and a relative pronoun.
func (s *scene) opensVerdict(from int) bool {
	if from >= len(s.low) || s.low[from] != "a" && s.low[from] != "an" {
		return false
	}
	for i := from + 1; i < min(from+4, len(s.low)-1); i++ {
		if s.a.Tokens[i].UPOS == "NOUN" && len(sensesOf(&s.a.Tokens[i], s.low[i])) > 0 {
			return s.low[i+1] == "that" || s.low[i+1] == "which"
		}
	}
	return false
}

// keepWordsWhole takes words with hyphens whole: what is said does not end in the
// middle of "gun-controlled streets".
func (s *scene) keepWordsWhole(d *draft) {
	for k := 0; k < len(d.content); k++ {
		i := d.content[k]
		if i+1 >= len(s.low) || holds(d.content, i+1) || holds(d.cue, i+1) || holds(d.source, i+1) || s.sentence[i+1] != s.sentence[i] || s.quoteOf[i] != s.quoteOf[i+1] {
			continue
		}
		if s.isGlued(i) {
			d.content = slices.Insert(slices.Clone(d.content), k+1, i+1)
		}
	}
}

// isGlued reports whether a hyphen joins a token to the next one without a gap.
func (s *scene) isGlued(i int) bool {
	return s.a.Tokens[i].End == s.a.Tokens[i+1].Start && (s.low[i] == "-" || s.low[i+1] == "-")
}
