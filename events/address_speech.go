package events

import (
	"slices"
	"strings"

	"onrecord"
)

// whomOf names to whom an act in words is done: the one spoken to, the object of
// the cue ("accused Oslo of"), the condition of a threat ("unless Oslo yields"), or
// the subject of what is said ("alleged that Oslo broke").
func (s *scene) whomOf(st *onrecord.Statement, verb int, speaker party, of onrecord.EventType) []party {
	ways := []func() []party{
		func() []party { return s.partiesAtAddressee(st, of) },
		func() []party { return s.governmentOver(s.child(verb, "obj"), speaker) },
		func() []party { return s.cueObjects(verb, of) },
	}
	switch of {
	case "THREATEN":
		ways = append(ways, func() []party { return s.underCondition(st) }, func() []party { return s.complementParties(verb) }, func() []party { return s.insideContent(st) })
	case "ACCUSE", "REQUEST":
		ways = append(ways, func() []party { return s.complementParties(verb) }, func() []party { return s.contentSubject(st) })
		if !s.holdsVerb(st.Content[0].Span) {
			ways = append(ways, func() []party { return s.opening(st) })
		}
	case "SUPPORT":
		ways = append(ways, func() []party { return s.opening(st) })
	}
	for _, way := range ways {
		others := slices.DeleteFunc(distinct(way()), func(p party) bool { return s.isOneSide(speaker, p, of) || s.isOwnBody(st, speaker, p) })
		if len(others) > 0 {
			return others
		}
	}
	return nil
}

// governmentOver names the state that "the government" means to one of its parties,
// unions or citizens.
func (s *scene) governmentOver(t int, speaker party) []party {
	if t < 0 || !s.inClass(t, s.words.home) || !s.isBareDefinite(t) || slices.Contains(speaker.actor.Sectors, "GOV") {
		return nil
	}
	state := s.sideName[onrecord.ActorID(speaker.actor.Country)]
	if state == nil || state.Kind != onrecord.StateActor || state.ID == speaker.actor.ID {
		return nil
	}
	p := s.newParty(state, s.token(t).Span)
	p.head = t
	return []party{p}
}

// isOwnBody: those whom the speaker speaks for are not spoken to.
func (s *scene) isOwnBody(st *onrecord.Statement, speaker, p party) bool {
	return p.actor.Kind != onrecord.PersonActor && st.Speaker.For != "" && s.isNameOf(p.actor, st.Speaker.For) && speaker.actor.ID != p.actor.ID
}

// partiesAtAddressee: who is asked, promised or threatened is the one addressed; who
// is accused mostly is not ("complained to the court").
func (s *scene) partiesAtAddressee(st *onrecord.Statement, of onrecord.EventType) []party {
	if st.Addressee == nil || of == "ACCUSE" && isPlainCue(s.lemma(max(s.cueVerb(st), 0))) {
		return nil
	}
	first, end := s.a.TokensIn(st.Addressee.Span)
	for t := first; t < min(end, len(s.a.Tokens)); t++ {
		if h := s.token(t).Head; h >= first && h < end || s.token(t).UPOS == "ADP" {
			continue
		}
		return s.counterpartsAt(t)
	}
	return nil
}

// counterpartsAt names those to whom words are addressed or who are meant by them:
// also persons and organisations of no office, and people known only as they are
// called ("the doctors", "seven union officials").
func (s *scene) counterpartsAt(t int) []party {
	if found := s.partiesAt(t); len(found) > 0 {
		return found
	}
	if p, ok := s.anyActorAt(t); ok {
		return []party{p}
	}
	if p, ok := s.holderAt(t); ok {
		return []party{p}
	}
	if s.token(t).UPOS == "PRON" {
		return s.lastOther(t)
	}
	if s.token(t).UPOS != "NOUN" || !s.inClass(t, s.words.people) || isOneOf(s.lemma(t), "reporter", "journalist", "member", "people", "citizen", "person") || s.ownsName(t) {
		return nil
	}
	return []party{s.newStranger(t)}
}

// anyActorAt names the actor of a mention or name at t, of politics or not.
func (s *scene) anyActorAt(t int) (party, bool) {
	for _, m := range s.headOf[t] {
		if actor := s.sideName[s.r.Mentions[m].Actor]; actor != nil && actor.Kind != onrecord.PlaceActor && !isUnnamed(actor) {
			return s.newParty(actor, s.a.Mentions[m].Core), true
		}
	}
	if n := s.nameAt[t]; n >= 0 {
		if actor := s.sideName[s.r.Names[n].Actor]; actor != nil && actor.Kind != onrecord.PlaceActor {
			return s.newParty(actor, s.r.Names[n].Span), true
		}
	}
	return party{}, false
}

// lastOther names whom a pronoun means that nobody could tie to a name: the last
// side named before that it fits and whose sentence is near.
func (s *scene) lastOther(t int) []party {
	isPerson := isOneOf(s.word(t), "him", "her")
	if !isPerson && !isOneOf(s.word(t), "them", "it") {
		return nil
	}
	first := s.a.Sentences[max(0, s.a.SentenceOf(t)-1)].First
	for k := t - 1; k >= first; k-- {
		if p, ok := s.namedAt(k); ok && (p.actor.Kind == onrecord.PersonActor) == isPerson && !s.actsIn(k, t) {
			p.head = -1
			return []party{p}
		}
	}
	return nil
}

// actsIn reports whether a name is the subject of the clause of a pronoun, which
// means somebody else then.
func (s *scene) actsIn(name, pronoun int) bool {
	return s.relation(name) == "nsubj" && s.token(name).Head == s.token(pronoun).Head || s.a.SentenceOf(name) == s.a.SentenceOf(pronoun) && s.relation(name) == "nsubj"
}

// holderAt names the person whom an office alone means, "the congressman": the last
// one named before who bears it in this report.
func (s *scene) holderAt(t int) (party, bool) {
	if det := s.child(t, "det"); det < 0 || s.word(det) != "the" || s.token(t).UPOS != "NOUN" || s.ownsName(t) {
		return party{}, false
	}
	var best *onrecord.Actor
	latest := -1
	for _, n := range s.r.Names {
		actor := s.sideName[n.Actor]
		if n.Start >= s.token(t).Start || actor == nil || actor.Kind != onrecord.PersonActor || n.Start <= latest {
			continue
		}
		if slices.ContainsFunc(actor.Roles, func(r onrecord.Role) bool { return strings.HasSuffix(strings.ToLower(r.Title), s.lemma(t)) }) {
			best, latest = actor, n.Start
		}
	}
	if best == nil {
		return party{}, false
	}
	return s.newParty(best, s.token(t).Span), true
}

// cueObjects names who stands as the object of the cue, or inside it: "called the
// army's figures lies".
func (s *scene) cueObjects(verb int, of onrecord.EventType) []party {
	if s.isPassive(verb) {
		return nil
	}
	o := s.child(verb, "obj", "iobj")
	if o < 0 {
		for _, k := range s.children[verb] {
			if s.relation(k) == "obl" && isOneOf(s.preposition(k), "on", "to", "at", "upon", "against", "with") && !s.isTime(k) {
				if found := slices.DeleteFunc(s.counterpartsAt(k), isChannel); len(found) > 0 {
					return found
				}
			}
		}
		return nil
	}
	if direct := s.counterpartsAt(o); len(direct) > 0 || of == "REQUEST" {
		return direct
	}
	return s.partiesInside(o)
}

// isChannel: what is said on a network is not said to it.
func isChannel(p party) bool { return p.actor.Kind == onrecord.MediaActor }

// underCondition names the subject of the condition of a threat.
func (s *scene) underCondition(st *onrecord.Statement) []party {
	for _, q := range st.Content {
		first, end := s.a.TokensIn(q.Span)
		for t := first; t < min(end, len(s.a.Tokens)); t++ {
			if isOneOf(s.word(t), "if", "unless", "until") && s.relation(t) == "mark" && s.token(t).Head >= 0 {
				if found := s.partiesAtAll([]int{s.child(s.token(t).Head, "nsubj", "nsubj:pass")}); len(found) > 0 {
					return found
				}
			}
		}
	}
	return nil
}

// contentSubject names the subject of the first clause that is said.
func (s *scene) contentSubject(st *onrecord.Statement) []party {
	first, end := s.a.TokensIn(st.Content[0].Span)
	for t := first; t < min(end, len(s.a.Tokens)); t++ {
		if s.isVerb(t) && s.token(t).Deprel != "acl:relcl" {
			if subject := s.child(t, "nsubj", "nsubj:pass"); subject >= first && subject < end && s.token(subject).UPOS != "PRON" {
				return s.partiesAtAll([]int{subject})
			}
			return nil
		}
	}
	return nil
}

// insideContent names the first actor in what is said.
func (s *scene) insideContent(st *onrecord.Statement) []party {
	for _, q := range st.Content {
		for _, n := range s.r.Within(q.Span) {
			if actor := s.sideName[n.Actor]; actor != nil && isPolitical(actor, nil) {
				p := s.newParty(actor, n.Span)
				p.head = -1
				return []party{p}
			}
		}
	}
	return nil
}

func (s *scene) holdsVerb(words onrecord.Span) bool {
	first, end := s.a.TokensIn(words)
	for t := first; t < min(end, len(s.a.Tokens)); t++ {
		if s.isVerb(t) {
			return true
		}
	}
	return false
}

// opening names the actor that stands at the head of what is said: "thanked Oslo
// for" with "Oslo for" as content.
func (s *scene) opening(st *onrecord.Statement) []party {
	const near = 30 // bytes
	found := s.insideContent(st)
	if len(found) == 0 || found[0].words.Start > st.Content[0].Start+near {
		return nil
	}
	return found
}
