package events

import "testing"

func TestAnybodyMayBeAParty(t *testing.T) {
	for _, c := range []struct{ name, sentence, want string }{
		{"a company", "Ruritania/Ruritania/PROPN/2/nsubj sued/sue/VERB/0/root a/a/DET/4/det bank/bank/NOUN/2/obj", "Ruritania ACCUSE bank, asserted"},
		{"persons of another land stand for themselves", "Ruritania/Ruritania/PROPN/2/nsubj arrested/arrest/VERB/0/root two/two/NUM/5/nummod Graustarkian/graustarkian/ADJ/5/amod sailors/sailor/NOUN/2/obj",
			"Ruritania COERCE two Graustarkian sailors, asserted"},
		{"title and name that the syntax parts", "Graustark/Graustark/PROPN/3/nmod:poss 's/'s/PART/1/case minister/minister/NOUN/5/nsubj Vale/Vale/PROPN/5/nsubj praised/praise/VERB/0/root Syldavia/Syldavia/PROPN/5/obj",
			"Anna Vale SUPPORT Syldavia, asserted"},
		{"whose thing it is", "Ruritania/Ruritania/PROPN/2/nsubj condemned/condemn/VERB/0/root the/the/DET/4/det decision/decision/NOUN/2/obj of/of/ADP/7/case a/a/DET/7/det court/court/NOUN/4/nmod",
			"Ruritania ACCUSE court, asserted"},
		{"a strike of those who work", "The/the/DET/2/det doctors/doctor/NOUN/4/nmod:poss '/'/PART/2/case strike/strike/NOUN/5/nsubj ended/go/VERB/0/root", "doctors PROTEST -, asserted"},
		{"denied in words only", "Ruritania/Ruritania/PROPN/2/nsubj rejected/reject/VERB/0/root a/a/DET/5/det Graustarkian/graustarkian/ADJ/5/amod claim/claim/NOUN/2/obj", ""},
		{"a consequence is no second blow", "Ruritania/Ruritania/PROPN/2/nsubj shelled/shell/VERB/0/root Graustark/Graustark/PROPN/2/obj ,/,/PUNCT/5/punct killing/kill/VERB/2/advcl three/three/NUM/7/nummod people/people/NOUN/5/obj",
			"Ruritania ASSAULT Graustark, asserted"},
		{"critics strike in words", "Critics/critic/NOUN/2/nsubj attacked/attack/VERB/0/root Graustark/Graustark/PROPN/2/obj", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			st := newStage(t, c.sentence)
			if got := inShort(load(t).Code(st.analysis, st.resolved, nil)); got != c.want {
				t.Errorf("%s\n got %q\nwant %q", st.text.Words, got, c.want)
			}
		})
	}
}
