package language

import "strings"

// classOf tells what a noun names: 'p' persons, 'o' bodies, 'l' places, 'x' other
// things, 0 if unknown. A compound is what its last part is.
func (m *nameModels) classOf(lemma string) byte {
	if c := m.nouns[lemma]; c != 0 {
		return c
	}
	if genderOf(lemma) != 0 {
		return 'p'
	}
	if at := strings.LastIndexByte(lemma, '-'); at >= 0 {
		return m.nouns[lemma[at+1:]]
	}
	return 0
}
