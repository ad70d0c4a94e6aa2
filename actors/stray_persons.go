package actors

import "onrecord"

// strayPersons finds persons whom the tagger takes for places or organisations:
// a role stands beside the name that only a person has.
func (r *reading) strayPersons() []call {
	var spans []call
	for i := range r.a.Mentions {
		m := &r.a.Mentions[i]
		if m.Form != onrecord.Name || m.Type == onrecord.Person || m.Len() >= maxStray {
			continue
		}
		first, end := r.wordsIn(m.Span)
		if r.looksPersonal(first, end) && r.hasPersonalRole(first, end) {
			r.forgetOrganisation(first, end)
			spans = append(spans, call{first: first, end: end})
		}
	}
	return spans
}

// looksPersonal asks for two to four large words that no table knows and that no
// organisation is made of.
func (r *reading) looksPersonal(first, end int) bool {
	if end-first < 2 || end-first > 4 {
		return false
	}
	for i := first; i < end; i++ {
		k := r.words[i].key
		if r.words[i].shape == lower && !isListed("particle", k) || r.name(i) != nil || r.bodyAt(i) != nil || i > first && r.words[i].gap != "" {
			return false
		}
		if isListed("thing", k) || isListed("echo", k) || isListed("orgkind", k) || isListed("stateorgan", k) || isListed("organ", k) || isTitleWord(k) {
			return false
		}
	}
	return true
}

func (r *reading) hasPersonalRole(first, end int) bool {
	role, ok := r.appositionBefore(first, end)
	if !ok {
		role, ok = r.appositionAfter(end)
	}
	if !ok {
		return false
	}
	head := r.words[role.head].key
	return isListed("ofstate", head) || isListed("voice", head) || isListed("peer", head) || isListed("personal", head) || isListed("affiliated", head) || isListed("advocate", head)
}

// forgetOrganisation takes back what was noted of the words.
func (r *reading) forgetOrganisation(first, end int) {
	for i := first; i < end; i++ {
		r.orgOn[i] = 0
	}
}
