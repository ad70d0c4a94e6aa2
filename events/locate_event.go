package events

import (
	"strings"

	"onrecord"
	"onrecord/codebook"
	"onrecord/place"
)

// countryOf tells in which country an event was, by alpha-3 code: that of the place
// told, else that of both parties, else where such acts are felt. "" if the report
// does not tell: where a minister spoke is not told by whom he accused.
func (s *scene) countryOf(t *telling) string {
	if t.Place != "" {
		if country := s.countryOfPlace(t.Place); country != "" {
			return country
		}
	}
	actor := countryOfParty(t.actor)
	if !t.hasRecipient {
		return s.countryAlone(t, actor)
	}
	recipient := countryOfParty(t.recipient)
	switch {
	case actor == recipient:
		return actor
	case t.Type == "ASSAULT" || t.Type == "COERCE" || t.Type == "CONSULT" && t.Mode == "visit":
		return recipient
	case recipient == "" && t.recipient.actor.ID == "" && s.isHome(actor):
		return actor // "the court heard the pensioners"
	}
	return ""
}

// countryAlone: what nobody undergoes was at home if the report is of home, or if
// it is done in the street.
func (s *scene) countryAlone(t *telling, actor string) string {
	if s.isHome(actor) || isOneOf(string(t.Type), "PROTEST", "ASSAULT", "COERCE") {
		return actor
	}
	return ""
}

func (s *scene) isHome(country string) bool {
	home := s.homeState()
	return home != nil && country != "" && string(home.ID) == country
}

func countryOfParty(p party) string {
	for _, code := range [...]string{string(p.actor.ID), p.actor.Country} {
		if codebook.CountryByCode(code) != nil {
			return code
		}
	}
	return ""
}

// countryOfPlace finds the country of a place's name: a country itself, one that the
// report ties to a country, or one of the gazetteer.
func (s *scene) countryOfPlace(name string) string {
	for _, part := range strings.Split(name, ",") {
		if c := codebook.CountryByName(part); c != nil {
			return c.Alpha3
		}
	}
	for i := range s.r.Actors {
		a := &s.r.Actors[i]
		if a.Kind == onrecord.PlaceActor && codebook.CountryByCode(a.Country) != nil && s.isNameOf(a, name) {
			return a.Country
		}
	}
	found, ok := place.Locate(name, s.namings())
	if !ok {
		return ""
	}
	return found.Country
}

// namings counts how often the report names each country, itself or by those who
// act for it.
func (s *scene) namings() func(country string) int {
	if s.namedLands == nil {
		s.namedLands = map[string]int{}
		for _, n := range s.r.Names {
			if actor := s.sideName[n.Actor]; actor != nil && actor.Kind != onrecord.PlaceActor {
				s.namedLands[firstOf(actor.Country, string(actor.ID))]++
			}
		}
	}
	return func(country string) int { return s.namedLands[country] }
}
