package clean

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

//go:embed data/agencies.txt
var agenciesFile string

// agencies gives the printed name of an agency by each of its forms in small letters.
var agencies = sync.OnceValue(func() map[string]string {
	byForm := map[string]string{}
	for text := range strings.Lines(agenciesFile) {
		text = strings.TrimSpace(text)
		if text == "" || text[0] == '#' {
			continue
		}
		name, _, _ := strings.Cut(text, "|")
		for form := range strings.SplitSeq(text, "|") {
			byForm[strings.ToLower(form)] = name
		}
	}
	return byForm
})

// agencyNamed is the printed name of an agency, "" if the words name none. Short
// names must be in capitals: "Trend" and "trend" differ.
func agencyNamed(words string) string {
	words = strings.TrimSpace(strings.TrimPrefix(words, "The "))
	first, _ := utf8.DecodeRuneInString(words)
	if !unicode.IsUpper(first) && words != "dpa" {
		return ""
	}
	return agencies()[strings.ToLower(words)]
}

// splitNames splits "Ann Lee, Bo Ek and Cy Fox/AFP".
func splitNames(s string) []string {
	s = strings.NewReplacer(" in ", ",in ", " and ", ",", " AND ", ",", " & ", ",", "/", ",", "|", ",", ";", ",", " with ", ",", " for ", ",").Replace(s)
	var names []string
	for part := range strings.SplitSeq(s, ",") {
		if strings.HasPrefix(part, "in ") {
			continue // where a writer was: "Ann Lee in Port Elm"
		}
		if part = strings.Trim(part, " .-–—()[]\u00a0"); part != "" {
			names = append(names, part)
		}
	}
	return names
}

// bylineOf gathers who is told to have written the report: persons of the byline
// first, then agencies of the byline, the dateline and the last lines.
func (s *sheet) bylineOf(outlet string, told []string) []string {
	var persons, bodies []string
	for i := range s.blocks {
		b := &s.blocks[i]
		switch {
		case b.kind == onrecord.Byline && s.cues[i] != creditCue:
			p, a := s.readCredits(b, i > s.lastBody())
			persons, bodies = append(persons, p...), append(bodies, a...)
		case b.clutter && b.shape.stamp.relative && i < s.first && b.shape.stamp.restWord >= 2:
			if isPersonName(b.shape.stamp.rest) {
				persons = append(persons, b.shape.stamp.rest)
			}
		}
	}
	if len(persons) == 0 {
		p, a := namesTold(told)
		persons, bodies = p, append(bodies, a...)
	}
	bodies = append(bodies, s.dateline.agency)
	if s.headline >= 0 {
		bodies = append(bodies, trailingAgency(s.blocks[s.headline].text))
	}
	var names []string
	for _, name := range append(persons, bodies...) {
		if listed := agencyNamed(name); listed != "" {
			name = listed
		} else if strings.ContainsAny(name, ".") && strings.EqualFold(name, s.dateline.agency) {
			continue // the outlet files under its own name
		}
		if name != "" && !sameOutlet(name, outlet) && !containsFold(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// readCredits reads one line of the byline: names of persons and agencies.
func (s *sheet) readCredits(b *block, closing bool) (persons, bodies []string) {
	if isEndMark(b.text) {
		return nil, nil
	}
	if names := creditsIn(b.text); names != nil {
		return nil, names
	}
	text, by := cutBy(b.text)
	if !by {
		text = b.text
		if len(b.shape.stamp.dates) > 0 || b.shape.stamp.only {
			text = b.shape.stamp.rest
		}
	} else if dates := findDates(text); len(dates) > 0 {
		text = text[:dates[0].Start]
	}
	for _, name := range splitNames(text) {
		switch {
		case agencyNamed(name) != "":
			bodies = append(bodies, agencyNamed(name))
		case isPersonName(name) && (by || !closing):
			persons = append(persons, titleCase(name))
		}
	}
	if len(persons)+len(bodies) == 0 && !by {
		bodies = agenciesAmong(text)
	}
	return persons, bodies
}

// agenciesAmong finds agencies among other words of a line: "World Reuters Edited
// by Ann Teal".
func agenciesAmong(text string) []string {
	var names []string
	for word := range wordsOf(text) {
		if name := agencyNamed(word); name != "" && (len(word) > 4 || isCaps(word)) {
			names = append(names, name)
		}
	}
	return names
}

// namesTold sorts the writers that a page's fields name.
func namesTold(told []string) (persons, bodies []string) {
	for _, field := range told {
		for _, name := range splitNames(field) {
			if agency := agencyNamed(name); agency != "" {
				bodies = append(bodies, agency)
			} else if isPersonName(name) {
				persons = append(persons, titleCase(name))
			}
		}
	}
	return persons, bodies
}

// isPersonName reports whether words look like a person's name: two to five
// capitalised words, none of them one that names a body.
func isPersonName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	for i, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		particle := i > 0 && len(word) <= 3
		if !unicode.IsUpper(first) && !particle || strings.ContainsAny(word, "0123456789@:/|") || isBodyWord(word) {
			return false
		}
	}
	return true
}

func isBodyWord(word string) bool {
	switch strings.ToLower(strings.Trim(word, ".,")) {
	case "news", "press", "agency", "staff", "times", "post", "desk", "editor", "correspondent", "writer", "reporter", "reporters", "bureau", "service", "team",
		"today", "georgia", "media", "tv", "radio", "online", "web", "the", "monitor", "report", "world", "politics", "business", "sports", "opinion", "standard",
		"updated", "published", "more", "photo", "photos", "gallery", "galleries", "video", "videos", "story", "stories", "special", "exclusive", "journal", "herald", "tribune", "house", "washington", "international", "analysis":
		return true
	}
	return false
}

// titleCase writes a name in capitals as names are written: "MICHAEL SCHERER".
func titleCase(name string) string {
	if !isCaps(name) || !strings.Contains(name, " ") {
		return name
	}
	var b strings.Builder
	inside := false
	for _, r := range name {
		if inside {
			r = unicode.ToLower(r)
		}
		inside = unicode.IsLetter(r)
		b.WriteRune(r)
	}
	return b.String()
}

// trailingAgency is the agency behind the last dash of a headline.
func trailingAgency(headline string) string {
	at := strings.LastIndex(headline, " - ")
	if at < 0 {
		return ""
	}
	return agencyNamed(headline[at+3:])
}

func containsFold(list []string, name string) bool {
	for _, have := range list {
		if strings.EqualFold(have, name) {
			return true
		}
	}
	return false
}

// lastBody is the last block of the report's own running text.
func (s *sheet) lastBody() int {
	for i := len(s.blocks) - 1; i >= 0; i-- {
		if s.blocks[i].kind == onrecord.Body {
			return i
		}
	}
	return -1
}
