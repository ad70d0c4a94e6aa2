package language

import (
	"onrecord"
)

// addTree tells how both stand in their trees.
func (j *joiner) addTree(c *clues, i int, cand *antecedent) {
	k := cand.mention
	f, g := &j.facts[i], &j.facts[k]
	s, t := &j.sites[i], &j.sites[k]
	far := min(uint32(max(0, f.sentence-g.sentence)), 2)
	roleI, roleK := uint32(s.role), uint32(t.role)
	caseI := j.caseOf(i)
	c.mix(70, roleK)
	c.mix(71, roleI)
	c.mix(72, roleI, roleK)
	c.mix(73, t.link)
	c.mix(74, s.link)
	c.mix(75, yes(t.conjunct))
	c.mix(76, min(uint32(t.levels), 4))
	c.mix(77, min(uint32(s.levels), 4))
	c.mix(78, yes(cand.bound))
	c.count(79, roleI, roleK, far, yes(cand.ahead))
	c.count(80, roleK, t.link, far, yes(cand.ahead))
	c.count(81, roleK, yes(j.isFirstIn(k)), far)
	c.count(82, roleK, min(uint32(cand.rank), 6), far)
	c.count(83, s.link, t.link, roleI, roleK, far)
	c.count(84, roleK, min(uint32(t.levels), 4), min(uint32(s.levels), 4), far)
	c.mix(94, uint32(cand.later), yes(cand.ahead))
	c.count(95, uint32(cand.later), j.opening(i), caseI)
	c.mix(92, yes(cand.acts), caseI)
	c.count(93, yes(cand.acts), caseI, roleI)
	if far > 0 {
		return
	}
	path := j.path(j.a.Mentions[i].Head, j.a.Mentions[k].Head)
	c.mix(85, yes(s.clause == t.clause), caseI)
	c.mix(86, uint32(j.commands(k, i)), yes(cand.ahead))
	c.count(87, path, yes(cand.ahead))
	c.count(88, path, caseI)
	c.count(89, yes(cand.bound), caseI, roleK)
	c.count(90, uint32(j.commands(k, i)), roleI, caseI)
	c.count(91, yes(s.clause == t.clause), roleI, roleK, caseI)
}

// addWords tells which words both stand beside.
func (j *joiner) addWords(c *clues, i int, cand *antecedent) {
	k := cand.mention
	f, g := &j.facts[i], &j.facts[k]
	s, t := &j.sites[i], &j.sites[k]
	far := min(uint32(max(0, f.sentence-g.sentence)), 2)
	c.count(100, t.verb, uint32(t.role), far)
	c.count(101, s.verb, uint32(s.role), uint32(t.role), far)
	c.count(102, s.verb, t.verb)
	if j.a.Mentions[k].Form == onrecord.Nominal {
		c.count(103, hashWord(g.role))
		c.count(104, hashWord(g.role), c.kind)
	}
	c.mix(106, yes(s.says), yes(t.says))
	c.count(107, yes(s.says), yes(t.says), far, uint32(t.role))
	c.count(108, yes(s.says), yes(t.says), far, min(uint32(cand.rank), 6))
	c.count(105, hashWord(f.lemma), min(uint32(cand.rank), 6))
}

// opening tells whether no subject stands before pronoun i in its sentence.
func (j *joiner) opening(i int) uint32 {
	for k := i - 1; k >= 0 && j.facts[k].sentence == j.facts[i].sentence; k-- {
		if role := j.sites[k].role; role == roleSubject || role == rolePassive {
			return 0
		}
	}
	return 1
}
