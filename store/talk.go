package store

import (
	"cmp"
	"maps"
	"slices"

	"onrecord"
)

// Talk tells how many lines of a time are somebody's, or are about somebody. Stores add it up as entries come
// and go, so that the most frequent names cost no more to count than others.
type Talk struct {
	TalkKey
	N int
}

// TalkKey is what is counted together. The one who speaks also speaks for others: a line counts for both.
type TalkKey struct {
	By, About onrecord.ActorID // "" counts all
	Sort      string           // StatementLine or EventLine
	What      string           // a kind of statement, a type of event; "" but where neither By nor About is told
	From, To  string           // months of the first and the last day; "" if unknown
}

// Talks counts the lines of an entry; lines are those that [Lines] makes of it. Of those who are only described their own
// lines are counted, and not about whom they are.
func Talks(e *onrecord.Entry, lines []Line) []Talk {
	n := talkCount{}
	for i := range e.Statements {
		l := &lines[1+i]
		n.add(l, string(e.Statements[i].Kind), onlyNamed([]onrecord.ActorID{l.Doer, l.For}), l.About)
	}
	for i := range e.Events {
		l := &lines[1+len(e.Statements)+i]
		n.add(l, string(e.Events[i].Type), onlyNamed([]onrecord.ActorID{l.Doer}), nil)
	}
	all := make([]Talk, 0, len(n))
	for _, key := range slices.SortedFunc(maps.Keys(n), compareTalk) {
		all = append(all, Talk{key, n[key]})
	}
	return all
}

// idOf gives the actor whom a name means in the entry; "" if none.
func (n aliases) idOf(name string) onrecord.ActorID {
	if a := n.byName[name]; a != nil {
		return a.ID
	}
	return ""
}

// onlyNamed leaves out who is not known or only described, and repetitions.
func onlyNamed(ids []onrecord.ActorID) []onrecord.ActorID {
	ids = slices.DeleteFunc(ids, func(id onrecord.ActorID) bool { return id == "" || isUnnamed(id) })
	slices.Sort(ids)
	return slices.Compact(ids)
}

// talkCount is how many lines there are of each key.
type talkCount map[TalkKey]int

// add counts a line for all, for each whose it is, for each whom it is about, and for each two of them.
func (n talkCount) add(l *Line, what string, by, about []onrecord.ActorID) {
	of := TalkKey{Sort: l.Sort, From: monthOf(l.From), To: monthOf(l.To)}
	all := of
	all.What = what
	n[all]++
	for _, of.By = range append([]onrecord.ActorID{""}, by...) {
		for _, of.About = range append([]onrecord.ActorID{""}, about...) {
			if of.By != "" || of.About != "" {
				n[of]++
			}
		}
	}
	if isUnnamed(l.Doer) {
		of.By, of.About = l.Doer, ""
		n[of]++
	}
}

func monthOf(day string) string { return day[:min(len("2006-01"), len(day))] }

func compareTalk(a, b TalkKey) int {
	return cmp.Or(cmp.Compare(a.By, b.By), cmp.Compare(a.About, b.About), cmp.Compare(a.Sort, b.Sort), cmp.Compare(a.What, b.What), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
}
