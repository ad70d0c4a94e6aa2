package events

import (
	"slices"

	"onrecord"
)

// slot is a place that the syntax gives to those who have a part in an act.
type slot struct {
	name    string
	parties []party
}

// slotList collects the slots in which somebody stands.
type slotList []slot

func (l *slotList) put(name string, found []party) {
	if len(found) > 0 {
		*l = append(*l, slot{name, distinct(found)})
	}
}

// doerSlot is the place of those who do what a word tells.
const doerSlot = "doer"

// slotsAt gives who stands in which place of a word that may tell an act, whatever
// the act is; cue is the statement that the word reports, nil if none.
func (s *scene) slotsAt(x act, cue *onrecord.Statement) slotList {
	var l slotList
	doers := s.doersOf(x)
	if len(doers) == 0 {
		doers = s.anyDoers(x)
	}
	l.put(doerSlot, doers)
	if x.pattern.noun {
		s.putObliques(&l, x.at, "of noun ")
		s.putObliques(&l, x.carrier, "of carrier ")
	} else {
		s.putObjects(&l, x.at)
	}
	if a := s.accuserOf(x); a != nil {
		l.put("accused", s.accusedDoers(x, a, nil))
		if a.party != nil {
			l.put("accuser", []party{*a.party})
		}
	}
	if cue != nil && len(cue.Content) > 0 {
		l.put("subject of words", s.contentSubject(cue))
		l.put("first in words", s.insideContent(cue))
		l.put("told", s.partiesAtAddressee(cue, ""))
		l.put("condition", s.underCondition(cue))
	}
	return l
}

// putObjects adds who stands in the objects and complements of a verb.
func (s *scene) putObjects(l *slotList, verb int) {
	if o := s.objectOf(verb); o >= 0 {
		l.put("object", s.anyoneAt(o))
		l.put("in object", s.partiesInside(o))
		s.putObliques(l, o, "of object ")
	}
	l.put("iobj", s.anyoneAt(s.child(verb, "iobj")))
	l.put("complement", s.complementParties(verb))
	l.put("in complement", s.insideComplement(verb))
	s.putObliques(l, verb, "")
}

// putObliques adds who stands behind the prepositions of a head, or owns it.
func (s *scene) putObliques(l *slotList, head int, of string) {
	if head < 0 {
		return
	}
	for _, k := range s.children[head] {
		if !isOneOf(s.relation(k), "obl", "nmod") || s.isTime(k) {
			continue
		}
		by := s.preposition(k)
		if s.token(k).Deprel == "nmod:poss" {
			by = "'s"
		}
		l.put(of+by, s.anyoneAt(k))
		l.put(of+by+" in", s.partiesInside(k))
	}
}

// placesOf names the slots in which a party stands, "none" alone if it is in none.
func (l slotList) placesOf(p party) []string {
	var names []string
	for _, sl := range l {
		if slices.ContainsFunc(sl.parties, func(o party) bool { return isSameParty(o, p) }) {
			names = append(names, sl.name)
		}
	}
	if len(names) == 0 {
		return []string{"none"}
	}
	return names
}

// joinedTo gives a party and those who stand in the same slot: of doers only, if so
// told.
func (l slotList) joinedTo(p party, doersOnly bool) []party {
	for _, sl := range l {
		i := slices.IndexFunc(sl.parties, func(o party) bool { return isSameParty(o, p) })
		if i >= 0 && (!doersOnly || sl.name == doerSlot) {
			return append([]party{p}, slices.Delete(slices.Clone(sl.parties), i, i+1)...)
		}
	}
	return []party{p}
}

// plainAct is an act of a word that no pattern tells.
func (s *scene) plainAct(t int, of onrecord.EventType) act {
	x := act{at: t, carrier: -1, object: -1, pattern: &pattern{lemma: s.lemma(t), noun: !s.isVerb(t), sense: &sense{Type: of}}}
	if x.pattern.noun {
		x.carrier = s.carrierOf(t)
	}
	return x
}
