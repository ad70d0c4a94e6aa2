package store

import (
	"cmp"
	"maps"
	"slices"
	"strings"

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

// Talks counts the lines of an entry; lines are those that [Lines] makes of it. Who is only described is left out.
func Talks(e *onrecord.Entry, lines []Line) []Talk {
	names := namesOf(e.Actors)
	n := map[TalkKey]int{}
	for i := range e.Statements {
		s := &e.Statements[i]
		by := []onrecord.ActorID{s.Speaker.Actor}
		if whole := names.byName[s.Speaker.For]; whole != nil {
			by = append(by, whole.ID)
		}
		var about []onrecord.ActorID
		for _, name := range s.About {
			if a := names.byName[name]; a != nil {
				about = append(about, a.ID)
			}
		}
		countTalk(n, &lines[1+i], string(s.Kind), theKnown(by), theKnown(about))
	}
	for i := range e.Events {
		v := &e.Events[i]
		countTalk(n, &lines[1+len(e.Statements)+i], string(v.Type), theKnown([]onrecord.ActorID{v.Actor.Actor}), nil)
	}
	all := make([]Talk, 0, len(n))
	for _, key := range slices.SortedFunc(maps.Keys(n), compareTalk) {
		all = append(all, Talk{key, n[key]})
	}
	return all
}

func countTalk(n map[TalkKey]int, l *Line, what string, by, about []onrecord.ActorID) {
	key := TalkKey{Sort: l.Sort, From: month(l.From), To: month(l.To)}
	of := func(by, about onrecord.ActorID, what string) TalkKey {
		key.By, key.About, key.What = by, about, what
		return key
	}
	n[of("", "", what)]++
	for _, b := range by {
		n[of(b, "", "")]++
		for _, a := range about {
			n[of(b, a, "")]++
		}
	}
	for _, a := range about {
		n[of("", a, "")]++
	}
}

// theKnown leaves out who is not known or only described, and repetitions.
func theKnown(ids []onrecord.ActorID) []onrecord.ActorID {
	ids = slices.DeleteFunc(ids, func(id onrecord.ActorID) bool { return id == "" || strings.HasPrefix(string(id), "unnamed/") })
	slices.Sort(ids)
	return slices.Compact(ids)
}

func month(day string) string { return day[:min(len("2006-01"), len(day))] }

func compareTalk(a, b TalkKey) int {
	return cmp.Or(cmp.Compare(a.By, b.By), cmp.Compare(a.About, b.About), cmp.Compare(a.Sort, b.Sort), cmp.Compare(a.What, b.What), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
}
