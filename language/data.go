package language

import (
	"embed"
	"strings"
	"sync"
)

//go:embed data
var dataFiles embed.FS

// dataLines reads a table of the data folder: no comments, no empty lines.
func dataLines(name string) []string {
	raw, err := dataFiles.ReadFile("data/" + name)
	if err != nil {
		return nil // the tests of the tables would fail
	}
	var lines []string
	for line := range strings.Lines(string(raw)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines
}

func dataSet(name string) map[string]bool {
	set := map[string]bool{}
	for _, line := range dataLines(name) {
		set[line] = true
	}
	return set
}

func dataPairs(name string) map[string]string {
	pairs := map[string]string{}
	for _, line := range dataLines(name) {
		key, value, _ := strings.Cut(line, "\t")
		pairs[key] = value
	}
	return pairs
}

// wordTables are what the cutting of words looks up.
type wordTables struct {
	abbreviations map[string]string // without the full stop -> what must follow
	contractions  map[string]string
	misspelt      map[string]string // see misspelt.txt
	hyphens       map[string]bool
	units         map[string]bool
	tellers       map[string]bool
}

var openWordTables = sync.OnceValue(func() *wordTables {
	return &wordTables{
		abbreviations: dataPairs("abbreviations.txt"),
		contractions:  dataPairs("contractions.txt"),
		misspelt:      dataPairs("misspelt.txt"),
		hyphens:       dataSet("kept_hyphens.txt"),
		units:         dataSet("units.txt"),
		tellers:       dataSet("tellers.txt"),
	}
})
