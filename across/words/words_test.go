package words

import (
	"strings"
	"testing"

	"onrecord"
)

func read(text string, actors ...onrecord.Actor) []Token {
	r := NewReader(&onrecord.Entry{Actors: actors})
	return r.Read("NOR", onrecord.Quote{Span: onrecord.Span{Start: 10, End: 10 + len(text)}, Text: text})
}

func TestReadKeepsPlaces(t *testing.T) {
	text := "Norway's “navy” won't sail; 1,200 sailors stay."
	for _, token := range read(text) {
		if got := text[token.Start-10 : token.End-10]; got != token.Text {
			t.Errorf("token %q stands at %q", token.Text, got)
		}
	}
}

func TestReadFindsActors(t *testing.T) {
	actors := []onrecord.Actor{
		{ID: "blue-front", Name: "Blue Front", Kind: onrecord.GroupActor, Aliases: []string{"BF"}},
		{ID: "unnamed/envoy", Name: "envoy", Kind: onrecord.PersonActor},
		{ID: "place/oslo", Name: "Portum", Kind: onrecord.PlaceActor},
	}
	for text, want := range map[string]string{
		"the Blue Front's camp":        "blue-front blue-front",
		"BF fighters":                  "blue-front",
		"Swedish troops":               "SWE",
		"the US would not help us":     "USA NOR",
		"Stockholm said no":            "SWE",
		"talks in Stockholm":           "",
		"an envoy came from Portum":    "",
		"we and our allies":            "NOR NOR",
		"it was late, but it was late": "NOR", // only at the beginning
	} {
		var got []string
		for _, token := range read(text, actors...) {
			if token.Actor != "" {
				got = append(got, string(token.Actor))
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q names %q, want %q", text, got, want)
		}
	}
}

func TestPhrasesMeanOneWord(t *testing.T) {
	tokens := read("Norway ruled out talks")
	if got := ConceptOf(tokens[1].Stem); got.Name != "accept" || !got.Opposite || tokens[2].IsContent() {
		t.Errorf("ruled out is %+v", got)
	}
}

func TestNumbers(t *testing.T) {
	for text, want := range map[string]float64{"1,200": 1200, "3.5": 3.5, "seven": 7, "one": 0, "many": 0, "forty sailors": 40,
		"thirty-six": 36, "ninety-one": 91, "3.5 million": 3.5e6, "twenty thousand men": 20000, "two dozen": 24} {
		if got, _ := Number(read(text)); got != want {
			t.Errorf("%s is %v, want %v", text, got, want)
		}
	}
}

// TestTablesAreSound checks what a line of a table may hold.
func TestTablesAreSound(t *testing.T) {
	seen := map[string]string{}
	eachLine(conceptFile, func(name, list string) {
		for word := range strings.FieldsSeq(strings.Replace(list, "/", " ", 1)) {
			if in, twice := seen[stem(word)]; twice && in != name {
				t.Errorf("concepts.txt: %q stands in %s and in %s", word, in, name)
			}
			seen[stem(word)] = name
		}
	})
	eachLine(classFile, func(name, list string) {
		for _, c := range classNames {
			if c.name == name {
				return
			}
		}
		t.Errorf("classes.txt: there is no class %q", name)
	})
	if len(weights()) < 5000 || Weight(stem("government")) >= Weight(stem("reservoir")) {
		t.Errorf("frequencies.txt has %d stems; government weighs %v, reservoir %v", len(weights()), Weight(stem("government")), Weight(stem("reservoir")))
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"Norway's 1,200 “men”", "\x00’s", "ruled out", "a’", "٣,٤", "ﬀ ß İ"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, token := range read(text) {
			if token.Start < 10 || token.End > 10+len(text) || token.Start >= token.End {
				t.Fatalf("token %+v of %q", token, text)
			}
		}
	})
}

func TestMayCount(t *testing.T) {
	for text, want := range map[string]bool{"killed 4 soldiers": true, "Twelve died": true, "thirty-six were hurt": true, "nobody was hurt": false, "": false} {
		if got := MayCount(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// TestNearness checks that the table of words near in meaning can be read, and tells what it should.
func TestNearness(t *testing.T) {
	pairs := 0
	for _, list := range alike().near {
		pairs += len(list)
	}
	if pairs < 100_000 {
		t.Errorf("alike.txt.gz holds %d pairs, want 100,000 and more", pairs)
	}
	for _, c := range []struct {
		a, b   string
		isNear bool
	}{{"accept", "agree", true}, {"hostage", "captive", true}, {"steroid", "hormone", true}, {"firm", "company", true}, {"steroid", "bridge", false}, {"Kalla", "steroid", false}} {
		a, b := MeaningOf(Stem(c.a)), MeaningOf(Stem(c.b))
		if near := a.Near(&b); near != b.Near(&a) || near > 0.36 != c.isNear {
			t.Errorf("%s is %.2f near %s, want near: %v", c.a, near, c.b, c.isNear)
		}
	}
}

// TestGlanceMissesNoWord looks at every common word whose concept is asked for, in the forms of the language.
func TestGlanceMissesNoWord(t *testing.T) {
	isDeath := func(concept string) bool { return concept == "kill" || concept == "wound" || concept == "capture" }
	glance, n := NewGlance(isDeath), 0
	for word := range strings.FieldsSeq(frequencyFile + conceptFile) {
		word = strings.Trim(word, ":!#./")
		if word == "" {
			continue
		}
		for _, form := range []string{word, strings.ToUpper(word[:1]) + word[1:], "(" + word + "ing", "He " + word + "s", word + "ed", word + "’s"} {
			for _, token := range Plain(onrecord.Quote{Text: form}) {
				if isDeath(ConceptOf(token.Stem).Name) {
					n++
					if !glance.May(form) {
						t.Errorf("%q is missed", form)
					}
				}
			}
		}
	}
	for text, want := range map[string]bool{"Dying soldiers": true, "They GUNNED down two": true, "the two ships left for port": false, "": false} {
		if glance.May(text) != want {
			t.Errorf("%q: want %v", text, want)
		}
	}
	if n < 50 {
		t.Errorf("only %d forms were looked at", n)
	}
}
