package clean

import (
	"fmt"
	"strings"

	"onrecord"
	"onrecord/clean/page"
)

// dated is a date and the words or field it was taken from.
type dated struct {
	date onrecord.Date
	from string
}

// publishedOf tells when the report was put out. What the page says of itself in
// its fields goes first, then its own lines, then its carrier, then its address.
// Dates of other stories never count: they are clutter by now.
func (s *sheet) publishedOf(told *page.Told) dated {
	for _, field := range told.Dates {
		if date := firstDay(field.Value); date != "" {
			return dated{date, field.Name}
		}
	}
	for _, look := range []func() dated{s.endMarkDate, s.stampDate, s.prefixDate, s.datelineDate, s.headerDate, s.closingDate} {
		if d := look(); d.date != "" {
			return d
		}
	}
	if d := lineDate(told.Lines); d.date != "" {
		return d
	}
	if s.report.Published != "" {
		return dated{s.report.Published, "carrier"}
	}
	if date := urlDate(s.report.URL); date != "" {
		return dated{date, "url"}
	}
	return s.updateDate()
}

func firstDay(words string) onrecord.Date {
	for _, f := range findDates(words) {
		if !f.noYear {
			return f.date
		}
	}
	return ""
}

// datelineDate reads the day of the dateline. Without a year it takes the year in
// which the day lies next to what the carrier or the address tells.
func (s *sheet) datelineDate() dated {
	d := s.dateline
	if d.day.End == 0 {
		return dated{}
	}
	date := d.day.date
	if d.day.noYear {
		date = nearestYear(date, s.hintDate())
	}
	if date == "" {
		return dated{}
	}
	return dated{date, s.datelineWords()}
}

func (s *sheet) datelineWords() string {
	for i := range s.blocks {
		if b := &s.blocks[i]; b.opening > 0 {
			return strings.TrimSpace(b.text[:b.opening])
		}
	}
	return ""
}

func (s *sheet) hintDate() onrecord.Date {
	if s.report.Published != "" {
		return s.report.Published
	}
	return urlDate(s.report.URL)
}

// nearestYear completes "0000-12-23" with the year that puts it next to a date, ""
// if that date is unknown or further off than the papers' delay can be.
func nearestYear(day, hint onrecord.Date) onrecord.Date {
	at, ok := hint.First()
	if !ok {
		return ""
	}
	for _, year := range []int{at.Year(), at.Year() - 1, at.Year() + 1} {
		date := onrecord.Date(fmt.Sprintf("%04d%s", year, day[4:]))
		t, ok := date.First()
		if last, _ := hint.Last(); ok && t.Sub(last).Hours() <= 31*24 && at.Sub(t).Hours() <= 31*24 {
			return date
		}
	}
	return ""
}

// lineDate reads the lines that a page's markup names as dates.
func lineDate(lines []page.Field) dated {
	for _, line := range lines {
		st := stampOf(line.Value)
		if date := stampDay(line.Value, st); date != "" && st.restWord <= 8 && !endsSentence(line.Value) && (!st.updated || st.labelled) {
			return dated{date, line.Value}
		}
	}
	return dated{}
}

// urlDate reads "/2015/12/30/", "/2015-12-30-" and "/20151230/" in an address.
func urlDate(url string) onrecord.Date {
	_, path, _ := strings.Cut(url, "://")
	_, path, _ = strings.Cut(path, "/")
	if date := firstDay(path); date != "" {
		return date
	}
	for _, p := range splitPieces(path) {
		if len(p.text) == 8 && p.number >= 19000101 && isDay(p.number/10000, p.number/100%100, p.number%100) {
			return onrecord.Date(p.text[:4] + "-" + p.text[4:6] + "-" + p.text[6:])
		}
	}
	return ""
}
