package events

import "testing"

func TestStormsAndDiseasesAreNoSides(t *testing.T) {
	for _, sentence := range []string{
		"Hurricane/hurricane/PROPN/2/compound Berta/Berta/PROPN/3/nsubj pounded/pound/VERB/0/root Ruritania/Ruritania/PROPN/3/obj",
		"The/the/DET/2/det storm/storm/NOUN/3/nsubj hit/hit/VERB/0/root Ruritania/Ruritania/PROPN/3/obj",
		"Ruritania/Ruritania/PROPN/2/nsubj fights/fight/VERB/0/root the/the/DET/4/det epidemic/epidemic/NOUN/2/obj",
	} {
		st := newStage(t, sentence)
		if events := load(t).Code(st.analysis, st.resolved, nil); len(events) > 0 {
			t.Errorf("%q tells %+v", st.text.Words, events)
		}
	}
	army := newStage(t, "Graustark/Graustark/PROPN/2/nsubj pounded/pound/VERB/0/root Ruritania/Ruritania/PROPN/2/obj")
	if events := load(t).Code(army.analysis, army.resolved, nil); len(events) != 1 {
		t.Errorf("%q tells %+v", army.text.Words, events)
	}
}
