package petrarch_test

import (
	"strings"
	"sync"
	"testing"

	"onrecord"
	"onrecord/language"
	"onrecord/petrarch"
)

var reader = sync.OnceValues(language.Load)

func dictionaries(tb testing.TB) *petrarch.Dictionaries {
	tb.Helper()
	d, err := petrarch.Open(petrarch.Files{
		Actors: []string{"testdata/actors.txt"}, Agents: []string{"testdata/agents.txt"},
		Verbs: "testdata/verbs.txt", Discards: "testdata/discards.txt",
	})
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

func analyze(tb testing.TB, words string) *onrecord.Analysis {
	tb.Helper()
	r, err := reader()
	if err != nil {
		tb.Fatal(err)
	}
	text := &onrecord.Text{
		Report: &onrecord.Report{ID: "x"}, Words: words, Imprint: onrecord.Imprint{Published: "2012-06-01", Language: "en"},
		Paragraphs: []onrecord.Paragraph{{Span: onrecord.Span{End: len(words)}, Kind: onrecord.Body}},
	}
	a, _, err := r.Analyze(tb.Context(), text)
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

func code(tb testing.TB, words string, day onrecord.Date, o petrarch.Options) string {
	tb.Helper()
	a := analyze(tb, words)
	var all []string
	for _, s := range a.Sentences {
		for _, c := range dictionaries(tb).CodeSentence(a, s, day, o) {
			all = append(all, c.Source.Code+" "+c.Code+" "+c.Target.Code)
		}
	}
	return strings.Join(all, "; ")
}

func TestCodeSentence(t *testing.T) {
	for _, c := range []struct{ name, words, want string }{
		{"verb alone", "Norland abandoned Sudmark.", "NRL 160 SUD"},
		{"longest actor", "East Norland abandoned Sudmark.", "ENR 160 SUD"},
		{"pattern", "Norland abandoned talks with Sudmark.", "NRL 164 SUD"},
		{"closed joint", "Norland abandoned new talks with Sudmark.", "NRL 165 SUD"},
		{"closed joint broken", "Norland abandoned new secret talks with Sudmark.", "NRL 164 SUD"},
		{"verb of two words", "Norland broke off talks with Sudmark.", "NRL 164 SUD"},
		{"role", "The foreign minister of Norland accused Sudmarkian soldiers.", "NRLGOVFRM 112 SUDMIL"},
		{"role in front", "The Norland relief body accused Sudmark.", "NGONRL 112 SUD"},
		{"role alone", "Soldiers accused Norland.", "---MIL 112 NRL"},
		{"irregular plural", "Golden geese accused Norland.", "---GGS 112 NRL"},
		{"set of roles", "Congresswomen accused Norland.", "---LEG 112 NRL"},
		{"list", "Norland, Sudmark and the police of Westmere accused East Norland.", "NRL 112 ENR; SUD 112 ENR; WESCOP 112 ENR"},
		{"role of a list", "The soldiers of Norland and Sudmark accused Westmere.", "NRLMIL 112 WES; SUDMIL 112 WES"},
		{"one for several", "The Lake League accused Westmere.", "NRL 112 WES; SUD 112 WES"},
		{"both ways", "Norland visited Sudmark.", "NRL 042 SUD; SUD 043 NRL"},
		{"passive", "Norland was accused by Sudmark.", "SUD 112 NRL"},
		{"before the verb", "Norland has falsely accused Sudmark.", "NRL 111 SUD"},
		{"set", "Norland sent a harsh letter to Sudmark.", "NRL 030 SUD"},
		{"set in a set", "Norland sent notes to Sudmark.", "NRL 030 SUD"},
		{"null verb", "Norland sent bananas to Sudmark.", ""},
		{"negation in a pattern", "Norland will not send bananas to Sudmark.", "NRL 120 SUD"},
		{"named sides", "Norland was freed from Sudmark.", "SUD 0841 NRL"},
		{"pair", "Norland and Sudmark met on Monday.", "NRL 040 SUD; SUD 040 NRL"},
		{"list behind", "Norland met with Sudmark and Westmere.", "NRL 036 SUD; NRL 036 WES"},
		{"skip", "Norland praised a draw in Westmere with Sudmark.", "NRL 052 SUD"},
		{"dated", "Anna Weber accused Sudmark.", "NRLGOV 112 SUD"},
		{"not coded", "Ghost Town accused Sudmark.", ""},
		{"clause between commas", "Norland, which Westmere had praised on Monday, abandoned Sudmark.", "NRL 160 SUD"},
		{"two verbs", "Norland accused Sudmark and visited Westmere.", "NRL 112 SUD; NRL 042 WES; WES 043 NRL"},
		{"inside a statement", "It is clear that Norland accused Sudmark.", "NRL 112 SUD"},
		{"discarded", "Norland accused Sudmark after a ball game.", ""},
	} {
		if got := code(t, c.words, "2012-06-01", petrarch.Options{}); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.words, got, c.want)
		}
	}
}

func TestDates(t *testing.T) {
	for day, want := range map[onrecord.Date]string{
		"2005-12-31": "NRLBUS", "2007-01-01": "NRLELI", "2010-01-01": "NRLGOV", "2014-12-31": "NRLGOV", "2016-01-01": "NRLOPP", "": "NRLELI",
	} {
		if got := code(t, "Anna Weber accused Sudmark.", day, petrarch.Options{}); got != want+" 112 SUD" {
			t.Errorf("on %q: %s, want %s", day, got, want)
		}
	}
}

func TestOptions(t *testing.T) {
	if got := code(t, "Norland accused somebody.", "", petrarch.Options{AllowMissing: true}); got != "NRL 112 ---" {
		t.Errorf("missing side: %s", got)
	}
	if got := code(t, "Jon Berg accused Norland.", "", petrarch.Options{NewActorWords: 2}); got != "JON BERG 112 NRL" {
		t.Errorf("new actor: %s", got)
	}
	if got := code(t, "Jon Berg accused Norland.", "", petrarch.Options{NewActorWords: 1}); got != "" {
		t.Errorf("new actor that is too long: %s", got)
	}
}

func TestHostileSentencesEnd(t *testing.T) {
	for _, words := range []string{
		strings.Repeat("Norland praised draw in ", 300), strings.Repeat("Norland, ", 500) + "accused Sudmark.", strings.Repeat("of ", 1000),
	} {
		_ = code(t, words, "", petrarch.Options{AllowMissing: true, NewActorWords: 3})
	}
}

func TestWarnings(t *testing.T) {
	all := strings.Join(dictionaries(t).Warnings(), "\n")
	for _, want := range []string{"verbs.txt:41: rules that turn", "verbs.txt:40: no set &NOWHERE"} {
		if !strings.Contains(all, want) {
			t.Errorf("no warning %q in\n%s", want, all)
		}
	}
}

func TestEvents(t *testing.T) {
	a := analyze(t, "Norland's soldiers will visit Sudmark. Westmere said Norland accused Sudmark.")
	d := dictionaries(t)
	resolved := petrarch.NewResolver(nobody{}, d).Resolve(a)
	said := []onrecord.Statement{{ID: "s1", Speaker: onrecord.Speaker{Name: "Westmere"},
		Content: []onrecord.Quote{a.Text.Quote(onrecord.Span{Start: 53, End: 77})}}}
	events := petrarch.NewCoder(d).Code(a, resolved, said)
	if len(events) != 3 {
		t.Fatalf("%d events: %+v", len(events), events)
	}
	first, last := events[0], events[2]
	if first.Type != "CONSULT" || first.Status != onrecord.Planned || first.Actor.Actor != "petrarch/NRLMIL" {
		t.Errorf("first is %+v", first)
	}
	if last.Type != "ACCUSE" || last.Status != onrecord.Claimed || last.By != "Westmere" || last.Claim != "s1" || last.Recipient.Name != "Sudmark" {
		t.Errorf("last is %+v", last)
	}
	if want := "verbs.txt:25 ACCUSE: NRL > SUD"; last.Why != want {
		t.Errorf("why is %q, want %q", last.Why, want)
	}
	if actor := resolved.Actor("petrarch/NRLMIL"); actor == nil || actor.Country != "NRL" || actor.Sectors[0] != "MIL" {
		t.Errorf("actor is %+v", actor)
	}
}

type nobody struct{}

func (nobody) Resolve(*onrecord.Analysis) *onrecord.Resolutions { return &onrecord.Resolutions{} }
