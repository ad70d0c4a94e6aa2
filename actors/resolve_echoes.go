package actors

import (
	"sort"

	"onrecord"
)

// resolveEchoes resolves "the ministry" and "the company" where neither their own
// words nor their chain tell, and lets their chain follow.
func (r *reading) resolveEchoes() {
	for i := range r.a.Mentions {
		m := &r.a.Mentions[i]
		if m.Form != onrecord.Nominal || r.resolved[i].Actor != "" {
			continue
		}
		first, end := r.wordsIn(m.Core)
		head := r.headWord(m, first, end)
		if head < 0 || r.bodyHeadedBy(head) != nil {
			continue
		}
		if r.resolved[i] = r.resolveEcho(first, head); r.resolved[i].Actor != "" && m.Chain >= 0 && m.Chain < len(r.a.Chains) {
			r.followFrom(&r.a.Chains[m.Chain], i)
		}
	}
}

// followFrom gives the mentions of a chain that mean nobody yet the actor of one.
func (r *reading) followFrom(chain *onrecord.Chain, from int) {
	for _, k := range chain.Mentions {
		if k >= 0 && k < len(r.resolved) && r.resolved[k].Actor == "" {
			r.follow(k, from)
		}
	}
}

// resolveEcho resolves "the ministry", "the institute".
func (r *reading) resolveEcho(first, head int) onrecord.Resolution {
	if head != first+1 || r.words[first].key != "the" || r.words[head].shape != lower {
		return onrecord.Resolution{}
	}
	id := r.echoOf(head)
	if id == "" {
		id = r.kindMeant(head)
	}
	if id == "" {
		return onrecord.Resolution{}
	}
	return onrecord.Resolution{Actor: id, For: r.speaksFor(id), Named: true, Why: "named before", Certainty: 0.65}
}

// mediaMeant reads "the Russian channel", "the agency": the last outlet named
// before, of that country if one is told.
func (r *reading) mediaMeant(first, head int) *found {
	if !isListed("outlet", r.words[head].key) || !isListed("definite", r.words[first].key) || head-first > 2 {
		return nil
	}
	country := ""
	if n := r.name(first + 1); n != nil {
		country = r.entry(n).Country
	} else if head-first > 1 {
		return nil
	}
	last := sort.Search(len(r.names), func(k int) bool { return r.names[k].end > first })
	for i := last - 1; i >= max(0, last-maxLookBack); i-- {
		n := &r.names[i]
		if e := r.entry(n); n.end <= first && e.Kind == onrecord.MediaActor && e.Hop != onrecord.NetworkHop && (country == "" || e.Country == country) {
			return n
		}
	}
	return nil
}
