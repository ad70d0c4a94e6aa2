package actors

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"onrecord"
	"onrecord/codebook"
)

// completeCodes gives the actors that no table knows the sector that their words tell
// and the country that the report is about.
func (r *reading) completeCodes(actors []onrecord.Actor) {
	home := string(r.homeOfReport())
	beside := r.wordsBeside()
	for i := range actors {
		a := &actors[i]
		if a.Country == "NGO" && len(a.Sectors) == 0 {
			a.Sectors = []string{"SOC"}
		}
		isOfBody := a.Country != "" && codebook.CountryByCode(a.Country) == nil
		if isOfBody || r.table.find(a.ID) != nil && a.Kind != onrecord.PersonActor {
			continue
		}
		r.completeSector(a)
		r.readStanding(a, beside[a.ID])
		if a.Country == "" && isOfSomeLand(a) {
			a.Country = home
		}
	}
}

// homeOfReport gives the state where the report was filed, else the one in which most
// of the places and actors lie that it names; "" if no one is.
func (r *reading) homeOfReport() onrecord.ActorID {
	if home := r.home(); home != "" {
		return home
	}
	count := map[onrecord.ActorID]int{}
	for i := range r.resolved {
		a := r.actorHere(r.resolved[i].Actor)
		if a == nil || r.a.Mentions[i].Form != onrecord.Name {
			continue
		}
		if id := onrecord.ActorID(a.Country); r.table.find(id) != nil {
			count[id] += weightOfNaming(a)
		}
	}
	best, second := onrecord.ActorID(""), 0
	for _, id := range slices.Sorted(maps.Keys(count)) {
		switch n := count[id]; {
		case n > count[best]:
			best, second = id, count[best]
		case n > second:
			second = n
		}
	}
	if count[best] == second {
		return ""
	}
	return best
}

// weightOfNaming: a report names the towns of the country that it is about, and the
// names of others.
func weightOfNaming(a *onrecord.Actor) int {
	if a.Kind == onrecord.PlaceActor {
		return 3
	}
	return 2
}

// isOfSomeLand reports whether an actor belongs to a country at all: those who flee
// and those who report belong to none that a code tells.
func isOfSomeLand(a *onrecord.Actor) bool {
	switch a.Kind {
	case onrecord.PersonActor, onrecord.PeopleActor, onrecord.OrgActor:
		return len(a.Sectors) > 0 && a.Sectors[0] != "REF" && a.Sectors[0] != "JRN"
	}
	return false
}

// completeSector reads the sector off the words of a description, the title of a
// person, the name of an organisation. A title that tells more than whom one serves
// goes first: a general serves the state, and is of its army.
func (r *reading) completeSector(a *onrecord.Actor) {
	told := ""
	switch {
	case strings.HasPrefix(string(a.ID), "unnamed/"), a.Kind == onrecord.OrgActor:
		told = sectorOf(a.Name)
	case a.Kind == onrecord.PersonActor && r.table.find(a.ID) == nil:
		for i := range a.Roles {
			if told == "" {
				told = sectorOf(a.Roles[i].Title)
			}
		}
	}
	isDescribed := strings.HasPrefix(string(a.ID), "unnamed/") && a.Country == ""
	if told == "" || len(a.Sectors) > 0 && (a.Sectors[0] == told || !isDescribed && !yieldsTo(a.Sectors[0], told)) {
		return
	}
	a.Sectors = append([]string{told}, slices.DeleteFunc(slices.Clone(a.Sectors), func(s string) bool { return s == "GOV" || s == "CVL" || s == told })...)
}

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

// yieldsTo reports whether a sector that only the one served has makes way for the one
// that the words tell.
func yieldsTo(known, told string) bool {
	switch known {
	case "GOV":
		return slices.Contains([]string{"MIL", "JUD", "LEG", "COP", "OPP", "SPY", "ELI"}, told)
	case "CVL", "PTY":
		return told != "GOV"
	}
	return false
}

// sectorRow is a sector with the words that tell it.
type sectorRow struct {
	sector      string
	words, weak map[string]bool
}

var sectorRows = sync.OnceValue(func() []sectorRow {
	var rows []sectorRow
	data, err := tableFiles.ReadFile("tables/sectors.tsv")
	if err != nil {
		return nil
	}
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(cells) != 3 || cells[0] == "sector" {
			continue
		}
		rows = append(rows, sectorRow{cells[0], wordSet(cells[1]), wordSet(cells[2])})
	}
	return rows
})

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// tellsSector reports whether a word names people or bodies of one sector for sure.
func tellsSector(word string) bool {
	return slices.ContainsFunc(sectorRows(), func(row sectorRow) bool { return row.words[word] })
}

// withoutOfficeGeneral drops the "general" of a secretary general, who is no soldier.
func withoutOfficeGeneral(words []string) []string {
	kept := make([]string, 0, len(words))
	for i, w := range words {
		if w == "general" && i > 0 && slices.Contains([]string{"secretary", "attorney", "director", "consul", "inspector", "governor", "prosecutor", "solicitor"}, words[i-1]) {
			continue
		}
		kept = append(kept, w)
	}
	return kept
}

// maxSectorWords bounds the words of a name that are looked at.
const maxSectorWords = 12

// sectorOf gives the sector that words tell, by the first row of the table that has
// one of them; "" if none has.
func sectorOf(words string) string {
	list := strings.FieldsFunc(strings.ToLower(words), func(c rune) bool { return c == ' ' || c == ',' || c == '\'' || c == '’' })
	list = withoutOfficeGeneral(list[:min(len(list), maxSectorWords)])
	for _, row := range sectorRows() {
		if slices.ContainsFunc(list, func(w string) bool { return row.words[w] }) {
			return row.sector
		}
	}
	for _, row := range sectorRows() {
		if slices.ContainsFunc(list, func(w string) bool { return row.weak[w] }) {
			return row.sector
		}
	}
	return ""
}
