package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/clean/page"
)

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

// writersTold gives the writers of a page's fields, else the names that stand alone
// or before a date between headline and report.
func writersTold(told *page.Told) []string {
	if len(told.Authors) > 0 {
		return told.Authors
	}
	for _, line := range told.Lines {
		text, by := cutBy(line.Value)
		if st := stampOf(line.Value); !by && (len(st.dates) > 0 || st.relative) {
			text = st.rest
		}
		if allPersons(text) {
			return []string{text}
		}
	}
	return nil
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
