package events

import "onrecord"

// typeClues gives what speaks for a type by itself.
func (q *question) typeClues(of onrecord.EventType, likely float64) []uint32 {
	c := &clues{}
	rule := "none"
	for _, t := range q.rules {
		if t.Type == of {
			rule = "same"
		} else if rule == "none" {
			rule = "other"
		}
	}
	c.add(clueType, string(of))
	c.add(clueTypeOdds, oddsOf(likely))
	c.add(clueTypeRule, rule, string(of))
	c.add(clueTypeRuleOdds, rule, oddsOf(likely))
	return c.list
}

// aloneClues gives what speaks for an act to nobody.
func (q *question) aloneClues(of onrecord.EventType) []uint32 {
	c := &clues{}
	object := "noun"
	if q.isVerb(q.at) {
		object = "none"
		if o := q.objectOf(q.at); o >= 0 {
			object = q.token(o).UPOS
		}
	}
	rule := "none"
	for _, t := range q.rules {
		switch {
		case t.hasRecipient:
			rule = "with"
		case t.standsAlone:
			rule = "alone"
		default:
			rule = "without"
		}
	}
	c.add(clueAlone, string(of))
	c.add(clueAloneLemma, string(of), q.lemma)
	c.add(clueAloneObject, string(of), object)
	c.add(clueAloneRule, rule)
	c.add(clueAloneRuleType, rule, string(of))
	return c.list
}

// pairClues gives what speaks for two sides together; to is nil for nobody.
func (q *question) pairClues(of onrecord.EventType, from, to *member) []uint32 {
	c := newClues(16)
	kinds := [2]string{string(from.actor.Kind), "none"}
	if to != nil {
		kinds[1] = string(to.actor.Kind)
		land := yesNo(from.actor.Country != "" && from.actor.Country == to.actor.Country)
		c.add(cluePairLand, land, string(of))
		c.add(cluePairLandKind, land, kinds[0], kinds[1])
		c.add(cluePairFrom, string(from.from), string(to.from))
		c.add(cluePairPaths, from.path, to.path)
	}
	rule := q.ruleOf(of, from, to)
	c.add(cluePair, kinds[0], kinds[1])
	c.add(cluePairType, kinds[0], kinds[1], string(of))
	c.add(cluePairRule, rule)
	c.add(cluePairRuleType, rule, string(of))
	c.add(cluePairRuleLemma, rule, q.lemma)
	q.pastClues(c, of, from, to)
	return c.list
}

// ruleOf tells how much of an answer the rules gave.
func (q *question) ruleOf(of onrecord.EventType, from, to *member) string {
	if len(q.rules) == 0 {
		return "none"
	}
	rule := "other"
	for _, t := range q.rules {
		if t.actor.name != from.name || t.hasRecipient != (to != nil) || to != nil && t.recipient.name != to.name {
			continue
		}
		if t.Type == of {
			return "same"
		}
		rule = "pair"
	}
	return rule
}

// nothingClues gives what speaks for no act at all.
func (q *question) nothingClues() []uint32 {
	c := &clues{}
	c.add(clueNothing)
	c.add(clueNothingOdds, yesNo(len(q.rules) > 0), oddsOf(q.likely[0]))
	c.add(clueNothingPlace, q.depthOf(q.at))
	return c.list
}
