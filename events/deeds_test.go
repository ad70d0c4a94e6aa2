package events

import "testing"

func TestWhoUndergoesADeed(t *testing.T) {
	for _, c := range []struct{ name, sentence, want string }{
		{"relative clause without a pronoun", "Graustark/Graustark/PROPN/0/root ,/,/PUNCT/1/punct which/which/PRON/5/obj Ruritania/Ruritania/PROPN/5/nsubj bombed/bomb/VERB/1/acl:relcl",
			"Ruritania ASSAULT Graustark, asserted"},
		{"what an apposition explains", "the/the/DET/2/det Reds/Red/PROPN/0/root ,/,/PUNCT/2/punct a/a/DET/5/det band/band/NOUN/2/appos that/that/PRON/8/obj Ruritania/Ruritania/PROPN/8/nsubj banned/ban/VERB/5/acl:relcl",
			"Ruritania COERCE Red Front, asserted"},
		{"shared object", "Ruritania/Ruritania/PROPN/2/nsubj shelters/shelter/VERB/0/root and/and/CCONJ/4/cc arms/arm/VERB/2/conj the/the/DET/6/det Reds/Red/PROPN/4/obj",
			"Ruritania AID Red Front, asserted"},
		{"held by another", "Ruritania/Ruritania/PROPN/2/nsubj bombed/bomb/VERB/0/root a/a/DET/4/det clinic/clinic/NOUN/2/obj run/run/VERB/4/acl by/by/ADP/8/case the/the/DET/8/det Reds/Red/PROPN/5/obl",
			"Ruritania ASSAULT Red Front, asserted"},
		{"not only", "Ruritania/Ruritania/PROPN/4/nsubj not/not/PART/4/advmod only/only/ADV/4/advmod bombed/bomb/VERB/0/root Graustark/Graustark/PROPN/4/obj",
			"Ruritania ASSAULT Graustark, asserted"},
		{"shown, not protested", "Students/student/NOUN/2/nsubj demonstrated/demonstrate/VERB/0/root skill/skill/NOUN/2/obj", ""},
		{"crowd", "Mobs/mob/NOUN/2/nsubj attacked/attack/VERB/0/root Graustark/Graustark/PROPN/2/obj", "Mobs ASSAULT Graustark, asserted"},
		{"what cannot be rejected is not", "Ruritania/Ruritania/PROPN/4/nsubj can/can/AUX/4/aux not/not/PART/4/advmod reject/reject/VERB/0/root Graustark/Graustark/PROPN/4/obj", ""},
		{"a tone is no blow", "Ruritania/Ruritania/PROPN/2/nsubj struck/strike/VERB/0/root a/a/DET/4/det note/note/NOUN/2/obj on/on/ADP/6/case Graustark/Graustark/PROPN/4/nmod", ""},
		{"power is not ill-treated", "Ruritania/Ruritania/PROPN/2/nsubj abused/abuse/VERB/0/root its/its/PRON/4/nmod:poss power/power/NOUN/2/obj over/over/ADP/6/case Graustark/Graustark/PROPN/4/nmod", ""},
		{"a dismissal is no shot", "Ruritania/Ruritania/PROPN/2/nsubj fired/fire/VERB/0/root three/three/NUM/4/nummod teachers/teacher/NOUN/2/obj",
			"Ruritania SANCTION three teachers, asserted"},
		{"crowd control", "Ruritanian/ruritanian/ADJ/2/amod police/police/NOUN/3/nsubj used/use/VERB/0/root gas/gas/NOUN/3/obj on/on/ADP/6/case students/student/NOUN/3/obl",
			"Ruritanian police ASSAULT students, asserted"},
		{"sent away", "Ruritania/Ruritania/PROPN/2/nsubj ordered/order/VERB/0/root Graustark/Graustark/PROPN/2/obj to/to/PART/5/mark leave/leave/VERB/2/xcomp",
			"Ruritania SANCTION Graustark, asserted"},
		{"opinion", "Ruritania/Ruritania/PROPN/2/nsubj agreed/agree/VERB/0/root that/that/SCONJ/5/mark peace/peace/NOUN/5/nsubj matters/matter/VERB/2/ccomp", ""},
		{"backed as they are called", "Ruritania/Ruritania/PROPN/2/nsubj backed/back/VERB/0/root the/the/DET/4/det doctors/doctor/NOUN/2/obj",
			"Ruritania SUPPORT doctors, asserted"},
		{"put forward", "Ruritania/Ruritania/PROPN/2/nsubj put/put/VERB/0/root forward/forward/ADP/2/compound:prt sanctions/sanction/NOUN/2/obj on/on/ADP/6/case Graustark/Graustark/PROPN/4/nmod", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			st := newStage(t, c.sentence)
			if got := inShort(load(t).Code(st.analysis, st.resolved, nil)); got != c.want {
				t.Errorf("%s\n got %q\nwant %q", st.text.Words, got, c.want)
			}
		})
	}
}
