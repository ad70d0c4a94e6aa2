package clean

import (
	"strings"
	"sync"
	"unicode"

	"onrecord"
)

// stamped is how far a block is a time stamp.
type stamped struct {
	dates    []found
	relative bool   // "4 minutes ago", "2min"
	only     bool   // nothing but date, time and the words that label them
	numeric  bool   // digits alone tell the date: written by and for machines
	updated  bool   // labelled as the date of a change
	labelled bool   // labelled as published, posted
	rest     string // what is left when date, time and labels are taken off, at most a few words
	restWord int
}

// stampWords bounds a line that can be a time stamp.
const stampWords = 22

// timeWords are the words that stand around a date in a time stamp.
var timeWords = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(`mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday
		am pm a m p gmt utc est edt cst cdt mst mdt pst pdt et pt ct bst ist cet cest eet eest msk pkt wib wita wit jst kst sgt hkt aest aedt trt ast
		published posted updated last modified first on at date time issued released created edited original originally
		ago minute minutes min mins hour hours hr hrs day days week weeks month months year years just now today yesterday
		read st nd rd th h m s of t z local`) {
		set[word] = true
	}
	return set
})

// stampOf looks whether a block is a time stamp. Long blocks are none.
func stampOf(text string) stamped {
	if len(text) > 240 {
		return stamped{}
	}
	if !strings.ContainsAny(text, "0123456789") {
		return stamped{} // no date, time or age without a number
	}
	pieces := splitPieces(text)
	s := stamped{dates: datesAmong(text, pieces)}
	if len(pieces) > stampWords || len(pieces) == 0 {
		s.restWord = len(pieces)
		return s
	}
	lower := " " + strings.Join(lowerTexts(pieces), " ") + " "
	s.relative = isRelative(lower)
	s.updated = strings.Contains(lower, " updated ") || strings.Contains(lower, " modified ")
	s.labelled = strings.Contains(lower, " published ") || strings.Contains(lower, " posted ") || strings.Contains(lower, " date ")
	s.rest, s.restWord = restOf(text, pieces, s.dates)
	hasTime := len(s.dates) > 0 || s.relative || isClock(text)
	s.only = hasTime && s.restWord == 0
	s.numeric = s.only && !strings.ContainsFunc(text, unicode.IsLetter)
	if !hasTime {
		s.rest = ""
	}
	return s
}

// isRelative reports whether a time is told from now or a reading time is given.
func isRelative(lower string) bool {
	for _, unit := range []string{" minutes ago ", " minute ago ", " mins ago ", " min ago ", " hours ago ", " hour ago ", " hrs ago ", " days ago ", " day ago ",
		" weeks ago ", " week ago ", " months ago ", " month ago ", " years ago ", " year ago ", " min read ", " mins read ", " minute read ", " minutes read ", " just now "} {
		if strings.Contains(lower, unit) {
			return true
		}
	}
	fields := strings.Fields(lower)
	return len(fields) == 2 && isDigit(fields[0][0]) && (fields[1] == "min" || fields[1] == "mins" || fields[1] == "h" || fields[1] == "hrs")
}

// isClock reports whether a line is nothing but a time of day: "08:22".
func isClock(text string) bool {
	return strings.Contains(text, ":") && strings.Trim(text, "0123456789:. |/-") == "" && strings.ContainsAny(text, "0123456789")
}

// restOf is what the pieces outside of dates, times and labels cover.
func restOf(text string, pieces []piece, dates []found) (string, int) {
	var span onrecord.Span
	count := 0
	for _, p := range pieces {
		if p.number >= 0 || inDate(p, dates) || timeWords()[strings.ToLower(p.text)] {
			continue
		}
		span = span.Cover(p.Span)
		count++
	}
	return text[span.Start:span.End], count
}

func inDate(p piece, dates []found) bool {
	for _, d := range dates {
		if d.Overlaps(p.Span) {
			return true
		}
	}
	return false
}

func lowerTexts(pieces []piece) []string {
	texts := make([]string, len(pieces))
	for i, p := range pieces {
		texts[i] = strings.ToLower(p.text)
	}
	return texts
}
