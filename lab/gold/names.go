package gold

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed countries.txt
var countriesFile string

//go:embed general_words.txt
var generalWordsFile string

// countryOf maps the names, demonyms and seats of countries to one name.
var countryOf = sync.OnceValue(func() map[string]string {
	table := map[string]string{}
	for _, line := range dataLines(countriesFile) {
		names := strings.Split(line, "|")
		for _, n := range names {
			table[n] = names[0]
		}
	}
	return table
})

var generalWords = sync.OnceValue(func() map[string]bool {
	return set(strings.Fields(strings.Join(dataLines(generalWordsFile), " ")))
})

var emptyWords = sync.OnceValue(func() map[string]bool {
	return set(strings.Fields("a an the of for and in on at to from with by s mr mrs ms dr sir his her its their who said bin ibn al el de van von"))
})

func dataLines(file string) []string {
	var lines []string
	for line := range strings.Lines(file) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines
}

// keyOf is a name without articles, for equality.
func keyOf(name string) string {
	words := slices.DeleteFunc(wordsOf(name), func(w string) bool { return w == "the" || w == "a" || w == "an" })
	return strings.Join(words, " ")
}

// nameParts are the words of a name by what they tell.
type nameParts struct {
	countries map[string]bool
	telling   []string
	general   map[string]bool
}

func splitName(name string) nameParts {
	words := slices.DeleteFunc(wordsOf(name), func(w string) bool { return emptyWords()[w] })
	p := nameParts{countries: map[string]bool{}, general: map[string]bool{}}
	for i := 0; i < len(words); i++ {
		if i+1 < len(words) {
			if c, ok := countryOf()[words[i]+" "+words[i+1]]; ok {
				p.countries[c] = true
				i++
				continue
			}
		}
		switch c, ok := countryOf()[words[i]]; {
		case ok:
			p.countries[c] = true
		case generalWords()[words[i]]:
			p.general[words[i]] = true
		default:
			p.telling = append(p.telling, words[i])
		}
	}
	return p
}

func canonical(key string) string {
	if c, ok := countryOf()[key]; ok {
		return c
	}
	return key
}

// isAround reports whether a name means the people around someone:
// "Trump administration" is not "Donald Trump".
func isAround(key string) bool {
	last := key[strings.LastIndexByte(key, ' ')+1:]
	return last == "administration" || last == "aides" || last == "campaign"
}

// sameName reports whether two names may mean the same actor.
func sameName(g, p string) bool {
	kg, kp := keyOf(g), keyOf(p)
	if kg == "" || kp == "" {
		return false
	}
	if kg == kp || canonical(kg) == canonical(kp) {
		return true
	}
	a, b := splitName(g), splitName(p)
	switch {
	case len(a.telling) > 0 && len(b.telling) > 0:
		if len(a.countries) > 0 && len(b.countries) > 0 && shared(a.countries, b.countries) == 0 || isAround(kg) != isAround(kp) {
			return false
		}
		ta, tb := set(a.telling), set(b.telling)
		return shared(ta, tb)*2 > min(len(ta), len(tb)) || a.telling[len(a.telling)-1] == b.telling[len(b.telling)-1]
	case len(a.telling) > 0 || len(b.telling) > 0:
		return tokenF1(g, p) >= 0.5
	case len(a.countries) > 0 && len(b.countries) > 0:
		return shared(a.countries, b.countries) > 0 && (len(a.general) == 0 || len(b.general) == 0 || setF1(a.general, b.general) >= 0.6)
	}
	return setF1(a.general, b.general) >= 0.6
}

// aliases compares names through an article's alias groups.
type aliases [][]string

func (groups aliases) forms(name string) []string {
	out := []string{name}
	for _, g := range groups {
		if slices.ContainsFunc(g, func(a string) bool { return keyOf(a) == keyOf(name) }) {
			out = append(out, g...)
		}
	}
	return out
}

// same compares a gold name ("" for none) with the predicted names of one actor.
func (groups aliases) same(g string, predicted []string) bool {
	predicted = slices.DeleteFunc(slices.Clone(predicted), func(s string) bool { return s == "" })
	if g == "" || len(predicted) == 0 {
		return g == "" && len(predicted) == 0
	}
	for _, p := range predicted {
		if sameName(g, p) {
			return true
		}
		for _, f := range groups.forms(g) {
			if keyOf(f) != keyOf(g) && tokenF1(keyOf(f), keyOf(p)) >= 0.75 {
				return true
			}
		}
	}
	return false
}

// itemsRight is the number of predicted names that find a gold name of their own.
func (groups aliases) itemsRight(gold, predicted []string) int {
	left, n := slices.Clone(gold), 0
	for _, p := range predicted {
		i := slices.IndexFunc(left, func(g string) bool { return groups.same(g, []string{p}) || tokenF1(g, p) >= 0.5 })
		if i >= 0 {
			left = slices.Delete(left, i, i+1)
			n++
		}
	}
	return n
}

// IsName reports whether one of the names means whom the gold calls so.
func (a *Article) IsName(told string, names []string) bool {
	return aliases(a.Aliases).same(told, names)
}
