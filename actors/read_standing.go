package actors

import (
	"slices"
	"strings"

	"onrecord"
)

// readStanding reads beside the name of a party whether it governs, and beside that of
// a person whom no title sorts what he is: "Rep. Ola Berg", "Ola Berg of the
// opposition Harmony party".
func (r *reading) readStanding(a *onrecord.Actor, beside [][2]string) {
	isParty := len(a.Sectors) > 0 && a.Sectors[0] == "PTY"
	for _, b := range beside {
		words := strings.Fields(b[0])
		switch {
		case isParty && slices.Contains(words, "opposition"):
			a.Sectors[0] = "OPP"
		case isParty && (slices.Contains(words, "ruling") || slices.Contains(words, "governing")):
			a.Sectors[0] = "GOV"
		case a.Kind == onrecord.PersonActor && len(a.Sectors) == 0 && r.table.find(a.ID) == nil:
			if told := firstSector(b[0], b[1]); told != "" {
				a.Sectors = []string{told}
			}
		}
	}
}

func firstSector(texts ...string) string {
	for _, t := range texts {
		if s := sectorOf(t); s != "" {
			return s
		}
	}
	return ""
}

// How many words before and behind a name may tell what its bearer is.
const (
	besideBefore = 3
	besideBehind = 8
	mostBeside   = 4 // places of a name
)

// wordsBeside gives, for the places of each name, the words before it and those of an
// apposition or "of" behind it.
func (r *reading) wordsBeside() map[onrecord.ActorID][][2]string {
	beside := map[onrecord.ActorID][][2]string{}
	for i := range r.resolved {
		id := r.resolved[i].Actor
		if id == "" || r.a.Mentions[i].Form != onrecord.Name || len(beside[id]) >= mostBeside {
			continue
		}
		first, end := r.wordsIn(r.a.Mentions[i].Span)
		if first >= end {
			continue
		}
		from, to := r.sentenceAt(first)
		beside[id] = append(beside[id], [2]string{r.keysOf(max(from, first-besideBefore), first), r.tailOf(end, to)})
	}
	return beside
}

// tailOf gives the words behind a name that follow a comma or "of".
func (r *reading) tailOf(end, to int) string {
	if end >= to || !strings.HasPrefix(r.words[end].gap, ",") && r.words[end].key != "of" {
		return ""
	}
	return r.keysOf(end, min(to, end+besideBehind))
}

func (r *reading) keysOf(first, end int) string {
	var b strings.Builder
	for i := first; i < end && i < len(r.words); i++ {
		b.WriteString(r.words[i].key)
		b.WriteByte(' ')
	}
	return b.String()
}
