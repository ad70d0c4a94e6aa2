package language

// timePart says what a phrase can be a part of, so that two that stand together are
// read as one: "10 p.m. | Wednesday", "the third quarter | of 1989".
type timePart int

// The parts.
const (
	partAlone timePart = iota
	partAhead          // stands only before another: "early", "the week of"
	partClock
	partDay
	partSpan // a month, a season, a quarter
	partYear // a year, or a week, month, year that is pointed at
)

// timePhrase is a match, and the phrase that its time lies in, if it has one.
type timePhrase struct {
	first, end int // words of the paragraph
	match      timeMatch
	outer      *timePhrase
}

// rule names the rules that read the phrase, from the inner to the outer.
func (p *timePhrase) rule() string {
	name := p.match.rule.name
	if p.outer != nil {
		name += "+" + p.outer.rule()
	}
	return name
}

// phraseAt reads the phrase that begins with word i.
func (r *timeReader) phraseAt(i int) (timePhrase, bool) {
	best, ahead := r.grammar.matchAt(r.words, i)
	if ahead.rule != nil {
		if p, ok := r.standBefore(ahead); ok && p.end > best.end {
			return p, true
		}
	}
	if best.rule == nil {
		return timePhrase{}, false
	}
	return r.join(timePhrase{first: i, end: best.end, match: best}), true
}

// standBefore puts words such as "early" before the phrase that follows them.
func (r *timeReader) standBefore(ahead timeMatch) (timePhrase, bool) {
	if ahead.end >= len(r.words) {
		return timePhrase{}, false
	}
	next, _ := r.grammar.matchAt(r.words, ahead.end)
	if next.rule == nil || next.rule.part < partDay {
		return timePhrase{}, false
	}
	outer := r.join(timePhrase{first: ahead.end, end: next.end, match: next})
	return timePhrase{first: ahead.first, end: outer.end, match: ahead, outer: &outer}, true
}

// timeJoins tells which parts are read as one, inner first, and by which words.
var timeJoins = [...]struct {
	left, right timePart
	links       string // a space on both sides of each; "  " is none
	rightInner  bool
}{
	{partClock, partDay, "   , on of ", false},
	{partDay, partClock, "   , at ", true},
	{partSpan, partYear, "   of in , ", false},
	{partDay, partDay, "   , ", false},
	{partDay, partYear, " of ", false},
	{partYear, partSpan, " 's ", true},
}

// join reads the phrase that follows into p, if the two are one time.
func (r *timeReader) join(p timePhrase) timePhrase {
	for range 3 {
		q, ok := r.joinOnce(p)
		if !ok {
			return p
		}
		p = q
	}
	return p
}

func (r *timeReader) joinOnce(p timePhrase) (timePhrase, bool) {
	for _, j := range timeJoins {
		if j.left != p.part() {
			continue
		}
		at, ok := r.skipLink(p.end, j.links)
		if !ok || at >= len(r.words) {
			continue
		}
		next, _ := r.grammar.matchAt(r.words, at)
		if next.rule == nil || next.rule.part != j.right || !r.mayJoin(&p.match, &next) {
			continue
		}
		q := timePhrase{first: at, end: next.end, match: next}
		if j.rightInner {
			return timePhrase{first: p.first, end: q.end, match: next, outer: &p}, true
		}
		return p.inside(q), true
	}
	return p, false
}

// inside makes q the outermost time of p.
func (p timePhrase) inside(q timePhrase) timePhrase {
	end := q.end
	if p.outer != nil {
		q = p.outer.inside(q)
	}
	p.outer, p.end = &q, end
	return p
}

// part is that of the outermost time, which more can be joined to.
func (p *timePhrase) part() timePart {
	for p.outer != nil {
		p = p.outer
	}
	return p.match.rule.part
}
