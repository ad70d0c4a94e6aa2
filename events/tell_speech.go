package events

import (
	"strings"

	"onrecord"
)

// speechType is the act that a statement is by itself: by its kind, and by its cue
// where the kind is wider than the act. A promise not to act refuses.
func (s *scene) speechType(st *onrecord.Statement, verb int) (onrecord.EventType, string) {
	switch st.Kind {
	case onrecord.Accuse:
		return "ACCUSE", "allege"
	case onrecord.Condemn:
		if isOneOf(s.lemma(verb), "regret", "mourn", "apologize", "apologise") {
			return "", ""
		}
		return "ACCUSE", "disapprove"
	case onrecord.Demand:
		return "REQUEST", ""
	case onrecord.Refuse:
		if s.lemma(verb) == "warn" {
			return "THREATEN", ""
		}
		return "REJECT", ""
	case onrecord.Praise:
		return "SUPPORT", ""
	case onrecord.Threaten:
		return "THREATEN", ""
	case onrecord.Propose:
		if s.lemma(verb) == "offer" {
			return "AGREE", ""
		}
		return "REQUEST", ""
	case onrecord.Promise, onrecord.Agree:
		if s.deniesItself(st) {
			return "REJECT", ""
		}
		if isOneOf(s.lemma(verb), "vow", "swear") {
			return "", "" // more often a threat or a boast: its act tells
		}
		return "AGREE", ""
	}
	return "", ""
}

// deniesItself reports whether what is said is negated as a whole: "vowed that
// nobody would go", "promised never to yield".
func (s *scene) deniesItself(st *onrecord.Statement) bool {
	first, end := s.a.TokensIn(st.Content[0].Span)
	for t := first; t < min(end, first+4, len(s.a.Tokens)); t++ {
		if isNegator(s.word(t)) || isOneOf(s.word(t), "nobody", "none", "nothing") {
			return true
		}
	}
	return false
}

// isToThePress reports whether only the reporter is asked something: "asked not to
// be named".
func (s *scene) isToThePress(st *onrecord.Statement) bool {
	if st.Kind != onrecord.Demand && st.Kind != onrecord.Refuse {
		return false
	}
	first, end := s.a.TokensIn(st.Content[0].Span)
	for t := first; t < min(end, first+8, len(s.a.Tokens)); t++ {
		if st.Kind == onrecord.Refuse && isOneOf(s.lemma(t), "confirm", "comment", "elaborate", "specify", "disclose") {
			return true
		}
		if isOneOf(s.lemma(t), "name", "identify", "quote", "anonymity", "photograph") || isOneOf(s.word(t), "me", "i") {
			return true
		}
	}
	return false
}

// tellSpeeches makes events of the statements that are political acts: who
// accuses, demands, refuses, threatens, promises or praises, and toward whom. Where
// the syntax of a cue has told an act already, the statement completes it.
func (s *scene) tellSpeeches(told []telling) []telling {
	for i := range s.statements {
		st := &s.statements[i]
		if st.Negated || st.Cue == nil || len(st.Content) == 0 {
			continue
		}
		more := s.tellSpeech(st)
		if len(more) == 0 {
			continue
		}
		if !completeSpeeches(told, more, st.Cue.Span) {
			told = append(told, more...)
		}
	}
	return told
}

// completeSpeeches mends the acts in words that the cue already gave; false if it
// gave none.
func completeSpeeches(told, more []telling, cue onrecord.Span) bool {
	var ofCue []*telling
	isSpeakerTold := false
	for i := range told {
		o := &told[i]
		if o.sentence == more[0].sentence && o.word.Overlaps(cue) && (o.Type == more[0].Type || isSpeechAct(o.Type) || o.Type == "SUPPORT") {
			ofCue = append(ofCue, o)
			isSpeakerTold = isSpeakerTold || sameSide(o.actor, more[0].actor)
		}
	}
	for _, o := range ofCue {
		actor, side := o.actor, o.Actor
		completeSpeech(o, &more[0])
		if isSpeakerTold { // the others are joined to the speaker: "Oslo and Bern accused"
			o.actor, o.Actor = actor, side
		}
	}
	return len(ofCue) > 0
}

// completeSpeech gives an act in words what its statement knows better.
func completeSpeech(told, t *telling) {
	if told.Type != t.Type && (t.Type != "AGREE" || told.Type != "THREATEN" && told.Type != "CONCEDE") {
		told.Type, told.Mode, told.CAMEO, told.Why = t.Type, t.Mode, t.CAMEO, t.Why
	}
	if !sameSide(told.actor, t.actor) && (!told.hasRecipient || !sameSide(told.recipient, t.actor)) {
		told.actor, told.Actor = t.actor, t.Actor
	}
	if !told.hasRecipient && t.hasRecipient {
		told.Recipient, told.recipient, told.hasRecipient = t.Recipient, t.recipient, true
	}
	told.standsAlone = told.standsAlone || t.standsAlone
	if t.Status == onrecord.Claimed && told.Status == onrecord.Asserted {
		told.Status, told.By, told.Claim = t.Status, t.By, t.Claim
	}
	if told.On == nil {
		told.On = t.On
	}
}

// tellSpeech gives the acts that a statement is: one for each whom it is done to.
func (s *scene) tellSpeech(st *onrecord.Statement) []telling {
	verb := s.cueVerb(st)
	isPlain := verb >= 0 && isPlainCue(s.lemma(verb))
	if verb < 0 || isPlain && needsCue(st.Kind) {
		return nil
	}
	of, mode := s.speechType(st, verb)
	sentence := s.a.SentenceOf(verb)
	if of == "REQUEST" && s.isToOwnPeople(verb) {
		return nil
	}
	if of == "" || sentence >= len(s.a.Sentences) || !s.isBody(sentence) || s.isNegated(verb) || s.isOffStage(verb) || s.isToThePress(st) {
		return nil
	}
	speaker, ok := s.whoActs(st)
	if !ok {
		return nil
	}
	how := turned{Type: of, Mode: mode, asserts: true, why: "statement: " + string(st.Kind)}
	x := act{at: verb, carrier: -1, object: -1, pattern: &pattern{written: how.why, sense: &sense{Type: of, Mode: mode}}}
	pairs := []pair{{actor: speaker}}
	if whom := s.whomOf(st, verb, speaker, of); len(whom) > 0 {
		pairs = pairs[:0]
		for i := range whom[:min(len(whom), maxParties)] {
			pairs = append(pairs, pair{speaker, &whom[i]})
		}
	}
	var told []telling
	for _, p := range pairs {
		t := s.newTelling(x, how, p, sentence)
		t.standsAlone = !isPlain && s.isWorthAlone(st, speaker)
		s.setSpeechStatus(&t, st)
		if t.hasRecipient || t.standsAlone {
			told = append(told, t)
		}
	}
	return told
}

// isToOwnPeople reports whether a government only advises its own: "told its citizens
// to leave".
func (s *scene) isToOwnPeople(verb int) bool {
	o := s.child(verb, "obj", "iobj")
	if o < 0 || !isOneOf(s.lemma(o), "citizen", "national", "people", "voter", "supporter", "follower") {
		return false
	}
	owner := s.child(o, "nmod:poss")
	return owner >= 0 && s.token(owner).UPOS == "PRON"
}

// cueVerb gives the word of the cue that says what is done: its last verb, or the
// noun of "voiced regret"; -1 if the cue has neither.
func (s *scene) cueVerb(st *onrecord.Statement) int {
	first, end := s.a.TokensIn(st.Cue.Span)
	best := -1
	for t := first; t < min(end, len(s.a.Tokens)); t++ {
		if s.isVerb(t) || best < 0 && s.token(t).UPOS == "NOUN" {
			best = t
		}
	}
	return best
}

// isPlainCue reports whether a reporting word leaves open what is done by saying so.
func isPlainCue(lemma string) bool {
	switch lemma {
	case "say", "tell", "add", "state", "write", "note", "explain", "announce", "comment", "reply", "answer", "respond", "quote", "report",
		"post", "tweet", "speak", "remark", "continue", "recall", "insist", "maintain", "stress", "whisper", "accord", "conclude", "argue", "hint", "think", "believe", "mention":
		return true
	}
	return false
}

// needsCue: what is promised or refused in plain words is told by the acts inside.
func needsCue(kind onrecord.StatementKind) bool {
	return kind == onrecord.Refuse || kind == onrecord.Promise || kind == onrecord.Propose || kind == onrecord.Agree
}

// isOffStage reports whether a cue is itself only to come or asked for: "hopes to
// propose", "was urged to condemn".
func (s *scene) isOffStage(verb int) bool {
	how := s.turnAct(act{at: verb, carrier: -1, object: -1, pattern: &pattern{sense: &sense{}}})
	return how.unreal || how.planned || s.isHypothetical(mustDo(verb))
}

// setSpeechStatus: an act in words that the report tells by itself stands, one that
// another tells is claimed.
func (s *scene) setSpeechStatus(t *telling, st *onrecord.Statement) {
	t.Status = onrecord.Asserted
	if over := s.statementOver(st.Cue.Span); over != nil && over.ID != st.ID && (!s.speaksFor(over, t.actor) || s.isToldAsDone(t.word)) {
		t.Status, t.By, t.Claim = onrecord.Claimed, s.voiceOf(over), over.ID
	}
	if t.On == nil {
		t.On = st.SaidOn
	}
}

// whoActs names the speaker of a statement as an actor, known or not: those who say
// something about politics take part in it. Documents, polls and nobody do not.
func (s *scene) whoActs(st *onrecord.Statement) (party, bool) {
	switch st.Speaker.Kind {
	case onrecord.DocumentSpeaks, onrecord.NobodyTold:
		return party{}, false
	}
	if p, ok := s.speakerParty(st); ok {
		return p, true
	}
	words := st.Cue.Span
	if st.Speaker.Mention != nil {
		words = st.Speaker.Mention.Span
	}
	if actor := s.sideName[st.Speaker.Actor]; actor != nil && st.Speaker.Named {
		p := s.newParty(actor, words)
		p.head = -1
		return p, true
	}
	if st.Speaker.Kind != onrecord.PeopleSpeak || !s.isPublic(words) {
		return party{}, false
	}
	name := st.Speaker.Name
	return party{actor: &onrecord.Actor{Name: name, Kind: onrecord.PeopleActor}, name: name, words: words, side: "stranger/" + name, head: -1}, true
}

// isPublic reports whether unnamed people are of those who take part in politics:
// "senators", "students", "the opposition"; not "experts".
func (s *scene) isPublic(words onrecord.Span) bool {
	first, end := s.a.TokensIn(words)
	for t := first; t < min(end, len(s.a.Tokens)); t++ {
		if s.inClass(t, s.words.crowd) || s.inClass(t, s.words.factions) || s.inClass(t, s.words.agents) {
			return true
		}
		if strings.Contains(s.word(t), "cent") || s.token(t).UPOS == "ADP" {
			return false
		}
	}
	return false
}

// isWorthAlone reports whether an act in words tells enough without a recipient:
// those of bodies, groups, and persons who stand for one.
func (s *scene) isWorthAlone(st *onrecord.Statement, speaker party) bool {
	switch st.Kind {
	case onrecord.Agree, onrecord.Propose:
		return false // with nobody to agree with
	case onrecord.Praise:
		return speaker.actor.Kind != onrecord.PersonActor
	}
	return speaker.actor.Kind != onrecord.PersonActor || st.Speaker.For != "" || st.Speaker.Role != "" || len(speaker.actor.Sectors) > 0
}
