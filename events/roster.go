package events

import (
	"slices"

	"onrecord"
)

// member is one who may be a side of an act.
type member struct {
	party
	sites []int // tokens of the act's sentence that mean it
	from  origin

	// The nearest of the sites to the act's word, -1 if there is none, and the way to
	// it or, without one, the origin.
	site int
	path string
	// The slots of the act's word in which it stands, "none" alone if it is in none.
	places []string
	// Which of the past acts it did, and which were done to it: bits of question.past.
	did, bore uint16
}

// origin says where a member was found.
type origin string

const (
	fromSentence origin = "sentence"
	fromBefore   origin = "before" // the sentences before
	fromVoice    origin = "voice"  // who says it, or is told it
	fromSlot     origin = "slot"   // only the syntax tells: "both countries"
)

// The roster of an act is looked for in its sentence and so many before it.
const (
	rosterReach = 2
	maxRoster   = 14
)

// roster is who may have a part in an act, each once.
type roster []member

// rosterOf gives who is mentioned in a sentence, and who was just before.
func (s *scene) rosterOf(sentence int) roster {
	var l roster
	for t := range s.tokensOf(sentence) {
		if s.mayMean(t) {
			if p, ok := s.someoneAt(t); ok && !s.isMedium(p, t) {
				p.head = t
				l.enlist(p, fromSentence, t)
			}
		}
	}
	for i := sentence - 1; i >= max(0, sentence-rosterReach) && s.isBody(i); i-- {
		for t := range s.tokensOf(i) {
			if s.mayMean(t) && s.token(t).UPOS != "PRON" {
				if p, ok := s.anyActorAt(t); ok {
					p.head = -1
					l.enlist(p, fromBefore, -1)
				}
			}
		}
	}
	return l[:min(len(l), maxRoster)]
}

// isMedium reports whether a network is only where something is said: "on Twitter".
func (s *scene) isMedium(p party, t int) bool {
	return p.actor.Hop == onrecord.NetworkHop && isOneOf(s.preposition(t), "on", "to", "in", "via", "through")
}

// mayMean reports whether a token can stand for somebody: a noun, a pronoun, or the
// word of a name on which its others hang.
func (s *scene) mayMean(t int) bool {
	if n := s.nameAt[t]; n >= 0 {
		h := s.token(t).Head
		return h < 0 || s.nameAt[h] != n
	}
	switch s.token(t).UPOS {
	case "NOUN", "PROPN":
		return !s.isTime(t)
	case "PRON":
		return isOneOf(s.word(t), "he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "we", "us", "our", "i", "who", "which", "that")
	}
	return false
}

// enlist adds a party, or the place where one of them stands again.
func (l *roster) enlist(p party, from origin, at int) {
	i := slices.IndexFunc(*l, func(m member) bool { return isSameParty(m.party, p) })
	if i < 0 {
		i = len(*l)
		*l = append(*l, member{party: p, from: from})
	}
	if at >= 0 {
		(*l)[i].sites = append((*l)[i].sites, at)
	}
}

// isSameParty reports whether two mean the same actor, or are called the same.
func isSameParty(a, b party) bool {
	return a.actor.ID == b.actor.ID && (a.actor.ID != "" || a.name == b.name)
}

// enlistVoices adds who says a statement and whom it is said to.
func (l *roster) enlistVoices(s *scene, st *onrecord.Statement) {
	if st == nil || st.Cue == nil {
		return
	}
	if p, ok := s.whoActs(st); ok {
		l.enlist(p, fromVoice, -1)
	}
	for _, p := range s.partiesAtAddressee(st, "") {
		l.enlist(p, fromVoice, -1)
	}
}
