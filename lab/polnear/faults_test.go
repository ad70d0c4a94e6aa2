package polnear

import "testing"

func TestNameRun(t *testing.T) {
	const text = "Ann Lee told the court that the port, which is old, was sold in May and that nobody cared. It was dear."
	f := faultFinder{tokens: indexTokens(text)}
	span := func(words string) []int {
		for i := range f.starts {
			if first, end := f.within([2]int{f.starts[i], f.starts[i] + len(words)}); f.starts[i]+len(words) <= len(text) && text[f.starts[i]:f.starts[i]+len(words)] == words {
				run := []int{}
				for k := first; k < end; k++ {
					run = append(run, k)
				}
				return run
			}
		}
		t.Fatalf("%q is not in the text", words)
		return nil
	}
	g := mark{tokens: [parts][]int{cue: span("told")}}
	for words, want := range map[string]string{
		"the court":             "words next to the cue",
		"Ann Lee":               "words before the cue",
		", which is old,":       "a relative clause",
		"in May":                "a phrase with a preposition",
		"and that nobody cared": "joined words",
		"It was dear":           "another sentence",
		"port":                  "other words",
		", ":                    "marks alone",
	} {
		if got := f.nameRun(g, span(words)); got != want {
			t.Errorf("%q is %s, want %s", words, got, want)
		}
	}
}

func TestByCountIsInOrder(t *testing.T) {
	got := byCount(map[string]int{"b": 2, "a": 2, "c": 9})
	if len(got) != 3 || got[0] != "c" || got[1] != "a" || got[2] != "b" {
		t.Errorf("got %v", got)
	}
}
