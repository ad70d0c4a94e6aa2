package events

import (
	"strings"
	"testing"

	"onrecord"
)

func TestCode(t *testing.T) {
	for _, c := range []struct{ name, sentence, want string }{
		{"plain", "Ruritania/Ruritania/PROPN/2/nsubj accused/accuse/VERB/0/root Graustark/Graustark/PROPN/2/obj ././PUNCT/2/punct",
			"Ruritania ACCUSE Graustark, asserted"},
		{"passive", "Graustark/Graustark/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass attacked/attack/VERB/0/root by/by/ADP/5/case Ruritania/Ruritania/PROPN/3/obl:agent",
			"Ruritania ASSAULT Graustark, asserted"},
		{"owner and owned", "Ruritanian/ruritanian/ADJ/2/amod jets/jet/NOUN/3/nsubj bombed/bomb/VERB/0/root Graustarkian/graustarkian/ADJ/5/amod positions/position/NOUN/3/obj",
			"Ruritania ASSAULT Graustark, asserted"},
		{"object decides", "Ruritania/Ruritania/PROPN/2/nsubj cut/cut/VERB/0/root ties/tie/NOUN/2/obj with/with/ADP/5/case Graustark/Graustark/PROPN/3/nmod",
			"Ruritania SANCTION Graustark, asserted"},
		{"object decides not", "Ruritania/Ruritania/PROPN/2/nsubj cut/cut/VERB/0/root taxes/tax/NOUN/2/obj with/with/ADP/5/case Graustark/Graustark/PROPN/2/obl", ""},
		{"light verb", "Ruritania/Ruritania/PROPN/2/nsubj launched/launch/VERB/0/root an/a/DET/4/det offensive/offensive/NOUN/2/obj against/against/ADP/6/case Graustark/Graustark/PROPN/4/nmod",
			"Ruritania ASSAULT Graustark, asserted"},
		{"nominal", "Ruritanian/ruritanian/ADJ/2/amod strikes/strike/NOUN/5/nsubj on/on/ADP/4/case Graustark/Graustark/PROPN/2/nmod worry/worry/VERB/0/root us/we/PRON/5/obj",
			"Ruritania ASSAULT Graustark, asserted"},
		{"joint", "Ruritania/Ruritania/PROPN/4/nsubj and/and/CCONJ/3/cc Graustark/Graustark/PROPN/1/conj met/meet/VERB/0/root",
			"Ruritania CONSULT Graustark, asserted"},
		{"refused", "Ruritania/Ruritania/PROPN/2/nsubj refused/refuse/VERB/0/root to/to/PART/4/mark help/help/VERB/2/xcomp Graustark/Graustark/PROPN/4/obj",
			"Ruritania REJECT Graustark, asserted"},
		{"ended", "Ruritania/Ruritania/PROPN/2/nsubj stopped/stop/VERB/0/root helping/help/VERB/2/xcomp Graustark/Graustark/PROPN/3/obj",
			"Ruritania SANCTION Graustark, asserted"},
		{"sign turned to peace", "Ruritania/Ruritania/PROPN/2/nsubj stopped/stop/VERB/0/root bombing/bomb/VERB/2/xcomp Graustark/Graustark/PROPN/3/obj",
			"Ruritania RETREAT Graustark, asserted"},
		{"promised", "Ruritania/Ruritania/PROPN/2/nsubj promised/promise/VERB/0/root to/to/PART/4/mark help/help/VERB/2/xcomp Graustark/Graustark/PROPN/4/obj",
			"Ruritania AGREE Graustark, asserted"},
		{"vowed", "Ruritania/Ruritania/PROPN/2/nsubj vowed/vow/VERB/0/root to/to/PART/4/mark attack/attack/VERB/2/xcomp Graustark/Graustark/PROPN/4/obj",
			"Ruritania THREATEN Graustark, asserted"},
		{"planned", "Ruritania/Ruritania/PROPN/2/nsubj hopes/hope/VERB/0/root to/to/PART/4/mark cooperate/cooperate/VERB/2/xcomp with/with/ADP/6/case Graustark/Graustark/PROPN/4/obl",
			"Ruritania COOPERATE Graustark, planned"},
		{"possible", "Ruritania/Ruritania/PROPN/3/nsubj may/may/AUX/3/aux attack/attack/VERB/0/root Graustark/Graustark/PROPN/3/obj",
			"Ruritania ASSAULT Graustark, hypothetical"},
		{"not done", "Ruritania/Ruritania/PROPN/4/nsubj did/do/AUX/4/aux not/not/PART/4/advmod attack/attack/VERB/0/root Graustark/Graustark/PROPN/4/obj", ""},
		{"will not", "Ruritania/Ruritania/PROPN/4/nsubj will/will/AUX/4/aux not/not/PART/4/advmod help/help/VERB/0/root Graustark/Graustark/PROPN/4/obj",
			"Ruritania REJECT Graustark, asserted"},
		{"unwanted", "Ruritania/Ruritania/PROPN/4/nsubj did/do/AUX/4/aux not/not/PART/4/advmod want/want/VERB/0/root the/the/DET/6/det Reds/Red/PROPN/4/obj to/to/PART/8/mark rule/rule/VERB/4/xcomp",
			"Ruritania REJECT Red Front, asserted"},
		{"accused of a deed", "Ruritania/Ruritania/PROPN/2/nsubj accused/accuse/VERB/0/root Graustark/Graustark/PROPN/2/obj of/of/SCONJ/5/mark bombing/bomb/VERB/2/advcl a/a/DET/7/det port/port/NOUN/5/obj",
			"Ruritania ACCUSE Graustark, asserted; Graustark ASSAULT Ruritania, claimed by Ruritania"},
		{"asked to act", "Ruritania/Ruritania/PROPN/2/nsubj urged/urge/VERB/0/root Graustark/Graustark/PROPN/2/obj to/to/PART/5/mark attack/attack/VERB/2/xcomp Syldavia/Syldavia/PROPN/5/obj",
			"Ruritania REQUEST Graustark, asserted"},
		{"relative clause", "the/the/DET/2/det Reds/Red/PROPN/0/root who/who/PRON/5/nsubj are/be/AUX/5/aux fighting/fight/VERB/2/acl:relcl Syldavia/Syldavia/PROPN/5/obj",
			"Red Front ASSAULT Syldavia, asserted"},
		{"bracketed", "the/the/DET/2/det Reds/Red/PROPN/8/nsubj (/(/PUNCT/4/punct banned/ban/VERB/2/acl in/in/ADP/6/case Graustark/Graustark/PROPN/4/obl )/)/PUNCT/4/punct met/meet/VERB/0/root Ruritania/Ruritania/PROPN/8/obj",
			"Red Front CONSULT Ruritania, asserted"},
		{"no sign of it", "Ruritania/Ruritania/PROPN/2/nsubj gave/give/VERB/0/root no/no/DET/4/det sign/sign/NOUN/2/obj of/of/SCONJ/6/mark helping/help/VERB/4/acl Graustark/Graustark/PROPN/6/obj", ""},
		{"clause hung on a noun", "Vale/Vale/PROPN/2/nsubj told/tell/VERB/0/root a/a/DET/4/det meeting/gathering/NOUN/2/iobj that/that/SCONJ/7/mark Ruritania/Ruritania/PROPN/7/nsubj cooperates/cooperate/VERB/4/acl with/with/ADP/9/case Graustark/Graustark/PROPN/7/obl", "Ruritania COOPERATE Graustark, asserted"},
		{"deadline met", "Vale/Vale/PROPN/2/nsubj met/meet/VERB/0/root its/its/PRON/4/nmod:poss deadline/deadline/NOUN/2/obj", ""},
		{"own state", "Ruritania/Ruritania/PROPN/2/nsubj criticised/criticise/VERB/0/root the/the/DET/5/det Ruritanian/ruritanian/ADJ/5/amod army/army/NOUN/2/obj", ""},
		{"apart", "critics/critic/NOUN/4/nsubj of/of/ADP/3/case Ruritania/Ruritania/PROPN/1/nmod attacked/attack/VERB/0/root Graustark/Graustark/PROPN/4/obj", ""},
		{"person", "Vale/Vale/PROPN/2/nsubj condemned/condemn/VERB/0/root Graustark/Graustark/PROPN/4/nmod:poss raid/raid/NOUN/2/obj",
			"Anna Vale ACCUSE Graustark, asserted"},
	} {
		t.Run(c.name, func(t *testing.T) {
			st := newStage(t, c.sentence)
			if got := inShort(load(t).Code(st.analysis, st.resolved, nil)); got != c.want {
				t.Errorf("%s\n got %q\nwant %q", st.text.Words, got, c.want)
			}
		})
	}
}

const bombing = "Graustark/Graustark/PROPN/2/nsubj bombed/bomb/VERB/5/ccomp Ruritania/Ruritania/PROPN/2/obj ,/,/PUNCT/2/punct said/say/VERB/0/root Vale/Vale/PROPN/5/nsubj"

func TestWhoseWord(t *testing.T) {
	vale := onrecord.Speaker{Name: "Anna Vale", Actor: "person/vale", For: "Ruritania", Named: true}
	unnamed := onrecord.Speaker{Name: "a spokesman", For: "Graustark"}
	const denial = "Graustark/Graustark/PROPN/2/nsubj denied/deny/VERB/0/root the/the/DET/4/det charge/charge/NOUN/2/obj"
	for _, c := range []struct {
		name string
		say  func(*stage) []onrecord.Statement
		want string
	}{
		{"nobody's", func(*stage) []onrecord.Statement { return nil }, "Graustark ASSAULT Ruritania, asserted"},
		{"claimed", func(st *stage) []onrecord.Statement {
			return []onrecord.Statement{st.says("s1", onrecord.Assert, vale, "Graustark bombed Ruritania")}
		}, "Graustark ASSAULT Ruritania, claimed by Anna Vale"},
		{"denied", func(st *stage) []onrecord.Statement {
			denied := st.says("s1", onrecord.Deny, unnamed, "Graustark bombed Ruritania")
			cue := st.quote("denied")
			denied.Cue = &cue
			return []onrecord.Statement{denied}
		}, ""},
		{"disputed", func(st *stage) []onrecord.Statement {
			return []onrecord.Statement{
				st.says("s1", onrecord.Assert, vale, "Graustark bombed Ruritania"),
				st.says("s2", onrecord.Deny, unnamed, "the charge"),
			}
		}, "Graustark ASSAULT Ruritania, disputed by Anna Vale"},
	} {
		t.Run(c.name, func(t *testing.T) {
			st := newStage(t, bombing, denial)
			if got := inShort(load(t).Code(st.analysis, st.resolved, c.say(st))); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestEvidenceIsCutFromTheText(t *testing.T) {
	st := newStage(t, bombing)
	events := load(t).Code(st.analysis, st.resolved, nil)
	if len(events) != 1 {
		t.Fatalf("%d events, want 1", len(events))
	}
	e := events[0]
	if got := st.text.Words[e.Evidence.Start:e.Evidence.End]; got != "Graustark bombed Ruritania" || got != e.Evidence.Text {
		t.Errorf("evidence cuts %q and says %q", got, e.Evidence.Text)
	}
	if m := e.Recipient.Mention; st.text.Words[m.Start:m.End] != "Ruritania" {
		t.Errorf("recipient's mention cuts %q", st.text.Words[m.Start:m.End])
	}
	if e.ID != "e1" || e.CAMEO == "" || e.Why == "" || e.Certainty <= 0 || e.Certainty > 1 {
		t.Errorf("event lacks id, code, reason or certainty: %+v", e)
	}
}

func TestMentionsOfOneActAreOneEvent(t *testing.T) {
	st := newStage(t,
		"Ruritania/Ruritania/PROPN/2/nsubj met/meet/VERB/0/root Graustark/Graustark/PROPN/2/obj",
		"Graustark/Graustark/PROPN/2/nsubj met/meet/VERB/0/root Ruritania/Ruritania/PROPN/2/obj")
	events := load(t).Code(st.analysis, st.resolved, nil)
	if len(events) != 1 || len(events[0].Also) != 1 {
		t.Fatalf("got %s, want one event told twice", inShort(events))
	}
	if also := events[0].Also[0]; st.text.Cut(also.Span) != "Graustark met Ruritania" {
		t.Errorf("also cuts %q", st.text.Cut(also.Span))
	}
}

func TestDateAndPlace(t *testing.T) {
	st := newStage(t, "Ruritania/Ruritania/PROPN/2/nsubj bombed/bomb/VERB/0/root Graustark/Graustark/PROPN/2/obj in/in/ADP/5/case Narvik/Narvik/PROPN/2/obl on/on/ADP/7/case Sunday/Sunday/PROPN/2/obl")
	word := func(w string) onrecord.Span {
		at := strings.Index(st.text.Words, w)
		return onrecord.Span{Start: at, End: at + len(w)}
	}
	st.analysis.Times = []onrecord.Time{{Span: word("Sunday"), Kind: onrecord.TimeDate, From: "2021-05-09", To: "2021-05-09"}}
	st.analysis.Mentions = []onrecord.Mention{{Span: word("Narvik"), Core: word("Narvik"), Head: 4, Form: onrecord.Name, Type: onrecord.Location}}
	st.resolved.Mentions = make([]onrecord.Resolution, 1)
	events := load(t).Code(st.analysis, st.resolved, nil)
	if len(events) != 1 || events[0].On == nil || events[0].On.From != "2021-05-09" || events[0].Place != "Narvik" {
		t.Fatalf("got %+v", events)
	}
}

// Whatever stands in an analysis, the coder must come back.
func TestOddAnalyses(t *testing.T) {
	c := load(t)
	for _, sentence := range []string{
		"",
		"attacked/attack/VERB/1/root", // its own head
		"a/a/VERB/2/conj b/attack/VERB/1/xcomp",
		"who/who/PRON/2/nsubj met/meet/VERB/1/acl:relcl",
	} {
		st := newStage(t, sentence)
		c.Code(st.analysis, st.resolved, nil)
	}
	empty := &onrecord.Analysis{Text: &onrecord.Text{}}
	if got := c.Code(empty, &onrecord.Resolutions{}, nil); len(got) != 0 {
		t.Errorf("nothing gives %v", got)
	}
}
