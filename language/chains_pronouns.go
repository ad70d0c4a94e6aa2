package language

import (
	"strings"

	"onrecord"
	"onrecord/model"
)

// joinPronouns joins "he", "she", "it" and "they" to what they stand for. A
// learned ranker weighs the chains around the pronoun, and that it stands for none
// of them.
func (j *joiner) joinPronouns() {
	j.joinSpeakers()
	if j.models.pronouns == nil {
		return
	}
	for i := range j.a.Mentions {
		if j.isThirdPerson(i) {
			j.joinBest(i, j.models.pronouns)
		}
	}
}

// joinBest joins pronoun i to the likeliest candidate, if any is likelier than
// none.
func (j *joiner) joinBest(i int, ranker scorer) {
	all := j.candidates(i)
	best, at := ranker.Score(j.noneClues(i, all)), -1
	for n := range all {
		if all[n].bound {
			continue // "Varga praised him" is not himself
		}
		j.clues = j.pairClues(i, &all[n], j.clues)
		if score := ranker.Score(j.clues); score > best {
			best, at = score, n
		}
	}
	if at >= 0 {
		j.join(all[at].mention, i)
	}
}

// scorer is a ranker, learned or still learning.
type scorer interface{ Score(model.Clues) int }

// isThirdPerson tells the pronouns that the ranker knows.
func (j *joiner) isThirdPerson(i int) bool {
	if j.a.Mentions[i].Form != onrecord.Pronoun {
		return false
	}
	switch j.facts[i].lemma {
	case "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself",
		"they", "them", "their", "theirs", "themselves":
		return true
	}
	return false
}

// pronounKind numbers the third persons: he, she, it, they.
func pronounKind(word string) uint32 {
	switch word[0] {
	case 'h':
		if strings.HasPrefix(word, "her") {
			return 1
		}
		return 0
	case 's':
		return 1
	case 'i':
		return 2
	}
	return 3
}

// joinSpeakers joins the first and second persons inside one quotation, and
// outside of all quotations.
func (j *joiner) joinSpeakers() {
	last := map[[2]int]int{}
	for i := range j.a.Mentions {
		person := 0
		switch j.facts[i].lemma {
		case "i", "me", "my", "mine", "myself":
			person = 1
		case "we", "us", "our", "ours", "ourselves":
			person = 2
		case "you", "your", "yours", "yourself":
			person = 3
		}
		if person == 0 || j.a.Mentions[i].Form != onrecord.Pronoun {
			continue
		}
		key := [2]int{person, j.facts[i].quote}
		if k, ok := last[key]; ok {
			j.join(k, i)
		}
		last[key] = i
	}
}

// mayStand applies what grammar forbids.
func (j *joiner) mayStand(i, k int) bool {
	m, n := &j.a.Mentions[i], &j.a.Mentions[k]
	chain := &j.kin[j.root(k)]
	f := &j.facts[i]
	switch {
	case n.Contains(m.Span) && m.Span != n.Span && !j.isPossessorOf(n, m):
		return false
	case !j.isThirdPerson(k) && n.Form == onrecord.Pronoun && len(chain.members) == 1:
		return false
	}
	switch pronounKind(f.lemma) {
	case 0, 1:
		return j.mayBePerson(chain) && !(chain.class == 'l' && j.isDateline(k)) && agree(chain.told, f.gender)
	case 2:
		return chain.class != 'p' && chain.plural != 'p' && chain.told == 0
	}
	return chain.told == 0 && (chain.plural != 's' || chain.class != 'p')
}

// mayBePerson lets a name pass that was read as a body's or a place's: the ranker
// weighs that.
func (j *joiner) mayBePerson(chain *kin) bool {
	switch {
	case chain.class == 'p' || chain.class == 0:
		return chain.plural != 'p' || len(chain.name) > 0
	case chain.class == 'x':
		return chain.told != 0 || len(chain.name) > 0
	}
	return len(chain.name) > 0
}

// isDateline tells a place that opens a paragraph and is set off from it: "OSLO,
// March 3 - The minister".
func (j *joiner) isDateline(k int) bool {
	first, end := j.a.TokensIn(j.a.Mentions[k].Span)
	s := j.a.SentenceOf(first)
	if s >= len(j.a.Sentences) || j.a.Sentences[s].First != first || s > 0 && j.a.Sentences[s-1].Paragraph == j.a.Sentences[s].Paragraph {
		return false
	}
	switch j.cutToken(end) {
	case ",", "(", "-", "–", "—", "--", ":", "/":
		return true
	}
	return false
}

// isPossessorOf lets "the minister, who lost his seat," hold his "his".
func (j *joiner) isPossessorOf(n, m *onrecord.Mention) bool {
	return n.Core.End <= m.Start
}

// shareVerb tells the subject and the object of one verb, which are two things
// unless the pronoun is reflexive.
func (j *joiner) shareVerb(i, k int) bool {
	if strings.HasSuffix(j.facts[i].lemma, "self") || strings.HasSuffix(j.facts[i].lemma, "selves") {
		return false
	}
	a, b := &j.a.Tokens[j.a.Mentions[i].Head], &j.a.Tokens[j.a.Mentions[k].Head]
	return a.Head >= 0 && a.Head == b.Head && isVerbal(a.Deprel) && isVerbal(b.Deprel)
}

func isVerbal(deprel string) bool {
	switch relation(deprel) {
	case "nsubj", "obj", "iobj", "obl":
		return true
	}
	return false
}
