package language

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"onrecord"
)

func drawDay(t *rapid.T, label string) time.Time {
	days := rapid.IntRange(0, 200*365).Draw(t, label)
	return time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days)
}

func TestWeekdaysCountRightFromEveryDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		published := drawDay(t, "published")
		weekday := time.Weekday(rapid.IntRange(0, 6).Draw(t, "weekday"))
		tests := []struct {
			sentence  string
			low, high int // days from the report to the time told
		}{
			{"He spoke on " + weekday.String() + ".", -6, 0},
			{"He spoke last " + weekday.String() + ".", -7, -1},
			{"He will speak next " + weekday.String() + ".", 1, 7},
			{"He will speak on " + weekday.String() + ".", 0, 6},
		}
		for _, test := range tests {
			times := timesIn(test.sentence, onrecord.DateOf(published))
			if len(times) != 1 || times[0].From != times[0].To {
				t.Fatalf("%s: %+v", test.sentence, times)
			}
			day, _ := times[0].From.First()
			away := int(day.Sub(published).Hours() / 24)
			if day.Weekday() != weekday || away < test.low || away > test.high {
				t.Fatalf("%s published %s: %s", test.sentence, published.Format(time.DateOnly), times[0].From)
			}
		}
	})
}

func TestTimesHoldTogether(t *testing.T) {
	words := strings.Fields(`Monday , Dec. 23 2014 last next year 's first quarter of the week early late in 31 two to
		years ago and a half earlier day before 1990s 9999 99999999 February 30 at 5 p.m. '80s ’82 - “ ” Friday night will
		was summer weekend century 21st every month GMT 12:61 2019-13-45 7/8/07 the past few days now minutes 000 decade`)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 30).Draw(t, "words"), " ")
		published := onrecord.DateOf(drawDay(t, "published"))
		if rapid.Bool().Draw(t, "undated") {
			published = ""
		}
		checkTimes(t, text, timesIn(text, published))
	})
}

// fataler is what tests, fuzz tests and property tests share.
type fataler interface{ Fatalf(string, ...any) }

// checkTimes tests what holds for the times of any text.
func checkTimes(t fataler, text string, times []onrecord.Time) {
	end := 0
	for _, x := range times {
		switch {
		case x.Start < end || x.End <= x.Start || x.End > len(text):
			t.Fatalf("%q: span [%d,%d) after %d", text, x.Start, x.End, end)
		case utf8.ValidString(text) && !utf8.ValidString(text[x.Start:x.End]):
			t.Fatalf("%q: span [%d,%d) splits a rune", text, x.Start, x.End)
		case x.Kind == "" || x.Rule == "":
			t.Fatalf("%q: no kind or rule: %+v", text, x)
		case (x.From == "") != (x.To == ""):
			t.Fatalf("%q: half an interval: %+v", text, x)
		}
		end = x.End
		if x.From == "" {
			continue
		}
		from, okFrom := x.From.First()
		to, okTo := x.To.Last()
		if !okFrom || !okTo || !x.From.IsDay() || !x.To.IsDay() || to.Before(from) {
			t.Fatalf("%q: interval %s..%s", text, x.From, x.To)
		}
	}
}

func FuzzReadTimes(f *testing.F) {
	f.Add("On Tuesday, Dec. 29, 2015 at 5 p.m. EST he said the talks of last year's first quarter", "2015-12-30")
	f.Add("'80s ’82 1/2 2 1/2 years 10.30 a.m. the early 1990s", "")
	f.Add("nineteen ninety-six hundred thousand million million years ago", "0001-01-01")
	f.Add("next century in 9999 a decade later", "9999-12-31")
	f.Fuzz(func(t *testing.T, text, published string) {
		checkTimes(t, text, timesIn(text, onrecord.Date(published)))
	})
}

func BenchmarkReadTimes(b *testing.B) {
	text := strings.Repeat("On Tuesday, the agency quoted the envoy, who was ambassador from 2004 to 2009, as saying that "+
		"the government would support the efforts for reconciliation with the movement, which it has fought for two decades. ", 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		timesIn(text, "2015-12-30")
	}
}

// BenchmarkReadTimesHostile reads text made to branch and to scan.
func BenchmarkReadTimesHostile(b *testing.B) {
	for name, unit := range map[string]string{"weekdays": "Friday ", "numbers": "19 ", "articles": "the last ", "marks": "(\"", "months": "May 3 to "} {
		text := strings.Repeat(unit, 200_000/len(unit))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				timesIn(text, "2015-12-30")
			}
		})
	}
}
