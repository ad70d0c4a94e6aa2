package actors

import (
	"strings"

	"onrecord"
)

// resolveNominal resolves a noun phrase: a title with a name, an unnamed holder
// of a role, a body, or a known name with a word for its kind.
func (r *reading) resolveNominal(m *onrecord.Mention) onrecord.Resolution {
	first, end := r.wordsIn(m.Core)
	head := r.headWord(m, first, end)
	if head < 0 {
		return onrecord.Resolution{}
	}
	if res := r.resolveAround(first, head); res.Actor != "" {
		return res
	}
	if c := r.callAt(head); c != nil {
		return r.resolveCall(c)
	}
	if c := r.callAt(head + 1); c != nil && c.first == head+1 && c.end <= end && r.gapBefore(head+1) == "" {
		return r.resolveCall(c)
	}
	if c := r.callAt(first); c != nil && c.first == first && r.hasComma(c.end) {
		return r.resolveCall(c) // the tree took the apposition for the head
	}
	if id := r.halfMeant(r.words[head].key); id != "" && r.isHalf(head) {
		return r.resolveHalf(id)
	}
	if res := r.resolveFaction(first, head); res.Actor != "" {
		return res
	}
	if res := r.resolveArmed(first, head); res.Actor != "" {
		return res
	}
	if isRoleNoun(r.words[head].key) && r.bodyHeadedBy(head) == nil {
		return r.resolveHolder(m, first, end, head)
	}
	if b := r.bodyHeadedBy(head); b != nil {
		return r.resolveBody(b)
	}
	if n := r.name(head); n != nil && n.use == asPeople && !r.isPlural(m) && isListed("article", r.words[first].key) {
		return onrecord.Resolution{} // "the New Zealander" is one of them
	} else if n != nil && n.first <= head && n.use != asAdjective {
		return r.resolveKnown(n)
	}
	if res := r.resolveOwned(first, end, head); res.Actor != "" {
		return res
	}
	if res := r.resolveKind(first, head); res.Actor != "" {
		return res
	}
	if m := r.mediaMeant(first, head); m != nil {
		return onrecord.Resolution{Actor: r.entry(m).ID, For: r.entry(m).ID, Named: true, Why: "media before", Certainty: 0.7}
	}
	if res := r.resolveNamedKind(head); res.Actor != "" {
		return res
	}
	return r.resolveWhole(first, end)
}

// resolveNamedKind resolves "the regional bloc ECOWAS" and "the group Open Field".
func (r *reading) resolveNamedKind(head int) onrecord.Resolution {
	if head+1 >= len(r.words) || r.words[head+1].gap != "" || r.words[head+1].shape == lower || !isListed("orgkind", r.words[head].key) && !isListed("blocword", r.words[head].key) {
		return onrecord.Resolution{}
	}
	return r.resolveNamedFaction(head + 1)
}

// resolveWhole resolves a phrase that is nothing but a known name or body, where
// the tree has another head.
func (r *reading) resolveWhole(first, end int) onrecord.Resolution {
	if b := r.bodyIn(first, end); b != nil && b.first <= first+1 {
		return r.resolveBody(b)
	}
	if n := r.nameIn(first, end); n != nil && n.use != asAdjective {
		return r.resolveKnown(n)
	}
	return onrecord.Resolution{}
}

// headWord gives the word of a mention's head; -1 if it has none.
func (r *reading) headWord(m *onrecord.Mention, first, end int) int {
	if m.Head < 0 || m.Head >= len(r.a.Tokens) {
		return -1
	}
	i := r.wordAt(r.a.Tokens[m.Head].Start)
	if i >= end && end > first {
		i = end - 1
	}
	if i >= len(r.words) || i < first {
		return -1
	}
	return i
}

// bodyHeadedBy gives the body whose phrase ends at the head of a mention.
func (r *reading) bodyHeadedBy(head int) *bodyName {
	b := r.bodyAt(head)
	if b == nil {
		return nil
	}
	for i := b.first; i <= b.head; i++ {
		if i == head && r.name(i) == nil {
			return b
		}
	}
	return nil
}

// resolveKind resolves "the Taliban movement", "Taliban fighters", "the Georgian
// side": a known name before a word that only tells its kind.
func (r *reading) resolveKind(first, head int) onrecord.Resolution {
	if !isListed("kindword", r.words[head].key) && !isListed("agent", r.words[head].key) {
		return onrecord.Resolution{}
	}
	for i := head - 1; i >= first && i >= head-5; i-- {
		if n := r.name(i); n != nil {
			e := r.entry(n)
			if strings.HasPrefix(r.text[r.words[n.end-1].End:], "-") {
				return onrecord.Resolution{} // "Taliban-friendly"
			}
			if e.Kind == onrecord.StateActor && !isListed("kindofstate", r.words[head].key) {
				return onrecord.Resolution{}
			}
			res := r.resolveKnown(n)
			res.Why, res.Certainty = "kind", res.Certainty*0.9
			return res
		}
		if r.words[i].gap != "" && r.words[i].gap != "(" && r.words[i].gap != ")" {
			break
		}
	}
	return onrecord.Resolution{}
}
