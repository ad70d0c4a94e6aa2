package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

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
		if i == s.headline || st.restWord > 6 || len(st.dates) == 0 || isHeaderLine(b.text) || b.shape.ends && !st.only || !isNameish(st.rest) {
			continue
		}
		if date := stampDay(b.text, st); date != "" && (best.date == "" || st.labelled) && (!st.updated || st.labelled) {
			best = dated{date, b.text}
		}
	}
	return best
}

// isNameish reports whether what stands beside a date in a stamp is names: of a
// writer, a place, the outlet. "Talks in Kesh on 5 May 2019" is no stamp.
func isNameish(rest string) bool {
	for word := range wordsOf(rest) {
		switch first, _ := utf8.DecodeRuneInString(word); {
		case unicode.IsUpper(first), unicode.IsDigit(first), word == "by", word == "and", word == "of", word == "de":
		default:
			return false
		}
	}
	return true
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
