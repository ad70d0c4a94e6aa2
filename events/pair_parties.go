package events

import (
	"slices"

	"onrecord"
)

// inWordsOnly: two persons who attack or clash mostly do so in words.
func (s *scene) inWordsOnly(x act, how turned, p pair) turned {
	if how.Type != "ASSAULT" || p.recipient == nil || p.actor.actor.Kind != onrecord.PersonActor || p.recipient.actor.Kind != onrecord.PersonActor {
		return how
	}
	if x.pattern.noun && x.pattern.lemma == "strike" {
		return how
	}
	switch x.pattern.lemma {
	case "attack", "clash", "clashes", "battle", "fight", "fighting", "hit", "strike", "shoot", "target", "blast":
		how.Type, how.Mode = "ACCUSE", "disapprove"
	}
	return how
}

// pair is the two sides of an event to be.
type pair struct {
	actor     party
	recipient *party
}

// pairUp joins doers and recipients. Doers of a joint act without a recipient act
// on each other: "Oslo and Ankara met".
func (s *scene) pairUp(x act, how turned, doers, recipients []party, accuser *accusation) []pair {
	doers, recipients = distinct(doers), distinct(recipients)
	if how.Type == "PROTEST" && how.Mode != "boycott" {
		doers = slices.DeleteFunc(doers, s.isState)
	}
	if len(recipients) == 0 && len(doers) > 1 {
		switch {
		case isExchange(x, how):
			return mutualPairs(doers)
		case slices.Contains(x.pattern.sense.To, "joint"), isMutual(how.Type) && (doers[0].mutual || s.isReciprocal(x)):
			return jointPairs(doers)
		case doers[0].mutual || s.isReciprocal(x):
			return mutualPairs(doers)
		}
	}
	if len(recipients) == 0 && accuser != nil && accuser.party != nil && isHostile(how.Type) && accuser.party.actor.Kind != onrecord.PersonActor {
		recipients = []party{*accuser.party}
	}
	var pairs []pair
	for _, d := range doers {
		for i := range recipients {
			if !s.isOneSide(d, recipients[i], how.Type) && !isIdle(how, d, recipients[i]) && len(pairs) < maxParties {
				pairs = append(pairs, pair{d, &recipients[i]})
			}
		}
		if len(recipients) == 0 && s.mayLackRecipient(x, how) && len(pairs) < maxParties {
			pairs = append(pairs, pair{actor: d})
		}
	}
	return pairs
}

// isOneSide reports whether two parties are one side. A person to whom only the
// context gave a state does not belong to the one that is named against him: "she
// accused China".
func (s *scene) isOneSide(d, r party, of onrecord.EventType) bool {
	if !sameSide(d, r) {
		return false
	}
	if d.actor.Kind != onrecord.PersonActor || r.actor.Kind != onrecord.StateActor || r.head < 0 || r.head >= len(s.a.Tokens) {
		return true
	}
	return s.nameAt[r.head] < 0 || !isSpeechAct(of) && s.isSureOfState(d.actor.ID)
}

// isSureOfState reports whether a mention of a person tells by itself for whom he
// speaks.
func (s *scene) isSureOfState(id onrecord.ActorID) bool {
	const sure = 0.7
	for m := range s.r.Mentions {
		if res := &s.r.Mentions[m]; res.Actor == id && res.For != "" && res.Certainty >= sure && s.a.Mentions[m].Form != onrecord.Pronoun {
			return true
		}
	}
	return false
}

// isState: states and their organs do not march or strike, their people may
// ("Ruritanian miners").
func (s *scene) isState(p party) bool {
	if p.head >= 0 && (s.inClass(p.head, s.words.crowd) || s.token(p.head).XPOS == "NNPS" && p.actor.Kind == onrecord.StateActor && s.word(p.head) != "states") {
		return false
	}
	switch p.actor.Kind {
	case onrecord.StateActor, onrecord.BodyActor, onrecord.IGOActor:
		return true
	}
	return false
}

// isExchange reports whether the word itself says that blows go both ways.
func isExchange(x act, how turned) bool {
	return how.Type == "ASSAULT" && isOneOf(x.pattern.lemma, "exchange", "trade")
}

// isIdle reports pairs that are no politics between the two: a rival beaten at
// the polls, a visit to an office of one's own country.
func isIdle(how turned, a, b party) bool {
	switch {
	case how.Type == "ASSAULT" && how.Mode == "beat":
		return a.actor.Kind == onrecord.PersonActor && b.actor.Kind == onrecord.PersonActor
	case (how.Type == "CONSULT" || how.Type == "AGREE") && b.actor.Kind == onrecord.MediaActor:
		return true // told the press
	case how.Type == "CONSULT":
		return a.actor.Country != "" && a.actor.Country == b.actor.Country && (b.actor.Kind == onrecord.BodyActor || how.Mode == "visit" && b.actor.Kind != onrecord.PersonActor)
	}
	return false
}

func jointPairs(doers []party) []pair {
	var pairs []pair
	for i := range doers[1:] {
		if other := doers[i+1]; !sameSide(doers[0], other) && len(pairs) < maxParties {
			pairs = append(pairs, pair{doers[0], &other})
		}
	}
	return pairs
}

// mayLackRecipient reports whether an act tells enough without a recipient.
func (s *scene) mayLackRecipient(x act, how turned) bool {
	if x.pattern.noun && x.carrier < 0 {
		return how.Type == "PROTEST" && how.Mode == "strike"
	}
	if slices.Contains(x.pattern.sense.To, "none") && how.Type == x.pattern.sense.Type {
		return true
	}
	if how.Mode == "resign" && !how.planned && !s.isInfinitive(x.at) {
		return true
	}
	switch how.Type {
	case "AGREE", "ACCUSE", "REQUEST", "CONCEDE", "PROTEST":
		return !isOneOf(x.pattern.lemma, "propose", "suggest", "recommend") // said is done, to whomever
	case "MOBILIZE", "RETREAT", "ASSAULT", "REJECT", "COERCE":
		return x.pattern.link != anyUse || x.pattern.particle != ""
	}
	return false
}

// distinct drops parties that stand twice.
func distinct(all []party) []party {
	var out []party
	seen := map[onrecord.ActorID]bool{}
	for _, p := range all {
		if p.actor.ID == "" || !seen[p.actor.ID] {
			seen[p.actor.ID] = true
			out = append(out, p)
		}
	}
	return out
}
