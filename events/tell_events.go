package events

import (
	"slices"

	"onrecord"
)

// telling is one place of a report that tells of an event.
type telling struct {
	onrecord.Event
	actor, recipient party
	hasRecipient     bool
	takesOpponent    bool // a blow that names no victim: "took the hill"
	standsAlone      bool // worth telling without a recipient
	carries          bool // a promise or threat of an act that is told by itself
	answers          answer
	sentence         int
	word             onrecord.Span // the word that names the act
}

// maxParties bounds the pairs of one act.
const maxParties = 4

// maxActs bounds the acts of one sentence: more stand in lists and wreckage only.
const maxActs = 40

// readSentence gives the events that a sentence tells.
func (s *scene) readSentence(i int) []telling {
	sentence := s.a.Sentences[i]
	acts := s.findActs(sentence.First, min(sentence.End, len(s.a.Tokens)))
	told := make([]telling, 0, len(acts))
	for _, x := range acts[:min(len(acts), maxActs)] {
		told = append(told, s.tellAct(x, i)...)
	}
	return told
}

// tellAct makes the events of one act: one for each pair of parties.
func (s *scene) tellAct(x act, sentence int) []telling {
	if s.isMereTopic(x) {
		return nil
	}
	if refused := s.tellRefusal(x, sentence); refused != nil {
		return refused
	}
	if s.isOfAny(x) || s.isMereSilence(x) || x.pattern.sense.Type == "REQUEST" && !x.pattern.noun && s.isToOwnPeople(x.at) {
		return nil
	}
	how := s.turnAct(x)
	over := s.statementOver(s.token(x.at).Span)
	if how.unreal || over != nil && s.isDenial(over) {
		return nil // see readDenials
	}
	accuser := s.accuserOf(x)
	doers, recipients := s.findParties(x, how, accuser)
	if s.isOwnThing(x, doers) {
		return nil
	}
	if len(recipients) == 0 && how.agreed && len(distinct(doers)) > 1 {
		return nil // told by the agreement
	}
	if s.isConditionalThreat(x, how, over, doers) {
		recipients = s.makeThreat(x, &how, recipients)
	}
	told := make([]telling, 0, maxParties)
	for _, pair := range s.pairUp(x, how, doers, recipients, accuser) {
		t := s.newTelling(x, s.inWordsOnly(x, how, pair), pair, sentence)
		s.noteLack(&t, x, how, pair)
		s.setStatus(&t, x, how, accuser)
		told = append(told, t)
	}
	return told
}

// findParties names who does an act and to whom, and mends what the words alone
// give: doers that are accused or unknown, recipients that are the doer himself.
func (s *scene) findParties(x act, how turned, accuser *accusation) (doers, recipients []party) {
	doers = s.doersOf(x)
	if accuser != nil {
		doers = s.accusedDoers(x, accuser, doers)
	}
	if len(doers) == 0 {
		doers = s.strangeDoers(x, how)
	}
	if len(doers) == 0 {
		doers = s.anyDoers(x)
	}
	s.speakForThemselves(doers, how.Type)
	recipients = s.withoutOwn(x, doers, s.recipientsOf(x))
	if len(recipients) == 0 {
		recipients = s.fellowOf(x, doers)
	}
	if len(recipients) == 0 {
		recipients = s.unknownPartners(x)
	}
	if len(recipients) == 0 {
		recipients = s.withoutOwn(x, doers, s.anyRecipients(x))
	}
	return doers, s.otherThanDoer(x, doers, recipients)
}

// noteLack notes how an act without a recipient may be completed, or told so.
func (s *scene) noteLack(t *telling, x act, how turned, p pair) {
	if t.hasRecipient {
		return
	}
	t.takesOpponent = t.Type == "THREATEN" || x.pattern.link == toObject && isOneOf(string(t.Type), "ASSAULT", "REJECT")
	t.standsAlone = s.mayStandAlone(x, how, p)
	t.carries = s.carriesAct(x)
	t.answers = s.answerOf(x, t)
}

// mayStandAlone reports whether an act is worth telling without a recipient. Of a
// person only where the words say what it is about: "rejected the treaty", not
// "refused to go".
func (s *scene) mayStandAlone(x act, how turned, p pair) bool {
	if !slices.Contains(x.pattern.sense.To, "none") || how.Type != x.pattern.sense.Type {
		return false
	}
	return p.actor.actor.Kind != onrecord.PersonActor || x.pattern.class != nil
}

func (s *scene) newTelling(x act, how turned, p pair, sentence int) telling {
	evidence := s.evidenceOf(x, p)
	t := telling{actor: p.actor, sentence: sentence, word: s.token(x.at).Span}
	t.Type, t.Mode, t.Why = how.Type, how.Mode, how.why
	t.Evidence = s.text.Quote(evidence)
	t.Actor = s.partyOf(p.actor)
	if p.recipient != nil {
		side := s.partyOf(*p.recipient)
		t.Recipient, t.recipient, t.hasRecipient = &side, *p.recipient, true
	}
	t.Contexts = s.contextsOf(sentence)
	t.CAMEO = s.book.ToCAMEO(t.Type, t.Mode, t.Contexts)
	if own := x.pattern.sense; own.CAMEO != "" && own.Type == t.Type {
		t.CAMEO = own.CAMEO
	}
	t.On = s.dateOf(x, sentence)
	t.Place = s.placeOf(x, p)
	t.Certainty = s.certaintyOf(x, &t, p, sentence)
	return t
}

func (s *scene) partyOf(p party) onrecord.Party {
	words := s.text.Quote(p.words)
	id := p.actor.ID
	if p.holder != "" {
		id = p.holder
	}
	return onrecord.Party{Name: p.name, Actor: id, Mention: &words}
}

// maxContexts is how many contexts an event keeps.
const maxContexts = 3

func (s *scene) contextsOf(sentence int) []string {
	if s.contextsIn != sentence || s.contexts == nil {
		s.contextsIn, s.contexts = sentence, s.findContexts(sentence)
	}
	return slices.Clone(s.contexts)
}

func (s *scene) findContexts(sentence int) []string {
	words := []string{}
	for t := range s.tokensOf(sentence) {
		words = append(words, s.word(t))
	}
	found := s.book.FindContexts(words)
	return found[:min(len(found), maxContexts)]
}
