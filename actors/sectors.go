package actors

import (
	"slices"
	"strings"
	"sync"
)

// sectorRow is a sector with the words that tell it.
type sectorRow struct {
	sector      string
	words, weak map[string]bool
}

var sectorRows = sync.OnceValue(func() []sectorRow {
	var rows []sectorRow
	data, err := tableFiles.ReadFile("tables/sectors.tsv")
	if err != nil {
		return nil
	}
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(cells) != 3 || cells[0] == "sector" {
			continue
		}
		rows = append(rows, sectorRow{cells[0], wordSet(cells[1]), wordSet(cells[2])})
	}
	return rows
})

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// tellsSector reports whether a word names people or bodies of one sector for sure.
func tellsSector(word string) bool {
	return slices.ContainsFunc(sectorRows(), func(row sectorRow) bool { return row.words[word] })
}

// withoutOfficeGeneral drops the "general" of a secretary general, who is no soldier.
func withoutOfficeGeneral(words []string) []string {
	kept := make([]string, 0, len(words))
	for i, w := range words {
		if w == "general" && i > 0 && slices.Contains([]string{"secretary", "attorney", "director", "consul", "inspector", "governor", "prosecutor", "solicitor"}, words[i-1]) {
			continue
		}
		kept = append(kept, w)
	}
	return kept
}

// maxSectorWords bounds the words of a name that are looked at.
const maxSectorWords = 12

// sectorOf gives the sector that words tell, by the first row of the table that has
// one of them; "" if none has.
func sectorOf(words string) string {
	list := strings.FieldsFunc(strings.ToLower(words), func(c rune) bool { return c == ' ' || c == ',' || c == '\'' || c == '’' })
	list = withoutOfficeGeneral(list[:min(len(list), maxSectorWords)])
	for _, row := range sectorRows() {
		if slices.ContainsFunc(list, func(w string) bool { return row.words[w] }) {
			return row.sector
		}
	}
	for _, row := range sectorRows() {
		if slices.ContainsFunc(list, func(w string) bool { return row.weak[w] }) {
			return row.sector
		}
	}
	return ""
}
