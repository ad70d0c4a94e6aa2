package links

import (
	"testing"

	"onrecord"
)

func TestManner(t *testing.T) {
	for _, c := range []struct {
		cue, words string
		want       manner
		isThing    bool
	}{
		{"denied", "the payment", outright, true},
		{"denied", "paying the clerk", outright, false},
		{"denied", "the accusations", outright, false},
		{"dismissed", "the case", waved, true},
		{"said", "nobody took the money", worded, false},
	} {
		e := report(spoken{"person/lund", onrecord.Deny, "Lund", c.words})
		e.Statements[0].Cue = &onrecord.Quote{Text: c.cue}
		if got := Claims(e)[0]; !got.Denies || got.Manner != c.want || got.Thing != c.isThing {
			t.Errorf("%s %q: denies %v, manner %d, thing %v; want manner %d, thing %v", c.cue, c.words, got.Denies, got.Manner, got.Thing, c.want, c.isThing)
		}
	}
}

// TestNoAt checks that the words before a "no" are told from those behind it.
func TestNoAt(t *testing.T) {
	c := Claims(report(spoken{"person/lund", onrecord.Assert, "Lund said", "soldiers with maps had crossed no border"}))[0]
	if len(c.Clauses) != 1 || !c.Clauses[0].Negated || c.Clauses[0].NoAt != 3 {
		t.Errorf("%+v: want three words before the no", c.Clauses)
	}
}

// TestCertaintyOfDenials checks that the answer to a charge is a surer denial than a judge who dismisses a case.
func TestCertaintyOfDenials(t *testing.T) {
	certainty := func(charge, answer spoken, cue string) float64 {
		e := report(charge, answer)
		e.Statements[1].Cue = &onrecord.Quote{Text: cue}
		claims := Claims(e)
		v, _ := newView(&claims[0], &claims[1])
		return learned().certaintyOfDenial(v)
	}
	charge := certainty(spoken{"person/berg", onrecord.Accuse, "Berg accused", "Lund of taking the money from the drawer"},
		spoken{"person/lund", onrecord.Deny, "Lund denied", "the accusations"}, "denied")
	court := certainty(spoken{"person/berg", onrecord.Assert, "Berg said", "the drawer of the case was hers"},
		spoken{"person/lund", onrecord.Deny, "Judge Lund dismissed", "the case"}, "dismissed")
	if charge < court+0.2 {
		t.Errorf("the answer is certain to %.2f, the judgment to %.2f", charge, court)
	}
}
