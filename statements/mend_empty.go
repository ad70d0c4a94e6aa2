package statements

// mendEmpty gives a frame of a surely reporting verb that was left without content what
// its place in the sentence tells: what is asked for, the infinitive of what is
// offered, the clause that "that" opens, the clause that the tree hangs on it.
func (s *scene) mendEmpty(d *draft) {
	if len(d.content) > 0 || len(d.source) == 0 || d.source[0] > d.head || d.cueOdds < 0.5 || s.quoteOf[d.head] >= 0 || !s.isFiniteGroup(d) {
		return
	}
	verb, end := d.head, s.a.Sentences[s.sentence[d.head]].End
	switch s.a.Tokens[verb].Lemma {
	case "ask", "call", "plead":
		if verb+2 < end && s.low[verb+1] == "for" {
			d.cue = append(d.cue[:0:0], verb, verb+1)
			d.content = numbers(verb+2, s.phraseEnd(verb+2, end))
		} else {
			d.content = s.askedFor(verb)
		}
	case "offer", "promise", "vow", "pledge", "threaten", "agree", "refuse":
		if x := s.child(verb, "xcomp", "advcl"); x > verb {
			if to := s.child(x, "mark"); to > verb && s.low[to] == "to" {
				d.content = s.trimEnds(numbers(to, s.last[x]+1))
			}
		}
	default:
		if s.mendParted(d, end); len(d.content) == 0 {
			s.mendClauseless(d, end)
		}
	}
}

// askedFor reads "asked the envoy for help": the help.
func (s *scene) askedFor(verb int) []int {
	if s.child(verb, "obj", "iobj") < 0 {
		return nil
	}
	for _, k := range s.children[verb] {
		if mark := s.child(k, "case"); k > verb && s.a.Tokens[k].Deprel == "obl" && mark >= 0 && s.low[mark] == "for" {
			return s.trimEnds(numbers(mark+1, s.last[k]+1))
		}
	}
	return nil
}

// mendParted reads "In 2017, the mayor said, Hanoi closed the port": what stands on both
// sides of the tag is said.
func (s *scene) mendParted(d *draft, end int) {
	first, comma, next := s.clauseStart(d.source[0]), d.source[0]-1, d.cue[len(d.cue)-1]+1
	if !isPlainSpeech(s.a.Tokens[d.head].Lemma) || comma <= first || s.low[comma] != "," || next+1 >= end || s.low[next] != "," || s.hasQuote(first, end) || s.oddsWithin(first, comma) > 0.5 {
		return
	}
	if rest := s.trimEnds(numbers(next+1, end)); s.hasVerb(next+1, end) {
		d.content = append(numbers(first, comma), rest...)
	}
}

// mendClauseless reads "told the court in June, according to the minutes, that ...".
func (s *scene) mendClauseless(d *draft, end int) {
	if !isPlainSpeech(s.a.Tokens[d.head].Lemma) {
		return
	}
	for i := d.head + 1; i < end; i++ {
		if s.hasVerb(i, i+1) {
			return
		}
		if s.low[i] == "that" && s.a.Tokens[i].UPOS == "SCONJ" && s.quoteOf[i] < 0 {
			stop := i
			for stop < end && s.low[stop] != ";" {
				stop++
			}
			d.content = s.trimEnds(numbers(i, stop))
			return
		}
	}
}

// phraseEnd gives the end of a phrase that starts at a token: before the next mark, verb
// or "and" of another deed.
func (s *scene) phraseEnd(from, end int) int {
	for i := from; i < end; i++ {
		switch s.low[i] {
		case ",", ";", ".", ":":
			return i
		case "and", "but":
			if s.hasVerb(i+1, min(i+3, end)) {
				return i
			}
		}
		if s.hasVerb(i, i+1) {
			return i
		}
	}
	return end
}
