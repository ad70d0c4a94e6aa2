package actors

import "onrecord"

// resolveMentions says for each mention by its own words whom it means; chains
// come after.
func (r *reading) resolveMentions() {
	r.resolved = make([]onrecord.Resolution, len(r.a.Mentions))
	for i := range r.a.Mentions {
		m := &r.a.Mentions[i]
		switch m.Form {
		case onrecord.Name:
			r.resolved[i] = r.resolveName(m)
		case onrecord.Nominal:
			r.resolved[i] = r.resolveNominal(m)
		}
	}
}

// resolveName resolves a mention that is a name.
func (r *reading) resolveName(m *onrecord.Mention) onrecord.Resolution {
	first, end := r.wordsIn(m.Span)
	if first == end {
		return onrecord.Resolution{}
	}
	if c := r.callIn(first, end); c != nil {
		return r.resolveCall(c)
	}
	if b := r.bodyIn(first, end); b != nil {
		return r.resolveBody(b)
	}
	for end > first+1 && r.words[end-1].shape == lower && r.name(end-1) == nil {
		end-- // the tagger took "on" into "Sudan on"
	}
	if n := r.nameIn(first, end); n != nil {
		return r.resolveKnown(n)
	}
	if end-first == 1 {
		if id := r.halfMeant(r.words[first].key); id != "" {
			return r.resolveHalf(id)
		}
	}
	if r.isInRole(first, end) && !(m.Type == onrecord.Organisation && r.isProperName(first, end)) {
		return onrecord.Resolution{Named: true, Why: "part of a role"}
	}
	if k := r.words[first].key; end-first == 1 && m.Type == onrecord.Person && (isListed("civil", k) || isRoleNoun(k)) {
		return r.resolveHolder(m, first, end, first)
	}
	if r.isJoint(first, end) {
		return onrecord.Resolution{Named: true, Why: "two names"}
	}
	return r.resolveUnknown(m)
}

// resolveCall resolves a person by name.
func (r *reading) resolveCall(c *call) onrecord.Resolution {
	res := onrecord.Resolution{Actor: c.who.id, For: r.personPrincipal(c.who), Named: true, Why: "name", Rivals: c.rivals, Certainty: 0.9}
	if c.who.known != nil {
		res.Why = "table"
	}
	if res.For != "" && res.For == c.who.context {
		res.Certainty = 0.6
	}
	if role := r.roleOf(c); role != nil {
		res.Role = r.span(role.first, role.end)
		res.Why = role.why
	}
	return res
}

// roleOf gives the role told beside this naming of a person, else the first that
// the report tells of the person.
func (r *reading) roleOf(c *call) *roleRead {
	if c.role != nil && c.role.end > c.role.first {
		return c.role
	}
	for i := range c.who.roles {
		if role := &c.who.roles[i]; !role.dated && role.end > role.first {
			return role
		}
	}
	return nil
}

func (r *reading) resolveBody(b *bodyName) onrecord.Resolution {
	id := r.bodyActor(b)
	return onrecord.Resolution{Actor: id, For: r.speaksFor(id), Named: true, Why: b.why, Certainty: b.certainty}
}

// resolveKnown resolves a name of the tables.
func (r *reading) resolveKnown(n *found) onrecord.Resolution {
	e := r.entry(n)
	if n.place && n.use == asSeat {
		return r.resolvePlace(n)
	}
	res := onrecord.Resolution{Actor: e.ID, For: r.speaksFor(e.ID), Named: true, Why: "table", Certainty: n.certainty}
	if n.use == asAdjective && e.Kind == onrecord.IGOActor {
		res.For = "" // "European" alone speaks for nobody
	}
	for _, rival := range n.rivals {
		res.Rivals = append(res.Rivals, r.table.entries[rival].ID)
	}
	if n.use == asMetonym || n.use == asSeat {
		res.Why, res.Certainty = "metonym", n.certainty-0.08
	}
	return res
}

// resolvePlace makes an actor of a city that is only a place here.
func (r *reading) resolvePlace(n *found) onrecord.Resolution {
	name := r.text[r.words[n.first].Start:r.words[n.end-1].End]
	a := onrecord.Actor{ID: "place/" + onrecord.ActorID(slug(name)), Name: titleIfShouted(name), Kind: onrecord.PlaceActor, Country: r.entry(n).Country}
	r.made[a.ID] = a
	return onrecord.Resolution{Actor: a.ID, Named: true, Why: "place", Rivals: []onrecord.ActorID{r.entry(n).ID}, Certainty: 0.8}
}

// resolveUnknown makes an actor of a name that no table knows, by its type.
func (r *reading) resolveUnknown(m *onrecord.Mention) onrecord.Resolution {
	var prefix string
	var kind onrecord.ActorKind
	switch {
	case r.isOrganisation(m):
		prefix, kind = "org/", onrecord.OrgActor
	case m.Type == onrecord.Location:
		prefix, kind = "place/", onrecord.PlaceActor
	default:
		return onrecord.Resolution{Named: true, Why: "no table knows it"}
	}
	if kind == onrecord.OrgActor {
		m = r.fullName(m)
	}
	name := r.a.Text.Cut(r.bareSpan(m.Span))
	if slug(name) == "" {
		return onrecord.Resolution{Named: true}
	}
	a := onrecord.Actor{ID: onrecord.ActorID(prefix + slug(name)), Name: titleIfShouted(name), Kind: kind}
	if kind == onrecord.PlaceActor {
		a.Country = string(r.stateOfCity(name))
	}
	r.made[a.ID] = a
	res := onrecord.Resolution{Actor: a.ID, Named: true, Why: "name", Certainty: 0.6}
	if kind == onrecord.OrgActor {
		res.For = a.ID
	}
	return res
}
