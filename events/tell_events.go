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
	sentence         int
}

// maxParties bounds the pairs of one act.
const maxParties = 4

// maxActs bounds the acts of one sentence: more stand in lists and wreckage only.
const maxActs = 40

// readSentence gives the events that a sentence tells.
func (s *scene) readSentence(i int) []telling {
	sentence := s.a.Sentences[i]
	var told []telling
	acts := s.findActs(sentence.First, min(sentence.End, len(s.a.Tokens)))
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
	how := s.turnAct(x)
	over := s.statementOver(s.token(x.at).Span)
	if how.unreal || over != nil && s.isDenial(over) {
		return nil // see readDenials
	}
	accuser := s.accuserOf(x)
	doers, recipients := s.doersOf(x), s.recipientsOf(x)
	if accuser != nil {
		doers = s.accusedDoers(x, accuser, doers)
	}
	var told []telling
	for _, pair := range s.pairUp(x, how, doers, recipients, accuser) {
		t := s.newTelling(x, s.inWordsOnly(x, how, pair), pair, sentence)
		t.takesOpponent = !t.hasRecipient && x.pattern.link == toObject && (t.Type == "ASSAULT" || t.Type == "COERCE" || t.Type == "REJECT")
		s.setStatus(&t, x, how, accuser)
		told = append(told, t)
	}
	return told
}

// isMereTopic reports whether the word only speaks of such acts: kind nouns that
// nobody carries out ("American aid to Oslo"), gerunds that are a subject
// ("invading Oslo would be folly") or an epithet ("compromising facts").
func (s *scene) isMereTopic(x act) bool {
	if !x.pattern.noun {
		return s.relation(x.at) == "csubj" && s.token(x.at).XPOS == "VBG" || s.relation(x.at) == "amod"
	}
	switch x.pattern.sense.Type {
	case "AID", "SUPPORT", "AGREE", "CONCEDE", "COOPERATE":
		return x.carrier < 0
	}
	return false
}

// inWordsOnly: two persons who attack or clash mostly do so in words.
func (s *scene) inWordsOnly(x act, how turned, p pair) turned {
	if how.Type != "ASSAULT" || p.recipient == nil || p.actor.actor.Kind != onrecord.PersonActor || p.recipient.actor.Kind != onrecord.PersonActor {
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
	if len(recipients) == 0 && slices.Contains(x.pattern.sense.To, "joint") && len(doers) > 1 {
		return jointPairs(doers)
	}
	if len(recipients) == 0 && accuser != nil && accuser.party != nil && isHostile(how.Type) {
		recipients = []party{*accuser.party}
	}
	var pairs []pair
	for _, d := range doers {
		for i := range recipients {
			if !sameSide(d, recipients[i]) && !isIdle(how, d, recipients[i]) && len(pairs) < maxParties {
				pairs = append(pairs, pair{d, &recipients[i]})
			}
		}
		if len(recipients) == 0 && s.mayLackRecipient(x, how) && len(pairs) < maxParties {
			pairs = append(pairs, pair{actor: d})
		}
	}
	return pairs
}

// isIdle reports pairs that are no politics between the two: a rival beaten at
// the polls, a visit to an office of one's own country.
func isIdle(how turned, a, b party) bool {
	switch {
	case how.Type == "ASSAULT" && how.Mode == "beat":
		return a.actor.Kind == onrecord.PersonActor && b.actor.Kind == onrecord.PersonActor
	case how.Type == "CONSULT" && how.Mode == "visit":
		return a.actor.Country != "" && a.actor.Country == b.actor.Country && b.actor.Kind != onrecord.PersonActor
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
		return false
	}
	switch how.Type {
	case "AGREE":
		return true
	case "PROTEST", "MOBILIZE", "RETREAT", "CONCEDE", "ASSAULT", "REJECT", "COERCE":
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

func (s *scene) newTelling(x act, how turned, p pair, sentence int) telling {
	evidence := s.evidenceOf(x, p)
	t := telling{actor: p.actor, sentence: sentence}
	t.Type, t.Mode, t.Why = how.Type, how.Mode, how.why
	t.Evidence = s.text.Quote(evidence)
	t.Actor = s.partyOf(p.actor)
	if p.recipient != nil {
		side := s.partyOf(*p.recipient)
		t.Recipient, t.recipient, t.hasRecipient = &side, *p.recipient, true
	}
	t.Contexts = s.contextsOf(sentence)
	t.CAMEO = s.book.ToCAMEO(t.Type, t.Mode, t.Contexts)
	t.On = s.dateOf(x, sentence)
	t.Place = s.placeOf(x, p, sentence)
	t.Certainty = s.certaintyOf(x, &t, p, sentence)
	return t
}

func (s *scene) partyOf(p party) onrecord.Party {
	words := s.text.Quote(p.words)
	return onrecord.Party{Name: p.name, Actor: p.actor.ID, Mention: &words}
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
	for t := s.a.Sentences[sentence].First; t < s.a.Sentences[sentence].End && t < len(s.a.Tokens); t++ {
		words = append(words, s.word(t))
	}
	found := s.book.FindContexts(words)
	return found[:min(len(found), maxContexts)]
}

// certaintyOf weighs how much of the pattern was asked for, and what the
// classifier holds of the act between these two.
func (s *scene) certaintyOf(x act, t *telling, p pair, sentence int) float64 {
	sure := 0.5
	if x.pattern.link != anyUse || x.pattern.particle != "" {
		sure += 0.15
	}
	if p.recipient == nil {
		return sure - 0.1
	}
	const longest = 1500 // bytes of a sentence that the classifier reads
	at := s.a.Sentences[sentence].Span
	if at.Len() > longest || !at.Contains(p.actor.words) || !at.Contains(p.recipient.words) {
		return sure
	}
	likely := s.relations.Classify(Relation{
		Text:   s.text.Cut(at),
		Source: onrecord.Span{Start: p.actor.words.Start - at.Start, End: p.actor.words.End - at.Start},
		Target: onrecord.Span{Start: p.recipient.words.Start - at.Start, End: p.recipient.words.End - at.Start},
	})
	return sure + 0.3*likely[rootOfType(t.Type)]
}

// rootOfType gives the classifier's label of a type.
func rootOfType(t onrecord.EventType) int {
	if t == "CONCEDE" || t == "RETREAT" {
		return RootIndex("YIELD")
	}
	return max(0, RootIndex(string(t)))
}
