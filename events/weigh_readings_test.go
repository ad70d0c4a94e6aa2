package events

import (
	"slices"
	"strings"
	"testing"

	"onrecord"
)

const (
	accused = "Ruritania/Ruritania/PROPN/2/nsubj accused/accuse/VERB/0/root Graustark/Graustark/PROPN/2/obj of/of/ADP/5/mark bombing/bomb/VERB/2/advcl Syldavia/Syldavia/PROPN/5/obj"
	rained  = "rain/rain/NOUN/2/nsubj fell/fall/VERB/0/root"
)

func sceneOf(t *testing.T, sentences ...string) *scene {
	t.Helper()
	st := newStage(t, sentences...)
	return newScene(loadWhole(t), st.analysis, st.resolved, nil)
}

func TestRosterNamesWhoIsNear(t *testing.T) {
	s := sceneOf(t, accused, rained, "Vale/Vale/PROPN/2/nsubj slept/sleep/VERB/0/root", "Reds/Reds/PROPN/2/nsubj marched/march/VERB/0/root")
	for _, c := range []struct {
		sentence int
		want     string
	}{
		{0, "Ruritania sentence, Graustark sentence, Syldavia sentence"},
		{2, "Anna Vale sentence, Ruritania before, Graustark before, Syldavia before"},
		{3, "Red Front sentence, Anna Vale before"},
	} {
		var got []string
		for _, m := range s.rosterOf(c.sentence) {
			got = append(got, m.name+" "+string(m.from))
		}
		if text := strings.Join(got, ", "); text != c.want {
			t.Errorf("roster of sentence %d is %q, want %q", c.sentence, text, c.want)
		}
	}
}

func TestSlotsTellTheSyntax(t *testing.T) {
	s := sceneOf(t, accused)
	slots := s.slotsAt(s.plainAct(1, ""), nil)
	for name, want := range map[string]string{doerSlot: "Ruritania", "object": "Graustark"} {
		i := slices.IndexFunc(slots, func(sl slot) bool { return sl.name == name })
		if i < 0 || len(slots[i].parties) != 1 || slots[i].parties[0].name != want {
			t.Errorf("slot %q of %+v is not %s alone", name, slots, want)
		}
	}
}

func TestPathGoesUpAndDown(t *testing.T) {
	s := sceneOf(t, accused)
	for _, c := range []struct {
		from, to int
		want     string
		steps    int
	}{
		{1, 0, ">nsubj", 1},
		{4, 0, "^advcl>nsubj", 2},
		{5, 1, "^obj^advcl", 2},
		{1, 1, "", 0},
	} {
		if got, steps := s.pathTo(c.from, c.to); got != c.want || steps != c.steps {
			t.Errorf("path from %d to %d is %q in %d steps, want %q in %d", c.from, c.to, got, steps, c.want, c.steps)
		}
	}
	far := sceneOf(t, rained, rained)
	if got, _ := far.pathTo(0, 3); got != "far" {
		t.Errorf("path to another sentence is %q", got)
	}
}

// What the rules read stays where nothing speaks against it, and idle words tell
// nothing.
func TestSecondReadingKeepsWhatIsClear(t *testing.T) {
	st := newStage(t, accused, rained)
	got := inShort(loadWhole(t).Code(st.analysis, st.resolved, nil))
	if want := "Ruritania ACCUSE Graustark, asserted; Graustark ASSAULT Syldavia, claimed by Ruritania"; got != want {
		t.Errorf("coded %q, want %q", got, want)
	}
}

// A reading learned from one report finds its act in a like one, of a word that no rule
// knows.
func TestReadingsAreLearned(t *testing.T) {
	const zapped = "Ruritania/Ruritania/PROPN/2/nsubj zapped/zap/VERB/0/root Graustark/Graustark/PROPN/2/obj"
	st := newStage(t, zapped, rained)
	lesson := ReadReport{Analysis: st.analysis, Resolutions: st.resolved, IsName: func(told string, names []string) bool { return slices.Contains(names, told) },
		Acts: []ReadAct{{Type: "ASSAULT", Actor: "Ruritania", Recipient: "Graustark", Words: st.quote("zapped").Span}}}
	lessons := make([]ReadReport, 40)
	for i := range lessons {
		lessons[i] = lesson
	}
	words, readings, err := load(t).LearnReadings(lessons)
	if err != nil {
		t.Fatal(err)
	}
	c, err := load(t).UseReadings(words, readings)
	if err != nil {
		t.Fatal(err)
	}
	like := newStage(t, "Syldavia/Syldavia/PROPN/2/nsubj zapped/zap/VERB/0/root Ruritania/Ruritania/PROPN/2/obj", rained)
	if got, want := inShort(c.Code(like.analysis, like.resolved, nil)), "Syldavia ASSAULT Ruritania, asserted"; got != want {
		t.Errorf("coded %q, want %q", got, want)
	}
}

func TestWrongWeightsAreRefused(t *testing.T) {
	if _, err := load(t).UseReadings([]byte("no weights"), nil); err == nil {
		t.Error("weights that are none were taken")
	}
}

func TestTypesStandInTheCodebook(t *testing.T) {
	c := load(t)
	for _, of := range plover {
		if known := c.book.Type(of); known == nil || known.Extension {
			t.Errorf("%s is none of PLOVER's types", of)
		}
	}
	if slices.Contains(plover[:], onrecord.EventType("SAY")) {
		t.Error("SAY is learned")
	}
}
