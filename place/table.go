package place

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

//go:embed places.tsv.gz
var packed []byte

// lines is the table, sorted by key. It is unpacked when first asked.
var lines = sync.OnceValue(func() []byte {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		panic("place: places.tsv.gz: " + err.Error()) // the embedded table is tested
	}
	table, err := io.ReadAll(z)
	if err != nil {
		panic("place: places.tsv.gz: " + err.Error())
	}
	return table
})

// Find gives the places of a name, in the order of the table.
func Find(name string) []Place {
	key := Key(name)
	if key == "" {
		return nil
	}
	table := lines()
	prefix := []byte(key + "\t")
	var found []Place
	for at := firstLine(table, prefix); at < len(table) && bytes.HasPrefix(table[at:], prefix); {
		end := at + bytes.IndexByte(table[at:], '\n')
		found = append(found, parse(string(table[at+len(prefix):end])))
		at = end + 1
	}
	return found
}

// firstLine finds the first line that is not before the key.
func firstLine(table, key []byte) int {
	lo, hi := 0, len(table) // lines start at both
	for lo < hi {
		mid := lo + (hi-lo)/2
		start := bytes.LastIndexByte(table[lo:mid], '\n') + 1 + lo
		end := start + bytes.IndexByte(table[start:], '\n') + 1
		if bytes.Compare(table[start:end], key) < 0 {
			lo = end
		} else {
			hi = start
		}
	}
	return lo
}

func parse(line string) Place {
	cells := strings.Split(line, "\t")
	if len(cells) < 6 {
		return Place{}
	}
	p := Place{Name: cells[0], Country: cells[1], Admin1: cells[2]}
	p.Population, _ = strconv.Atoi(cells[3]) // empty for regions
	p.Lat, _ = strconv.ParseFloat(cells[4], 64)
	p.Lon, _ = strconv.ParseFloat(cells[5], 64)
	return p
}

// Key is a name as it is looked up: lower case, without accents, marks, and words
// such as "city of".
func Key(name string) string {
	var key strings.Builder
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
	}) {
		word = fold(word)
		if isKind(word) {
			continue
		}
		if key.Len() > 0 {
			key.WriteByte(' ')
		}
		key.WriteString(word)
	}
	return key.String()
}

// isKind names the words that say what sort of place it is.
func isKind(word string) bool {
	switch word {
	case "the", "of", "city", "town", "province", "district", "region", "state", "governorate", "oblast", "prefecture", "county", "department", "municipality", "village", "capital":
		return true
	}
	return false
}

// fold takes the marks off letters: "Šķēle" is "skele".
func fold(word string) string {
	var out strings.Builder
	letters := plainLetters()
	for _, r := range strings.ToLower(word) {
		switch plain, ok := letters[r]; {
		case ok:
			out.WriteString(plain)
		case r == '\'' || r == '’' || unicode.IsMark(r):
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}
