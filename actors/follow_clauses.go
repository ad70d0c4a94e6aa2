package actors

import (
	"slices"

	"onrecord"
)

// clauseAfter reads what a clause after a name, which ends before word i, tells of
// whom the person serves: ", who heads the Z party", ", who teaches at the Danube
// Institute"; "of the Danube Institute" without a comma.
func (r *reading) clauseAfter(i int) (roleRead, bool) {
	if i+1 >= len(r.words) {
		return roleRead{}, false
	}
	switch {
	case r.hasComma(i) && r.words[i].key == "who" && r.gapBefore(i+1) == "":
		return r.servingClause(i + 1)
	case isListed("belonging", r.words[i].key) && (r.gapBefore(i) == "" || r.gapBefore(i) == ","):
		return r.belonging(i)
	}
	return roleRead{}, false
}

// servingClause reads the verb at word i and the one served after it.
func (r *reading) servingClause(i int) (roleRead, bool) {
	verb := i
	for verb < len(r.words)-1 && verb < i+2 && (isListed("being", r.words[verb].key) || isListed("adverb", r.words[verb].key)) {
		verb++
	}
	from := verb + 1
	switch key := r.words[verb].key; {
	case isListed("leading", key):
	case isListed("working", key) && from < len(r.words) && isListed("workplace", r.words[from].key):
		from++
	default:
		return roleRead{}, false
	}
	id, end := r.servedAt(from)
	if id == "" {
		return roleRead{}, false
	}
	return roleRead{first: verb, end: end, head: verb, principal: id, certainty: 0.85, why: "clause"}, true
}

// belonging reads "of the Danube Institute" right after a name.
func (r *reading) belonging(i int) (roleRead, bool) {
	id, end := r.servedAt(i + 1)
	if id == "" {
		return roleRead{}, false
	}
	return roleRead{first: end, end: end, head: i, principal: id, certainty: 0.8, why: "belonging"}, true
}

// servedAt reads the organisation, body or faction named in the few words from i,
// and where its name ends. A school speaks through nobody.
func (r *reading) servedAt(i int) (served onrecord.ActorID, end int) {
	for j := i; j < min(i+6, len(r.words)); j++ {
		if j > i && r.words[j].gap != "" {
			return "", 0
		}
		id, to := r.ownerAt(j, len(r.words))
		if a := r.actor(id); a != nil {
			if a.Kind == onrecord.StateActor && r.isPossessive(to) {
				j = to // "of Turkey's Free party"
				continue
			}
			if r.isSchool(a.Name) {
				return "", 0
			}
			return r.speaksFor(id), to
		}
		if !isListed("article", r.words[j].key) && !isListed("bodyadj", r.words[j].key) && !isListed("loose", r.words[j].key) && !r.isModifier(j) {
			return "", 0
		}
	}
	return "", 0
}

// isSchool tells universities, whose people speak for themselves.
func (r *reading) isSchool(name string) bool {
	return slices.ContainsFunc(splitWords(name), func(w word) bool { return isListed("school", w.key) })
}
