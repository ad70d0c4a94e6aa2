package codebook

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Country is a state or a territory with a code of its own in ISO 3166, or one
// of the few states that news tells of and ISO does not (Kosovo, East Germany).
// Lists hold spellings as a report writes them. A trailing "?" marks a spelling
// that often means something else and needs company to be believed.
type Country struct {
	Alpha3     string // ISO 3166 alpha-3; KOS, DDR, CSK, YMD where ISO has none today
	Alpha2     string
	COW        int      // Correlates of War number; 0 for dependencies and the unsure
	Name       string   // usual English name
	Names      []string // other names and abbreviations
	Adjectives []string // "Russian"; also what stands for one ("US")
	People     []string // "Russians"
	Capitals   []string // every spelling; they stand for the government in "Moscow said"
	Metonyms   []string // seats that stand for the government and are no city: "Kremlin"
	Historic   []string // names of the states it follows: "Soviet Union"
	Sovereign  string   // alpha-3 of the state that it belongs to; "" for a state
}

//go:embed countries.tsv
var countryTable string

var countries = sync.OnceValue(func() []Country {
	list, err := parseCountries(countryTable)
	if err != nil {
		panic("codebook: countries.tsv: " + err.Error()) // the embedded table is tested
	}
	return list
})

var countryIndex = sync.OnceValue(func() map[string]int {
	index := map[string]int{}
	for i, c := range countries() {
		index[c.Alpha3] = i
	}
	return index
})

// Countries gives all countries by alpha-3 code. The list is shared: do not
// change it.
func Countries() []Country { return countries() }

// CountryByCode finds a country by its alpha-3 code; nil if there is none.
func CountryByCode(alpha3 string) *Country {
	i, ok := countryIndex()[alpha3]
	if !ok {
		return nil
	}
	return &countries()[i]
}

// countryNames leads from every name of a country and its capitals to it, but for
// those that often mean something else.
var countryNames = sync.OnceValue(func() map[string]int {
	index := map[string]int{}
	for i, c := range countries() {
		for _, name := range slices.Concat([]string{c.Name}, c.Names, c.Capitals) {
			if _, taken := index[strings.ToLower(name)]; !taken && !strings.HasSuffix(name, "?") {
				index[strings.ToLower(name)] = i
			}
		}
	}
	return index
})

// CountryByName finds the country that a name or capital tells by itself; nil if
// none.
func CountryByName(name string) *Country {
	i, ok := countryNames()[strings.TrimPrefix(strings.ToLower(strings.TrimSpace(name)), "the ")]
	if !ok {
		return nil
	}
	return &countries()[i]
}

const countryColumns = 11

// parseCountries reads the tab-separated table; its first line names the columns.
func parseCountries(table string) ([]Country, error) {
	var list []Country
	for number, line := range strings.Split(table, "\n") {
		if number == 0 || line == "" {
			continue
		}
		country, err := parseCountry(strings.Split(line, "\t"))
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", number+1, err)
		}
		list = append(list, country)
	}
	return list, nil
}

func parseCountry(f []string) (Country, error) {
	if len(f) != countryColumns {
		return Country{}, fmt.Errorf("%d columns, want %d", len(f), countryColumns)
	}
	c := Country{
		Alpha3: f[0], Alpha2: f[1], Name: f[3],
		Names: listed(f[4]), Adjectives: listed(f[5]), People: listed(f[6]),
		Capitals: listed(f[7]), Metonyms: listed(f[8]), Historic: listed(f[9]), Sovereign: f[10],
	}
	if len(c.Alpha3) != 3 || c.Name == "" {
		return c, fmt.Errorf("country %q has no name or no alpha-3 code", c.Alpha3)
	}
	if f[2] != "" {
		cow, err := strconv.Atoi(f[2])
		if err != nil {
			return c, fmt.Errorf("country %s: COW number: %w", c.Alpha3, err)
		}
		c.COW = cow
	}
	return c, nil
}

// listed splits a cell at its bars; an empty cell is no list.
func listed(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}
