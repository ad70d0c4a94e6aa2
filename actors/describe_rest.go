package actors

import "onrecord"

// describeRest makes actors of the persons and bodies that nothing tied to anybody and
// that the report only describes, where the word for them tells their sector:
// "miners", "two courts". It comes last: "the ministry" mostly is one named before.
func (r *reading) describeRest() {
	for i := range r.resolved {
		m := &r.a.Mentions[i]
		if m.Form != onrecord.Nominal || r.resolved[i].Actor != "" {
			continue
		}
		first, end := r.wordsIn(m.Core)
		head := r.headWord(m, first, end)
		if head < 0 || !tellsSector(r.words[head].key) {
			continue
		}
		role := roleRead{first: r.holderStart(head, first), end: head + 1, head: head}
		a := r.unnamed(m, &role)
		r.resolved[i] = onrecord.Resolution{Actor: a.ID, Why: "described", Certainty: 0.5}
	}
}
