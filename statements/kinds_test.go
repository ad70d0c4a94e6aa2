package statements_test

import (
	"testing"

	"onrecord"
)

// TestKinds: the kind of the last statement of each text.
func TestKinds(t *testing.T) {
	s := openStations(t)
	for words, want := range map[string]onrecord.StatementKind{
		"Norway rejected the charge.":                                                onrecord.Deny,
		"Norway rejected the peace plan.":                                            onrecord.Refuse,
		"Anna Berg called the deal a disgrace.":                                      onrecord.Condemn,
		"Anna Berg called the report “pure invention”.":                              onrecord.Deny,
		"Anna Berg called on Sweden to open the port.":                               onrecord.Demand,
		"Anna Berg ruled out talks with the rebels.":                                 onrecord.Refuse,
		"The Taliban vowed to retaliate.":                                            onrecord.Threaten,
		"Norway promised a tough response.":                                          onrecord.Threaten,
		"Norway promised to send doctors.":                                           onrecord.Promise,
		"“If this happens again, we will go to court,” Anna Berg warned.":            onrecord.Threaten,
		"“We did not sink the ship,” Anna Berg said.":                                onrecord.Deny,
		"“We call on Sweden to open the port,” Anna Berg said.":                      onrecord.Demand,
		"Anna Berg said that her men would hand over the port.":                      onrecord.Promise,
		"Anna Berg insisted that the prisoners be moved to the coast.":               onrecord.Demand,
		"Norway advised its citizens not to travel to the border.":                   onrecord.Demand,
		"Anna Berg said that Sweden was behind the raid.":                            onrecord.Accuse,
		"Anna Berg said that Sweden had violated the truce.":                         onrecord.Accuse,
		"Anna Berg called for sanctions against Sweden.":                             onrecord.Demand,
		"Anna Berg said that the port was closed.":                                   onrecord.Assert,
		"Norway said it had nothing to do with the raid.":                            onrecord.Deny,
		"Anna Berg said that no such letter was ever sent.":                          onrecord.Deny,
		"Anna Berg said that she never received the letter.":                         onrecord.Deny,
		"Anna Berg said that the council must act.":                                  onrecord.Demand,
		"Anna Berg said that she would fight the bill.":                              onrecord.Refuse,
		"“This is a game, and we will not be blackmailed,” Anna Berg said.":          onrecord.Refuse,
		"Anna Berg suggested that the rebels had set the fire.":                      onrecord.Assert,
		"Anna Berg called the charge a comedy.":                                      onrecord.Deny,
		"Sweden accused Norway of sinking the ship. Norway said it had not sunk it.": onrecord.Deny,
	} {
		got, _ := s.read(t, layText(words))
		if len(got) == 0 {
			t.Errorf("%s: nothing found", words)
			continue
		}
		if k := got[len(got)-1].Kind; k != want {
			t.Errorf("%s: %s, want %s", words, k, want)
		}
	}
}
