package language

import (
	"strings"
	"unicode/utf8"
)

// addChain tells what is known of the chain.
func (j *joiner) addChain(c *clues, i int, cand *antecedent) {
	f := &j.facts[i]
	chain := &j.kin[j.root(cand.mention)]
	g := &j.facts[cand.mention]
	gender := j.genderFit(f.gender, chain)
	named := yes(len(chain.name) > 0)
	class := uint32(chain.class)
	far := uint32(max(0, f.sentence-g.sentence))
	total := cand.names + cand.nominals + cand.pronouns
	c.mix(40, class)
	c.mix(41, gender)
	c.mix(42, uint32(chain.plural))
	if gender == 2 && named == 1 {
		j.addNameGender(c, f.gender, chain)
	}
	c.mix(43, named)
	c.mix(44, min(uint32(total), 6))
	c.mix(45, min(uint32(cand.names), 4))
	c.mix(46, min(uint32(cand.pronouns), 4))
	c.mix(47, min(uint32(cand.subjects), 4))
	c.mix(48, min(uint32(len(chain.name)), 3))
	c.mix(49, yes(cand.first == 0))
	c.mix(50, min(uint32(cand.inSentence), 3))
	c.mix(51, min(uint32(cand.leads), 3))
	c.mix(52, j.since(f.sentence, cand.lastName))
	c.mix(53, j.since(f.sentence, cand.lastSubject))
	c.mix(67, min(uint32(cand.topic), 3))
	c.mix(68, min(uint32(cand.rivals), 3))
	c.mix(69, yes(cand.goesOn))
	c.count(19, yes(cand.goesOn), far, named)
	c.count(18, yes(cand.goesOn), j.caseOf(i), min(uint32(cand.rank), 4))
	c.count(17, gender, min(uint32(cand.rivals), 3), min(uint32(cand.topic), 3))
	c.mix(54, yes(g.definite), yes(g.indefinite))
	c.count(55, gender, class, named)
	c.count(56, named, min(uint32(cand.pronouns), 4), far)
	c.count(57, min(uint32(total), 6), far)
	c.count(58, yes(g.definite), yes(g.indefinite), class, hashWord(string(j.a.Mentions[cand.mention].Form)))
	c.count(59, min(uint32(cand.subjects), 4), j.since(f.sentence, cand.lastSubject))
	c.count(60, class, hashWord(f.lemma), uint32(chain.plural))
	c.count(61, class, named, min(uint32(cand.rank), 8))
}

// addNameGender tells by the form of a name whose gender is not known which it may
// be.
func (j *joiner) addNameGender(c *clues, gender byte, chain *kin) {
	given := strings.ToLower(chain.name[0])
	ends := hashWord(suffix(given, 2))
	c.mix(62, uint32(gender), uint32(chain.hint))
	c.mix(63, uint32(gender), hashWord(suffix(given, 1)))
	c.count(64, uint32(gender), ends)
	c.count(65, uint32(gender), ends, min(uint32(len(chain.name)), 2))
	c.count(66, uint32(gender), hashWord(suffix(given, 3)))
}

func (j *joiner) since(sentence, last int) uint32 {
	if last < 0 {
		return 9
	}
	return min(uint32(max(0, sentence-last)), 4)
}

// genderFit tells whether a chain is known to be of the pronoun's gender: 1 if it
// is, 2 if nothing is known.
func (j *joiner) genderFit(gender byte, chain *kin) uint32 {
	switch {
	case gender == 0 || chain.gender == 0:
		return 2
	case gender == chain.gender:
		return 1
	}
	return 0
}

// suffix gives the last n letters of a word, or all of a shorter one.
func suffix(word string, n int) string {
	at := len(word)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(word[:at])
		at -= size
	}
	return word[at:]
}
