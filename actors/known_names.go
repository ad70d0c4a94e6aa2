package actors

import "onrecord"

// isInRole reports whether the words are inside a role that was read: the
// "Foreign Affairs" of "Minister of Foreign Affairs".
func (r *reading) isInRole(first, end int) bool {
	around := r.callsBefore(first)
	for i := max(0, around-4); i < min(len(r.calls), around+4); i++ {
		if role := r.calls[i].role; role != nil && role.first <= first && end <= role.end {
			return true
		}
	}
	return false
}

// callIn gives the person whose name is the core of the words.
func (r *reading) callIn(first, end int) *call {
	for i := end - 1; i >= first; i-- {
		if c := r.callAt(i); c != nil && c.first >= first && c.end <= end {
			return c
		}
	}
	return nil
}

// bodyIn gives the body whose phrase ends the words.
func (r *reading) bodyIn(first, end int) *bodyName {
	b := r.bodyAt(end - 1)
	if b != nil && b.end <= end && b.first >= first-3 && first <= b.head {
		return b
	}
	return nil
}

// nameIn gives the known name that the words are, up to a determiner, a
// possessive and a word such as "group" or "news agency".
func (r *reading) nameIn(first, end int) *found {
	for first < end && r.name(first) == nil && (isListed("article", r.words[first].key) || isListed("bodyadj", r.words[first].key)) {
		first++
	}
	for end > first && (r.isPossessive(end-1) || isListed("kindword", r.words[end-1].key) && r.name(end-1) == nil) {
		end--
	}
	if end == first {
		return nil
	}
	if n := r.name(first); n != nil && n.first <= first && n.end >= end {
		if n.first == first && n.end == end {
			return n
		}
		return r.partName(n, first, end)
	}
	if n := r.name(end - 1); n != nil && n.end >= end && n.use != asAdjective && r.entry(n).Kind != onrecord.PersonActor && r.isAllLoose(first, n.first, n.actor) {
		return n
	}
	return nil
}

// partName gives what the words mean by themselves inside a longer name: "South
// Sudan" in "South Sudan People's Defence Forces"; the longer name if they mean
// nothing alone.
func (r *reading) partName(whole *found, first, end int) *found {
	for _, h := range r.table.names.hitsAt(r.text, r.words, first) {
		if h.end != end {
			continue
		}
		if n, ok := r.choose(h); ok {
			return &n
		}
	}
	return whole
}

// isAllLoose reports whether the words before a name only describe it: "the
// militant Islamic State", "Russia's TASS".
func (r *reading) isAllLoose(first, end int, actor int32) bool {
	for i := first; i < end; i++ {
		if n := r.name(i); (n == nil || n.actor != actor) && !r.isLoose(i) {
			return false
		}
	}
	return true
}

func (r *reading) isLoose(i int) bool {
	if n := r.name(i); n != nil {
		return n.use == asAdjective || r.isPossessive(n.end)
	}
	k := r.words[i].key
	return r.isPossessive(i) || isListed("bodyadj", k) || isListed("kindword", k) || isListed("loose", k) || isListed("definite", k)
}

// bareSpan takes an article and a possessive off.
func (r *reading) bareSpan(s onrecord.Span) onrecord.Span {
	first, end := r.wordsIn(s)
	for first < end && isListed("article", r.words[first].key) {
		first++
	}
	for end > first && r.isPossessive(end-1) {
		end--
	}
	return r.span(first, end)
}
