package language

import (
	"onrecord"
)

// antecedent is a chain that a pronoun may stand for, and what the report told of
// it before the pronoun.
type antecedent struct {
	mention int // the latest before the pronoun; the first after it if ahead
	ahead   bool
	rank    int // among the chains, the nearest first
	named   int // how many chains with a name are nearer

	names, nominals, pronouns int // mentions
	subjects                  int
	first                     int // sentence of the first mention seen
	lastName                  int // sentence of the latest name, -1 for none
	lastSubject               int // sentence of the latest subject
	inSentence                int // mentions in the pronoun's sentence
	leads                     int // sentences whose first mention it is
	bound                     bool
	later                     byte // how the pronoun's sentence goes on with it: see laterRole
	acts                      bool // is the subject of the pronoun's clause, said or understood
	goesOn                    bool // the latest pronoun of persons stands for it
	topic                     int  // how many chains have more mentions
	rivals                    int  // nearer chains that are known to have the pronoun's gender
}

// How far a pronoun looks back and ahead.
const (
	maxPronounSentences  = 5
	maxPronounCandidates = 24
	maxMentionsBack      = 150
	maxAhead             = 4
	maxMentionsAhead     = 12
)

// candidates gives the chains that pronoun i may stand for: those before it, the
// nearest first, then those that its own sentence names after it.
func (j *joiner) candidates(i int) []antecedent {
	out := j.scratch[:0]
	at := map[int]int{j.root(i): -1} // by chain: index in out, or -1
	j.leaveOutAround(i, at)
	f := &j.facts[i]
	named := 0
	for k := i - 1; k >= max(0, i-maxMentionsBack); k-- {
		root := j.root(k)
		n, seen := at[root]
		near := f.sentence-j.facts[k].sentence <= maxPronounSentences
		if !seen && near && len(out) < maxPronounCandidates && j.mayStand(i, k) {
			n, seen = len(out), true
			at[root] = n
			out = append(out, antecedent{mention: k, rank: n, named: named, lastName: -1, lastSubject: -1})
			if len(j.kin[root].name) > 0 {
				named++
			}
		}
		if seen && n >= 0 {
			j.tell(&out[n], i, k)
		}
	}
	out = j.candidatesAhead(i, at, out)
	j.compare(i, out)
	j.scratch = out
	return out
}

// tell adds what mention k before pronoun i tells of its chain.
func (j *joiner) tell(c *antecedent, i, k int) {
	f, g := &j.facts[i], &j.facts[k]
	switch j.a.Mentions[k].Form {
	case onrecord.Name:
		c.names++
		if c.lastName < 0 {
			c.lastName = g.sentence
		}
	case onrecord.Nominal:
		c.nominals++
	default:
		c.pronouns++
	}
	if role := j.sites[k].role; role == roleSubject || role == rolePassive {
		c.subjects++
		if c.lastSubject < 0 {
			c.lastSubject = g.sentence
		}
	}
	c.first = g.sentence
	if g.sentence == f.sentence {
		c.inSentence++
		c.bound = c.bound || j.shareVerb(i, k)
		c.acts = c.acts || j.isActor(i, k)
	}
	if j.isFirstIn(k) {
		c.leads++
	}
}

// leaveOutAround leaves out the chains of phrases that the pronoun is part of: "his
// son" is not he.
func (j *joiner) leaveOutAround(i int, at map[int]int) {
	m := &j.a.Mentions[i]
	for k := i - 1; k >= 0 && j.facts[k].sentence == j.facts[i].sentence; k-- {
		if n := &j.a.Mentions[k]; n.Contains(m.Span) && !j.isPossessorOf(n, m) {
			at[j.root(k)] = -1
		}
	}
}

// candidatesAhead adds the chains that the sentence names first after the pronoun,
// and notes which of the others it goes on with.
func (j *joiner) candidatesAhead(i int, at map[int]int, out []antecedent) []antecedent {
	f := &j.facts[i]
	found := 0
	for k := i + 1; k < min(len(j.a.Mentions), i+maxMentionsAhead) && j.facts[k].sentence == f.sentence; k++ {
		root := j.root(k)
		n, seen := at[root]
		if !seen && found < maxAhead && j.a.Mentions[k].Form != onrecord.Pronoun && j.facts[k].definite && j.mayStand(i, k) {
			n, seen = len(out), true
			at[root] = n
			out = append(out, antecedent{mention: k, ahead: true, rank: n, named: found, first: f.sentence, lastName: -1, lastSubject: -1, bound: j.shareVerb(i, k)})
			found++
		}
		if seen && n >= 0 {
			out[n].later = max(out[n].later, j.laterRole(i, k))
			out[n].acts = out[n].acts || j.isActor(i, k)
			out[n].bound = out[n].bound || j.shareVerb(i, k)
		}
	}
	return out
}

// laterRole tells how mention k after pronoun i stands: 3 as the subject that the
// pronoun's phrase waits for ("In his speech, Varga"), 2 as another subject, 1
// elsewhere.
func (j *joiner) laterRole(i, k int) byte {
	switch {
	case j.commands(k, i) > 0:
		return 3
	case j.sites[k].role == roleSubject || j.sites[k].role == rolePassive:
		return 2
	}
	return 1
}

func (j *joiner) isActor(i, k int) bool {
	actor := j.sites[i].actor
	return actor >= 0 && (j.sites[k].top == actor || j.a.Mentions[k].Head == actor)
}

// compare notes how the candidates stand to each other.
func (j *joiner) compare(i int, all []antecedent) {
	last := -1
	for k := i - 1; k >= max(0, i-maxMentionsBack) && last < 0; k-- {
		if j.isThirdPerson(k) && j.facts[k].gender == j.facts[i].gender {
			last = j.root(k)
		}
	}
	rivals := 0
	for n := range all {
		c := &all[n]
		root := j.root(c.mention)
		c.goesOn = root == last
		c.rivals = rivals
		if g := j.kin[root].gender; g != 0 && g == j.facts[i].gender {
			rivals++
		}
		for m := range all {
			if total(&all[m]) > total(c) {
				c.topic++
			}
		}
	}
}

func total(c *antecedent) int { return c.names + c.nominals + c.pronouns }
