package actors

import (
	"slices"
	"strings"

	"onrecord"
)

// collect makes the resolver's answer: the names by place, the actors in order of
// first mention with the names this report calls them by.
func (r *reading) collect() *onrecord.Resolutions {
	out := &onrecord.Resolutions{Mentions: r.resolved, Names: r.listNames()}
	met := &roll{r: r, at: map[onrecord.ActorID]int{}}
	for _, s := range r.sightings(out) {
		met.see(s)
	}
	out.Actors = met.actors
	r.completeCodes(out.Actors)
	return out
}

// listNames lists the names that act, cities that are only places left out.
func (r *reading) listNames() []onrecord.ActorName {
	var names []onrecord.ActorName
	for i := range r.names {
		n := &r.names[i]
		if n.place || r.entry(n).Kind == onrecord.PersonActor {
			continue
		}
		names = append(names, onrecord.ActorName{Span: r.nameSpan(n), Actor: r.entry(n).ID, Adjective: r.isAdjective(n)})
	}
	for _, c := range r.calls {
		names = append(names, onrecord.ActorName{Span: r.span(c.first, c.end), Actor: c.who.id})
	}
	for i := range r.resolved {
		if x := &r.resolved[i]; x.Why == whyHalf {
			names = append(names, onrecord.ActorName{Span: r.bareSpan(r.a.Mentions[i].Core), Actor: x.Actor})
		}
	}
	slices.SortStableFunc(names, func(a, b onrecord.ActorName) int { return a.Start - b.Start })
	return dropOverlaps(names)
}

// nameSpan is the bytes of a name, with the stop that ends an abbreviation.
func (r *reading) nameSpan(n *found) onrecord.Span {
	s := r.span(n.first, n.end)
	if w := r.words[n.end-1]; w.Len() == 1 && n.end-n.first > 1 && strings.HasPrefix(r.text[s.End:], ".") {
		s.End++
	}
	return s
}

// isAdjective reports whether a name qualifies the noun after it.
func (r *reading) isAdjective(n *found) bool {
	if n.use != asAdjective && !r.hasAdjective(n) {
		return false
	}
	t, end := r.a.TokensIn(r.span(n.first, n.end))
	if t == end || r.a.Tokens[end-1].Deprel == "" {
		return n.use == asAdjective && r.gapBefore(n.end) == ""
	}
	tok := &r.a.Tokens[end-1]
	switch tok.Deprel {
	case "amod", "compound", "nmod:unmarked":
		return tok.Head >= end || tok.Head < t
	}
	return tok.UPOS == "ADJ"
}

// hasAdjective reports whether the same words also serve as adjective: "US".
func (r *reading) hasAdjective(n *found) bool {
	for _, h := range r.table.names.hitsAt(r.text, r.words, n.first) {
		if h.end != n.end {
			continue
		}
		for _, s := range h.spellings {
			if s.actor == n.actor && s.use == asAdjective {
				return true
			}
		}
	}
	return false
}

func dropOverlaps(names []onrecord.ActorName) []onrecord.ActorName {
	kept := names[:0]
	for _, n := range names {
		if len(kept) == 0 || n.Start >= kept[len(kept)-1].End {
			kept = append(kept, n)
		}
	}
	return kept
}

// sighting is a place where an actor is meant; a name if it is called by one.
type sighting struct {
	at    onrecord.Span
	actor onrecord.ActorID
	name  bool
}

func (r *reading) sightings(out *onrecord.Resolutions) []sighting {
	var all []sighting
	for i, res := range out.Mentions {
		m := &r.a.Mentions[i]
		all = append(all, sighting{r.bareSpan(m.Core), res.Actor, m.Form == onrecord.Name && res.Why == "name"})
		all = append(all, sighting{at: m.Span, actor: res.For})
	}
	for _, n := range out.Names {
		all = append(all, sighting{n.Span, n.Actor, !n.Adjective && !r.isPeople(n.Span)})
	}
	for i := range r.bodies {
		b := &r.bodies[i]
		all = append(all, sighting{r.span(b.first, b.end), r.bodyActor(b), b.why == "body" && r.table.offices[b.office].slug != stateOffice})
	}
	all = slices.DeleteFunc(all, func(s sighting) bool { return s.actor == "" })
	slices.SortStableFunc(all, func(a, b sighting) int { return a.at.Start - b.at.Start })
	return all
}

// isPeople tells demonyms such as "Russians", which are no name of the state.
func (r *reading) isPeople(s onrecord.Span) bool {
	first, _ := r.wordsIn(s)
	n := r.name(first)
	return n != nil && (n.use == asPeople || n.use == asAdjective)
}

// roll is the list of the actors met so far.
type roll struct {
	r      *reading
	actors []onrecord.Actor
	at     map[onrecord.ActorID]int
}

func (l *roll) see(s sighting) {
	i, met := l.at[s.actor]
	if !met {
		a := l.r.actorHere(s.actor)
		if a == nil {
			return
		}
		i = len(l.actors)
		l.at[s.actor] = i
		l.actors = append(l.actors, *a)
		l.actors[i].Aliases = nil
	}
	a := &l.actors[i]
	if !s.name || s.at.IsEmpty() {
		return
	}
	if words := l.r.a.Text.Cut(s.at); words != a.Name && !slices.Contains(a.Aliases, words) && len(a.Aliases) < maxAliases {
		a.Aliases = append(a.Aliases, words)
	}
}

const maxAliases = 40

// personActor makes the public form of a person of this report: the roles it
// tells, then the offices of the tables that run on its day.
func (r *reading) personActor(p *person) onrecord.Actor {
	a := onrecord.Actor{ID: p.id, Name: titleIfShouted(p.name), Kind: onrecord.PersonActor}
	if p.known != nil {
		a = p.known.Actor
	}
	for i := range p.roles {
		if role := r.publicRole(p, &p.roles[i]); role.Title != "" && !slices.Contains(a.Roles, role) {
			a.Roles = append(a.Roles, role)
		}
	}
	if p.known != nil {
		for i := range p.known.terms {
			if t := &p.known.terms[i]; t.covers(r.day) {
				a.Roles = append(a.Roles, t.Role)
			}
		}
	}
	if served := r.actor(r.personPrincipal(p)); a.Country == "" && served != nil {
		a.Country, a.Sectors = served.Country, sectorsOf(served)
	}
	return a
}

// sectorsOf gives the sectors of one who speaks for an actor: for a state, its
// government.
func sectorsOf(served *onrecord.Actor) []string {
	if served.Kind == onrecord.StateActor && len(served.Sectors) == 0 {
		return []string{"GOV"}
	}
	return served.Sectors
}

func (r *reading) publicRole(p *person, role *roleRead) onrecord.Role {
	if role.end <= role.first {
		return onrecord.Role{}
	}
	out := onrecord.Role{Title: r.a.Text.Cut(r.span(role.first, role.end)), From: role.from, To: role.to}
	principal := role.principal
	if principal == "" && !role.private && !role.former && !role.dated {
		principal = r.personPrincipal(p)
	}
	if served := r.actor(principal); served != nil {
		out.Of = served.Name
	}
	return out
}
