package petrarch

import "slices"

// matcher tries a pattern on the words around a verb.
type matcher struct {
	*coder
	reach          span // words that the pattern may use
	source, target []coded
	subject        bool // the verb has an actor for subject, who acts on a list behind it
	steps          int  // left for this pattern
}

// maxSteps bounds the tries of one pattern, maxSentenceSteps those of all patterns on
// one sentence.
const (
	maxSteps         = 4000
	maxSentenceSteps = 1_000_000
)

// match reports whether the pattern fits around the verb; sides that it names are in
// source and target then.
func (c *coder) match(p *pattern, verb, reach span, subject bool) (*matcher, bool) {
	m := &matcher{coder: c, reach: reach, steps: min(maxSteps, maxSentenceSteps-c.steps), subject: subject}
	defer func(given int) { c.steps += given - max(m.steps, 0) + 1 }(m.steps)
	return m, m.before(p.before, p.after[0].joined, verb.from) && m.after(p.after[1:], verb.to)
}

// after fits items to the words from number at on.
func (m *matcher) after(items []item, at int) bool {
	if len(items) == 0 {
		return true
	}
	if m.steps--; m.steps < 0 {
		return false
	}
	it, rest := &items[0], items[1:]
	switch it.kind {
	case aSkip:
		end, found := m.nextChunkEnd(at)
		return found && m.after(rest, end)
	case aSource, aTarget, aPair:
		in, who := m.nextActor(at, it.kind == aPair)
		if it.kind == aPair && m.subject {
			return who != nil && m.take(aTarget, who) && m.after(rest, in.to)
		}
		return who != nil && m.take(it.kind, who) && m.after(rest, in.to)
	}
	last := m.reach.to - 1
	if it.joined {
		last = min(at, last)
	}
	for i := at; i <= last; i++ {
		for _, end := range m.fits(it, i) {
			if m.after(rest, end) {
				return true
			}
		}
	}
	return false
}

// before fits items, the last of them first, to the words before number at.
func (m *matcher) before(items []item, joined bool, at int) bool {
	if len(items) == 0 {
		return true
	}
	if m.steps--; m.steps < 0 {
		return false
	}
	n := len(items) - 1
	it, rest := &items[n], items[:n]
	switch it.kind {
	case aSkip, aSource, aTarget, aPair:
		in, who := m.actorBefore(at, it.kind == aPair)
		if it.kind == aSkip {
			return in.to > in.from && m.before(rest, it.joined, in.from)
		}
		return who != nil && m.take(it.kind, who) && m.before(rest, it.joined, in.from)
	}
	for i := at - 1; i >= m.reach.from; i-- {
		for _, end := range m.fits(it, i) {
			if end <= at && (!joined || end == at) && m.before(rest, it.joined, i) {
				return true
			}
		}
		if joined && i < at-maxPhraseWords {
			break
		}
	}
	return false
}

// fits gives the ends of the ways in which a word or set stands at number i.
func (m *matcher) fits(it *item, i int) []int {
	if it.kind == aWord {
		if m.words[i].text == it.word {
			return []int{i + 1}
		}
		return nil
	}
	var ends []int
	for _, p := range it.words {
		if p.words[0] != m.words[i].text {
			continue
		}
		if n := p.fitsClosely(m.words[i:m.reach.to]); n > 0 && !slices.Contains(ends, i+n) {
			ends = append(ends, i+n)
		}
	}
	return ends
}

// fitsClosely reports how many words the phrase takes if it stands at the start with
// no other word inside.
func (p phrase) fitsClosely(words []word) int {
	if len(words) < len(p.words) {
		return 0
	}
	for i, w := range p.words {
		if words[i].text != w {
			return 0
		}
	}
	return len(p.words)
}

func (m *matcher) take(kind itemKind, who []coded) bool {
	switch kind {
	case aSource:
		m.source = who
	case aTarget:
		m.target = who
	case aPair:
		m.source, m.target = who, who
	}
	return true
}

// nextChunkEnd is where the base noun phrase ends that word at stands in, or else
// the next one.
func (m *matcher) nextChunkEnd(at int) (int, bool) {
	for i := at; i < m.reach.to; i++ {
		if c := m.words[i].chunk; c >= 0 {
			return m.chunks[c].to, true
		}
	}
	return 0, false
}

// nextActor is the first noun phrase, or rest of one, from word at on that stands for
// an actor.
func (m *matcher) nextActor(at int, asPair bool) (span, []coded) {
	for i := at; i < m.reach.to; i++ {
		p := m.words[i].phrase
		if p < 0 {
			continue
		}
		in := span{i, m.phrases[p].to}
		if who := m.actorsIn(&m.phrases[p], in); len(who) > 0 && (!asPair || len(who) > 1) {
			return in, who
		}
		i = in.to - 1
	}
	return span{}, nil
}

// actorBefore is the last noun phrase before word at; for a pattern that wants an
// actor, the last that stands for one.
func (m *matcher) actorBefore(at int, asPair bool) (span, []coded) {
	var nearest span
	for i := at - 1; i >= m.reach.from; i-- {
		p := m.words[i].phrase
		if p < 0 {
			continue
		}
		in := span{max(m.phrases[p].from, m.reach.from), i + 1}
		if nearest.to == 0 {
			nearest = in
		}
		if who := m.actorsIn(&m.phrases[p], in); len(who) > 0 && (!asPair || len(who) > 1) {
			return in, who
		}
		i = in.from
	}
	return nearest, nil
}
