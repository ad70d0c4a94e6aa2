package place

import (
	"maps"
	"slices"
)

// Named counts how often a report names each country, by any code.
type Named map[string]int

// Add counts one naming. A report names the towns of the country that it is about, and
// others by their names, so a place counts more.
func (n Named) Add(country string, isPlace bool) {
	if isPlace {
		n[country] += 3
		return
	}
	n[country] += 2
}

// Most gives the country that is named most; "" if no one country is.
func (n Named) Most() string {
	best, second := "", 0
	for _, country := range slices.Sorted(maps.Keys(n)) {
		switch count := n[country]; {
		case count > n[best]:
			best, second = country, n[best]
		case count > second:
			second = count
		}
	}
	if n[best] == second {
		return ""
	}
	return best
}
