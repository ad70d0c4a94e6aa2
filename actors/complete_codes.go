package actors

import (
	"slices"
	"strings"

	"onrecord"
	"onrecord/codebook"
	"onrecord/place"
)

// completeCodes gives the actors that no table knows the sector that their words tell
// and the country that the report is about.
func (r *reading) completeCodes(actors []onrecord.Actor) {
	home := string(r.homeOfReport())
	beside := r.wordsBeside()
	for i := range actors {
		a := &actors[i]
		if a.Country == "NGO" && len(a.Sectors) == 0 {
			a.Sectors = []string{"SOC"}
		}
		isOfBody := a.Country != "" && codebook.CountryByCode(a.Country) == nil
		if isOfBody || r.table.find(a.ID) != nil && a.Kind != onrecord.PersonActor {
			continue
		}
		r.completeSector(a)
		r.readStanding(a, beside[a.ID])
		if a.Country == "" && isOfSomeLand(a) {
			a.Country = home
		}
	}
}

// homeOfReport gives the state where the report was filed, else the one in which most
// of the places and actors lie that it names; "" if no one is.
func (r *reading) homeOfReport() onrecord.ActorID {
	if home := r.home(); home != "" {
		return home
	}
	named := place.Named{}
	for i := range r.resolved {
		a := r.actorHere(r.resolved[i].Actor)
		if a == nil || r.a.Mentions[i].Form != onrecord.Name {
			continue
		}
		if r.table.state(a.Country) != "" {
			named.Add(a.Country, a.Kind == onrecord.PlaceActor)
		}
	}
	return onrecord.ActorID(named.Most())
}

// isOfSomeLand reports whether an actor belongs to a country at all: those who flee
// and those who report belong to none that a code tells.
func isOfSomeLand(a *onrecord.Actor) bool {
	switch a.Kind {
	case onrecord.PersonActor, onrecord.PeopleActor, onrecord.OrgActor:
		return len(a.Sectors) > 0 && a.Sectors[0] != "REF" && a.Sectors[0] != "JRN"
	}
	return false
}

// completeSector reads the sector off the words of a description, the title of a
// person, the name of an organisation. A title that tells more than whom one serves
// goes first: a general serves the state, and is of its army.
func (r *reading) completeSector(a *onrecord.Actor) {
	told := ""
	switch {
	case strings.HasPrefix(string(a.ID), "unnamed/"), a.Kind == onrecord.OrgActor:
		told = sectorOf(a.Name)
	case a.Kind == onrecord.PersonActor && r.table.find(a.ID) == nil:
		for i := range a.Roles {
			if told == "" {
				told = sectorOf(a.Roles[i].Title)
			}
		}
	}
	isDescribed := strings.HasPrefix(string(a.ID), "unnamed/") && a.Country == ""
	if told == "" || len(a.Sectors) > 0 && (a.Sectors[0] == told || !isDescribed && !yieldsTo(a.Sectors[0], told)) {
		return
	}
	a.Sectors = append([]string{told}, slices.DeleteFunc(slices.Clone(a.Sectors), func(s string) bool { return s == "GOV" || s == "CVL" || s == told })...)
}

// yieldsTo reports whether a sector that only the one served has makes way for the one
// that the words tell.
func yieldsTo(known, told string) bool {
	switch known {
	case "GOV":
		return slices.Contains([]string{"MIL", "JUD", "LEG", "COP", "OPP", "SPY", "ELI"}, told)
	case "CVL", "PTY":
		return told != "GOV"
	}
	return false
}
