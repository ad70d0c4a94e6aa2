package codebook

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

func TestCountriesAreComplete(t *testing.T) {
	have := map[string]bool{}
	for _, c := range Countries() {
		have[c.Alpha3] = true
	}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			region, err := language.ParseRegion(string([]rune{a, b}))
			if err != nil || !region.IsCountry() || region.Canonicalize() != region {
				continue
			}
			code, name := region.ISO3(), display.English.Regions().Name(region)
			if name == "" || isReserved(code) {
				continue // withdrawn, or no country of the standard
			}
			if !have[code] {
				t.Errorf("no country %s (%s)", code, name)
			}
		}
	}
}

// isReserved tells the codes that CLDR knows and the standard assigns to no
// country: parts of the United Kingdom, private use.
func isReserved(code string) bool {
	return code[0] == 'X' || slices.Contains([]string{"ZZZ", "ASC", "CPT", "DGA", "TAA", "CRQ", "QOO", "EUE"}, code)
}

// The names of the table agree with the names of CLDR: its English name is the
// name or one of the other names.
func TestCountryNamesAgreeWithCLDR(t *testing.T) {
	for _, c := range Countries() {
		region, err := language.ParseRegion(c.Alpha2)
		if c.Alpha2 == "DD" || c.Alpha2 == "CS" || c.Alpha2 == "YD" {
			continue // states of the past
		}
		if err != nil {
			t.Errorf("%s: alpha-2 %q: %v", c.Alpha3, c.Alpha2, err)
			continue
		}
		if got := region.ISO3(); got != c.Alpha3 && c.Alpha3 != "KOS" {
			t.Errorf("%s: alpha-2 %s belongs to %s", c.Alpha3, c.Alpha2, got)
		}
		want := display.English.Regions().Name(region)
		if !named(c, want) {
			t.Errorf("%s: CLDR calls it %q, table %q %q", c.Alpha3, want, c.Name, c.Names)
		}
	}
}

func named(c Country, want string) bool {
	plain := func(s string) string {
		s = strings.NewReplacer("’", "'", "‘", "'", "St. ", "Saint ", "?", "").Replace(s)
		return strings.ToLower(s)
	}
	for _, n := range append(append([]string{c.Name}, c.Names...), c.Historic...) {
		if plain(n) == plain(want) {
			return true
		}
	}
	return false
}

func TestCountryTableIsSound(t *testing.T) {
	cow := map[int]string{}
	last := ""
	for _, c := range Countries() {
		if c.Alpha3 <= last {
			t.Errorf("%s stands after %s", c.Alpha3, last)
		}
		last = c.Alpha3
		if other, used := cow[c.COW]; used && c.COW != 0 {
			t.Errorf("%s and %s share COW number %d", c.Alpha3, other, c.COW)
		}
		cow[c.COW] = c.Alpha3
		if c.Sovereign != "" && CountryByCode(c.Sovereign) == nil {
			t.Errorf("%s: no sovereign %s", c.Alpha3, c.Sovereign)
		}
	}
	if ru := CountryByCode("RUS"); ru == nil || ru.COW != 365 || ru.Capitals[0] != "Moscow" {
		t.Errorf("RUS = %+v", ru)
	}
	if CountryByCode("XYZ") != nil {
		t.Error("XYZ is a country")
	}
}

func FuzzParseCountries(f *testing.F) {
	f.Add("head\nRUS\tRU\t365\tRussia\tRF\tRussian\tRussians\tMoscow\tKremlin\tUSSR\t\n")
	f.Add("head\nRUS\tRU\tx\n")
	f.Fuzz(func(t *testing.T, table string) {
		list, err := parseCountries(table)
		if err != nil && list != nil {
			t.Errorf("list and error for %q", table)
		}
	})
}
