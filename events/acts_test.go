package events

import "testing"

// What counts as an act, and when it counts as done.
func TestActs(t *testing.T) {
	for _, c := range []struct{ name, sentence, want string }{
		{"decided", "Ruritania/Ruritania/PROPN/2/nsubj decided/decide/VERB/0/root to/to/PART/4/mark expel/expel/VERB/2/xcomp Graustarkian/graustarkian/ADJ/6/amod diplomats/diplomat/NOUN/4/obj",
			"Ruritania SANCTION Graustarkian diplomats, asserted"},
		{"agreed for another's sake", "Ruritania/Ruritania/PROPN/2/nsubj agreed/agree/VERB/0/root to/to/PART/4/mark help/help/VERB/2/xcomp Graustark/Graustark/PROPN/4/obj",
			"Ruritania AGREE Graustark, asserted"},
		{"failed", "Ruritania/Ruritania/PROPN/2/nsubj failed/fail/VERB/0/root to/to/PART/4/mark attack/attack/VERB/2/xcomp Graustark/Graustark/PROPN/4/obj", ""},
		{"asked of another, misread", "Ruritania/Ruritania/PROPN/2/nsubj urged/urge/VERB/0/root Graustark/Graustark/PROPN/2/obj to/to/PART/5/mark attack/attack/VERB/2/advcl Syldavia/Syldavia/PROPN/5/obj",
			"Ruritania REQUEST Graustark, asserted"},
		{"named threat", "Ruritania/Ruritania/PROPN/2/nsubj vowed/vow/VERB/0/root to/to/PART/4/mark retaliate/retaliate/VERB/2/xcomp against/against/ADP/6/case Graustark/Graustark/PROPN/2/obl",
			"Ruritania THREATEN Graustark, asserted"},
		{"word behind", "Ruritania/Ruritania/PROPN/2/nsubj called/call/VERB/0/root Graustark/Graustark/PROPN/4/nmod:poss step/step/NOUN/2/obj illegal/illegal/ADJ/2/xcomp",
			"Ruritania ACCUSE Graustark, asserted"},
		{"a person called", "Ruritania/Ruritania/PROPN/2/nsubj called/call/VERB/0/root home/home/ADV/2/advmod", ""},
		{"stands alone", "Ruritania/Ruritania/PROPN/2/nsubj condemned/condemn/VERB/0/root the/the/DET/4/det massacre/massacre/NOUN/2/obj",
			"Ruritania ACCUSE -, asserted"},
		{"a person stands alone only with a matter", "Vale/Vale/PROPN/2/nsubj refused/refuse/VERB/0/root to/to/PART/4/mark go/go/VERB/2/xcomp", ""},
		{"silence", "Ruritania/Ruritania/PROPN/2/nsubj declined/decline/VERB/0/root to/to/PART/4/mark comment/comment/VERB/2/xcomp", ""},
		{"noun misread for a verb", "Ruritania/Ruritania/PROPN/2/nsubj talks/talk/NOUN/0/root to/to/ADP/4/case Graustark/Graustark/PROPN/2/obl",
			"Ruritania CONSULT Graustark, asserted"},
		{"offer to act misread", "Ruritania/Ruritania/PROPN/2/nsubj wants/want/VERB/0/root to/to/ADP/4/case mediate/mediate/NOUN/2/obl with/with/ADP/6/case Graustark/Graustark/PROPN/4/nmod",
			"Ruritania CONSULT Graustark, planned"},
		{"sums", "Ruritania/Ruritania/PROPN/2/nsubj gave/give/VERB/0/root million/million/NOUN/2/obj to/to/ADP/5/case Graustark/Graustark/PROPN/2/obl",
			"Ruritania AID Graustark, asserted"},
		{"a topic is no partner", "Ruritania/Ruritania/PROPN/2/nsubj discussed/discuss/VERB/0/root Graustark/Graustark/PROPN/2/obj with/with/ADP/5/case Syldavia/Syldavia/PROPN/2/obl",
			"Ruritania CONSULT Syldavia, asserted"},
		{"called something", "Ruritania/Ruritania/PROPN/2/nsubj called/call/VERB/0/root Graustark/Graustark/PROPN/2/obj soft/soft/ADJ/2/xcomp on/on/ADP/6/case Syldavia/Syldavia/PROPN/4/obl", ""},
		{"concluded that, not ended", "Ruritania/Ruritania/PROPN/2/nsubj concluded/conclude/VERB/0/root Graustark/Graustark/PROPN/4/nsubj attacked/attack/VERB/2/ccomp Syldavia/Syldavia/PROPN/4/obj",
			"Graustark ASSAULT Syldavia, asserted"},
		{"nobody does it", "No/no/DET/2/det minister/minister/NOUN/4/nsubj ever/ever/ADV/4/advmod attacked/attack/VERB/0/root Graustark/Graustark/PROPN/4/obj", ""},
		{"zero is none", "Ruritania/Ruritania/PROPN/2/nsubj imposed/impose/VERB/0/root zero/zero/NUM/4/nummod sanctions/sanction/NOUN/2/obj on/on/ADP/6/case Graustark/Graustark/PROPN/2/obl", ""},
		{"any is none", "Ruritania/Ruritania/PROPN/2/nsubj imposed/impose/VERB/0/root any/any/DET/4/det sanctions/sanction/NOUN/2/obj on/on/ADP/6/case Graustark/Graustark/PROPN/2/obl", ""},
	} {
		t.Run(c.name, func(t *testing.T) { expect(t, c.want, c.sentence) })
	}
}

func TestAnswers(t *testing.T) {
	const invaded = "Ruritania/Ruritania/PROPN/2/nsubj invaded/invade/VERB/0/root Syldavia/Syldavia/PROPN/2/obj"
	const told = "Ruritania ASSAULT Syldavia, asserted"
	const far = "rain/rain/NOUN/2/nsubj fell/fall/VERB/0/root"
	for _, c := range []struct {
		name      string
		sentences []string
		want      string
	}{
		{"just before", []string{invaded, "Graustark/Graustark/PROPN/2/nsubj welcomed/welcome/VERB/0/root the/the/DET/4/det step/step/NOUN/2/obj"},
			told + "; Graustark SUPPORT Ruritania, asserted"},
		{"named by its type", []string{invaded, far, far, "Graustark/Graustark/PROPN/2/nsubj condemned/condemn/VERB/0/root the/the/DET/4/det invasion/invasion/NOUN/2/obj"},
			told + "; Graustark ACCUSE Ruritania, asserted"},
		{"too far", []string{invaded, far, far, "Graustark/Graustark/PROPN/2/nsubj welcomed/welcome/VERB/0/root the/the/DET/4/det step/step/NOUN/2/obj"},
			told + "; Graustark SUPPORT -, asserted"},
		{"not its own", []string{invaded, "Ruritania/Ruritania/PROPN/2/nsubj welcomed/welcome/VERB/0/root the/the/DET/4/det step/step/NOUN/2/obj"},
			told + "; Ruritania SUPPORT -, asserted"},
	} {
		t.Run(c.name, func(t *testing.T) { expect(t, c.want, c.sentences...) })
	}
}

// Threats and demands answer only what was done to the one who utters them.
func TestAnswersOfTheWronged(t *testing.T) {
	const invaded = "Ruritania/Ruritania/PROPN/2/nsubj invaded/invade/VERB/0/root Syldavia/Syldavia/PROPN/2/obj"
	const told = "Ruritania ASSAULT Syldavia, asserted"
	expect(t, told+"; Syldavia REQUEST Ruritania, asserted", invaded, "Syldavia/Syldavia/PROPN/2/nsubj demanded/demand/VERB/0/root an/a/DET/4/det apology/apology/NOUN/2/obj")
	expect(t, told+"; Graustark REQUEST -, asserted", invaded, "Graustark/Graustark/PROPN/2/nsubj demanded/demand/VERB/0/root an/a/DET/4/det apology/apology/NOUN/2/obj")
	expect(t, told+"; Syldavia THREATEN Ruritania, asserted", invaded, "Syldavia/Syldavia/PROPN/2/nsubj vowed/vow/VERB/0/root to/to/PART/4/mark retaliate/retaliate/VERB/2/xcomp")
}

// A threat of an act is told once: as the threat against whom the act is meant.
func TestCarriedActs(t *testing.T) {
	expect(t, "Ruritania THREATEN Graustark, asserted",
		"Ruritania/Ruritania/PROPN/2/nsubj threatened/threaten/VERB/0/root to/to/PART/4/mark attack/attack/VERB/2/xcomp Graustark/Graustark/PROPN/4/obj")
	expect(t, "Ruritania ACCUSE Graustark, asserted",
		"Graustark/Graustark/PROPN/2/nmod:poss raid/raid/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass condemned/condemn/VERB/0/root by/by/ADP/6/case Ruritania/Ruritania/PROPN/4/obl:agent")
}
