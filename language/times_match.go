package language

// timeMatch is words of a paragraph that a rule reads.
type timeMatch struct {
	rule       *timeRule
	words      []timeWord // of the match
	first, end int        // in timeReader.words
	atoms      [longestTimePattern]timeAtom
}

// word is the first word that the pattern took as one of a class.
func (m *timeMatch) word(class timeClass) (timeWord, bool) {
	for i, w := range m.words {
		if m.atoms[i] == timeAtom(class) {
			return w, true
		}
	}
	return timeWord{}, false
}

// value is the value of that word.
func (m *timeMatch) value(classes ...timeClass) (int, bool) {
	for _, c := range classes {
		if w, ok := m.word(c); ok {
			return w.value, true
		}
	}
	return 0, false
}

// valueOr is the value of that word, or what stands for it if there is none.
func (m *timeMatch) valueOr(other int, classes ...timeClass) int {
	if v, ok := m.value(classes...); ok {
		return v
	}
	return other
}

func (m *timeMatch) has(class timeClass) bool {
	_, ok := m.word(class)
	return ok
}

// year is the year that the match tells, in two figures or four.
func (m *timeMatch) year() (int, bool) {
	if v, ok := m.value(shortYearWord); ok {
		return fullYear(v), true
	}
	return m.value(yearWord)
}

// grain is that of the match's unit.
func (m *timeMatch) grain() timeGrain {
	if m.has(secondWord) {
		return secondGrain
	}
	return timeGrain(m.valueOr(0, unitWord, unitsWord))
}

// timeSearch looks for the longest pattern from one word on.
type timeSearch struct {
	words []timeWord
	first int
	atoms [longestTimePattern]timeAtom
	best  timeMatch // of a whole phrase
	ahead timeMatch // of words that stand before another time
}

// matchAt finds the longest phrase that begins with word i, and the longest words
// that can only stand before another.
func (g *timeGrammar) matchAt(words []timeWord, i int) (best, ahead timeMatch) {
	if !g.canStart(&words[i]) {
		return best, ahead
	}
	s := timeSearch{words: words, first: i}
	s.walk(&g.root, i)
	return s.best, s.ahead
}

func (s *timeSearch) walk(n *timeNode, i int) {
	for _, rule := range n.rules {
		s.offer(rule, i)
	}
	depth := i - s.first
	if i >= len(s.words) || depth >= longestTimePattern {
		return
	}
	w := &s.words[i]
	for _, e := range n.edges {
		if e.atom.fits(w) {
			s.atoms[depth] = e.atom
			s.walk(e.to, i+1)
		}
	}
}

func (a timeAtom) fits(w *timeWord) bool {
	if a < timeAtom(timeClassCount) {
		return w.classes&(1<<a) != 0
	}
	return w.literal == int(a)-int(timeClassCount)
}

// offer takes a match if it beats the one in hand.
func (s *timeSearch) offer(rule *timeRule, end int) {
	if rule.bound && end < len(s.words) && !s.words[end].is(boundWord) {
		return
	}
	if s.cutsCompound(rule, end) {
		return
	}
	into := &s.best
	if rule.part == partAhead {
		into = &s.ahead
	}
	if into.rule != nil && (end < into.end || end == into.end && rule.order >= into.rule.order) {
		return
	}
	*into = timeMatch{rule: rule, words: s.words[s.first:end], first: s.first, end: end, atoms: s.atoms}
}

// cutsCompound reports whether a match of an article and a unit ends inside a compound:
// "the year | -ago results", "a day | -long siege".
func (s *timeSearch) cutsCompound(rule *timeRule, end int) bool {
	if end+1 >= len(s.words) || !s.words[end].glued || !isHyphen(s.words[end]) || !s.words[end+1].glued {
		return false
	}
	return rule.deed == "that" || rule.deed == "one"
}
