package synth

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed countries.tsv
var countriesFile string

//go:embed words.txt
var wordsFile string

//go:embed sentences.txt
var sentencesFile string

// tables are what reports are made from.
type tables struct {
	countries []country
	words     map[string][]string // by slot
	sentences map[string][]string // by kind: headline, lead, more
}

type country struct{ name, adjective, capital string }

func readTables() (t tables, err error) {
	for line := range strings.Lines(countriesFile) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) != 3 {
			return t, fmt.Errorf("countries.tsv: %q: not name, adjective and capital", line)
		}
		t.countries = append(t.countries, country{cells[0], cells[1], cells[2]})
	}
	if t.words, err = readKeyed("words.txt", wordsFile); err != nil {
		return t, err
	}
	for slot, lines := range t.words {
		t.words[slot] = strings.Split(strings.Join(lines, " | "), " | ")
	}
	if t.sentences, err = readKeyed("sentences.txt", sentencesFile); err != nil {
		return t, err
	}
	return t, t.checkSlots()
}

// readKeyed reads lines "KEY: VALUE"; the values of a key stand in the order of the lines.
func readKeyed(name, content string) (map[string][]string, error) {
	values := map[string][]string{}
	for line := range strings.Lines(content) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, value, found := strings.Cut(line, ": ")
		if !found {
			return nil, fmt.Errorf("%s: %q: not KEY: VALUE", name, line)
		}
		values[key] = append(values[key], value)
	}
	return values, nil
}

// checkSlots tries every slot of every sentence.
func (t *tables) checkSlots() error {
	known := map[string]bool{"number": true, "P": true, "Pname": true, "Q": true, "Qname": true}
	for _, name := range []string{"A", "B", "C"} {
		known[name], known[name+"ish"], known[name+"city"] = true, true, true
	}
	for _, kind := range []string{"headline", "lead", "more"} {
		if len(t.sentences[kind]) == 0 {
			return fmt.Errorf("sentences.txt: no %s", kind)
		}
		for _, sentence := range t.sentences[kind] {
			for _, part := range strings.Split(sentence, "{")[1:] {
				slot, _, closed := strings.Cut(part, "}")
				if !closed || !known[slot] && len(t.words[slot]) == 0 {
					return fmt.Errorf("sentences.txt: %q: nothing fills {%s}", sentence, slot)
				}
			}
		}
	}
	return nil
}
