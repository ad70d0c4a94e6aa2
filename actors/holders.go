package actors

import (
	"sort"
	"strings"

	"onrecord"
)

// resolveHolder resolves an unnamed holder of a role: "a spokesperson for the
// Russian foreign ministry", "Afghan experts in Washington". A person of the
// report who holds the same role is meant by "the adviser".
func (r *reading) resolveHolder(m *onrecord.Mention, first, end, head int) onrecord.Resolution {
	role := roleRead{first: r.holderStart(head, first), end: r.holderEnd(head, end), head: head}
	r.readPrincipal(&role)
	r.trimOwner(&role)
	p := r.owners[head]
	if p == nil {
		p = r.holderOf(&role, m)
	}
	if p != nil {
		return onrecord.Resolution{Actor: p.id, For: r.personPrincipal(p), Role: r.span(role.first, role.end), Named: true, Why: "role before", Certainty: 0.75}
	}
	if e := r.officeHolder(&role, m); e != nil {
		return onrecord.Resolution{Actor: e.ID, For: role.principal, Role: r.span(role.first, role.end), Why: "office", Certainty: 0.7}
	}
	a := r.unnamed(m, &role)
	res := onrecord.Resolution{Actor: a.ID, Role: r.span(role.first, role.end), Why: "role", Certainty: 0.7}
	if isListed("folk", r.words[head].key) {
		res.Role = onrecord.Span{}
	}
	if !role.former {
		res.For = r.servedByHolder(m, &role)
	}
	return res
}

// servedByHolder says for whom an unnamed holder speaks; of "the president" the
// surroundings tell the state.
func (r *reading) servedByHolder(m *onrecord.Mention, role *roleRead) onrecord.ActorID {
	if role.principal != "" || role.private || r.isPlural(m) {
		return role.principal
	}
	if role.end-role.first == 1 && isListed("voice", r.words[role.head].key) && role.first > 0 && isListed("article", r.words[role.first-1].key) {
		return r.speaksFor(r.ownerMeant(role.first)) // "the spokeswoman" of the ministry before
	}
	if !r.isOfState(role) {
		return ""
	}
	if !r.isDefiniteRole(role) && !r.hasStateWord(role) || r.isRank(role) || isListed("ruler", r.words[role.head].key) {
		return ""
	}
	return r.stateOfHolder(role, role.end)
}

// holderStart gives where the words of a role start: inside the mention, or with
// the country before it where the tree has left it out.
func (r *reading) holderStart(head, first int) int {
	edge := r.leftEdge(head)
	if n := r.name(first - 1); edge < first && n != nil && n.use == asAdjective {
		return edge
	}
	return max(first, edge)
}

// holderEnd gives where the words of a role end: inside the mention, or after it
// where the tree has hung "for the ministry" elsewhere.
func (r *reading) holderEnd(head, end int) int {
	edge := r.rightEdge(head)
	if edge > end && end < len(r.words) && (r.words[end].key == "for" || r.mayTell(r.words[end].key, r.words[head].key)) {
		return edge
	}
	return max(head+1, min(end, edge))
}

// holderOf finds the person of the report, named before, whose role has the same
// head, when the mention is definite and tells no more: "the adviser".
func (r *reading) holderOf(role *roleRead, m *onrecord.Mention) *person {
	if r.isPlural(m) || !r.isDefiniteRole(role) {
		return nil
	}
	held := r.heldBefore(role)
	if held == nil {
		held = r.onlyOfficer(role)
	}
	if held == nil && role.principal == "" {
		return r.holderAfter(role)
	}
	return held
}

// callsBack is how many namings back whoever holds a role is looked for.
const callsBack = 500

// heldBefore finds the last person named before a role who has it. A title that is cut short before a name is
// one too: "Sen. Doe" is "the freshman senator".
func (r *reading) heldBefore(role *roleRead) *person {
	bare, head := role.end-role.first == 1 || role.principal != "", r.words[role.head].key
	short := wordLists()["short "+head]
	last := r.callsBefore(role.first) - 1
	for i := last; i >= max(0, last-callsBack); i-- {
		c := &r.calls[i]
		if c.role != nil && r.words[c.role.head].key == head && (role.principal == "" || role.principal == c.role.principal) && (bare || r.bareTitle(c.role) == r.bareTitle(role)) ||
			c.first > 0 && short[r.words[c.first-1].key] {
			return c.who
		}
	}
	return nil
}

// onlyOfficer finds the only person named in the report who holds the office on its day
// by the tables: "the vice president" where the report calls him by name alone.
func (r *reading) onlyOfficer(role *roleRead) *person {
	if r.day == "" || role.former || role.private {
		return nil
	}
	title := r.bareTitle(role)
	var held *person
	for _, p := range r.persons {
		if p.known == nil || p == held {
			continue
		}
		for k := range p.known.terms {
			t := &p.known.terms[k]
			if !t.covers(r.day) || role.principal != "" && t.speaksFor != role.principal || !isSameOffice(title, slug(t.Title)) {
				continue
			}
			if held != nil && held != p {
				return nil
			}
			held = p
		}
	}
	return held
}

// holderAfter finds the only person named later with the very title: "the prime
// minister said" before "Prime Minister X".
func (r *reading) holderAfter(role *roleRead) *person {
	title := r.bareTitle(role)
	var held *person
	for i := r.callsBefore(role.first); i < min(len(r.calls), r.callsBefore(role.first)+maxCallsAhead); i++ {
		c := &r.calls[i]
		if c.role == nil || c.role.former || r.bareTitle(c.role) != title {
			continue
		}
		if held != nil && held != c.who || c.role.principal != "" {
			return nil
		}
		held = c.who
	}
	return held
}

const maxCallsAhead = 20

// callsBefore counts the calls before word i.
func (r *reading) callsBefore(i int) int {
	return sort.Search(len(r.calls), func(k int) bool { return r.calls[k].first >= i })
}

// isDefiniteRole reports whether "the" or an owner stands before a role.
func (r *reading) isDefiniteRole(role *roleRead) bool {
	return role.first > 0 && (r.words[role.first-1].key == "the" || r.isPossessive(role.first-1))
}

// officeHolder finds the person who holds an office on the report's day by the
// tables: "the Russian president" names one person on any day.
func (r *reading) officeHolder(role *roleRead, m *onrecord.Mention) *entry {
	if r.day == "" || role.principal == "" || role.former || r.isPlural(m) || !r.isDefiniteRole(role) {
		return nil
	}
	title := r.bareTitle(role)
	var holder *entry
	for i := range r.table.entries {
		e := &r.table.entries[i]
		for k := range e.terms {
			t := &e.terms[k]
			if t.speaksFor != role.principal || !t.covers(r.day) || !isSameOffice(title, slug(t.Title)) {
				continue
			}
			if holder != nil && holder != e {
				return nil // a president and a king both lead
			}
			holder = e
		}
	}
	return holder
}

// isSameOffice compares the words of a report with a title of the tables: a "top
// diplomat" is a foreign minister.
func isSameOffice(told, title string) bool {
	return told == title || isListed("as "+told, title)
}

// bareTitle is the words of a role without names and owners.
func (r *reading) bareTitle(role *roleRead) string {
	var words []string
	for i := role.first; i < role.end; i++ {
		if r.name(i) == nil && !r.isPossessive(i) {
			words = append(words, r.words[i].key)
		}
	}
	return strings.Join(words, "-")
}
