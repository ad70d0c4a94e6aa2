package actors

import "onrecord"

// isForeignBody reports whether a body that several states have is not that of the actor: another state owns it in
// words ("Mexico's Senate", "the Kenyan Supreme Court"), or the report is about another.
func (f *finder) isForeignBody(h hit, e *entry) bool {
	if e.Kind != onrecord.BodyActor || e.Country == "" {
		return false
	}
	if owner := f.landBefore(h.first); owner != "" {
		return owner != e.Country
	}
	return f.isAboutOther(e.Country)
}

// landBefore gives the country whose name or adjective stands right before a word; "" if none does.
func (f *finder) landBefore(i int) string {
	if f.isPossessive(i-1) && f.words[i].gap == "" {
		i--
	}
	if i == 0 || f.words[i].gap != "" {
		return ""
	}
	n := f.table.names.next(f.words[i-1].key)
	if n == nil {
		return ""
	}
	for _, s := range n.ends {
		if e := &f.table.entries[s.actor]; e.Kind == onrecord.StateActor && (s.use == asAdjective || s.use == asName) {
			return e.Country
		}
	}
	return ""
}

// How much oftener than the actor's own state another must be named for the report to be about it.
const (
	timesOther = 2
	leastOther = 3
)

// isAboutOther reports whether another state is named much oftener than a country's own.
func (f *finder) isAboutOther(country string) bool {
	own, ok := f.table.index[onrecord.ActorID(country)]
	if !ok {
		return false
	}
	most := 0
	for i, n := range f.sure {
		if i != own && f.table.entries[i].Kind == onrecord.StateActor {
			most = max(most, n)
		}
	}
	return most >= leastOther && most > timesOther*f.sure[own]
}
