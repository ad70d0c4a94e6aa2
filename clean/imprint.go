package clean

import (
	"cmp"
	"strings"

	"onrecord"
	"onrecord/clean/page"
)

// imprint gathers what the report says of itself.
func (s *sheet) imprint(told *page.Told) onrecord.Imprint {
	published := s.publishedOf(told)
	outlet := s.outletOf(told)
	imprint := onrecord.Imprint{
		Outlet: outlet, Headline: cmp.Or(s.headlineWords(), told.Title, s.title),
		Byline: s.bylineOf(outlet, writersTold(told)), Dateline: onrecord.Dateline{Place: placeName(s.dateline.place), Agency: s.dateline.agency},
		Published: published.date, PublishedFrom: onOneLine(published.from),
	}
	if name := agencyNamed(imprint.Dateline.Agency); name != "" {
		imprint.Dateline.Agency = name
	}
	if imprint.Dateline.Agency == "" {
		imprint.Dateline.Agency = cmp.Or(creditedAgency(imprint.Byline), s.selfCredit(outlet))
	}
	return imprint
}

// selfCredit is the outlet, where a line of the byline names nobody else.
func (s *sheet) selfCredit(outlet string) string {
	for i := range s.blocks {
		if b := &s.blocks[i]; b.kind == onrecord.Byline && sameOutlet(b.text, outlet) {
			return outlet
		}
	}
	return ""
}

func (s *sheet) headlineWords() string {
	if s.headline < 0 {
		return ""
	}
	b := &s.blocks[s.headline]
	return onOneLine(b.text[b.prefix:])
}

func onOneLine(words string) string { return strings.Join(strings.Fields(words), " ") }

func creditedAgency(byline []string) string {
	for _, name := range byline {
		if agencyNamed(name) != "" {
			return name
		}
	}
	return ""
}

// placeName writes a place in capitals as names are written, each part of
// "JUBA/KHARTOUM" for itself.
func placeName(place string) string {
	if !isCaps(place) || len(place) <= 3 {
		return place
	}
	return titleCase(place + " ")[:len(place)]
}
