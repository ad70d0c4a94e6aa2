package actors

import (
	"slices"

	"onrecord"
)

// principalIn looks through the words [first, end) for a body or actor; the last
// body wins over a mere country. exact tells that it is more than a country.
func (r *reading) principalIn(first, end int) (id onrecord.ActorID, exact bool) {
	for i := first; i < end; i++ {
		if b := r.bodyAt(i); b != nil && b.first >= first-2 && b.head < end {
			return r.speaksFor(r.bodyActor(b)), true
		}
		if c := r.callAt(i); c != nil && c.end <= end {
			if by := r.personPrincipal(c.who); by != "" && id == "" {
				id = by
			}
			i = c.end - 1
			continue
		}
		n := r.name(i)
		if n == nil || n.end > end && n.first > first {
			continue
		}
		if m := r.longerName(n, end); m != nil {
			if _, to := r.wordsIn(m.Span); !exact {
				id, exact, i = r.resolveUnknown(m).Actor, true, to-1
			}
			continue
		}
		e := r.entry(n)
		if e.Kind == onrecord.PersonActor || n.place || n.use == asAdjective && (e.ID == "EU" || isParty(e) && !r.servesParty(end-1)) {
			continue
		}
		if got := r.speaksFor(e.ID); got != "" && (id == "" || e.Kind != onrecord.StateActor) {
			id, exact = got, e.Kind != onrecord.StateActor && e.Kind != onrecord.PlaceActor
		}
		i = n.end - 1
	}
	if id == "" {
		id = r.newOrganisation(first, end)
		exact = id != ""
	}
	return id, exact
}

// newOrganisation gives the organisation, unknown to the tables, that is named
// inside the words: "Acme Foods officials".
func (r *reading) newOrganisation(first, end int) onrecord.ActorID {
	for i := first; i < end; i++ {
		if r.orgOn[i] == 0 || r.name(i) != nil || r.bodyAt(i) != nil || r.callAt(i) != nil {
			continue
		}
		m := &r.a.Mentions[r.orgOn[i]-1]
		from, to := r.wordsIn(m.Span)
		if from < first || to > end || !r.isProperName(from, to) || to-from == 1 && isListed("faith", r.words[from].key) {
			continue
		}
		if res := r.resolveUnknown(m); res.Actor != "" {
			return res.Actor
		}
	}
	return ""
}

// longerName gives the name of an organisation that a known name is only part of:
// the "American" of "American Federation of Teachers". What a state runs is the
// state's: "South Korean Unification Ministry".
func (r *reading) longerName(n *found, end int) *onrecord.Mention {
	if r.orgOn[n.first] == 0 || r.callAt(n.first) != nil {
		return nil
	}
	m := &r.a.Mentions[r.orgOn[n.first]-1]
	from, to := r.wordsIn(m.Span)
	for from < to && isListed("article", r.words[from].key) {
		from++ // "The Saudi" is no longer than "Saudi"
	}
	if to > end || to-from <= n.end-n.first || r.isJoint(from, to) || r.isField(n.end, to) {
		return nil
	}
	for i := from; i < to; i++ {
		k := r.words[i].key
		if isListed("stateorgan", k) || isListed("title", k) || isListed("office", k) || r.isPossessive(i) || r.name(i) == nil && r.words[i].shape == lower && !isListed("rolelink", k) && !isListed("article", k) {
			return nil
		}
	}
	return m
}

// isField reports whether the words are only the field of an office: the "Defence"
// of "Latvian Defence Minister".
func (r *reading) isField(first, end int) bool {
	for i := first; i < end; i++ {
		if k := r.words[i].key; !isListed("rolemod", k) && !isListed("department", k) && k != "affairs" {
			return false
		}
	}
	return first < end
}

// isProperName leaves out what the tagger takes for an organisation and is the
// field of an office: "Foreign Affairs".
func (r *reading) isProperName(first, end int) bool {
	for i := first; i < end; i++ {
		k := r.words[i].key
		if i == end-1 && i > first && isListed("echo", k) {
			continue // "the Zora party"
		}
		if r.words[i].shape == lower || isTitleWord(k) || isListed("rolemod", k) && i == first || k == "affairs" || r.name(i) != nil {
			return false
		}
	}
	return true
}

func isParty(e *entry) bool { return slices.Contains(e.Sectors, "PTY") && e.Country == "USA" }

// servesParty reports whether word i, the head of a role, is one that a party has: "the
// Republican chairman", not "Democratic President Kennedy".
func (r *reading) servesParty(i int) bool {
	head := r.words[i].key
	return isListed("voice", head) || isListed("partisan", head)
}

// isInsideName reports whether word i stands inside the name of an organisation:
// the second "of" of "president of the Federation of Teachers".
func (r *reading) isInsideName(i int) bool {
	return i > 0 && i+1 < len(r.words) && r.orgOn[i] > 0 && r.orgOn[i-1] == r.orgOn[i] && r.orgOn[i+1] == r.orgOn[i]
}
