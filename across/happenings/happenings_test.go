package happenings_test

import (
	"strings"
	"testing"

	"onrecord"
	"onrecord/across/happenings"
)

// doer attacks in all reports.
const doer onrecord.ActorID = "blue-front"

// told is a report of an attack.
func told(id onrecord.ReportID, published, on onrecord.Date, recipient onrecord.ActorID, words string) *onrecord.Entry {
	e := &onrecord.Entry{Report: onrecord.Masthead{ID: id, Published: &published}, Text: words}
	v := onrecord.Event{ID: "e1", Type: "ASSAULT", Status: onrecord.Asserted, Evidence: onrecord.Quote{Span: onrecord.Span{End: len(words)}, Text: words},
		Actor: onrecord.Party{Name: string(doer), Actor: doer}}
	if recipient != "" {
		v.Recipient = &onrecord.Party{Name: string(recipient), Actor: recipient}
	}
	if on != "" {
		v.On = &onrecord.When{From: on, To: on}
	}
	e.Events = []onrecord.Event{v}
	return e
}

func TestCompare(t *testing.T) {
	first := told("aa", "2031-03-04", "2031-03-03", "NOR", "the Blue Front ambushed a patrol near the bridge and killed three soldiers")
	for _, c := range []struct {
		name  string
		other *onrecord.Entry
		want  bool
	}{
		{"another figure", told("bb", "2031-03-05", "2031-03-03", "NOR", "the Blue Front ambushed a patrol near the bridge and killed five soldiers"), true},
		{"no day told", told("bb", "2031-03-05", "", "NOR", "gunmen killed soldiers of a patrol near the bridge"), true},
		{"no recipient told", told("bb", "2031-03-04", "2031-03-03", "", "the Blue Front ambushed a patrol near the bridge"), true},
		{"a week later", told("bb", "2031-03-12", "2031-03-10", "NOR", "the Blue Front ambushed a patrol near the bridge and killed three soldiers"), false},
		{"another recipient", told("bb", "2031-03-04", "2031-03-03", "SWE", "the Blue Front shot at a ferry"), false},
		{"the same report", told("aa", "2031-03-04", "2031-03-03", "NOR", "the Blue Front ambushed a patrol near the bridge"), false},
	} {
		a, b := happenings.Events(first)[0], happenings.Events(c.other)[0]
		join, got := happenings.Compare(&a, &b)
		if got != c.want {
			t.Errorf("%s: one act %v, want %v", c.name, got, c.want)
		}
		if again, _ := happenings.Compare(&b, &a); again != join {
			t.Errorf("%s: the order of the arguments matters", c.name)
		}
	}
}

func TestFiguresStandSideBySide(t *testing.T) {
	e := told("aa", "2031-03-04", "2031-03-03", "NOR", "the Blue Front ambushed a patrol and killed three soldiers. Nine soldiers of the patrol were wounded. Five ships left")
	quote := func(from, to int) []onrecord.Quote {
		return []onrecord.Quote{{Span: onrecord.Span{Start: from, End: to}, Text: e.Text[from:to]}}
	}
	e.Statements = []onrecord.Statement{
		{ID: "s1", Speaker: onrecord.Speaker{Name: "the army"}, Content: quote(0, 58)},
		{ID: "s2", Speaker: onrecord.Speaker{Name: "a doctor"}, Content: quote(60, 99)},
		{ID: "s3", Speaker: onrecord.Speaker{Name: "a clerk"}, Content: quote(101, len(e.Text))},
	}
	got := happenings.Figures(e, &e.Events[0])
	if len(got) != 2 || got[0].N != 3 || got[0].What != "killed" || got[0].Speaker != "the army" || got[1].N != 9 || got[1].What != "wounded" || got[1].Speaker != "a doctor" {
		t.Errorf("figures: %+v", got)
	}
}

// TestMayCountRefusesNoFigure looks that a report is read wherever it has a figure of the event, and not wherever it has a
// number and a death.
func TestMayCountRefusesNoFigure(t *testing.T) {
	const ambush = "the Blue Front ambushed a patrol near the bridge"
	for text, want := range map[string]bool{
		ambush + " and killed three soldiers":                                                                         true,
		ambush + ".\nNear the bridge, said a doctor, nine men  of the\tpatrol had died":                               true,
		ambush + ".\nThree ships left the port":                                                                       false,
		ambush + ".\nA ferry sank and 12 died":                                                                        false,
		ambush + ".\nOf 12 who saw how the patrol came over the bridge on that morning in March none has died":        false,
		ambush + ".\n" + strings.Repeat("x", 3000) + " 12 killed":                                                     true,
		ambush + ".\nThe should of the dear did differ, though 12 of the patrol at the bridge showed a diet of deals": false,
	} {
		e := told("aa", "2031-03-04", "2031-03-03", "NOR", text)
		v := &e.Events[0]
		v.Evidence = onrecord.Quote{Span: onrecord.Span{End: len(ambush)}, Text: ambush}
		if got := happenings.MayCount(text, v); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
