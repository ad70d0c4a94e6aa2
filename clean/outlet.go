package clean

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/clean/page"
)

// outletOf tells who put the report out: its carrier's word, else the page's
// own, else its address, else what its lines tell.
func (s *sheet) outletOf(told *page.Told) string {
	if s.report.Outlet != "" {
		return s.report.Outlet
	}
	if name := plainSiteName(told.Site); name != "" {
		return name
	}
	host := hostOf(s.report.URL)
	if host == "" {
		host = hostOf(told.URL)
	}
	if name := knownOutlet(host); name != "" {
		return name
	}
	if name := s.outletInLines(host); name != "" {
		return name
	}
	return cmp.Or(plainSiteName(told.Suffix), holderOf(told.Rights), s.spelledHost(coreLabel(host)), outletOfHost(host))
}

// plainSiteName takes off what site names add: "Example News | Home", "@example".
func plainSiteName(name string) string {
	name, _, _ = strings.Cut(strings.TrimSpace(name), " | ")
	name = strings.TrimPrefix(name, "@")
	if known := knownOutlet(strings.ToLower(name)); known != "" {
		return known
	}
	return name
}

// outletInLines reads the outlet's name where the page's lines tell it: in the end
// mark, in the dateline, in a rights line, as a domain of its own in the head, or
// as a short line that begins like the host.
func (s *sheet) outletInLines(host string) string {
	for i := range s.blocks {
		if b := &s.blocks[i]; !b.clutter && isEndMark(b.text) {
			name, _, _ := strings.Cut(strings.TrimPrefix(b.text, "Published in "), ",")
			return strings.TrimPrefix(strings.TrimSpace(name), "The ")
		}
	}
	if s.dateline.outlet != "" {
		return strings.TrimSuffix(s.dateline.outlet, " News")
	}
	if name := s.lineLikeHost(host); name != "" {
		return name
	}
	if host == "" && isDomain(strings.ToLower(s.dateline.agency)) {
		domain := strings.ToLower(s.dateline.agency)
		return cmp.Or(knownOutlet(domain), outletOfHost(domain))
	}
	if host == "" {
		if name := s.domainInHead(); name != "" {
			return name
		}
	}
	return cmp.Or(s.rightsHolder(), s.mastheadInHead())
}

// lineLikeHost finds a short capitalised line that begins with the host's name.
func (s *sheet) lineLikeHost(host string) string {
	label := coreLabel(host)
	if len(label) < 3 {
		return ""
	}
	for i := range s.blocks {
		b := &s.blocks[i]
		if b.shape.words > 4 || b.shape.words == 0 || b.shape.ends || b.shape.capitals < b.shape.words || strings.Contains(b.text, ".") {
			continue
		}
		if plain := strings.ReplaceAll(strings.TrimSpace(plainLine(b.text)), " ", ""); strings.HasPrefix(plain, label) {
			return b.text
		}
	}
	return ""
}

// hostTail is how many letters a host may have behind its owner's name: a country,
// "tv", "ng".
const hostTail = 3

// spelledHost finds the words that a host runs together: "lampherald" is "Lamp
// Herald", if the page writes so somewhere.
func (s *sheet) spelledHost(label string) string {
	if len(label) < 6 {
		return ""
	}
	for i := range s.blocks {
		words := slices.Collect(wordsOf(s.blocks[i].text))
		for first := range words {
			if name := spells(words[first:], label); name != "" {
				return name
			}
		}
	}
	return ""
}

// spells joins words while they spell the label.
func spells(words []string, label string) string {
	joined := ""
	for i, word := range words {
		joined += strings.ToLower(word)
		if first, _ := utf8.DecodeRuneInString(word); !strings.HasPrefix(label, joined) || !unicode.IsUpper(first) {
			return ""
		}
		if i > 0 && len(joined) >= 6 && len(label)-len(joined) <= hostTail {
			return titleCase(strings.Join(words[:i+1], " "))
		}
	}
	return ""
}

// domainInHead reads a domain that stands alone or behind a dump's date before the
// running text.
func (s *sheet) domainInHead() string {
	for i := 0; i < s.first && i < len(s.blocks); i++ {
		b := &s.blocks[i]
		if !b.clutter || b.shape.words > 8 {
			continue
		}
		for word := range strings.FieldsSeq(b.text) {
			if isDomain(word) {
				if name := knownOutlet(strings.ToLower(word)); name != "" {
					return name
				}
				return word
			}
		}
	}
	return ""
}

// rightsHolder reads "Copyright © 2019 Example Times, LLC."
func (s *sheet) rightsHolder() string {
	for i := len(s.blocks) - 1; i >= 0 && i > len(s.blocks)-12; i-- {
		b := &s.blocks[i]
		if s.cues[i] != rightsCue {
			continue
		}
		if name := holderOf(b.text); name != "" {
			return name
		}
	}
	return ""
}

// holderOf reads the name behind "©", the year on either side taken off.
func holderOf(rights string) string {
	at := strings.Index(rights, "©")
	if at < 0 {
		return ""
	}
	name := strings.TrimLeftFunc(rights[at+len("©"):], func(r rune) bool { return !unicode.IsLetter(r) })
	for _, end := range []string{".", ",", " All rights", " - ", " | ", "("} {
		name, _, _ = strings.Cut(name, end)
	}
	name = strings.TrimRight(strings.TrimPrefix(name, "by "), " 0123456789-–")
	if len(name) <= 2 || len(name) >= 40 || agencyNamed(name) != "" || strings.Contains(strings.ToLower(name), "copyright") {
		return ""
	}
	return name
}
