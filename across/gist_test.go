package across

import (
	"testing"

	"onrecord"
	"onrecord/across/happenings"
	"onrecord/across/links"
	"onrecord/across/origins"
	"onrecord/store"
)

// TestAGistRefusesNoPair holds all events and reports of some days against each other: what is a pair must not be
// refused at a glance.
func TestAGistRefusesNoPair(t *testing.T) {
	text := []string{"The ferry between the two towns ran aground on a sandbank at dawn on Monday and forty people were taken off by fishing boats before the tide came in again."}
	pairs := map[string]int{}
	for dayA := range 50 {
		for dayB := range 50 {
			a, b := sheetOf("a", dayA, text), sheetOf("b", dayB, text)
			holdAgainst(t, pairs, store.ReportLine, &note{sheet: a}, &note{sheet: b}, glance{gist{report: "a"}, a.Day}, glance{gist{report: "b"}, b.Day})
		}
	}
	for _, a := range eventsOf("a") {
		for _, b := range eventsOf("b") {
			ofA, ofB := readBackGist(t, "a", a), readBackGist(t, "b", b)
			holdAgainst(t, pairs, store.EventLine, &note{event: &a}, &note{event: &b}, glance{ofA, a.From}, glance{ofB, b.From})
		}
	}
	if pairs[store.ReportLine] == 0 || pairs[store.EventLine] == 0 {
		t.Errorf("nothing was tried: %v", pairs)
	}
}

func holdAgainst(t *testing.T, pairs map[string]int, sort string, a, b *note, atA, atB glance) {
	t.Helper()
	if _, ok := compareNotes(twoLines{1, 2}, a, b); ok {
		pairs[sort]++
		if !mayBePair(sort, atA, atB) {
			t.Errorf("%s of day %d (longest %d) and of day %d (longest %d) are a pair and refused", sort, atA.day, atA.longest, atB.day, atB.longest)
		}
	}
}

// sheetOf is a report of a day; 0 is unknown.
func sheetOf(id onrecord.ReportID, day int, text []string) *origins.Sheet {
	s := origins.Read(&onrecord.Entry{Report: onrecord.Masthead{ID: id, Outlet: string(id)}}, text)
	s.Day = day
	return &s
}

// eventsOf are one act on several days, for a longer or shorter time, told or not.
func eventsOf(id onrecord.ReportID) (all []happenings.Event) {
	for from := range 20 {
		for long := range 8 {
			for _, told := range []bool{true, false} {
				all = append(all, happenings.Event{Report: id, From: from, To: from + long, Told: told, Type: "ASSAULT", Doer: "x", Recipient: "y", Terms: []string{"ambush", "patrol"}})
			}
		}
	}
	return all
}

// readBackGist packs the gist of a report with one event, and reads it again.
func readBackGist(t *testing.T, id onrecord.ReportID, v happenings.Event) gist {
	t.Helper()
	g, err := readGist(gistOf(id, []links.Claim{{Matter: "abcdef"}}, []happenings.Event{v}).pack())
	if err != nil || g.report != id || g.matter != "abcdef" {
		t.Fatalf("the gist of %s comes back as %+v, %v", id, g, err)
	}
	return g
}
