// Package place answers where on earth a name lies. Start at [Locate]: it chooses
// among the places of a name by what is told beside it, by the countries that the
// report speaks of, and by size; what stays open is not guessed. The names come from
// GeoNames (see NOTICE): cities of more than 15,000 people and first-level regions.
package place

import (
	"math"
	"strings"
)

// Place is a city or a region.
type Place struct {
	Name       string
	Country    string // ISO 3166 alpha-3
	Admin1     string // region of the country that it lies in, or is
	Population int    // 0 for regions
	Lat, Lon   float64
}

// maxWords bounds the words of a name that are looked at.
const maxWords = 200

// Locate finds the place that a name as told means, "Campbell, Ohio" or "the Kunduz
// province". named tells how often a report names a country, by alpha-3 code. False
// where no such place is known or several are as likely.
func Locate(words string, named func(country string) int) (Place, bool) {
	if len(words) > maxWords {
		return Place{}, false
	}
	parts := strings.Split(words, ",")
	for i, part := range parts {
		if found := Find(part); len(found) > 0 {
			return choose(found, parts[i+1:], named)
		}
	}
	return Place{}, false
}

// choose takes the place that what follows its name tells ("Moscow, Idaho"), else the
// likeliest by country and size.
func choose(found []Place, beside []string, named func(string) int) (Place, bool) {
	for _, told := range beside {
		for _, p := range found {
			if Key(told) != "" && (Key(p.Admin1) == Key(told) || Key(p.Name) != Key(told) && liesIn(p, told)) {
				return p, true
			}
		}
	}
	best, second := Place{}, math.Inf(-1)
	top := math.Inf(-1)
	for _, p := range found {
		switch weight := weigh(p, named); {
		case weight > top:
			if p.Country != best.Country {
				second = top
			}
			best, top = p, weight
		case p.Country != best.Country:
			second = max(second, weight)
		}
	}
	return best, top-second >= margin
}

// liesIn reports whether a place lies in the region or city told beside it.
func liesIn(p Place, told string) bool {
	for _, around := range Find(told) {
		if around.Country == p.Country && around.Admin1 == p.Admin1 {
			return true
		}
	}
	return false
}

// The weight of a place: the logarithm of its people, and a bonus for a country
// that the report names. A region counts as a city of middle size.
const (
	margin      = 1.0 // how much likelier than places of other countries
	namedBonus  = 5.0
	perNaming   = 0.5
	mostNamings = 8
	regionSize  = 12.5 // about 270,000
)

func weigh(p Place, named func(string) int) float64 {
	weight := regionSize
	if p.Population > 0 {
		weight = math.Log(float64(p.Population))
	}
	if n := named(p.Country); n > 0 {
		weight += namedBonus + perNaming*float64(min(n, mostNamings))
	}
	return weight
}
