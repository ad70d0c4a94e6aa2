package language

import (
	"testing"

	"onrecord"
)

// headOfWord gives the token with these words, -1 if there is none.
func headOfWord(a *onrecord.Analysis, word string) int {
	for i := range a.Tokens {
		if a.Text.Cut(a.Tokens[i].Span) == word {
			return i
		}
	}
	return -1
}

func TestPronounsByGender(t *testing.T) {
	r := openReader(t)
	for _, test := range []struct{ why, text, pronoun, want string }{
		{"he can only be the man", "Robert Hale met Susan Mercer in Oslo. He praised the treaty.", "He", "Robert"},
		{"she can only be the woman", "Robert Hale met Susan Mercer in Oslo. She praised the treaty.", "She", "Susan"},
		{"two men", "Robert Hale met David Mercer and Susan Boyle in Oslo. He praised the treaty.", "He", ""},
		{"nobody else to choose", "Robert Hale came to Oslo. He praised the treaty.", "He", ""},
	} {
		a := readBody(t, r, test.text)
		s := r.PronounsByGender(a)
		cluster, told := s.Cluster[headOfWord(a, test.pronoun)]
		name, known := s.Cluster[headOfWord(a, test.want)]
		if told != (test.want != "") || told && (!known || name != cluster) {
			t.Errorf("%s: %s is %d (%t), %q is %d (%t)", test.why, test.pronoun, cluster, told, test.want, name, known)
		}
	}
}

func TestHiddenGendersComeBack(t *testing.T) {
	r := openReader(t)
	j := newJoiner(readBody(t, r, "Robert Hale met Susan Mercer in Oslo. She praised him."), &r.names)
	var before, hidden, after string
	tell := func() (genders string) {
		for i := range j.facts {
			genders += string('0'+j.facts[i].gender) + string('0'+j.kin[i].gender)
		}
		return genders
	}
	before = tell()
	show := j.hideGenders('f')
	hidden = tell()
	show()
	if after = tell(); before != after || before == hidden {
		t.Errorf("genders before %q, hidden %q, after %q", before, hidden, after)
	}
}

func TestTellsOfBoth(t *testing.T) {
	r := openReader(t)
	for text, want := range map[string]bool{
		"Robert Hale met Susan Mercer.":  true,
		"Robert Hale met David Mercer.":  false,
		"Robert met Susan in the garden": false,
		"":                               false,
	} {
		if got := r.TellsOfBoth(text); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	}
}
