package actors

import (
	"slices"

	"onrecord"
)

// person is someone whom the report names.
type person struct {
	id    onrecord.ActorID
	known *entry // nil if no table knows the person
	keys  []string
	name  string // fullest name in the report
	roles []roleRead
	// context is the state named last before an office of state whose country
	// the report does not tell: "Ankara ... Defence Minister X".
	context onrecord.ActorID
}

// call is a place where a person is named.
type call struct {
	first, end int // words of the name, titles left out
	who        *person
	rivals     []onrecord.ActorID
	role       *roleRead // the role told right here; nil if none
}

// findPersons finds the names of persons - by the mentions of the language, by
// the table, and after the title of an office - and joins short names to the
// fuller ones: "Mr Berg" is Ola Berg.
func (r *reading) findPersons() {
	spans := r.personSpans()
	slices.SortFunc(spans, func(a, b call) int {
		if a.first != b.first {
			return a.first - b.first
		}
		return b.end - a.end
	})
	last := 0
	for _, c := range spans {
		if c.first >= last && c.first < c.end {
			r.calls = append(r.calls, c)
			last = c.end
		}
	}
	for _, long := range []bool{true, false} {
		for i := range r.calls {
			if c := &r.calls[i]; (c.end-c.first > 1) == long {
				r.identify(i)
			}
		}
	}
	r.calls = slices.DeleteFunc(r.calls, func(c call) bool { return c.who == nil })
	r.indexCalls()
}

func (r *reading) personSpans() []call {
	var spans []call
	for i := range r.a.Mentions {
		if m := &r.a.Mentions[i]; m.Form == onrecord.Name && m.Type == onrecord.Person && !r.nobodies[r.a.Text.Cut(m.Span)] {
			first, end := r.wordsIn(m.Span)
			first, end = r.trimPerson(first, end)
			if !r.isDoubtful(first, end) {
				spans = append(spans, call{first: first, end: end})
			}
		}
	}
	spans = append(spans, r.strayPersons()...)
	for _, n := range r.names {
		if r.entry(&n).Kind == onrecord.PersonActor {
			spans = append(spans, call{first: n.first, end: n.end})
		}
	}
	for i := range r.words {
		if end := r.titledName(i); end > 0 {
			spans = append(spans, call{first: i + 1, end: end})
		}
	}
	for i := range spans {
		spans[i].end = r.beforeCard(spans[i].first, spans[i].end)
	}
	return spans
}

// identify finds or makes the person of call i. Of several who share the name,
// the one of its chain is meant, else the one named last before it: a report that
// speaks of minister Kim says "Kim" and "Kim Jong Un" of two men.
func (r *reading) identify(i int) {
	c := &r.calls[i]
	keys := r.nameKeys(c.first, c.end)
	if len(keys) == 0 {
		return
	}
	c.who = r.namesakeBefore(i, keys)
	for _, p := range slices.Backward(r.persons[max(0, len(r.persons)-maxLookBack):]) {
		switch {
		case p == c.who || !samePerson(p.keys, keys):
		case c.who == nil:
			c.who = p
		default:
			c.rivals = append(c.rivals, p.id)
		}
	}
	if c.who == nil {
		c.who = r.meet(c, keys)
	}
	if full := r.text[r.words[c.first].Start:r.words[c.end-1].End]; len(keys) > len(c.who.keys) {
		c.who.keys, c.who.name = keys, full
	}
}

// namesakeBefore gives the person of the nearest earlier call that bears the
// name, one of the same chain first; nil if there is none.
func (r *reading) namesakeBefore(i int, keys []string) *person {
	var nearest *person
	chain := r.chainOf(&r.calls[i])
	for k := i - 1; k >= max(0, i-maxLookBack); k-- {
		who := r.calls[k].who
		if who == nil || !samePerson(who.keys, keys) {
			continue
		}
		if nearest == nil {
			nearest = who
		}
		if chain < 0 || r.chainOf(&r.calls[k]) == chain {
			return who
		}
	}
	return nearest
}

// chainOf gives the chain of the mention that names a call's person; -1 if the
// language has none.
func (r *reading) chainOf(c *call) int {
	if c.first >= len(r.perOn) || r.perOn[c.first] == 0 {
		return -1
	}
	return r.a.Mentions[r.perOn[c.first]-1].Chain
}

// meet makes a person new to this report, known to the table or not. A single
// name that no title and no table bears out is left alone.
func (r *reading) meet(c *call, keys []string) *person {
	p := &person{keys: keys, name: r.text[r.words[c.first].Start:r.words[c.end-1].End]}
	p.id = personID(p.name)
	for i := c.first; i < c.end; i++ {
		if n := r.name(i); n != nil && r.entry(n).Kind == onrecord.PersonActor && (n.end-n.first > 1 || n.end >= c.end) {
			p.known = r.entry(n)
			p.id = p.known.ID
		}
	}
	for _, id := range []onrecord.ActorID{p.id, shortID(keys)} {
		if e := r.table.find(id); e != nil && p.known == nil {
			p.known, p.id = e, e.ID
		}
	}
	if q := r.byID[p.id]; q != nil {
		return q
	}
	r.persons = append(r.persons, p)
	r.byID[p.id] = p
	return p
}
