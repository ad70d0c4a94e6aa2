package onrecord_test

import (
	"errors"
	"strings"
	"testing"

	"onrecord"
)

const told = "Weber said “no talks” were held."

func quote(words string) onrecord.Quote {
	at := strings.Index(told, words)
	return onrecord.Quote{Span: onrecord.Span{Start: at, End: at + len(words)}, Text: words}
}

func validEntry() *onrecord.Entry {
	cue, weber := quote("said"), quote("Weber")
	return &onrecord.Entry{
		Report: onrecord.Masthead{ID: "r1"},
		Text:   told,
		Actors: []onrecord.Actor{{ID: "person/weber", Name: "Weber"}},
		Statements: []onrecord.Statement{{
			ID: "s1", Speaker: onrecord.Speaker{Name: "Weber", Actor: "person/weber", Mention: &weber}, Cue: &cue,
			Content: []onrecord.Quote{quote("“no talks” were held")},
		}},
		Events: []onrecord.Event{{ID: "e1", Type: "CONSULT", Actor: onrecord.Party{Actor: "person/weber", Mention: &weber}, Claim: "s1", Evidence: quote("“no talks” were held")}},
	}
}

func TestCheckValidFindsEveryFault(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*onrecord.Entry)
		want  string // part of the message; "" for a valid entry
	}{
		{"nothing", func(*onrecord.Entry) {}, ""},
		{"no report id", func(e *onrecord.Entry) { e.Report.ID = "" }, "no report id"},
		{"broken text", func(e *onrecord.Entry) { e.Text = "\xff" }, "not UTF-8"},
		{"words changed", func(e *onrecord.Entry) { e.Statements[0].Content[0].Text = "no talk" }, "cuts"},
		{"outside", func(e *onrecord.Entry) { e.Statements[0].Cue.End = 999 }, "outside"},
		{"negative", func(e *onrecord.Entry) { e.Events[0].Evidence.Start = -1 }, "outside"},
		{"splits a rune", func(e *onrecord.Entry) {
			q := quote("“no talks”")
			q.Start++
			q.Text = told[q.Start:q.End]
			e.Clutter = []onrecord.Quote{q}
		}, "splits a rune"},
		{"no content", func(e *onrecord.Entry) { e.Statements[0].Content = nil }, "no content"},
		{"same id twice", func(e *onrecord.Entry) { e.Statements = append(e.Statements, e.Statements[0]) }, "used twice"},
		{"parent missing", func(e *onrecord.Entry) { e.Statements[0].Parent = "s9" }, "parent s9"},
		{"claim missing", func(e *onrecord.Entry) { e.Events[0].Claim = "s9" }, "claim s9"},
		{"no evidence", func(e *onrecord.Entry) { e.Events[0].Evidence = onrecord.Quote{} }, "no evidence"},
		{"actor missing", func(e *onrecord.Entry) { e.Actors = nil }, "actor person/weber"},
		{"recipient missing", func(e *onrecord.Entry) { e.Events[0].Recipient = &onrecord.Party{Actor: "XXX"} }, "actor XXX"},
		{"issue words", func(e *onrecord.Entry) {
			e.Issues = []onrecord.Issue{{Kind: "k", Words: &onrecord.Quote{Span: onrecord.Span{Start: 0, End: 1}, Text: "x"}}}
		}, "cuts"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := validEntry()
			c.spoil(e)
			err := e.CheckValid()
			switch {
			case c.want == "" && err != nil:
				t.Fatalf("valid entry refused: %v", err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Fatalf("got %v, want an error with %q", err, c.want)
			case err != nil && !errors.Is(err, onrecord.ErrInvalidEntry):
				t.Errorf("%v does not wrap ErrInvalidEntry", err)
			}
		})
	}
}

func TestDateGrains(t *testing.T) {
	for _, c := range []struct {
		date        onrecord.Date
		first, last string
	}{
		{"2015-12-29", "2015-12-29", "2015-12-29"},
		{"2016-02", "2016-02-01", "2016-02-29"},
		{"2015", "2015-01-01", "2015-12-31"},
		{"", "", ""},
		{"2015-13", "", ""},
		{"29 Dec 2015", "", ""},
		{"2015-12-29T10:00:00Z", "", ""},
	} {
		first, ok := c.date.First()
		last, _ := c.date.Last()
		if ok != (c.first != "") {
			t.Errorf("%q: known = %v", c.date, ok)
			continue
		}
		if ok && (onrecord.DateOf(first) != onrecord.Date(c.first) || onrecord.DateOf(last) != onrecord.Date(c.last)) {
			t.Errorf("%q: %v to %v, want %s to %s", c.date, first, last, c.first, c.last)
		}
		if _, err := onrecord.ParseDate(string(c.date)); (err == nil) != ok {
			t.Errorf("ParseDate(%q): %v", c.date, err)
		}
	}
}

func TestSpans(t *testing.T) {
	s := onrecord.Span{Start: 2, End: 5}
	if !s.Contains(onrecord.Span{Start: 2, End: 5}) || s.Contains(onrecord.Span{Start: 2, End: 6}) {
		t.Error("Contains takes the end as outside")
	}
	if s.Overlaps(onrecord.Span{Start: 5, End: 9}) || !s.Overlaps(onrecord.Span{Start: 4, End: 9}) {
		t.Error("Overlaps: touching spans share nothing")
	}
	if got := s.Cover(onrecord.Span{}); got != s {
		t.Errorf("Cover with nothing = %v", got)
	}
	if got := s.Cover(onrecord.Span{Start: 9, End: 10}); got != (onrecord.Span{Start: 2, End: 10}) {
		t.Errorf("Cover = %v", got)
	}
}

func TestTokensInASpan(t *testing.T) {
	a := &onrecord.Analysis{
		Tokens:    []onrecord.Token{{Span: onrecord.Span{Start: 0, End: 5}}, {Span: onrecord.Span{Start: 6, End: 10}}, {Span: onrecord.Span{Start: 11, End: 12}}},
		Sentences: []onrecord.Sentence{{First: 0, End: 2}, {First: 2, End: 3}},
	}
	if first, end := a.TokensIn(onrecord.Span{Start: 5, End: 10}); first != 1 || end != 2 {
		t.Errorf("TokensIn = %d, %d", first, end)
	}
	if first, end := a.TokensIn(onrecord.Span{Start: 6, End: 9}); first != 1 || end != 1 {
		t.Errorf("half a token is inside: %d, %d", first, end)
	}
	if got := a.SentenceOf(2); got != 1 {
		t.Errorf("SentenceOf(2) = %d", got)
	}
}
