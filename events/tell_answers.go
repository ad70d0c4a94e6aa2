package events

import (
	"slices"

	"onrecord"
)

// answer says whether an act without a recipient answers what another did before:
// "welcomed the visit", "rejected the offer", "vowed to retaliate".
type answer struct {
	isOne bool
	own   bool               // only to what was done to the one who answers
	to    onrecord.EventType // what the other did; "" if the words do not tell
}

// answerOf reads the object of an act: a definite noun or "it" points back.
func (s *scene) answerOf(x act, t *telling) answer {
	if x.pattern.noun || !isOneOf(string(t.Type), "SUPPORT", "ACCUSE", "REJECT", "AGREE", "THREATEN", "CONCEDE", "REQUEST") {
		return answer{}
	}
	o := s.objectOf(x.at)
	switch {
	case o < 0 && t.Type == "REJECT" && s.hasComplement(x.at, nil):
		return answer{}
	case o < 0:
		return answer{isOne: isOneOf(string(t.Type), "REJECT", "THREATEN"), own: t.Type == "THREATEN"}
	case s.token(o).UPOS == "PRON":
		return answer{isOne: t.Type != "REQUEST" && isOneOf(s.word(o), "it", "this", "that")}
	case t.Type == "THREATEN":
		return answer{isOne: true, own: true}
	case t.Type == "REQUEST": // "demanded an apology"
		return answer{isOne: s.lemma(x.at) == "demand", own: true}
	}
	det := s.child(o, "det")
	return answer{isOne: det >= 0 && isOneOf(s.word(det), "the", "this", "that", "these", "those"), to: s.typeOfNoun(o)}
}

// typeOfNoun gives the act that a noun names: "visit" is CONSULT.
func (s *scene) typeOfNoun(noun int) onrecord.EventType {
	for _, p := range s.words.predicates[s.lemma(noun)] {
		if p.noun && len(p.before) == 0 {
			return p.sense.Type
		}
	}
	return ""
}

// How many sentences back lies what is answered: farther if it was done to the one
// who answers.
const (
	answerReach    = 1
	ownAnswerReach = 3
)

// addressAnswers gives answers the one who did what they answer: the last other
// actor whose act is of the type they name, or else the last just before.
func (s *scene) addressAnswers(told []telling) {
	for i := range told {
		if t := &told[i]; t.answers.isOne && !t.hasRecipient {
			if other, ok := answered(told, t); ok && !s.isNamedIn(other, t.Evidence.Span) {
				other = s.stateOf(other)
				side := s.partyOf(other)
				t.Recipient, t.recipient, t.hasRecipient = &side, other, true
				t.Why += " (answers what was told before)"
				t.Certainty -= 0.1
			}
		}
	}
}

// answered finds whom an answer is to.
func answered(told []telling, t *telling) (party, bool) {
	var best *telling
	isBestOwn := false
	for i := range told {
		o := &told[i]
		if o.Evidence.Start >= t.Evidence.Start || sameSide(o.actor, t.actor) || o.actor.actor.ID == "" || o.sentence == t.sentence && o.Type == t.Type {
			continue
		}
		isOwn := o.hasRecipient && sameSide(o.recipient, t.actor)
		if t.answers.own && !(isOwn && isHostile(o.Type)) {
			continue
		}
		away := t.sentence - o.sentence
		isNear := away <= answerReach || isOwn && away <= ownAnswerReach
		if isNear && t.answers.to == "" || t.answers.to == o.Type {
			if best == nil || isOwn && !isBestOwn || isOwn == isBestOwn && o.Evidence.Start >= best.Evidence.Start {
				best, isBestOwn = o, isOwn
			}
		}
	}
	if best == nil {
		return party{}, false
	}
	return best.actor, true
}

// stateOf takes one who governs to the state.
func (s *scene) stateOf(p party) party {
	if p.actor.Kind != onrecord.PersonActor || !slices.Contains(p.actor.Sectors, "GOV") {
		return p
	}
	if state := s.sideName[onrecord.ActorID(p.actor.Country)]; state != nil {
		return s.newParty(state, p.words)
	}
	return p
}

// isNamedIn reports whether a stretch names the party: "condemned the attack in
// Oslo" blames somebody else.
func (s *scene) isNamedIn(p party, words onrecord.Span) bool {
	for _, n := range s.r.Within(words) {
		if actor := s.sideName[n.Actor]; actor != nil && sameSide(p, s.newParty(actor, n.Span)) {
			return true
		}
		if actor := s.sideName[n.Actor]; actor != nil && actor.Kind == onrecord.PlaceActor && actor.Country != "" && actor.Country == p.side {
			return true
		}
	}
	return false
}
