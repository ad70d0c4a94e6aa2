package ner

import (
	"onrecord/lab"
	"onrecord/language"
)

// tally counts right, given and wanted names.
type tally struct{ right, given, wanted int }

func (t tally) f1() float64 {
	if t.given+t.wanted == 0 {
		return 0
	}
	return 200 * float64(t.right) / float64(t.given+t.wanted)
}

func (t *tally) add(o tally) {
	t.right += o.right
	t.given += o.given
	t.wanted += o.wanted
}

// score compares names by their exact borders and type, type by type.
func score(gold, given []iobSentence) map[string]tally {
	out := map[string]tally{}
	count := func(kind string, more tally) {
		t := out[kind]
		t.add(more)
		out[kind] = t
	}
	for i := range gold {
		want := map[language.FoundName]bool{}
		for _, n := range gold[i].names() {
			want[n] = true
			count(string(n.Type), tally{wanted: 1})
		}
		for _, n := range given[i].names() {
			t := tally{given: 1}
			if want[n] {
				t.right = 1
			}
			count(string(n.Type), t)
		}
	}
	return out
}

// figures gives the F1 of all three main types together, and of each.
func figures(set string, by map[string]tally) []lab.Figure {
	var core tally
	var out []lab.Figure
	for _, kind := range []string{"PER", "ORG", "LOC"} {
		core.add(by[kind])
		out = append(out, lab.Figure{Task: "ner", Set: set, Measure: kind + " F1", Value: by[kind].f1()})
	}
	all := lab.Figure{Task: "ner", Set: set, Measure: "PER+ORG+LOC F1", Value: core.f1()}
	return append([]lab.Figure{all}, out...)
}
