package clean

import (
	"strings"

	"onrecord"
)

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
