package statements_test

import (
	"slices"
	"strings"
	"testing"
)

// TestContents: where what is said begins and ends, and whose it is.
func TestContents(t *testing.T) {
	s := openStations(t)
	for name, test := range map[string]struct {
		words string
		want  []string
	}{
		"signed with a bar":        {"“We lost three weeks over a single crane.” ― Anna Berg\n“Nobody told us anything.” — Ola Holt, a docker", []string{"Anna Berg: “We lost three weeks over a single crane.”", "Ola Holt: “Nobody told us anything.”"}},
		"a dash is no signature":   {"“Waves” — a novel about the sea that nobody read — sold badly.", nil},
		"opening words":            {"The harbour's cranes, Anna Berg said, would be sold by June.", []string{"Anna Berg: The harbour's cranes … would be sold by June"}},
		"an open clause":           {"If the buyers stay away, Anna Berg argued, the council has no plan at all.", []string{"Anna Berg: If the buyers stay away … the council has no plan at all"}},
		"the hearer":               {"Anna Berg told a meeting of fishermen on Monday that the port would be dredged.", []string{"Anna Berg: the port would be dredged"}},
		"words with hyphens":       {"Anna Berg said the port lacked water-proof doors.", []string{"Anna Berg: the port lacked water-proof doors"}},
		"mixed marks":              {"Anna Berg said the council had “no comment\" on the sale. The port is old.", []string{"Anna Berg: the council had “no comment\" on the sale"}},
		"a cue inside a quotation": {"“We were asked to take her in, and somebody said yes,” a senior official in Bergen, who was not there, confessed.", []string{"a senior official in Bergen, who was not there: “We were asked to take her in, and somebody said yes,”"}},
		"the next clause":          {"The mayor of Bergen rejected a plan to sell the harbour; the council voted for it.", []string{"the mayor of Bergen: a plan to sell the harbour"}},
		"what it is called":        {"Norway accused Sweden on Tuesday of closing the port, a charge that adds to the dispute over the strait.", []string{"Norway: Sweden … closing the port"}},
		"behind a closing tag":     {"“We will stay here as long as it takes,” Anna Berg told the council of the island, whose term in office ends in May.", []string{"Anna Berg: “We will stay here as long as it takes,”"}},
		"the report's own clause":  {"The harbour gave no figures, though Anna Berg said the dredging would be dear.", []string{"Anna Berg: the dredging would be dear"}},
		"a title before the tag":   {"In her book, “The Long Quay,” Anna Berg wrote that the harbour had been sold twice.", []string{"Anna Berg: the harbour had been sold twice"}},
		"tags behind a long name":  {"“These are strange days,” said Ola Holt, a lawyer who has been fighting the harbour for ten years. “I do not know what they want.”", []string{"Ola Holt: “These are strange days,” … “I do not know what they want.”"}},
	} {
		got, _ := s.read(t, layText(test.words))
		var all []string
		for i := range got {
			all = append(all, got[i].Speaker.Name+": "+contentOf(&got[i]))
		}
		if !slices.Equal(all, test.want) {
			t.Errorf("%s: got\n  %s\nwant\n  %s", name, strings.Join(all, "\n  "), strings.Join(test.want, "\n  "))
		}
	}
}
