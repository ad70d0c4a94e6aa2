package events

import (
	"slices"

	"onrecord"
	"onrecord/model"
)

// plover are PLOVER's types, in the order of the labels of [weigher.words], whose first
// is none.
var plover = [...]onrecord.EventType{
	"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
	"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}

// question is a word of the report that may tell an act: which act, of whom, to whom?
type question struct {
	*scene
	at, sentence int
	rules        []*telling // what the rules read there
	seen         []uint32   // what is seen of the word
	likely       []float64  // of no act, then of each type of plover

	// What is looked up only for a word that is likely to tell an act.
	roster       roster
	slots        slotList
	over, cue    *onrecord.Statement // that holds the word, that the word reports
	lemma, voice string
	said         string     // in whose words it stands
	told         []*telling // what the rules told of the report, in text order
	past         []*telling // those of it shortly before the word
	deeds        []string   // the same in words
	meant        uint16     // the past acts that its object names again
	object       string     // what stands as its object
}

// questionsOf gives the words of the body that may tell an act, in order.
func (s *scene) questionsOf(told []telling) []*question {
	inOrder := inTextOrder(told)
	byWord := map[int][]*telling{}
	for i := range told {
		first, _ := s.a.TokensIn(told[i].word)
		byWord[first] = append(byWord[first], &told[i])
	}
	var all []*question
	for i := range s.a.Sentences {
		if !s.isBody(i) {
			continue
		}
		for t := range s.tokensOf(i) {
			if rules := byWord[t]; len(rules) > 0 || s.mayTellAct(t) {
				all = append(all, &question{scene: s, at: t, sentence: i, rules: rules, told: inOrder, seen: s.wordClues(t, typesOf(rules))})
			}
		}
	}
	return all
}

// mayTellAct: verbs and nouns that name nobody and no time. Who "is under sanctions" does nothing.
func (s *scene) mayTellAct(t int) bool {
	if s.isVerb(t) {
		return true
	}
	return s.token(t).UPOS == "NOUN" && s.nameAt[t] < 0 && !s.isTime(t) && (s.child(t, "cop") < 0 || s.preposition(t) != "under")
}

func typesOf(told []*telling) []onrecord.EventType {
	var types []onrecord.EventType
	for _, t := range told {
		if !slices.Contains(types, t.Type) {
			types = append(types, t.Type)
		}
	}
	return types
}

// lookUp finds who may have a part in what the word tells.
func (q *question) lookUp(mentioned roster) {
	s := q.scene
	q.lemma, q.over, q.cue = s.lemma(q.at), s.statementOver(s.token(q.at).Span), s.cueAt(q.at)
	q.voice, q.said = s.voiceAt(q.at), q.placeOfWords()
	q.slots = s.slotsAt(s.plainAct(q.at, ""), q.cue)
	q.roster = slices.Clone(mentioned)
	for i := range q.roster {
		q.roster[i].sites = slices.Clip(q.roster[i].sites)
	}
	q.roster.enlistVoices(s, q.over)
	q.roster.enlistVoices(s, q.cue)
	for _, sl := range q.slots {
		for _, p := range sl.parties {
			q.roster.enlist(p, fromSlot, p.head)
		}
	}
	for _, t := range q.rules {
		q.roster.enlist(t.actor, fromSlot, t.actor.head)
		if t.hasRecipient {
			q.roster.enlist(t.recipient, fromSlot, t.recipient.head)
		}
	}
	q.past = pastOf(q.told, s.token(q.at).Span, q.sentence)
	q.object, q.meant = q.objectForm(), q.meantPast()
	q.tellPast()
	for i := range q.roster {
		m := &q.roster[i]
		q.notePast(m)
		m.site, m.path = q.nearest(m)
		m.places = q.slots.placesOf(m.party)
	}
}

// voiceAt tells a verb's voice; a noun has none.
func (s *scene) voiceAt(t int) string {
	switch {
	case !s.isVerb(t):
		return "noun"
	case s.isPassive(t):
		return "passive"
	}
	return "active"
}

func (q *question) placeOfWords() string {
	place := "report"
	if q.over != nil {
		place = string(q.over.Form)
	}
	if q.cue != nil {
		place += " cue"
	}
	return place
}

// nearest gives the place in the sentence, nearest in the tree, that means a member,
// and the way to it; -1 and where the member was found if none does.
func (q *question) nearest(m *member) (site int, path string) {
	site, path = -1, string(m.from)
	best := 2 * pathReach
	for _, t := range m.sites {
		if t < q.a.Sentences[q.sentence].First || t >= q.a.Sentences[q.sentence].End {
			continue
		}
		if p, n := q.pathTo(q.at, t); site < 0 || n < best {
			site, path, best = t, p, n
		}
	}
	return site, path
}

// pathReach is how many steps up a way in the tree may have on each side.
const pathReach = 5

// pathTo spells the way in the tree from a word up and down to another, and counts
// its steps.
func (s *scene) pathTo(from, to int) (string, int) {
	var up [pathReach + 1]int
	n := 0
	for t := from; t >= 0 && n < len(up); t = s.token(t).Head {
		up[n] = t
		n++
	}
	down := ""
	for t, steps := to, 0; t >= 0 && steps <= pathReach; t, steps = s.token(t).Head, steps+1 {
		if k := slices.Index(up[:n], t); k >= 0 {
			path := ""
			for _, x := range up[:k] {
				path += "^" + s.relation(x)
			}
			return path + down, k + steps
		}
		down = ">" + s.stepOf(t) + down
	}
	return "far", 2*pathReach + 1
}

// stepOf gives the relation of a word, with the subtype where it tells owners and
// agents.
func (s *scene) stepOf(t int) string {
	if r := s.relation(t); r != "nmod" && r != "obl" {
		return r
	}
	return s.token(t).Deprel
}

// reading is one answer to a question.
type reading struct {
	of        onrecord.EventType
	actor     *member
	recipient *member // nil: to nobody
	likely    float64 // of the type, by the word alone
	score     int
}

// minLikely is how likely a type must be to be considered.
const minLikely = 0.04

// readings gives every answer with what speaks for it, in four parts.
func (q *question) readings(yield func(reading, [4][]uint32)) {
	for i, of := range plover {
		if q.likely[i+1] < minLikely {
			continue
		}
		r := reading{of: of, likely: q.likely[i+1]}
		ofType := q.typeClues(of, r.likely)
		alone := q.aloneClues(of)
		actors, recipients := q.allRoleClues(asActor, of), q.allRoleClues(asRecipient, of)
		for a := range q.roster {
			r.actor, r.recipient = &q.roster[a], nil
			yield(r, [4][]uint32{ofType, actors[a], alone, q.pairClues(of, r.actor, nil)})
			for b := range q.roster {
				if r.recipient = &q.roster[b]; a != b && !sameSide(r.actor.party, r.recipient.party) {
					yield(r, [4][]uint32{ofType, actors[a], recipients[b], q.pairClues(of, r.actor, r.recipient)})
				}
			}
		}
	}
}

func (q *question) allRoleClues(as role, of onrecord.EventType) [][]uint32 {
	all := make([][]uint32, len(q.roster))
	for i := range q.roster {
		all[i] = q.roleClues(as, of, &q.roster[i])
	}
	return all
}

// sumOf scores clues.
func sumOf(m *model.Ranker, list []uint32) int { return m.Score(model.Clues{Plain: list}) }
