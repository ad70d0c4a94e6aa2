package language

import (
	"strings"

	"onrecord"
)

// How far back a pronoun looks, and how sure it must be.
const (
	maxPronounSentences  = 4
	maxPronounCandidates = 40
)

// pronounSure is how sure the ranker must be, by kind of pronoun. "He" and "she"
// nearly always stand for someone told before; "it" often for nothing.
var pronounSure = [4]float64{0.2, 0.2, 0.4, 0.3}

// joinPronouns joins "he", "she", "it" and "they" to what they stand for. A
// learned ranker weighs the latest mention of each chain before the pronoun; if
// none is likely, the pronoun stays alone.
func (j *joiner) joinPronouns() {
	j.joinSpeakers()
	if j.models.pronouns == nil {
		return
	}
	for i := range j.a.Mentions {
		if !j.isThirdPerson(i) {
			continue
		}
		if k := j.subjectAhead(i); k >= 0 {
			j.join(i, k)
			continue
		}
		best, at := pronounSure[pronounKind(j.facts[i].lemma)], -1
		candidates := j.candidates(i)
		for rank, k := range candidates {
			if p := j.models.pronouns.Probability(j.pairFeatures(i, k, rank)); p > best {
				best, at = p, k
			}
		}
		if at >= 0 {
			j.join(at, i)
		}
	}
}

// subjectAhead gives the subject that a possessive in an opening phrase looks ahead
// to: "In a report on its website, the ministry said".
func (j *joiner) subjectAhead(i int) int {
	m, f := &j.a.Mentions[i], &j.facts[i]
	s := j.a.Sentences[f.sentence]
	if j.a.Tokens[m.Head].XPOS != "PRP$" || !j.opensWithPhrase(s, m.Head) {
		return -1
	}
	for k := i + 1; k < len(j.a.Mentions) && j.facts[k].sentence == f.sentence; k++ {
		n := &j.a.Mentions[k]
		if j.isSubject(n.Head) && n.Form != onrecord.Pronoun {
			first, _ := j.a.TokensIn(n.Span)
			if first > 0 && relation(j.a.Tokens[first-1].Deprel) == "det" {
				first--
			}
			if j.cutToken(first-1) == "," && n.Start > m.End && j.mayStand(i, k) && j.root(i) != j.root(k) {
				return k
			}
			return -1
		}
	}
	return -1
}

// opensWithPhrase reports whether the sentence opens with a preposition and has no
// subject before the token.
func (j *joiner) opensWithPhrase(s onrecord.Sentence, token int) bool {
	opened := false
	for i := s.First; i < token; i++ {
		t := &j.a.Tokens[i]
		if i < s.First+3 && t.UPOS == "ADP" {
			opened = true
		}
		if j.isSubject(i) {
			return false
		}
	}
	return opened
}

func (j *joiner) isSubject(i int) bool { return relation(j.a.Tokens[i].Deprel) == "nsubj" }

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

// candidates gives the latest mention of each chain before pronoun i that it may
// stand for, the nearest first.
func (j *joiner) candidates(i int) []int {
	var out []int
	seen := map[int]bool{j.root(i): true}
	for k := i - 1; k >= 0 && len(out) < maxPronounCandidates; k-- {
		if j.facts[i].sentence-j.facts[k].sentence > maxPronounSentences {
			break
		}
		if root := j.root(k); !seen[root] && j.mayStand(i, k) {
			seen[root] = true
			out = append(out, k)
		}
	}
	return out
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
	case j.shareVerb(i, k):
		return false
	}
	switch pronounKind(f.lemma) {
	case 0, 1:
		return (chain.class == 'p' || chain.class == 0) && chain.plural != 'p' && agree(chain.gender, f.gender)
	case 2:
		return chain.class != 'p' && chain.plural != 'p' && chain.gender == 0
	}
	return chain.gender == 0 && (chain.plural != 's' || chain.class != 'p')
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
