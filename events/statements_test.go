package events

import (
	"testing"

	"onrecord"
)

var vale = onrecord.Speaker{Name: "Anna Vale", Actor: "person/vale", For: "Ruritania", Named: true}

// asSpeech makes the statement that the words of a stage give.
func (st *stage) asSpeech(kind onrecord.StatementKind, speaker onrecord.Speaker, cue, content string) []onrecord.Statement {
	s := st.says("s1", kind, speaker, content)
	words := st.quote(cue)
	mention := st.quote("Vale")
	s.Cue, s.Speaker.Mention = &words, &mention
	s.SaidOn = &onrecord.When{From: "2021-05-09", To: "2021-05-09"}
	return []onrecord.Statement{s}
}

func TestActsInWords(t *testing.T) {
	for _, c := range []struct {
		name, sentence string
		kind           onrecord.StatementKind
		cue, content   string
		want           string
	}{
		{"there will be no talks",
			"Vale/Vale/PROPN/2/nsubj said/say/VERB/0/root there/there/PRON/5/expl will/will/AUX/5/aux be/be/VERB/2/ccomp no/no/DET/7/det talks/talk/NOUN/5/nsubj with/with/ADP/9/case Graustark/Graustark/PROPN/7/nmod",
			onrecord.Refuse, "said", "there will be no talks with Graustark", "Anna Vale REJECT Graustark, asserted"},
		{"must",
			"Vale/Vale/PROPN/2/nsubj said/say/VERB/0/root Graustark/Graustark/PROPN/5/nsubj must/must/AUX/5/aux listen/listen/VERB/2/ccomp",
			onrecord.Demand, "said", "Graustark must listen", "Anna Vale REQUEST Graustark, asserted"},
		{"must, of oneself",
			"Vale/Vale/PROPN/2/nsubj said/say/VERB/0/root Ruritania/Ruritania/PROPN/5/nsubj must/must/AUX/5/aux listen/listen/VERB/2/ccomp",
			onrecord.Demand, "said", "Ruritania must listen", ""},
		{"broken syntax, known cue",
			"Vale/Vale/PROPN/0/root lately/lately/ADV/1/advmod condemned/condemn/VERB/1/dep the/the/DET/5/det deeds/deed/NOUN/1/appos of/of/ADP/7/case Graustark/Graustark/PROPN/1/nmod",
			onrecord.Condemn, "condemned", "the deeds of Graustark", "Anna Vale ACCUSE Graustark, asserted"},
		{"condition of a threat",
			"Vale/Vale/PROPN/2/nsubj warned/warn/VERB/0/root unless/unless/SCONJ/5/mark Graustark/Graustark/PROPN/5/nsubj yields/yield/VERB/8/advcl bridges/bridge/NOUN/8/nsubj would/would/AUX/8/aux close/close/VERB/2/ccomp",
			onrecord.Threaten, "warned", "unless Graustark yields bridges would close", "Anna Vale THREATEN Graustark, asserted"},
		{"asked of those only called so",
			"Vale/Vale/PROPN/2/nsubj asked/ask/VERB/0/root doctors/doctor/NOUN/2/obj to/to/PART/5/mark wait/wait/VERB/2/xcomp",
			onrecord.Demand, "asked", "doctors to wait", "Anna Vale REQUEST doctors, asserted"},
		{"asked of the reporter",
			"Vale/Vale/PROPN/2/nsubj asked/ask/VERB/0/root not/not/PART/6/advmod to/to/PART/6/mark be/be/AUX/6/aux:pass named/name/VERB/2/xcomp",
			onrecord.Demand, "asked", "not to be named", ""},
		{"promise that refuses",
			"Vale/Vale/PROPN/2/nsubj promised/promise/VERB/0/root nobody/nobody/PRON/5/nsubj would/would/AUX/5/aux yield/yield/VERB/2/ccomp",
			onrecord.Promise, "promised", "nobody would yield", "Anna Vale REJECT -, asserted"},
		{"offer to whom",
			"Vale/Vale/PROPN/2/nsubj offered/offer/VERB/0/root Graustark/Graustark/PROPN/2/iobj a/a/DET/5/det bridge/bridge/NOUN/2/obj",
			onrecord.Propose, "offered", "a bridge", "Anna Vale AGREE Graustark, asserted"},
		{"own people",
			"Vale/Vale/PROPN/2/nsubj told/tell/VERB/0/root her/her/PRON/4/nmod:poss citizens/citizen/NOUN/2/obj to/to/PART/6/mark leave/leave/VERB/2/xcomp",
			onrecord.Demand, "told", "to leave", ""},
		{"we",
			"Vale/Vale/PROPN/2/nsubj said/say/VERB/0/root we/we/PRON/5/nsubj will/will/AUX/5/aux help/help/VERB/2/ccomp Graustark/Graustark/PROPN/5/obj",
			onrecord.Promise, "said", "we will help Graustark", "Ruritania AID Graustark, planned by Anna Vale"},
		{"we, in words",
			"Vale/Vale/PROPN/2/nsubj said/say/VERB/0/root we/we/PRON/4/nsubj urge/urge/VERB/2/ccomp Graustark/Graustark/PROPN/4/obj to/to/PART/7/mark listen/listen/VERB/4/xcomp",
			onrecord.Assert, "said", "we urge Graustark to listen", "Anna Vale REQUEST Graustark, asserted"},
		{"joined to the speaker",
			"Vale/Vale/PROPN/4/nsubj and/and/CCONJ/3/cc Syldavia/Syldavia/PROPN/1/conj condemned/condemn/VERB/0/root the/the/DET/6/det deeds/deed/NOUN/4/obj of/of/ADP/8/case Graustark/Graustark/PROPN/6/nmod",
			onrecord.Condemn, "condemned", "the deeds of Graustark", "Anna Vale ACCUSE Graustark, asserted; Syldavia ACCUSE Graustark, asserted"},
	} {
		t.Run(c.name, func(t *testing.T) {
			st := newStage(t, c.sentence)
			events := load(t).Code(st.analysis, st.resolved, st.asSpeech(c.kind, vale, c.cue, c.content))
			if got := inShort(events); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			for _, e := range events {
				if isSpeechAct(e.Type) && (e.On == nil || e.On.From != "2021-05-09") {
					t.Errorf("%s is not dated by its statement: %v", e.Type, e.On)
				}
			}
		})
	}
}

func TestOnlyOpponent(t *testing.T) {
	st := newStage(t,
		"Ruritania/Ruritania/PROPN/2/nsubj accused/accuse/VERB/0/root Graustark/Graustark/PROPN/2/obj",
		"Graustark/Graustark/PROPN/2/nsubj took/take/VERB/0/root the/the/DET/4/det island/island/NOUN/2/obj")
	if got, want := inShort(load(t).Code(st.analysis, st.resolved, nil)), "Ruritania ACCUSE Graustark, asserted; Graustark ASSAULT Ruritania, asserted"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	alone := newStage(t, "Graustark/Graustark/PROPN/2/nsubj took/take/VERB/0/root the/the/DET/4/det island/island/NOUN/2/obj")
	if got := inShort(load(t).Code(alone.analysis, alone.resolved, nil)); got != "" {
		t.Errorf("a blow against nobody gives %q", got)
	}
}

func TestHeadlineGivesNoEvent(t *testing.T) {
	st := newStage(t, "Ruritania/Ruritania/PROPN/2/nsubj accused/accuse/VERB/0/root Graustark/Graustark/PROPN/2/obj")
	st.text.Paragraphs[0].Kind = onrecord.Headline
	if got := inShort(load(t).Code(st.analysis, st.resolved, nil)); got != "" {
		t.Errorf("a headline gives %q", got)
	}
}
