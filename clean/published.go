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

// endMarkDate reads "Published in Dawn, December 30th, 2015".
func (s *sheet) endMarkDate() dated {
	for i := range s.blocks {
		if b := &s.blocks[i]; !b.clutter && isEndMark(b.text) {
			if date := firstDay(b.text); date != "" {
				return dated{date, b.text}
			}
		}
	}
	return dated{}
}

// stampDate reads the time stamps between headline and running text; behind the
// headline goes before before it, "published" before the rest.
func (s *sheet) stampDate() dated {
	best := dated{}
	for i := max(s.headline, 0); i < s.first && i < len(s.blocks); i++ {
		b := &s.blocks[i]
		st := b.shape.stamp
		if i == s.headline || st.restWord > 6 || len(st.dates) == 0 || isHeaderLine(b.text) || b.shape.ends && !st.only {
			continue
		}
		if date := stampDay(b.text, st); date != "" && (best.date == "" || st.labelled) && (!st.updated || st.labelled) {
			best = dated{date, b.text}
		}
	}
	return best
}

// stampDay is the date that a stamp tells; of several, the one behind "published".
func stampDay(text string, st stamped) onrecord.Date {
	at := strings.Index(strings.ToLower(text), "published")
	for _, f := range st.dates {
		if !f.noYear && f.Start >= at {
			return f.date
		}
	}
	return ""
}

// prefixDate reads what a dump put before the first line: "date 2019-12-23".
func (s *sheet) prefixDate() dated {
	for i := range s.blocks {
		b := &s.blocks[i]
		n := prefixOf(b.text)
		if i > s.first || n == 0 {
			continue
		}
		if date := firstDay(b.text[:n]); date != "" {
			return dated{date, strings.TrimSpace(b.text[:n])}
		}
	}
	return dated{}
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

// headerDate reads stamps and mail heads before the headline or, without one,
// before the running text.
func (s *sheet) headerDate() dated {
	for i := 0; i < s.first && i < len(s.blocks); i++ {
		b := &s.blocks[i]
		st := b.shape.stamp
		isHead := isHeaderLine(b.text) && strings.HasPrefix(strings.ToLower(b.text), "date:")
		if st.updated || !isHead && (!st.only || s.headline > i && !st.labelled && !s.isDateOfReport(i)) {
			continue
		}
		if date := firstDay(b.text); date != "" {
			return dated{date, b.text}
		}
	}
	return dated{}
}

// closingDate reads a stamp that stands alone behind the running text.
func (s *sheet) closingDate() dated {
	best := dated{}
	for i := s.first + 1; i < len(s.blocks); i++ {
		b := &s.blocks[i]
		st := b.shape.stamp
		if b.clutter && !st.numeric || len(st.dates) == 0 || st.updated || !st.only && !((st.labelled || i == len(s.blocks)-1) && st.restWord <= 4) {
			continue
		}
		if best.date != "" {
			return dated{} // two dates: nobody knows which
		}
		best = dated{firstDay(b.text), b.text}
	}
	return best
}

// updateDate falls back to the date of a change, where the report tells no other.
func (s *sheet) updateDate() dated {
	for i := max(s.headline, 0); i < len(s.blocks); i++ {
		b := &s.blocks[i]
		if st := b.shape.stamp; !b.clutter && st.updated && (st.restWord <= 3 || i < s.first && st.restWord <= 8) && len(st.dates) > 0 {
			return dated{firstDay(b.text), b.text}
		}
	}
	return dated{}
}

// lineDate reads the lines that a page's markup names as dates.
func lineDate(lines []page.Field) dated {
	for _, line := range lines {
		st := stampOf(line.Value)
		if date := stampDay(line.Value, st); date != "" && st.restWord <= 8 && (!st.updated || st.labelled) {
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
