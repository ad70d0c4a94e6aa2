package screen

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord"
	"onrecord/store"
	"onrecord/store/storetest"
)

func shown(t *testing.T, width int, colour bool, show func(*Screen) error) string {
	t.Helper()
	var out bytes.Buffer
	if err := show(New(&out, width, colour)); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestRecord(t *testing.T) {
	got := shown(t, 80, false, func(s *Screen) error { return s.Record(storetest.Embassy()) })
	want := `The Norland Gazette · 2031-03-04
Norland to recall envoy
aa01 aa01.txt

s1  SAID   Anna Weber (Foreign Minister; for Norland) on 2031-03-03 about
           Norland, Sudland                                        assert, mixed
           “Norland “will recall its ambassador” from Südland”            58-112
s2  SAID   A spokesman for Sudland (for Sudland; not named) via Norland Press
                                                                  deny, indirect
           “any breach”                                                  145-155
e1  DID    Norland REDUCE Sudland                    planned by Anna Weber in s1
           “recall its ambassador”                                         74-95
`
	if got != want {
		t.Errorf("record:\n%s\nwant:\n%s", got, want)
	}
}

func TestWhenWordsIntervals(t *testing.T) {
	for _, c := range []struct {
		from, to onrecord.Date
		want     string
	}{
		{"2031-03-03", "2031-03-03", " on 2031-03-03"},
		{"2031-03", "2031-03", " in 2031-03"},
		{"2031-02-01", "2031-02-28", " in 2031-02"},
		{"2031-01-01", "2031-12-31", " in 2031"},
		{"2031-02-01", "2031-02-27", " between 2031-02-01 and 2031-02-27"},
		{"2031-03-03", "", " since 2031-03-03"},
		{"", "2031", " until 2031"},
		{"", "", ""},
		{"2", "3", " between 2 and 3"},
	} {
		if got := when(&onrecord.When{From: c.from, To: c.to}); got != c.want {
			t.Errorf("%s to %s: %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestMarkedText(t *testing.T) {
	e := storetest.Embassy()
	e.Text += "\n\n\n\nShare this story"
	e.Clutter = []onrecord.Quote{{Span: onrecord.Span{Start: len(e.Text) - 16, End: len(e.Text)}, Text: "Share this story"}}
	got := shown(t, 80, false, func(s *Screen) error { return s.Marked(e) })
	want := `NORHAVEN: Foreign Minister Anna Weber said on Monday that [s1` + "\u00a0" + `Norland “will
[e1` + "\u00a0" + `recall its ambassador]” from Südland]. A spokesman for Sudland denied
[s2` + "\u00a0" + `any breach], the Norland Press reported.

[clutter` + "\u00a0" + `Share this story]

`
	if _, text, _ := strings.Cut(got, "\n\n"); !strings.HasPrefix(text, want) {
		t.Errorf("text:\n%s\nwant:\n%s", text, want)
	}
}

func TestHits(t *testing.T) {
	e := storetest.Embassy()
	hits := []store.Hit{{Entry: e, Statement: &e.Statements[1]}, {Entry: e, Event: &e.Events[0]}, {Entry: e}}
	got := shown(t, 80, false, func(s *Screen) error { return s.Hits(hits, []string{"monday"}) })
	for _, want := range []string{"2031-03-04 · Norland to recall envoy", "s2  SAID   A spokesman", "e1  DID    Norland", "TEXT   NORHAVEN: Foreign"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing from\n%s", want, got)
		}
	}
}

func TestExcerptShowsTheWord(t *testing.T) {
	text := strings.Repeat("Nobody spoke. ", 100) + "The Harbour burned. " + strings.Repeat("Nobody spoke. ", 100)
	if got := excerpt(text, []string{"harbour"}); !strings.Contains(got, "The Harbour burned") || !strings.HasPrefix(got, "… ") || len(got) > 260 {
		t.Errorf("excerpt: %s", got)
	}
	for _, odd := range []string{"", "İİİİ harbour", strings.Repeat("ö", 400) + "harbour"} {
		if got := excerpt(odd, []string{"harbour"}); utf8.RuneCountInString(got) > 240 {
			t.Errorf("excerpt of %q: %q", odd, got)
		}
	}
}

var sgr = regexp.MustCompile("\x1b\\[[0-9;]*m")

func TestColourChangesNothingElse(t *testing.T) {
	for name, show := range map[string]func(*Screen) error{
		"record": func(s *Screen) error { return s.Record(storetest.Embassy()) },
		"marked": func(s *Screen) error { return s.Marked(storetest.Embassy()) },
	} {
		coloured := shown(t, 80, true, show)
		if !strings.Contains(coloured, "\x1b[1;36mSAID\x1b[0m") {
			t.Errorf("%s: no colour", name)
		}
		if got, want := sgr.ReplaceAllString(coloured, ""), shown(t, 80, false, show); got != want {
			t.Errorf("%s: without its colours:\n%s\nwant:\n%s", name, got, want)
		}
	}
}

// TestHostileWordsStayWords shows a report that tries to steer the terminal.
func TestHostileWordsStayWords(t *testing.T) {
	evil := "\x1b[2J\x1b]0;owned\x07 \u202etxet\u202c \u009b31m \r\n\x00"
	e := storetest.Embassy()
	e.Text = evil + e.Text
	e.Report.Headline, e.Report.Outlet, e.Report.Byline, e.Report.Source = evil, evil, []string{evil}, evil
	e.Statements[0].Speaker.Name, e.Statements[0].About = evil, []string{evil}
	e.Events[0].Place, e.Events[0].By, e.Events[0].Mode = evil, evil, evil
	e.Issues = []onrecord.Issue{{Station: "clean", Kind: evil, Note: evil}}
	out := shown(t, 80, false, func(s *Screen) error { return s.Marked(e) }) +
		shown(t, 80, false, func(s *Screen) error { return s.Hits([]store.Hit{{Entry: e}}, []string{evil}) })
	for _, r := range out {
		if r != '\n' && (r < ' ' || r >= 0x7f && r < 0xa0) || isDirection(r) {
			t.Fatalf("%U reaches the terminal in %q", r, out)
		}
	}
}

func TestLinesKeepToTheWidth(t *testing.T) {
	e := storetest.Embassy()
	e.Text += strings.Repeat(" 会談は月曜日に 終わった a\u0301", 50)
	for _, width := range []int{40, 57, 80, 120} {
		out := shown(t, width, true, func(s *Screen) error { return s.Marked(e) })
		for line := range strings.SplitSeq(sgr.ReplaceAllString(out, ""), "\n") {
			if columns(line) > width {
				t.Errorf("width %d: %d columns in %q", width, columns(line), line)
			}
		}
	}
}

func FuzzMarked(f *testing.F) {
	f.Add("some words\n\nmore words", 0, 4, 2, 9)
	f.Add("\x1b\xff é会", 1, 3, 0, 7)
	f.Fuzz(func(t *testing.T, text string, s1, e1, s2, e2 int) {
		clip := func(a, b int) onrecord.Span {
			a, b = max(0, min(a, len(text))), max(0, min(b, len(text)))
			return onrecord.Span{Start: min(a, b), End: max(a, b)}
		}
		e := storetest.Undated()
		e.Text = text
		quote := func(s onrecord.Span) onrecord.Quote { return onrecord.Quote{Span: s, Text: text[s.Start:s.End]} }
		e.Clutter = []onrecord.Quote{quote(clip(s1, e1))}
		e.Statements[0].Content = []onrecord.Quote{quote(clip(s2, e2)), quote(clip(s1, e2))}
		var out bytes.Buffer
		if err := New(&out, 80, false).Marked(e); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out.String(), "\x1b") {
			t.Fatalf("an escape of the text reaches the terminal: %q", out.String())
		}
	})
}

func BenchmarkMarked(b *testing.B) {
	e := storetest.Embassy()
	e.Text += strings.Repeat("\n\nNobody spoke, and the talks went on.", 2000)
	for b.Loop() {
		if err := New(&bytes.Buffer{}, 80, true).Marked(e); err != nil {
			b.Fatal(err)
		}
	}
}
