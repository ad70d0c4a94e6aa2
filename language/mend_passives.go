package language

import "strings"

// timeNouns stand between "was" and what was done: "was last month accused".
var timeNouns = map[string]bool{
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"yesterday": true, "today": true, "tonight": true, "day": true, "night": true, "morning": true, "afternoon": true, "evening": true,
	"weekend": true, "week": true, "month": true, "year": true, "spring": true, "summer": true, "autumn": true, "winter": true, "time": true,
}

// mendPassives mends a passive that a time cuts in two: of "was last month accused by" the parser makes a month that
// the subject is, or gives the month the "was" of the participle. The participle takes the place of the noun, which
// tells only when.
func (d *desk) mendPassives(s sentence) {
	for noun := range s.forms {
		verb := noun + 1
		if verb >= len(s.forms) || !timeNouns[strings.ToLower(s.forms[noun])] || d.inflection.tags[s.tags[verb]] != "VERB VBN" {
			continue
		}
		copula := d.childBefore(s, noun, "cop")
		switch {
		case copula < 0:
		case int(s.heads[noun]) == verb:
			d.raisePassive(s, noun, verb, copula)
		case int(s.heads[verb]) == noun && d.relationOf(s, verb) == "acl":
			s.heads[verb], s.relations[verb] = s.heads[noun], s.relations[noun]
			d.raisePassive(s, noun, verb, copula)
		}
	}
}

// raisePassive hangs a noun and what hung on it on the participle behind it.
func (d *desk) raisePassive(s sentence, noun, verb, copula int) {
	hang := func(i int, relation string) {
		s.heads[i] = int32(verb)
		d.relabel(s, i, relation)
	}
	for i := range s.heads {
		above := int(s.heads[i])
		switch {
		case i == verb || above != noun && above != verb:
		case d.relationOf(s, i) == "nsubj":
			hang(i, "nsubj:pass")
		case i == copula:
			hang(i, "aux:pass")
		case above == noun && (i < copula || i > verb):
			s.heads[i] = int32(verb)
		}
	}
	hang(noun, "obl")
}

// relabel gives a word another relation to its head.
func (d *desk) relabel(s sentence, i int, relation string) {
	s.relations[i] = d.network.relationNumber(relation, s.relations[i])
}

// childBefore gives the first word before its head that hangs on it in a relation; -1 if none does.
func (d *desk) childBefore(s sentence, head int, relation string) int {
	for i := range head {
		if int(s.heads[i]) == head && d.relationOf(s, i) == relation {
			return i
		}
	}
	return -1
}
