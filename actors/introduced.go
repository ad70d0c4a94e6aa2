package actors

import "onrecord"

// readIntroduced gives a person whom the report names without a role the role of
// an unnamed holder just before: "the deputy prime minister said. 'No,' Ana Doe
// told reporters."
func (r *reading) readIntroduced() {
	seen := map[*person]bool{}
	for i := range r.calls {
		c := &r.calls[i]
		if seen[c.who] {
			continue
		}
		seen[c.who] = true
		if c.who.known != nil || len(c.who.roles) > 0 || c.end-c.first < 2 || !r.speaks(c) {
			continue
		}
		if role, ok := r.holderBefore(i); ok {
			c.role = &role
			r.keepRole(c.who, role)
			r.readContext(c)
		}
	}
}

// speaks reports whether a call stands beside a verb of speech.
func (r *reading) speaks(c *call) bool {
	after := c.end < len(r.words) && r.words[c.end].gap == "" && isListed("telling", r.words[c.end].key)
	before := c.first > 0 && r.gapBefore(c.first) == "" && isListed("telling", r.words[c.first-1].key)
	return after || before
}

// holderBefore finds a holder of an office of state, told of but not named, in the
// two sentences before a call, with no other person between.
func (r *reading) holderBefore(i int) (roleRead, bool) {
	c := &r.calls[i]
	from, _ := r.sentenceAt(c.first)
	for range 2 {
		if from > 0 {
			from, _ = r.sentenceAt(from - 1)
		}
	}
	if i > 0 {
		from = max(from, r.calls[i-1].end)
	}
	for j := c.first - 1; j >= from; j-- {
		if !isListed("ofstate", r.words[j].key) && !isListed("voice", r.words[j].key) || isCrowd(r.words[j].key) || r.owners[j] != nil {
			continue
		}
		role := roleRead{first: r.leftEdge(j), end: r.rightEdge(j), head: j, certainty: 0.6, why: "role before"}
		if role.end > c.first || !r.isSubjectWord(j) {
			continue
		}
		r.readPrincipal(&role)
		r.trimOwner(&role)
		return role, !role.former
	}
	return roleRead{}, false
}

// initials gives the first letters of the large words of a name: "dff" of "Delta
// Freedom Front".
func (r *reading) initials(first, end int) string {
	var b []byte
	for i := first; i < end; i++ {
		if w := r.words[i]; w.shape != lower && len(w.key) > 0 {
			b = append(b, w.key[0])
		}
	}
	return string(b)
}

// fullName gives the name that an acronym is short for, if the report has one.
func (r *reading) fullName(m *onrecord.Mention) *onrecord.Mention {
	first, end := r.wordsIn(m.Span)
	if end-first != 1 || r.words[first].shape != caps {
		return m
	}
	if k, ok := r.longNames[r.words[first].key]; ok {
		return &r.a.Mentions[k]
	}
	return m
}

// leastInitials is how long an acronym must be for its letters to tell its name.
const leastInitials = 3

// isShortForOther reports whether the report uses a known acronym for a name of its own: the RNC of a report on the
// "Rwanda National Congress" is no party of another country.
func (r *reading) isShortForOther(n found) bool {
	w := r.words[n.first]
	if n.end-n.first != 1 || w.shape != caps || w.Len() < leastInitials {
		return false
	}
	long, ok := r.longNames[w.key]
	if !ok {
		return false
	}
	span := r.a.Mentions[long].Span
	for _, o := range r.names {
		if span.Overlaps(onrecord.Span{Start: r.words[o.first].Start, End: r.words[o.end-1].End}) && o.actor == n.actor {
			return false // the long name is its own
		}
	}
	name := r.table.entries[n.actor].Name
	return fold(name) != fold(r.a.Text.Cut(span))
}
