package statements_test

import (
	"fmt"
	"testing"
)

// TestSpeakers: who speaks and whether the report names them.
func TestSpeakers(t *testing.T) {
	s := openStations(t)
	for name, test := range map[string]struct {
		words, speaker string
		named          bool
	}{
		"a name behind its bearer":       {"A father in the village, Saleh Muqbil, said that the well was dry.", "Saleh Muqbil", true},
		"a name behind a representative": {"Its representative in Oslo, Anna Holt, said that the ship was safe.", "Anna Holt", true},
		"a body by its own name":         {"The bridge is old, according to the Ohio Bridge Connection.", "Ohio Bridge Connection", true},
		"whose office":                   {"Mr Lowther's office denied that the letter was lost.", "Mr Lowther's office", true},
		"an office without a name":       {"The Foreign Minister said that the talks would go on.", "Foreign Minister", false},
		"members of a body":              {"Dutch prosecutors said that the man had fled.", "Dutch prosecutors", false},
		"a place behind a town":          {"Users of a forum in Porto Velho, Acre, said that the fire was theirs.", "Users of a forum in Porto Velho, Acre", false},
		"called so before":               {"Ola Holt ran. He is a pastor in Bergen. It was late, the pastor said.", "Ola Holt", true},
		"who made a study":               {"A survey released by the pollster Norstat said that most want peace.", "Norstat", true},
		"a report may be anybody's":      {"A report by the Harbour Council said that the quay was unsafe.", "a report by the Harbour Council", false},
		"large inside a sentence":        {"He left the Radicals in May. Radicals oppose the idea.", "Radicals", true},
		"the one body":                   {"Men dug here for years. The company denied that the shaft was unsafe.", "the company", true},
		"a stranger":                     {"Ola Holt is the harbour's chief. A witness showed us a shell which he said had hit the quay.", "a witness", false},
		"its own body":                   {"Norland is angry. Its embassy denied that the man was a spy.", "its embassy", true},
		"a vague group":                  {"The opposition denied that the vote was fair.", "the opposition", false},
		"whose mother":                   {"Sailor Anna Berg was tired, her mother said.", "Anna Berg's mother", false},
		"no court is he":                 {"A court in the north jailed film director Oleh Marchuk in May. He said that it was a comedy.", "Oleh Marchuk", true},
	} {
		got, _ := s.read(t, layText(test.words))
		if len(got) != 1 {
			t.Errorf("%s: %d statements, want 1", name, len(got))
			continue
		}
		have := fmt.Sprint(got[0].Speaker.Name, " ", got[0].Speaker.Named)
		if want := fmt.Sprint(test.speaker, " ", test.named); have != want {
			t.Errorf("%s: got %s, want %s", name, have, want)
		}
	}
}

// TestNewsDay: words about news of the day of the report are of that day; of news of the
// day before, their day is not told.
func TestNewsDay(t *testing.T) {
	s := openStations(t)
	for name, test := range map[string]struct{ words, want string }{
		"news of the day":        {"Two ships met on Thursday near the port of Bergen and twelve men were pulled from the water.\nAnna Berg said that nobody was hurt.", "2021-06-10"},
		"news of the day before": {"Two ships met on Wednesday near the port of Bergen and twelve men were pulled from the water.\nAnna Berg said that nobody was hurt.", ""},
		"a stamp above the lead": {"10 June 2021\nTwo ships met near the port of Bergen and twelve men were pulled from the water.\nAnna Berg said that nobody was hurt.", ""},
	} {
		got, _ := s.read(t, layText(test.words))
		if len(got) != 1 {
			t.Errorf("%s: %d statements, want 1", name, len(got))
			continue
		}
		have := ""
		if got[0].SaidOn != nil {
			have = string(got[0].SaidOn.From)
		}
		if have != test.want {
			t.Errorf("%s: said on %q, want %q", name, have, test.want)
		}
	}
}
