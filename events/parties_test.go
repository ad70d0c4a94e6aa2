package events

import (
	"slices"
	"testing"

	"onrecord"
)

// Who acts and who is meant where the words name them only in a roundabout way.
func TestParties(t *testing.T) {
	const neighbours = "Ruritania/Ruritania/PROPN/2/nsubj borders/border/VERB/0/root Graustark/Graustark/PROPN/2/obj"
	const calm = "Ruritania/Ruritania/PROPN/3/nsubj is/be/AUX/3/cop calm/calm/ADJ/0/root"
	for _, c := range []struct {
		name      string
		sentences []string
		want      string
	}{
		{"both countries", []string{neighbours, "Both/both/DET/2/det countries/country/NOUN/3/nsubj closed/close/VERB/0/root the/the/DET/5/det border/border/NOUN/3/obj"},
			"Ruritania SANCTION Graustark, asserted; Graustark SANCTION Ruritania, asserted"},
		{"the two ministers", []string{neighbours, "the/the/DET/3/det two/two/NUM/3/nummod ministers/minister/NOUN/4/nsubj met/meet/VERB/0/root"},
			"Ruritania CONSULT Graustark, asserted"},
		{"two of nobody", []string{"the/the/DET/3/det two/two/NUM/3/nummod ministers/minister/NOUN/4/nsubj met/meet/VERB/0/root"}, ""},
		{"each other", []string{"Ruritania/Ruritania/PROPN/4/nsubj and/and/CCONJ/3/cc Graustark/Graustark/PROPN/1/conj accused/accuse/VERB/0/root each/each/DET/4/obj other/other/ADJ/5/fixed"},
			"Ruritania ACCUSE Graustark, asserted; Graustark ACCUSE Ruritania, asserted"},
		{"blows both ways", []string{"Ruritania/Ruritania/PROPN/4/nsubj and/and/CCONJ/3/cc Graustark/Graustark/PROPN/1/conj exchanged/exchange/VERB/0/root fire/fire/NOUN/4/obj"},
			"Ruritania ASSAULT Graustark, asserted; Graustark ASSAULT Ruritania, asserted"},
		{"parted by the syntax", []string{"guards/guard/NOUN/0/root of/of/ADP/3/case Ruritania/Ruritania/PROPN/1/nmod and/and/CCONJ/6/cc Graustark/Graustark/PROPN/6/nsubj fired/fire/VERB/1/conj at/at/ADP/8/case Syldavia/Syldavia/PROPN/6/obl"},
			"Ruritania ASSAULT Syldavia, asserted; Graustark ASSAULT Syldavia, asserted"},
		{"all owners", []string{"ministers/minister/NOUN/6/nsubj of/of/ADP/3/case Ruritania/Ruritania/PROPN/1/nmod and/and/CCONJ/5/cc Graustark/Graustark/PROPN/3/conj visited/visit/VERB/0/root Syldavia/Syldavia/PROPN/6/obj"},
			"Ruritania CONSULT Syldavia, asserted; Graustark CONSULT Syldavia, asserted"},
		{"home state", []string{calm, "the/the/DET/2/det opposition/opposition/NOUN/3/nsubj criticised/criticise/VERB/0/root the/the/DET/5/det government/government/NOUN/3/obj"},
			"opposition ACCUSE Ruritania, asserted"},
		{"unknown doers", []string{"masked/masked/ADJ/2/amod gunmen/gunman/NOUN/3/nsubj attacked/attack/VERB/0/root Graustark/Graustark/PROPN/3/obj"},
			"masked gunmen ASSAULT Graustark, asserted"},
		{"a counted crowd", []string{"thousands/thousand/NOUN/4/nsubj of/of/ADP/3/case people/people/NOUN/1/nmod marched/march/VERB/0/root against/against/ADP/6/case Graustark/Graustark/PROPN/4/obl"},
			"thousands of people PROTEST Graustark, asserted"},
		{"states do not march", []string{"Ruritania/Ruritania/PROPN/2/nsubj marched/march/VERB/0/root"}, ""},
		{"its neighbour", []string{neighbours, "Ruritania/Ruritania/PROPN/2/nsubj praised/praise/VERB/0/root its/its/PRON/4/nmod:poss neighbour/neighbour/NOUN/2/obj"},
			"Ruritania SUPPORT Graustark, asserted"},
		{"people of a land", []string{"Ruritania/Ruritania/PROPN/2/nsubj arrested/arrest/VERB/0/root Graustarkians/Graustarkian/PROPN/2/obj"},
			"Ruritania COERCE Graustarkians, asserted"},
		{"named right after", []string{"Ruritania/Ruritania/PROPN/2/nsubj rejected/reject/VERB/0/root a/a/DET/5/mark Graustarkian/graustarkian/ADJ/5/nsubj plan/plan/VERB/2/ccomp"},
			"Ruritania REJECT Graustark, asserted"},
		{"deed of the one thanked", []string{"Ruritania/Ruritania/PROPN/2/nsubj thanked/thank/VERB/0/root Graustark/Graustark/PROPN/2/obj for/for/SCONJ/5/mark helping/help/VERB/2/advcl Syldavia/Syldavia/PROPN/5/obj"},
			"Ruritania SUPPORT Graustark, asserted; Graustark AID Syldavia, asserted"},
		{"subject misplaced", []string{"Ruritanian/ruritanian/ADJ/2/amod ministers/minister/NOUN/4/advcl had/have/AUX/4/aux accused/accuse/VERB/0/root Graustark/Graustark/PROPN/4/obj"},
			"Ruritanian ministers ACCUSE Graustark, asserted"},
		{"sister subjects", []string{"Ruritania/Ruritania/PROPN/4/nsubj and/and/CCONJ/3/cc Graustark/Graustark/PROPN/4/nsubj met/meet/VERB/0/root"},
			"Ruritania CONSULT Graustark, asserted"},
		{"meeting of others", []string{"the/the/DET/3/det Syldavia/Syldavia/PROPN/3/compound meeting/meeting/NOUN/0/root between/between/ADP/5/case Ruritania/Ruritania/PROPN/3/nmod and/and/CCONJ/7/cc Graustark/Graustark/PROPN/5/conj"},
			"Ruritania CONSULT Graustark, asserted"},
		{"no minister of the place", []string{"Ruritania/Ruritania/PROPN/2/nsubj met/meet/VERB/0/root its/its/PRON/4/nmod:poss minister/minister/NOUN/2/obj in/in/ADP/6/case Graustark/Graustark/PROPN/4/nmod"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) { expect(t, c.want, c.sentences...) })
	}
}

func expect(t *testing.T, want string, sentences ...string) {
	t.Helper()
	st := newStage(t, sentences...)
	if got := inShort(load(t).Code(st.analysis, st.resolved, nil)); got != want {
		t.Errorf("%s\n got %q\nwant %q", st.text.Words, got, want)
	}
}

func TestPronounIsNotTheDoer(t *testing.T) {
	st := newStage(t, "Ruritania/Ruritania/PROPN/2/nsubj left/leave/VERB/0/root Graustark/Graustark/PROPN/2/obj accusing/accuse/VERB/2/advcl it/it/PRON/4/obj")
	st.analysis.Mentions = []onrecord.Mention{{Span: st.analysis.Tokens[4].Span, Core: st.analysis.Tokens[4].Span, Head: 4, Form: onrecord.Pronoun}}
	st.resolved.Mentions = []onrecord.Resolution{{Actor: "RURI", For: "RURI", Named: true}}
	if got := inShort(load(t).Code(st.analysis, st.resolved, nil)); got != "Ruritania ACCUSE Graustark, asserted" {
		t.Errorf("got %q", got)
	}
}

func TestSeveralSpeakForThemselves(t *testing.T) {
	st := newStage(t, "Ruritania/Ruritania/PROPN/4/nsubj and/and/CCONJ/3/cc Graustark/Graustark/PROPN/1/conj said/say/VERB/0/root they/they/PRON/7/nsubj had/have/AUX/7/aux met/meet/VERB/4/ccomp")
	mention, cue := st.quote("Ruritania and Graustark"), st.quote("said")
	said := st.says("s1", onrecord.Assert, onrecord.Speaker{Name: "Ruritania", Actor: "RURI", Named: true, Mention: &mention}, "they had met")
	said.Cue = &cue
	got := inShort(load(t).Code(st.analysis, st.resolved, []onrecord.Statement{said}))
	if want := "Ruritania CONSULT Graustark, claimed by Ruritania"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPronounOfTheCueIsItsSpeaker(t *testing.T) {
	st := newStage(t, "She/she/PRON/2/nsubj condemned/condemn/VERB/0/root Graustark/Graustark/PROPN/2/obj")
	mention, cue := st.quote("She"), st.quote("condemned")
	said := st.says("s1", onrecord.Condemn, onrecord.Speaker{Name: "Anna Vale", Actor: "person/vale", Named: true, Mention: &mention}, "Graustark")
	said.Cue = &cue
	if got := inShort(load(t).Code(st.analysis, st.resolved, []onrecord.Statement{said})); got != "Anna Vale ACCUSE Graustark, asserted" {
		t.Errorf("got %q", got)
	}
}

// An office of a land that is named before it is its holder's, who has a code of his own.
func TestHolderOfOffice(t *testing.T) {
	st := newStage(t, "the/the/DET/3/det Ruritanian/ruritanian/ADJ/3/amod president/president/NOUN/4/nsubj accused/accuse/VERB/0/root Graustark/Graustark/PROPN/4/obj")
	st.resolved.Actors = append(slices.Clone(cast), onrecord.Actor{ID: "unnamed/president", Name: "president", Kind: onrecord.PersonActor, Country: "RURI", Sectors: []string{"GOV"}})
	span := st.analysis.Tokens[2].Span
	st.analysis.Mentions = []onrecord.Mention{{Span: span, Core: span, Head: 2, Form: onrecord.Nominal}}
	st.resolved.Mentions = []onrecord.Resolution{{Actor: "unnamed/president", For: "RURI"}}
	events := load(t).Code(st.analysis, st.resolved, nil)
	if len(events) != 1 || events[0].Actor.Actor != "unnamed/president" || events[0].Actor.Name != "Ruritanian president" {
		t.Errorf("got %+v", events)
	}
}
