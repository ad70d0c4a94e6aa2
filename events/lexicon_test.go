package events

import (
	"strings"
	"testing"

	"onrecord"
)

func TestLexiconIsWhole(t *testing.T) {
	l, err := openLexicon()
	if err != nil {
		t.Fatal(err)
	}
	types := map[onrecord.EventType]int{}
	for lemma, list := range l.predicates {
		if lemma != strings.ToLower(lemma) {
			t.Errorf("lemma %q is not lower case", lemma)
		}
		seen := map[string]bool{}
		for _, p := range list {
			types[p.sense.Type]++
			if seen[p.written] {
				t.Errorf("pattern %q stands twice: one of them is never reached", p.written)
			}
			seen[p.written] = true
		}
	}
	if len(types) != 16 {
		t.Errorf("words for %d types, want all 16 of PLOVER", len(types))
	}
}

func TestStem(t *testing.T) {
	l, err := openLexicon()
	if err != nil {
		t.Fatal(err)
	}
	for _, forms := range []string{"accuse accuses accused accusing", "stop stops stopped stopping", "deny denies denied denying", "meet meets met meeting",
		"impose imposed imposing", "kill kills killed killing", "withdraw withdrew withdrawn", "clash clashes clashed", "bomb bombing bombed"} {
		list := strings.Fields(forms)
		for _, f := range list[1:] {
			if a, b := l.stem(list[0]), l.stem(f); a != b {
				t.Errorf("%s has the stem %q, %s %q", list[0], a, f, b)
			}
		}
	}
}

func TestCutWords(t *testing.T) {
	l, err := openLexicon()
	if err != nil {
		t.Fatal(err)
	}
	text := "Tōkyō's envoy, pro-peace, met U.S. aides."
	var got []string
	for _, w := range l.cutWords(text) {
		got = append(got, text[w.start:w.end])
	}
	if s := strings.Join(got, "|"); s != "Tōkyō|'|s|envoy|,|pro-peace|,|met|U.S|.|aides|." {
		t.Errorf("words are %s", s)
	}
}

func TestReadPattern(t *testing.T) {
	classes := map[string][]string{"ties": {"tie", "link"}}
	p, err := readPattern("break+off>$ties/talk", classes)
	if err != nil || p.lemma != "break" || p.particle != "off" || p.link != toObject || !p.class["link"] || !p.class["talk"] {
		t.Errorf("read %+v, %v", p, err)
	}
	for _, broken := range []string{"", "n:", ">x", "cut>", "cut>$none"} {
		if _, err := readPattern(broken, classes); err == nil {
			t.Errorf("pattern %q is read without a fault", broken)
		}
	}
}

func FuzzReadPattern(f *testing.F) {
	f.Add("break+off>$ties/talk")
	f.Add("n:drone strike")
	f.Add("not:want")
	f.Fuzz(func(t *testing.T, written string) {
		if p, err := readPattern(written, nil); err == nil && p.lemma == "" {
			t.Errorf("%q is read without a lemma", written)
		}
	})
}

func FuzzClassify(f *testing.F) {
	c, err := LoadClassifier()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("Oslo accused Bergen of theft.", 0, 4, 13, 19)
	f.Fuzz(func(t *testing.T, text string, a, b, x, y int) {
		p := c.Classify(Relation{Text: text, Source: onrecord.Span{Start: a, End: b}, Target: onrecord.Span{Start: x, End: y}})
		sum := 0.0
		for _, v := range p {
			sum += v
		}
		if sum < 0.999 || sum > 1.001 {
			t.Errorf("probabilities sum to %v", sum)
		}
	})
}

func BenchmarkClassify(b *testing.B) {
	c, err := LoadClassifier()
	if err != nil {
		b.Fatal(err)
	}
	q := Relation{Text: "Ruritania said on Sunday that it would not take part in the talks with Graustark.", Source: onrecord.Span{End: 9}, Target: onrecord.Span{Start: 71, End: 80}}
	for b.Loop() {
		c.Classify(q)
	}
}

func BenchmarkCode(b *testing.B) {
	c, st := loadWhole(b), newStage(b, bombing, bombing, bombing)
	for b.Loop() {
		c.Code(st.analysis, st.resolved, nil)
	}
}
