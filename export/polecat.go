package export

import (
	"fmt"
	"strconv"
	"strings"

	"onrecord"
)

// quadNames are POLECAT's words for the four classes.
var quadNames = []string{"", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"}

// polecat is the form of POLECAT's weekly files: 40 columns.
func polecat() Table {
	columns := []column[dated]{
		words("Event ID", "report id and event id", dated.id),
		words("Event Date", "first day on which it may have been done; the day of publication where the report tells none", func(d dated) string { return d.day }),
		words("Event Type", "type of the codebook", func(d dated) string { return string(d.Type) }),
		words("Event Mode", "how it was done", func(d dated) string { return d.Mode }),
		number("Intensity", "score of mode or type, -10 to 10", dated.score),
		words("Quad Code", "VERBAL or MATERIAL, COOPERATION or CONFLICT; empty for SAY and DENY", func(d dated) string { return quadNames[d.quad()] }),
		words("Contexts", "what it was about, parted by `;`", func(d dated) string { return strings.Join(d.Contexts, ";") }),
	}
	columns = append(columns, polecatSide("Actor", "who did it", dated.doer)...)
	columns = append(columns, polecatSide("Recipient", "to whom it was done", dated.recipient)...)
	columns = append(columns, placeColumns()...)
	columns = append(columns,
		words("GeoNames ID", "always empty: the embedded gazetteer has no ids", nothing),
		words("Raw Placename", "the place in the words of the report", func(d dated) string { return d.Event.Place }),
		words("Feature Type", "`PPL` for a city, `ADM1` for a region", featureOf),
		words("Source", "who published it", func(d dated) string { return d.Report.Outlet }),
		words("Publication Date", "day of publication", func(d dated) string { return published(&d.Report) }),
		words("Story People", "persons that the report names", func(d dated) string { return namesOf(d.Entry, onrecord.PersonActor) }),
		words("Story Organizations", "bodies, groups and organisations that it names", func(d dated) string {
			return namesOf(d.Entry, onrecord.BodyActor, onrecord.IGOActor, onrecord.GroupActor, onrecord.OrgActor)
		}),
		words("Story Locations", "states and places that it names", func(d dated) string { return namesOf(d.Entry, onrecord.StateActor, onrecord.PlaceActor) }),
		words("Language", "ISO 639-1", func(d dated) string { return d.Report.Language }),
		words("Version", "what made the entry, and its codebook", func(d dated) string { return d.Provenance.Version + " " + d.Provenance.Codebook }),
	)
	return tableOf("polecat", "an event in POLECAT's form", columns, ofEntries(datedEvents))
}

// polecatSide are the eight columns of one party.
func polecatSide(name, who string, of func(dated) side) []column[dated] {
	return []column[dated]{
		words(name+" Name", who+": the fullest name", func(d dated) string { return of(d).full() }),
		words(name+" Country", "its country", func(d dated) string { return of(d).countryName() }),
		words(name+" COW", "Correlates of War number of that country", func(d dated) string {
			if c := of(d).country(); c != nil && c.COW > 0 {
				return strconv.Itoa(c.COW)
			}
			return ""
		}),
		words(name+" Primary Sector", "its first sector", func(d dated) string { return of(d).sector(0) }),
		words(name+" Sectors", "all its sectors, parted by `;`", func(d dated) string { return strings.Join(of(d).sectors(), ";") }),
		words(name+" Title", "its role in the words of the report", func(d dated) string { return of(d).title() }),
		words(name+" Name Raw", "the words that name it beside the act", func(d dated) string { return textOf(of(d).Mention) }),
		words("Wikipedia "+name+" ID", "always empty: actors have ids of their own", nothing),
	}
}

// placeColumns are the seven columns that tell where.
func placeColumns() []column[dated] {
	return []column[dated]{
		words("Placename", "the place's name in the gazetteer", func(d dated) string { return d.place.Name }),
		words("City", "the same, for a city", cityOf),
		words("District", "always empty: the gazetteer has none", nothing),
		words("Province", "first-level region", func(d dated) string { return d.place.Admin1 }),
		words("Country", "ISO 3166 alpha-3 of where it was done", func(d dated) string { return d.Country }),
		anyOf("Latitude", Number, "of the place", func(d dated) any { return degrees(d, d.place.Lat) }),
		anyOf("Longitude", Number, "of the place", func(d dated) any { return degrees(d, d.place.Lon) }),
	}
}

func nothing(dated) string { return "" }

func cityOf(d dated) string {
	if d.place.Population > 0 {
		return d.place.Name
	}
	return ""
}

func featureOf(d dated) string {
	switch {
	case !d.lies:
		return ""
	case d.place.Population > 0:
		return "PPL"
	}
	return "ADM1"
}

// degrees is nil where the place is not known.
func degrees(d dated, angle float64) any {
	if !d.lies {
		return nil
	}
	return angle
}

// namesOf gives the names of a report's actors of some kinds.
func namesOf(e *onrecord.Entry, kinds ...onrecord.ActorKind) string {
	var names []string
	for i := range e.Actors {
		for _, kind := range kinds {
			if e.Actors[i].Kind == kind {
				names = append(names, e.Actors[i].Name)
			}
		}
	}
	return strings.Join(names, ";")
}

// sectorsOf writes sectors as ICEWS does, parted by commas.
func sectorsOf(s side) string { return strings.Join(s.sectors(), ",") }

// icews is the form of ICEWS: 20 columns.
func icews() Table {
	columns := []column[dated]{
		whole("Event ID", "a number made of report id and event id: always the same", dated.number),
		words("Event Date", "as in the table polecat", func(d dated) string { return d.day }),
		words("Source Name", "who did it", func(d dated) string { return d.doer().full() }),
		words("Source Sectors", "its sectors, by the codebook", func(d dated) string { return sectorsOf(d.doer()) }),
		words("Source Country", "its country", func(d dated) string { return d.doer().countryName() }),
		words("Event Text", "type and mode of the codebook; ICEWS has the name of the CAMEO code here", func(d dated) string {
			if d.Mode == "" {
				return string(d.Type)
			}
			return fmt.Sprintf("%s (%s)", d.Type, d.Mode)
		}),
		words("CAMEO Code", "nearest CAMEO code", dated.cameo),
		number("Intensity", "PLOVER's score, -10 to 10; ICEWS has Goldstein's", dated.score),
		words("Target Name", "to whom it was done", func(d dated) string { return d.recipient().full() }),
		words("Target Sectors", "its sectors", func(d dated) string { return sectorsOf(d.recipient()) }),
		words("Target Country", "its country", func(d dated) string { return d.recipient().countryName() }),
		words("Story ID", "id of the report", func(d dated) string { return string(d.Report.ID) }),
		words("Sentence Number", "always empty: the place of an event is told in bytes, in the table events", nothing),
		words("Publisher", "who published it", func(d dated) string { return d.Report.Outlet }),
	}
	return tableOf("icews", "an event in ICEWS's form", append(columns, placeColumns()[1:]...), ofEntries(datedEvents))
}

// petrarch is the form that PETRARCH2 and Phoenix write: eight columns, without a header.
func petrarch() Table {
	columns := []column[dated]{
		words("date", "as in the table polecat, as YYYYMMDD", func(d dated) string { return compact(d.day, 8) }),
		words("source", "code of who did it: country and sectors, as CAMEO builds codes", func(d dated) string { return d.doer().code() }),
		words("target", "code of the one to whom it was done", func(d dated) string { return d.recipient().code() }),
		words("code", "nearest CAMEO code", dated.cameo),
		words("issues", "contexts of the codebook, parted by `;`", func(d dated) string { return strings.Join(d.Contexts, ";") }),
		words("ids", "report id and event id", dated.id),
		words("url", "address of the report, if it has one", func(d dated) string { return d.Report.URL }),
		words("publisher", "who published it", func(d dated) string { return d.Report.Outlet }),
	}
	return tableOf("petrarch", "an event in PETRARCH2's form", columns, ofEntries(datedEvents))
}
