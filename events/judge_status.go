package events

import (
	"strings"

	"onrecord"
)

// accusation is a verb of accusing over an act, and who accuses.
type accusation struct {
	verb  int
	party *party
}

// accuserOf finds the accusation that an act is told in: "accused Oslo of
// shelling the port", "blamed Oslo for the raid". The accusing itself is no part of it.
func (s *scene) accuserOf(x act) *accusation {
	at := x.at
	for range maxDepth {
		above := s.token(at).Head
		if above < 0 {
			return nil
		}
		if s.isVerb(above) && isOneOf(s.lemma(above), "accuse", "blame", "suspect", "charge", "allege") && isOneOf(s.relation(at), "obl", "advcl", "xcomp", "ccomp", "acl") {
			a := &accusation{verb: above}
			if by := s.partiesAtAll(s.subjectsOf(above, maxDepth)); len(by) > 0 {
				a.party = &by[0]
			}
			return a
		}
		if r := s.relation(at); r == "nsubj" || r == "conj" && s.isVerb(at) && s.hasOwnSubject(at) || r == "parataxis" {
			return nil
		}
		at = above
	}
	return nil
}

// accusedDoers: the object of the accusing verb does what it is accused of.
func (s *scene) accusedDoers(x act, a *accusation, doers []party) []party {
	if x.pattern.noun && len(doers) > 0 || s.token(x.at).Deprel == "ccomp" {
		return doers
	}
	if o := s.objectOf(a.verb); o >= 0 {
		if accused := s.partiesAt(o); len(accused) > 0 {
			return accused
		}
	}
	return doers
}

// setStatus tells how far the report vouches for the telling.
func (s *scene) setStatus(t *telling, x act, how turned, accuser *accusation) {
	over := s.statementOver(s.token(x.at).Span)
	switch {
	case accuser != nil && accuser.party != nil:
		t.Status, t.By = onrecord.Claimed, accuser.party.name
		if over != nil {
			t.Claim = over.ID
		}
	case over != nil && !s.isOwnWord(t, over, how):
		t.Status, t.By, t.Claim = onrecord.Claimed, s.voiceOf(over), over.ID
	default:
		t.Status = onrecord.Asserted
	}
	switch {
	case s.isHypothetical(x):
		t.Status = onrecord.Hypothetical
	case how.planned || s.isFuture(x) && !how.asserts:
		t.Status = onrecord.Planned
	case t.Status == onrecord.Asserted && s.isLongPast(t):
		t.Status = onrecord.Past
	}
	if over != nil && t.Status != onrecord.Asserted && t.By == "" {
		t.By, t.Claim = s.voiceOf(over), over.ID
	}
	if t.On == nil {
		t.On = s.saidOn(t, x, how, over)
	}
}

// saidOn dates what is done by saying so: by the statement whose cue the act is,
// or the one that it stands in.
func (s *scene) saidOn(t *telling, x act, how turned, over *onrecord.Statement) *onrecord.When {
	at := s.token(x.at).Span
	for i := range s.statements {
		if cue := s.statements[i].Cue; cue != nil && cue.Contains(at) && s.statements[i].SaidOn != nil {
			return s.statements[i].SaidOn
		}
	}
	isWord := how.asserts || isSpeechAct(t.Type) || t.Type == "SUPPORT" && x.pattern.link == anyUse
	if over != nil && isWord {
		return over.SaidOn
	}
	return nil
}

// isSpeechAct reports whether an act of the type is done by saying so.
func isSpeechAct(t onrecord.EventType) bool {
	switch t {
	case "REJECT", "REQUEST", "THREATEN", "AGREE", "ACCUSE", "CONCEDE":
		return true
	}
	return false
}

// isOwnWord reports whether the statement is itself the act: one who says that
// one will not talk has refused to talk.
func (s *scene) isOwnWord(t *telling, over *onrecord.Statement, how turned) bool {
	return (how.asserts || isSpeechAct(t.Type)) && s.speaksFor(over, t.actor)
}

// speaksFor reports whether the speaker of a statement is the party or of its side.
func (s *scene) speaksFor(st *onrecord.Statement, p party) bool {
	if st.Speaker.Actor != "" && st.Speaker.Actor == p.actor.ID {
		return true
	}
	if st.Speaker.For != "" {
		side := s.sideName[onrecord.ActorID(p.side)]
		return s.isNameOf(p.actor, st.Speaker.For) || side != nil && s.isNameOf(side, st.Speaker.For)
	}
	actor := s.sideName[st.Speaker.Actor]
	return actor != nil && actor.Country != "" && actor.Country == p.side
}

func (s *scene) isNameOf(actor *onrecord.Actor, name string) bool {
	for _, alias := range actor.Aliases {
		if sameWords(alias, name) {
			return true
		}
	}
	return sameWords(actor.Name, name)
}

func sameWords(a, b string) bool {
	return strings.EqualFold(strings.TrimPrefix(strings.TrimPrefix(a, "the "), "The "), strings.TrimPrefix(strings.TrimPrefix(b, "the "), "The "))
}

// voiceOf names whose word a statement is: the speaker, for an unnamed one whoever
// is spoken for.
func (s *scene) voiceOf(st *onrecord.Statement) string {
	if !st.Speaker.Named && st.Speaker.For != "" {
		return st.Speaker.For
	}
	return st.Speaker.Name
}

// statementOver finds the innermost statement whose content holds the words; nil
// if the report itself says them.
func (s *scene) statementOver(words onrecord.Span) *onrecord.Statement {
	var best *onrecord.Statement
	shortest := 0
	for i := range s.statements {
		st := &s.statements[i]
		for _, q := range st.Content {
			if q.Contains(words) && !st.Negated && (best == nil || q.Len() < shortest) {
				best, shortest = st, q.Len()
			}
		}
	}
	return best
}

// isFuture reports whether the act is to come: "will", "is to", "going to".
func (s *scene) isFuture(x act) bool {
	verb := s.verbOf(x)
	if verb < 0 {
		return s.isPlannedNoun(x.at)
	}
	for up, steps := verb, 0; up >= 0 && steps < 3; steps++ {
		for _, k := range s.children[up] {
			if s.relation(k) == "aux" && isOneOf(s.word(k), "will", "shall", "'ll", "’ll", "would", "should", "must") {
				return true
			}
		}
		if s.relation(up) != "conj" || s.hasOwnSubject(up) {
			break
		}
		up = s.token(up).Head
	}
	return s.isInfinitive(verb) && s.governorOf(verb) < 0 && s.token(verb).Deprel != "advcl"
}

func (s *scene) isPlannedNoun(noun int) bool {
	for _, k := range s.children[noun] {
		if s.relation(k) == "amod" && isOneOf(s.lemma(k), "planned", "plan", "future", "possible", "proposed", "propose", "upcoming", "potential", "expected", "expect", "threatened", "threaten", "imminent") {
			return true
		}
	}
	above := s.token(noun).Head
	return above >= 0 && s.relation(noun) == "nmod" && isOneOf(s.lemma(above), "plan", "proposal", "negotiation", "negotiations", "talk", "talks", "threat", "call",
		"debate", "idea", "possibility", "prospect", "discussion", "vote", "risk", "fear", "draft", "package")
}

// isHypothetical reports whether the clause is a condition or a mere possibility.
func (s *scene) isHypothetical(x act) bool {
	verb := s.verbOf(x)
	for steps := 0; verb >= 0 && steps < 3; steps++ {
		for _, k := range s.children[verb] {
			switch s.relation(k) {
			case "aux":
				if isOneOf(s.word(k), "may", "might", "could") {
					return true
				}
			case "mark":
				if isOneOf(s.word(k), "if", "unless", "whether") {
					return true
				}
			}
		}
		verb = s.governorOf(verb)
	}
	return false
}

// verbOf gives the verb that carries an act; -1 for a noun without one.
func (s *scene) verbOf(x act) int {
	if x.pattern.noun {
		return x.carrier
	}
	return x.at
}

// longPast is how many years before its report a deed is background.
const longPast = 1

func (s *scene) isLongPast(t *telling) bool {
	published, ok := s.text.Imprint.Published.First()
	if !ok || t.On == nil {
		return false
	}
	last, ok := t.On.To.Last()
	return ok && published.Sub(last).Hours() > longPast*365*24
}
