package events

import "onrecord"

// maxDepth bounds how far up the syntax a subject is looked for.
const maxDepth = 6

// doersOf names those who do the act.
func (s *scene) doersOf(x act) []party {
	if !x.pattern.noun {
		if speaker, ok := s.speakerOfCue(x.at); ok {
			return []party{speaker}
		}
		subjects := s.onSameLevel(x.at, s.subjectsOf(x.at, maxDepth))
		if doers := s.partiesAtAll(subjects); len(doers) > 0 || s.isPassive(x.at) {
			return append(s.joinedBefore(x.at, subjects), doers...)
		}
		return s.partiesAtAll(s.nounBefore(x.at))
	}
	if own := s.nounDoers(x.at); len(own) > 0 {
		return own
	}
	if x.carrier >= 0 {
		if doers := s.partiesAtAll(s.subjectsOf(x.carrier, maxDepth)); len(doers) > 0 || s.isPassive(x.carrier) {
			return doers
		}
		return s.partiesAtAll(s.nounBefore(x.carrier))
	}
	if p := s.attendants(x); len(p) > 0 {
		return p
	}
	if subject := s.child(x.at, "nsubj"); subject >= 0 && s.isVerbBetween(subject, x.at) { // "the envoy held talks" with "held" misread
		return s.partiesAtAll([]int{subject})
	}
	return nil
}

// attendants names who was at a meeting told by the way: "said after talks with
// Oslo that".
func (s *scene) attendants(x act) []party {
	above := s.token(x.at).Head
	if x.pattern.sense.Type != "CONSULT" || above < 0 || !s.isVerb(above) || s.relation(x.at) != "obl" || !isOneOf(s.preposition(x.at), "after", "before", "during", "following") {
		return nil
	}
	return s.partiesAtAll(s.subjectsOf(above, maxDepth))
}

func (s *scene) isVerbBetween(subject, noun int) bool {
	for _, k := range s.children[noun] {
		if k > subject && k < noun && s.isVerb(k) && s.words.light[s.lemma(k)] != nil {
			return true
		}
	}
	return false
}

func (s *scene) partiesAtAll(tokens []int) []party {
	var all []party
	for _, t := range tokens {
		if s.canAct(t) {
			all = append(all, s.partiesAt(t)...)
		}
	}
	return all
}

// canAct reports whether a noun may do something in the name of its owner:
// "Syrian jets" can, "clashes in Syria" cannot.
func (s *scene) canAct(t int) bool {
	if t < 0 || s.token(t).UPOS != "NOUN" {
		return true
	}
	if s.words.agents[s.lemma(t)] || s.words.agents[s.word(t)] {
		return true
	}
	p, isMention := s.mentionedAt(t)
	if isMention && p.actor.Kind == onrecord.PersonActor && !isUnnamed(p.actor) {
		return true // "its guardian, Ola Berg"
	}
	return isMention && s.child(t, "nmod", "amod", "compound", "nmod:poss") < 0
}

// nounDoers names the doers beside a noun: "Ankara's raid", "the Turkish raid",
// "a raid by Ankara", "talks between Ankara and Oslo".
func (s *scene) nounDoers(noun int) []party {
	var all []party
	for _, k := range s.children[noun] { // "the Oslo meeting between Ankara and Bern"
		if s.relation(k) == "nmod" && s.preposition(k) == "between" {
			if found := s.partiesAt(k); len(found) > 1 {
				return found
			}
		}
	}
	for _, k := range s.children[noun] {
		switch s.relation(k) {
		case "amod", "compound":
			if p, ok := s.namedAt(k); ok {
				all = append(all, p)
			}
		case "nmod":
			if s.token(k).Deprel == "nmod:poss" || isOneOf(s.preposition(k), "by", "between", "among") {
				all = append(all, s.partiesAt(k)...)
			}
		}
	}
	return all
}

func isOneOf(word string, list ...string) bool {
	for _, w := range list {
		if w == word {
			return true
		}
	}
	return false
}

// joinedBefore names whom "and" joins to a subject though the syntax parts them:
// "guards of Oslo and Ankara fired at each other" with "Ankara" alone as subject.
func (s *scene) joinedBefore(verb int, subjects []int) []party {
	if len(subjects) != 1 || subjects[0] < 2 || s.relation(subjects[0]) == "conj" {
		return nil
	}
	first := s.a.Sentences[s.a.SentenceOf(verb)].First
	t := subjects[0] - 1
	for t > first && (s.token(t).UPOS == "DET" || s.nameAt[t] >= 0 && s.nameAt[t] == s.nameAt[subjects[0]] || s.token(t).UPOS == "ADJ" && s.nameAt[t] < 0) {
		t--
	}
	if t <= first || s.word(t) != "and" || s.nameAt[t-1] < 0 || isOneOf(s.relation(t-1), "obj", "obl") {
		return nil
	}
	if p, ok := s.namedAt(t - 1); ok {
		p.head = t - 1
		return []party{p}
	}
	return nil
}

// speakerOfCue names the speaker of a statement whose cue the verb is, where its
// own subject is a pronoun: who is meant was settled with the statement.
func (s *scene) speakerOfCue(verb int) (party, bool) {
	subject := s.child(verb, "nsubj")
	if subject < 0 || s.token(subject).UPOS != "PRON" || isOneOf(s.word(subject), "they", "who", "which", "we") {
		return party{}, false
	}
	for i := range s.statements {
		st := &s.statements[i]
		if st.Cue != nil && st.Parent == "" && st.Cue.Contains(s.token(verb).Span) && st.Speaker.Mention != nil && st.Speaker.Mention.Contains(s.token(subject).Span) {
			return s.speakerParty(st)
		}
	}
	return party{}, false
}
