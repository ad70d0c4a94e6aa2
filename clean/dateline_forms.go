package clean

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// datelineReach bounds how far into a block a dateline goes.
const datelineReach = 160

// The parts of datelines. A place is in capitals ("NEW YORK", "JUBA/KHARTOUM"), or
// capitalised words before a dash ("Beirut - "); a county, country or day may
// follow behind a comma.
const (
	capsPlace = `(\p{Lu}[\p{Lu}.'’-]+(?:[ /-]\p{Lu}[\p{Lu}.'’-]*){0,4}(?: \(\p{Lu}[\w ]+\))?)`
	wordPlace = `(\p{Lu}[\p{L}.'’-]+(?:[ /]\p{Lu}[\p{L}.'’-]+){0,3})`
	more      = `((?:,\s[^(:–—/"“”]{2,48})?)`
	dash      = `\s*(?:--+|[-–—:]+)\s+`
	anyDash   = `\s*(?:--+|[–—]|-\s|:\s)\s*`
)

// datelineForms are the forms in the order in which they are tried. The groups are
// named by the words in keys.
var datelineForms = sync.OnceValue(func() []datelineForm {
	form := func(keys, pattern string) datelineForm {
		return datelineForm{strings.Fields(keys), regexp.MustCompile(`^(?:` + pattern + `)`)}
	}
	return []datelineForm{
		// MOSCOW (Example News / Sputnik - 23rd December, 2019); KABUL, Afghanistan (AP) —; PARIS, Jan 5 (Reuters) -
		form("place more credit", capsPlace+more+`\s*\(([^()]{2,60})\)(?:`+anyDash+`|\s+)`),
		// Moscow (AFP) -
		form("place more credit", wordPlace+more+`\s*\(([^()]{2,60})\)`+anyDash),
		// MOSCOW, December 23. /TASS/.
		form("place more credit", capsPlace+more+`\.?\s*/([^/]{2,40})/[.:]?(?:`+dash+`|\s+)`),
		// KYIV. April 12. INTERFAX-UKRAINE –
		form("place more credit", capsPlace+`\.\s+(\p{Lu}\p{L}+ \d{1,2})\.?\s+(\p{Lu}[\p{Lu}-]+)`+anyDash),
		// EXAMPLE.CO, Jakarta -
		form("agency place", `(\p{Lu}[\p{L}]+(?:\.\p{L}{2,4}){1,2}),\s`+wordPlace+dash),
		// TEHRAN, IRNA –; TEHRAN – Tasnim –
		form("place agency", capsPlace+`(?:,| [-–—])\s(\p{Lu}[\p{L}./-]+)`+dash),
		// (Reuters) -
		form("credit", `\(([^()]{2,40})\)`+anyDash),
		// (CNN) As a candidate
		form("credit", `\(([\p{Lu}]{2,12})\)\s+`),
		// Phoenix (CNN) The nominee
		form("place more known", wordPlace+`((?:,\s\p{Lu}[\p{L}. ]{1,20})?)`+`\s*\(([\p{Lu}]{2,6}|Reuters)\)\s+`),
		// WASHINGTON: WASHINGTON, May 4 —
		form("place more", capsPlace+more+anyDash),
		// Beirut - The; Tel Aviv, Israel — The
		form("place more", wordPlace+`((?:,\s\p{Lu}[\p{L}. ]{1,20}?\d{0,2})?)`+`\s+(?:--|[-–—])\s+`),
	}
})

type datelineForm struct {
	keys    []string
	pattern *regexp.Regexp
}

// readDateline reads the dateline that opens a block.
func readDateline(text string) dateline {
	head := text[:runeBorder(text, datelineReach)]
	if first := []rune(head[:min(len(head), 4)]); len(first) == 0 || !unicode.IsUpper(first[0]) && first[0] != '(' {
		return dateline{}
	}
	head = strings.ReplaceAll(head, "\n", " ")
	for _, form := range datelineForms() {
		if d := form.read(head); d.end > 0 && d.end < len(text) && (d.agency != "" || isCaps(d.place) || beginsSentence(text[d.end:])) {
			return d
		}
	}
	return dateline{}
}

// beginsSentence keeps "Mr Orchard - who is ill - " from passing for a dateline.
func beginsSentence(rest string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "\"'“‘[("))
	return unicode.IsUpper(first) || unicode.IsDigit(first)
}

// read fits one form; what it takes for a place must not be a word of a sentence.
func (f *datelineForm) read(head string) dateline {
	at := f.pattern.FindStringSubmatchIndex(head)
	if at == nil {
		return dateline{}
	}
	d := dateline{end: at[1]}
	for i, key := range f.keys {
		if at[2*i+2] < 0 {
			continue
		}
		switch part := head[at[2*i+2]:at[2*i+3]]; key {
		case "place":
			d.place = strings.TrimRight(strings.TrimSpace(part), ".")
		case "agency":
			d.agency = part
		case "credit":
			d.readCredit(part)
		case "known":
			if d.agency = part; agencyNamed(part) == "" || agencyNamed(d.place) != "" {
				return dateline{}
			}
		case "more":
			d.readDay(part)
		}
	}
	if d.agency == "" && agencyNamed(d.place) != "" {
		d.agency, d.place = d.place, "" // "CNN — "
	}
	if !d.isSound(f.keys) {
		return dateline{}
	}
	return d
}

// readCredit reads what stands between brackets: an agency, the outlet before it,
// the day behind it.
func (d *dateline) readCredit(credit string) {
	if dates := findDates(credit); len(dates) > 0 {
		d.readDay(credit)
		credit = strings.TrimRight(credit[:dates[0].Start], " -–—,|")
	}
	parts := strings.FieldsFunc(credit, func(r rune) bool { return r == '/' || r == '|' || r == ',' })
	for _, part := range parts {
		part = strings.TrimSpace(part)
		if name := agencyNamed(part); name != "" || len(parts) == 1 {
			d.agency = part
		} else {
			d.outlet = part
		}
	}
}

func (d *dateline) readDay(part string) {
	if dates := findDates(part); len(dates) > 0 && d.day.End == 0 {
		d.day = dates[0]
	}
}

// isSound keeps words of a sentence from passing for a dateline: "(Photo) -",
// "Trump: ...", "UPDATE: ...".
func (d *dateline) isSound(keys []string) bool {
	if len(keys) == 1 {
		return agencyNamed(d.agency) != "" || isCaps(d.agency)
	}
	if keys[0] == "place" && keys[1] == "agency" && agencyNamed(d.agency) == "" {
		return false // "KIEV, Ukraine -"
	}
	if d.place == "" && len(keys) == 2 && d.agency != "" && keys[1] == "more" {
		return true
	}
	if d.agency != "" && (len(d.agency) > 40 || isLabel(d.agency) || strings.ContainsAny(d.agency, "\"“”?!")) {
		return false
	}
	return !isLabel(d.place) && strings.Count(d.place, " ") < 5 && agencyNamed(d.place) == ""
}

// isLabel reports whether a word in capitals opens lines without being a place.
func isLabel(word string) bool {
	switch strings.ToUpper(word) {
	case "UPDATE", "UPDATED", "WATCH", "VIDEO", "PHOTOS", "PHOTO", "READ", "ANALYSIS", "OPINION", "EXCLUSIVE", "BREAKING", "LIVE", "CORRECTION", "EDITOR'S NOTE",
		"NOTE", "RELATED", "MORE", "FACT CHECK", "FACTBOX", "EXPLAINER", "INTERVIEW", "Q", "A", "BY", "ADVERTISEMENT", "WHO", "WHAT", "WHERE", "WHEN", "WHY", "HOW",
		"IN", "AND", "BUT", "THE", "IT", "YES", "NO", "QUESTION", "ANSWER", "ALSO READ", "READ MORE", "SEE ALSO", "REPORT", "POLL", "REVIEW", "COMMENTARY",
		"COLUMN", "FILE", "FILE PHOTO", "OK", "EDITORIAL", "WARNING", "ALERT", "DISCLAIMER", "SOURCE", "SOURCES", "STORY HIGHLIGHTS", "HIGHLIGHTS", "ANALYSIS/OPINION", "COMMENTARY/OPINION":
		return true
	}
	return false
}
