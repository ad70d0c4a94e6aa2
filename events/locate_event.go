package events

import (
	"strings"

	"onrecord"
	"onrecord/codebook"
	"onrecord/place"
)

// countryOf tells in which country an event was, by alpha-3 code: that of the place
// told, else that of both parties, else where such acts are felt; what nobody from
// abroad takes part in was where the report is at home. "" if the report does not
// tell: where a minister spoke is not told by whom he accused.
func (s *scene) countryOf(t *telling) string {
	if t.Place != "" {
		if country := s.countryOfPlace(t.Place); country != "" {
			return country
		}
	}
	if t.Mode == "phone" {
		return "" // each stayed where he was
	}
	actor, recipient := countryOfParty(t.actor), ""
	if t.hasRecipient {
		recipient = countryOfParty(t.recipient)
	}
	switch {
	case actor != "" && actor == recipient:
		return actor
	case recipient != "" && (t.Type == "ASSAULT" || t.Type == "COERCE" || t.Type == "CONSULT" && t.Mode == "visit"):
		return recipient
	case s.isAtHome(t.actor) && (!t.hasRecipient || s.isAtHome(t.recipient)):
		return s.homeCountry()
	case !t.hasRecipient && isOneOf(string(t.Type), "PROTEST", "ASSAULT", "COERCE"):
		return actor
	}
	return ""
}

// isAtHome reports whether a party is of the country that the report is about, for
// all that is known: those of whom no country is told mostly are.
func (s *scene) isAtHome(p party) bool {
	country := countryOfParty(p)
	return country == s.homeCountry() || country == "" && p.actor.Kind != onrecord.IGOActor && p.actor.Country == ""
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

// homeCountry gives the country that a report is about: where it was filed, else the
// one that it names most, its places with it; "" if no one country is.
func (s *scene) homeCountry() string {
	if !s.landKnown {
		s.landKnown, s.homeLand = true, s.findHomeCountry()
	}
	return s.homeLand
}

func (s *scene) findHomeCountry() string {
	if filed := s.text.Imprint.Dateline.Place; filed != "" {
		if country := s.countryOfPlace(filed); country != "" {
			return country
		}
	}
	named := place.Named{}
	for m := range s.r.Mentions {
		actor := s.sideName[s.r.Mentions[m].Actor]
		if actor == nil || s.a.Mentions[m].Form != onrecord.Name {
			continue
		}
		if code := firstOf(actor.Country, string(actor.ID)); codebook.CountryByCode(code) != nil {
			named.Add(code, actor.Kind == onrecord.PlaceActor)
		}
	}
	return named.Most()
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
