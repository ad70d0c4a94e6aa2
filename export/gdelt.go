package export

import (
	"cmp"
	"math"
	"net/url"
	"strconv"
	"strings"
)

// gdeltEvents is the form of GDELT 2.0 Events: 61 columns, in files without a header.
func gdeltEvents() Table {
	columns := []column[dated]{
		whole("GLOBALEVENTID", "a number made of report id and event id: always the same", dated.number),
		whole("SQLDATE", "first day on which it may have been done, else that of publication: YYYYMMDD", func(d dated) int { return digits(d.day, 8) }),
		whole("MonthYear", "YYYYMM", func(d dated) int { return digits(d.day, 6) }),
		whole("Year", "YYYY", func(d dated) int { return digits(d.day, 4) }),
		number("FractionDate", "YYYY.FFFF, as GDELT's files have it: ((month - 1) x 30 + day) / 365", fractionDate),
	}
	columns = append(columns, gdeltSide("Actor1", "who did it", dated.doer)...)
	columns = append(columns, gdeltSide("Actor2", "to whom it was done", dated.recipient)...)
	columns = append(columns,
		words("IsRootEvent", "always empty: no report is weighed so", nothing),
		words("EventCode", "nearest CAMEO code; read it as text", dated.cameo),
		words("EventBaseCode", "its first three digits", func(d dated) string { return head(d.cameo(), 3) }),
		words("EventRootCode", "its first two", func(d dated) string { return head(d.cameo(), 2) }),
		whole("QuadClass", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; 0 for SAY and DENY", dated.quad),
		number("GoldsteinScale", "PLOVER's score of mode or type, -10 to 10: its scale runs as Goldstein's, its numbers are others", dated.score),
		whole("NumMentions", "places of this report that tell of the act", func(d dated) int { return 1 + len(d.Also) }),
		whole("NumSources", "always 1: a row is what one report tells", func(dated) int { return 1 }),
		whole("NumArticles", "always 1", func(dated) int { return 1 }),
		words("AvgTone", "always empty: tone is not measured", nothing),
	)
	columns = append(columns, unknownGeo("Actor1Geo")...)
	columns = append(columns, unknownGeo("Actor2Geo")...)
	columns = append(columns, actionGeo()...)
	columns = append(columns,
		anyOf("DATEADDED", Whole, "day of publication, as YYYYMMDDHHMMSS", added),
		words("SOURCEURL", "address of the report, else where it was read", func(d dated) string { return cmp.Or(d.Report.URL, d.Report.Source) }),
	)
	return tableOf("gdelt-events", "an event in GDELT's form", columns, ofEntries(datedEvents))
}

// gdeltSide are the ten columns of one party.
func gdeltSide(name, who string, of func(dated) side) []column[dated] {
	return []column[dated]{
		words(name+"Code", who+": country and sectors, as CAMEO builds codes", func(d dated) string { return of(d).code() }),
		words(name+"Name", "its fullest name, in capitals as GDELT has it", func(d dated) string { return strings.ToUpper(of(d).full()) }),
		words(name+"CountryCode", "ISO 3166 alpha-3 of its country", func(d dated) string { return of(d).countryCode() }),
		words(name+"KnownGroupCode", "always empty: actors have ids of their own, in the table events", nothing),
		words(name+"EthnicCode", "always empty: not read", nothing),
		words(name+"Religion1Code", "always empty: not read", nothing),
		words(name+"Religion2Code", "always empty: not read", nothing),
		words(name+"Type1Code", "its first sector, by the codebook", func(d dated) string { return of(d).sector(0) }),
		words(name+"Type2Code", "its second", func(d dated) string { return of(d).sector(1) }),
		words(name+"Type3Code", "its third", func(d dated) string { return of(d).sector(2) }),
	}
}

// geoNames are the eight columns of a place.
var geoNames = []string{"_Type", "_FullName", "_CountryCode", "_ADM1Code", "_ADM2Code", "_Lat", "_Long", "_FeatureID"}

// unknownGeo are the columns of the place of a party, which no report is read for.
func unknownGeo(name string) []column[dated] {
	var columns []column[dated]
	for _, part := range geoNames {
		columns = append(columns, words(name+part, "always empty: where a party is is not read", nothing))
	}
	return columns
}

func actionGeo() []column[dated] {
	return []column[dated]{
		anyOf("ActionGeo_Type", Whole, "4 city, 5 region, 1 country; 0 if not told", geoType),
		words("ActionGeo_FullName", "city or region, region, country", geoName),
		words("ActionGeo_CountryCode", "always empty: GDELT has FIPS 10-4 here; ISO 3166 is in the table events", nothing),
		words("ActionGeo_ADM1Code", "always empty, for the same reason", nothing),
		words("ActionGeo_ADM2Code", "always empty", nothing),
		anyOf("ActionGeo_Lat", Number, "of the place", func(d dated) any { return degrees(d, d.place.Lat) }),
		anyOf("ActionGeo_Long", Number, "of the place", func(d dated) any { return degrees(d, d.place.Lon) }),
		words("ActionGeo_FeatureID", "always empty: the embedded gazetteer has no ids", nothing),
	}
}

func geoType(d dated) any {
	switch {
	case d.lies && d.place.Population > 0:
		return int64(4)
	case d.lies:
		return int64(5)
	case d.Country != "":
		return int64(1)
	}
	return int64(0)
}

func geoName(d dated) string {
	var parts []string
	for _, part := range []string{d.place.Name, d.place.Admin1, countryName(d.Country)} {
		if part != "" && (len(parts) == 0 || parts[len(parts)-1] != part) {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

// gdeltMentions is the form of GDELT 2.0 Mentions: 16 columns, in files without a header.
func gdeltMentions() Table {
	columns := []column[dated]{
		whole("GLOBALEVENTID", "as in gdelt-events", dated.number),
		anyOf("EventTimeDate", Whole, "day of publication, as YYYYMMDDHHMMSS", added),
		anyOf("MentionTimeDate", Whole, "the same: a row is what one report tells", added),
		whole("MentionType", "1 for a report with an address on the web, else 2", func(d dated) int {
			if d.Report.URL != "" {
				return 1
			}
			return 2
		}),
		words("MentionSourceName", "host of the address, else the outlet", hostOf),
		words("MentionIdentifier", "address of the report, else where it was read", func(d dated) string { return cmp.Or(d.Report.URL, d.Report.Source) }),
		words("SentenceID", "always empty: the place of an event is told in characters, beside", nothing),
		whole("Actor1CharOffset", "first character of the words that name who did it; -1 if none do", func(d dated) int { return offsetOf(d, d.doer()) }),
		whole("Actor2CharOffset", "the same of the one to whom it was done", func(d dated) int { return offsetOf(d, d.recipient()) }),
		whole("ActionCharOffset", "first character of the clause that says it", func(d dated) int { return chars(d.Entry, d.Evidence.Start) }),
		whole("InRawText", "always 1: offsets are into the text as it is kept", func(dated) int { return 1 }),
		whole("Confidence", "certainty, 10 to 100 in tens", func(d dated) int { return max(10, int(math.Round(10*d.Certainty))*10) }),
		whole("MentionDocLen", "length of the text in characters", func(d dated) int { return chars(d.Entry, len(d.Text)) }),
		words("MentionDocTone", "always empty: tone is not measured", nothing),
		words("MentionDocTranslationInfo", "always empty: nothing is translated", nothing),
		words("Extras", "always empty, as GDELT has it", nothing),
	}
	return tableOf("gdelt-mentions", "a mention of an event in GDELT's form", columns, ofEntries(datedEvents))
}

func offsetOf(d dated, s side) int {
	if s.Mention == nil {
		return -1
	}
	return chars(d.Entry, s.Mention.Start)
}

func hostOf(d dated) string {
	at, err := url.Parse(d.Report.URL)
	if err != nil || at.Host == "" {
		return d.Report.Outlet
	}
	return strings.TrimPrefix(at.Hostname(), "www.")
}

// digits reads the first digits of a day as a number.
func digits(day string, most int) int {
	n, _ := strconv.Atoi(compact(day, most)) // a day has digits alone
	return n
}

func fractionDate(d dated) float64 {
	month, day := digits(d.day[5:], 2), digits(d.day[8:], 2)
	fraction := float64((month-1)*30+day) / 365
	return math.Round((float64(digits(d.day, 4))+fraction)*1e4) / 1e4
}

// added is when an event came to be known; nil if that is not known.
func added(d dated) any {
	day := dayOfPublication(d)
	if day == "" {
		return nil
	}
	return int64(digits(day, 8)) * 1_000_000
}
