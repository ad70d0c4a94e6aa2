package events

import (
	"slices"
	"strings"

	"onrecord"
)

// What is seen of one who may be a side of an act: numbers of templates.
const (
	clueRole = 4000 + 16*iota
	clueSlot
	clueSlotType
	clueSlotLemma
	clueSlotKind
	clueSlots
	cluePath
	cluePathType
	cluePathLemma
	cluePathAll
	clueRelation
	clueRelationType
	cluePrepLemma
	clueDirect
	clueHead
	clueFar
	clueSide
	clueSideType
	clueInside
	clueInsideKind
	clueFirst
	clueWho
	clueWhoType
	clueWhoForm
	clueWhoPath
	cluePrivate
	clueFrom
	clueFromType
	clueSpeaks
	clueSpeaksKind
	clueOvers
	clueByRule
	clueByRuleType
	clueByRulePath
	clueFame
	clueFameFrom
	clueAlone
	clueAloneLemma
	clueAloneObject
	clueAloneRule
	clueAloneRuleType
	clueType
	clueTypeOdds
	clueTypeRule
	clueTypeRuleOdds
	cluePair
	cluePairType
	cluePairLand
	cluePairLandKind
	cluePairFrom
	cluePairPaths
	cluePairRule
	cluePairRuleType
	cluePairRuleLemma
	clueNothing
	clueNothingOdds
	clueNothingPlace
	cluePastNone
	cluePastOthers
	cluePastToward
	cluePastTowardObject
	cluePastDid
	cluePastMine
	cluePastLast
	cluePastMeant
	clueObjectFrom
)

// role is a side of an act.
type role string

const (
	asActor     role = "actor"
	asRecipient role = "recipient"
)

// roleClues gives what speaks for a member in a role of an act of a type.
func (q *question) roleClues(as role, of onrecord.EventType, m *member) []uint32 {
	c := newClues(64)
	at, path := m.site, m.path
	for _, p := range m.places {
		c.add(clueSlot, string(as), p)
		c.add(clueSlotType, string(as), p, string(of))
		c.add(clueSlotLemma, string(as), p, q.lemma)
		c.add(clueSlotKind, string(as), p, string(m.actor.Kind))
	}
	c.add(clueRole, string(as))
	c.add(clueSlots, string(as), strings.Join(m.places, ", "))
	c.add(cluePath, string(as), path, q.voice)
	c.add(cluePathType, string(as), path, string(of))
	c.add(cluePathLemma, string(as), path, q.lemma)
	c.add(cluePathAll, string(as), path, q.voice, string(of))
	if at >= 0 {
		q.addSite(c, as, of, at)
	}
	q.addWho(c, as, of, m, at, path)
	q.addRule(c, as, of, m, path)
	return c.list
}

// addSite adds how the words that mean a member stand to the act.
func (q *question) addSite(c *clues, as role, of onrecord.EventType, at int) {
	s := q.scene
	how, by, side := s.token(at).Deprel, s.preposition(at), "before"
	if at > q.at {
		side = "behind"
	}
	c.add(clueRelation, string(as), how, by, q.voice)
	c.add(clueRelationType, string(as), how, by, string(of))
	c.add(cluePrepLemma, string(as), by, q.lemma)
	c.add(clueDirect, string(as), how, yesNo(s.token(at).Head == q.at))
	if h := s.token(at).Head; h >= 0 && h != q.at {
		c.add(clueHead, string(as), s.lemma(h), how)
	}
	c.add(clueFar, string(as), side, amountOf(max(at-q.at, q.at-at)))
	c.add(clueSide, string(as), side, q.voice)
	c.add(clueSideType, string(as), side, string(of))
	if q.over != nil {
		c.add(clueInside, string(as), "over", yesNo(s.isSaidIn(q.over, at)), string(of))
	}
	if q.cue != nil {
		isIn := yesNo(s.isSaidIn(q.cue, at))
		c.add(clueInside, string(as), "cue", isIn, string(of))
		c.add(clueInsideKind, string(as), isIn, string(q.cue.Kind))
		c.add(clueFirst, string(as), isIn, yesNo(s.isFirstNamed(q.cue, at)), how)
	}
}

// addWho adds who a member is.
func (q *question) addWho(c *clues, as role, of onrecord.EventType, m *member, at int, path string) {
	kind, form := string(m.actor.Kind), ""
	if isUnnamed(m.actor) || m.actor.ID == "" {
		kind += " unnamed"
	}
	if at >= 0 {
		form = q.scene.token(at).UPOS
	}
	c.add(clueWho, string(as), kind)
	c.add(clueWhoType, string(as), kind, string(of))
	c.add(clueWhoForm, string(as), kind, form)
	c.add(clueWhoPath, string(as), kind, path)
	if !isPolitical(m.actor, nil) {
		c.add(cluePrivate, string(as), string(of))
	}
	c.add(clueFrom, string(as), string(m.from), q.said)
	c.add(clueFromType, string(as), string(m.from), q.said, string(of))
	if q.cue != nil && m.actor.ID != "" && m.actor.ID == q.cue.Speaker.Actor {
		c.add(clueSpeaks, string(as), string(of))
		c.add(clueSpeaksKind, string(as), string(q.cue.Kind))
	}
	if q.over != nil && m.actor.ID != "" && m.actor.ID == q.over.Speaker.Actor {
		c.add(clueOvers, string(as), string(of))
	}
	fame := amountOf(q.scene.timesNamed(m.actor.ID))
	c.add(clueFame, string(as), fame)
	c.add(clueFameFrom, string(as), fame, string(m.from))
}

// addRule adds whether the rules gave a member the role.
func (q *question) addRule(c *clues, as role, of onrecord.EventType, m *member, path string) {
	rule := "none"
	for _, t := range q.rules {
		side := &t.actor
		if as == asRecipient {
			side = &t.recipient
		}
		switch {
		case as == asRecipient && !t.hasRecipient:
		case side.name == m.name:
			rule = "same"
		case sameSide(*side, m.party) && rule != "same":
			rule = "side"
		case rule == "none":
			rule = "other"
		}
	}
	c.add(clueByRule, string(as), rule)
	c.add(clueByRuleType, string(as), rule, string(of))
	c.add(clueByRulePath, string(as), rule, path)
}

// isSaidIn reports whether a token stands in what a statement says.
func (s *scene) isSaidIn(st *onrecord.Statement, t int) bool {
	return slices.ContainsFunc(st.Content, func(q onrecord.Quote) bool { return q.Contains(s.token(t).Span) })
}

// isFirstNamed reports whether no name stands before a token in what is said.
func (s *scene) isFirstNamed(st *onrecord.Statement, t int) bool {
	if len(st.Content) == 0 {
		return false
	}
	named := s.r.Within(st.Content[0].Span)
	return len(named) == 0 || named[0].End > s.token(t).Start
}

// timesNamed tells how often a report names an actor.
func (s *scene) timesNamed(id onrecord.ActorID) int {
	if s.named == nil {
		s.named = map[onrecord.ActorID]int{}
		for _, n := range s.r.Names {
			s.named[n.Actor]++
		}
	}
	return s.named[id]
}
