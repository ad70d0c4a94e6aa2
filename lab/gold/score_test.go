package gold

import (
	"strings"
	"testing"

	"onrecord"
)

func TestNamesMatchByTheirTellingWords(t *testing.T) {
	groups := aliases{{"Islamic State", "Daesh"}, {"Taliban", "the movement"}}
	for _, c := range []struct {
		gold, predicted string
		want            bool
	}{
		{"Norway", "Norway", true},
		{"Russia", "Moscow", true},
		{"United States", "the U.S.", true},
		{"Anna Weber", "Weber", true},
		{"Anna Weber", "Minister Anna Weber", true},
		{"Russian Foreign Ministry", "Iranian Foreign Ministry", false},
		{"Russian Foreign Ministry", "Russian Defense Ministry", false},
		{"South Sudan", "Sudan", false},
		{"Islamic State", "Daesh", true},
		{"Islamic State", "State Department", false},
		{"Taliban", "the movement", true},
		{"Russia", "Vladimir Putin", false},
		{"Donald Trump", "Trump administration", false},
	} {
		if got := groups.same(c.gold, []string{c.predicted}); got != c.want {
			t.Errorf("same(%q, %q) = %v, want %v", c.gold, c.predicted, got, c.want)
		}
	}
}

func TestDatesMustBeInsideANarrowInterval(t *testing.T) {
	for _, c := range []struct {
		gold string
		when *onrecord.When
		want bool
	}{
		{"2015-12-29", &onrecord.When{From: "2015-12-27", To: "2015-12-30"}, true},
		{"2015-12-29", &onrecord.When{From: "2015-12-01", To: "2015-12-31"}, false},
		{"2015", &onrecord.When{From: "2015-03-01", To: "2015-03-31"}, true},
		{"2015-02", &onrecord.When{From: "2015-02", To: "2015-02"}, true},
		{"", nil, true},
		{"", &onrecord.When{From: "2015-12-29", To: "2015-12-29"}, false},
		{"2015-12-29", nil, false},
	} {
		if got := dateRight(c.gold, c.when); got != c.want {
			t.Errorf("dateRight(%q, %v) = %v, want %v", c.gold, c.when, got, c.want)
		}
	}
}

// worked is an article and the entry that a perfect reader makes of it.
func worked() (*Article, *onrecord.Entry) {
	text := "OSLO: On Tuesday the agency Nordpress quoted Anna Weber as saying that Norland met the rebels.\n\nRead more: ten best beaches\n\nThe rebels denied any talks."
	a := &Article{
		ID: "x", Outlet: "The Daily", Headline: "Talks", Published: "2015-12-30", Text: text, Clutter: []string{"Read more: ten best beaches"},
		Statements: []Statement{
			{Speaker: "Anna Weber", For: "Norland", Named: true, Via: []string{"Nordpress"}, Cue: "quoted", Kind: "assert", Form: "indirect",
				Content: []string{"Norland met the rebels"}, SaidOn: "2015-12-29", About: []string{"Norland"}},
			{Speaker: "The rebels", Named: true, Cue: "denied", Kind: "deny", Form: "indirect", Content: []string{"any talks"}},
		},
		Events: []Event{{Actor: "Norland", Recipient: "rebels", Type: "CONSULT", Status: "disputed", By: "Anna Weber", Date: "2015-12", Evidence: "Norland met the rebels"}},
	}
	a.Dateline.Place = "Oslo"
	quote := func(s string) onrecord.Quote {
		at := strings.Index(text, s)
		return onrecord.Quote{Span: onrecord.Span{Start: at, End: at + len(s)}, Text: s}
	}
	cue, denied, published := quote("quoted"), quote("denied"), onrecord.Date("2015-12-30")
	e := &onrecord.Entry{
		Report: onrecord.Masthead{ID: "1", Outlet: "The Daily", Headline: "Talks", Published: &published, Dateline: onrecord.Dateline{Place: "Oslo"}},
		Text:   text, Clutter: []onrecord.Quote{quote("Read more: ten best beaches")},
		Statements: []onrecord.Statement{
			{ID: "s1", Speaker: onrecord.Speaker{Name: "Anna Weber", For: "Norland", Named: true}, Via: []onrecord.Hop{{Name: "Nordpress"}}, Cue: &cue,
				Content: []onrecord.Quote{quote("Norland met the rebels")}, Kind: "assert", Form: "indirect",
				SaidOn: &onrecord.When{From: "2015-12-29", To: "2015-12-29"}, About: []string{"Norland"}},
			{ID: "s2", Speaker: onrecord.Speaker{Name: "the rebels", Named: true}, Cue: &denied, Content: []onrecord.Quote{quote("any talks")}, Kind: "deny", Form: "indirect"},
		},
		Events: []onrecord.Event{{ID: "e1", Type: "CONSULT", Actor: onrecord.Party{Name: "the rebels"}, Recipient: &onrecord.Party{Name: "Norland"},
			Status: "disputed", By: "Anna Weber", On: &onrecord.When{From: "2015-12-03", To: "2015-12-03"}, Evidence: quote("Norland met the rebels")}},
	}
	return a, e
}

func TestPerfectEntryScoresFull(t *testing.T) {
	s := Score(worked())
	for _, f := range s.Figures("x") {
		if f.Value != 100 {
			t.Errorf("%s = %.1f, want 100", f.Measure, f.Value)
		}
	}
	if len(s.Faults) > 0 {
		t.Errorf("faults of a perfect entry: %q", s.Faults)
	}
}

func TestFaultsLowerTheRightFigure(t *testing.T) {
	for _, c := range []struct {
		name, measure string
		spoil         func(*onrecord.Entry)
		want          float64
	}{
		{"wrong speaker", "statements with speaker F1", func(e *onrecord.Entry) { e.Statements[0].Speaker.Name = "Sergei Ivanov" }, 50},
		{"wrong cue", "statements F1", func(e *onrecord.Entry) { e.Statements[0].Cue.Text = "claims" }, 50},
		{"twice", "statements F1", func(e *onrecord.Entry) { e.Statements = append(e.Statements, e.Statements...) }, 200.0 / 3},
		{"hop lost", "via", func(e *onrecord.Entry) { e.Statements[0].Via = nil }, 50},
		{"clutter kept", "clutter removed", func(e *onrecord.Entry) { e.Clutter = nil }, 0},
		{"event type", "events by type F1", func(e *onrecord.Entry) { e.Events[0].Type = "ASSAULT" }, 0},
		{"SAY is not scored", "events by type F1", func(e *onrecord.Entry) {
			e.Events = append(e.Events, onrecord.Event{Type: "SAY"})
		}, 100},
	} {
		a, e := worked()
		c.spoil(e)
		for _, f := range Score(a, e).Figures("x") {
			if f.Measure == c.measure && (f.Value < c.want-.01 || f.Value > c.want+.01) {
				t.Errorf("%s: %s = %.2f, want %.2f", c.name, c.measure, f.Value, c.want)
			}
		}
	}
}
