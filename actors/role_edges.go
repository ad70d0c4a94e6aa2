package actors

import (
	"sort"
	"strings"

	"onrecord"
)

// leftEdge goes left from the head of a title over what may stand before it:
// names of states and bodies, "'s", adjectives of offices, capitals.
func (r *reading) leftEdge(head int) int {
	first := head
	for first > 0 && head-first < 14 {
		gap := r.words[first].gap
		if !r.mayPrecedeTitle(first-1, gap) {
			break
		}
		first--
	}
	for first < head && r.isLooseStart(first) {
		first++
	}
	return first
}

func (r *reading) mayPrecedeTitle(i int, gap string) bool {
	w := r.words[i]
	if gap != "" {
		return gap == "," && r.name(i) != nil && r.name(i+1) != nil && r.nameAt[i] == r.nameAt[i+1]
	}
	switch {
	case r.callAt(i) != nil:
		return r.isPossessive(i+1) || r.callAt(i) == r.callAt(i+1)
	case r.startsSentenceHere(i + 1):
		return false
	case w.key == "and":
		return i > 0 && r.callAt(i-1) == nil && isListed("rolemod", r.words[i-1].key)
	case r.name(i) != nil || r.bodyAt(i) != nil, r.isPossessive(i), isTitleWord(w.key), isListed("rolemod", w.key):
		return true
	}
	if w.shape == lower {
		return r.isModifier(i)
	}
	return !isListed("opening", w.key) && !isListed("weekday", w.key) && !r.isTagged(i, "VERB AUX ADP ADV SCONJ CCONJ PRON DET INTJ")
}

// isModifier reports whether the tree hangs the noun or adjective at word i on a
// word soon after it: the "production" of "production secretary".
func (r *reading) isModifier(i int) bool {
	t, end := r.a.TokensIn(r.words[i].Span)
	if t+1 != end || len(r.words[i].key) < 3 {
		return false
	}
	tok := &r.a.Tokens[t]
	return (tok.Deprel == "compound" || tok.Deprel == "amod" && tok.UPOS == "ADJ") && tok.Head > t && tok.Head <= t+4
}

// isTagged reports whether the language tags word i with one of the tags.
func (r *reading) isTagged(i int, tags string) bool {
	t, end := r.a.TokensIn(r.words[i].Span)
	return t < end && strings.Contains(tags, r.a.Tokens[t].UPOS) && r.a.Tokens[t].UPOS != "X"
}

// startsSentenceHere reports whether the language starts a sentence at word i.
func (r *reading) startsSentenceHere(i int) bool {
	if i >= len(r.words) {
		return true
	}
	after := 0 // quotation marks may stand before the first word
	if i > 0 {
		after = r.words[i-1].End
	}
	k := sort.Search(len(r.a.Sentences), func(k int) bool { return r.a.Sentences[k].Start >= after })
	return k < len(r.a.Sentences) && r.a.Sentences[k].Start <= r.words[i].Start
}

// isLooseStart drops what cannot open a title: a lone "'s", an article.
func (r *reading) isLooseStart(i int) bool {
	k := r.words[i].key
	return r.isPossessive(i) || isListed("article", k) || isListed("rolelink", k) || isListed("definite", k)
}

// trimOwner takes a country's possessive off the words of the role: "Hungary's
// Prime Minister" is the role "Prime Minister".
func (r *reading) trimOwner(role *roleRead) {
	n := r.name(role.first)
	if n == nil || n.first != role.first || n.end >= role.head || !r.isPossessive(n.end) {
		return
	}
	if k := r.entry(n).Kind; k == onrecord.StateActor || k == onrecord.PlaceActor {
		role.first = n.end + 1
	}
}

// headFrom finds the head of a role phrase that starts at word i: the first role
// noun that does not belong to an owner ("President Putin's envoy").
func (r *reading) headFrom(i int) (int, bool) {
	for j := i; j < min(i+14, len(r.words)); j++ {
		if j > i && (r.words[j].gap != "" || r.startsSentenceHere(j)) {
			return 0, false
		}
		if isRoleNoun(r.words[j].key) && !r.opensOwner(j) && !r.continuesTitle(j) {
			return r.lastOfRun(j), true
		}
		if isListed("ownernoun", r.words[j].key) && r.isPossessive(j+1) {
			continue // "the country's envoy"
		}
		if !r.mayPrecedeTitle(j, "") && !isListed("article", r.words[j].key) && !isListed("ordinal", r.words[j].key) {
			return 0, false
		}
	}
	return 0, false
}

// lastOfRun goes on to a later role noun of the same phrase: "chief investment
// strategist".
func (r *reading) lastOfRun(j int) int {
	head := j
	for k := j + 1; k < min(j+4, len(r.words)); k++ {
		w := r.words[k]
		if w.gap != "" || r.callAt(k) != nil || isListed("rolelink", w.key) || isListed("speechverb", w.key) || isListed("who", w.key) || r.isVerb(k) || isListed("article", w.key) {
			break
		}
		if isRoleNoun(w.key) {
			head = k
		}
	}
	return head
}

// continuesTitle reports whether another role noun follows at once: the "deputy"
// of "deputy director".
func (r *reading) continuesTitle(j int) bool {
	return r.gapBefore(j+1) == "" && isRoleNoun(r.words[j+1].key)
}

// opensOwner reports whether the words from j lead to a possessive.
func (r *reading) opensOwner(j int) bool {
	for k := j + 1; k < min(j+6, len(r.words)); k++ {
		switch {
		case r.isPossessive(k):
			return true
		case r.words[k].gap != "" || r.words[k].shape == lower && !isListed("particle", r.words[k].key):
			return false
		}
	}
	return false
}

// rightEdge goes right from a head over "of", "for", "on" and what they govern.
func (r *reading) rightEdge(head int) int {
	end := head + 1
	for end < len(r.words) && end-head < 24 {
		if r.words[end].gap != "" {
			if next := r.renamed(end); next > 0 {
				return next
			}
			break
		}
		if !r.continuesRole(end, end == head+1) {
			break
		}
		end++
	}
	for end > head+1 && (isListed("rolelink", r.words[end-1].key) || isListed("article", r.words[end-1].key)) {
		end--
	}
	return end
}

// continuesRole keeps to words that a role phrase is made of; a verb ends it.
func (r *reading) continuesRole(i int, first bool) bool {
	w := r.words[i]
	switch {
	case r.startsSentenceHere(i):
		return false
	case first:
		return isListed("rolelink", w.key) && w.key != "and" || isListed("afterhead", w.key)
	case w.key == "and":
		return i+1 < len(r.words) && r.words[i+1].gap == "" && r.words[i+1].shape != lower
	case isListed("rolelink", r.words[i-1].key) && isListed("rolelink", w.key):
		return false
	}
	if isListed("rolelink", w.key) || isListed("article", w.key) || r.name(i) != nil || r.bodyAt(i) != nil {
		return true
	}
	if isListed("speechverb", w.key) || isListed("who", w.key) {
		return false
	}
	return !r.isVerb(i) && !r.isTagged(i, "ADP SCONJ AUX CCONJ PRON")
}

// isVerb asks the tags of the language; without them, a word in small letters
// that ends like a past tense is taken for one.
func (r *reading) isVerb(i int) bool {
	t, end := r.a.TokensIn(r.words[i].Span)
	if t < end {
		tok := &r.a.Tokens[t]
		return (tok.UPOS == "VERB" || tok.UPOS == "AUX") && tok.Deprel != "amod"
	}
	return false
}

// renamed reads ", the SPLA," after a role: a second name of the body served.
func (r *reading) renamed(i int) int {
	if r.words[i].gap != "," {
		return 0
	}
	if isListed("article", r.words[i].key) {
		i++
	}
	if n := r.name(i); n != nil && n.first == i && r.hasComma(n.end) {
		return n.end
	}
	return 0
}

// hasComma reports whether a comma stands first in the gap before word i.
func (r *reading) hasComma(i int) bool { return strings.HasPrefix(r.gapBefore(i), ",") }
