package coref

import (
	"strings"
)

// How sure it must be what a noun names.
const (
	nounShare    = 0.6 // of the noun's own places
	clusterShare = 0.7 // of the places of all nouns in its cluster
	clusterTimes = 8
)

// classLetters are the letters of language's classes of nouns by the type of the
// corpora; all other types are "x".
var classLetters = map[string]byte{"person": 'p', "organization": 'o', "place": 'l'}

// learnNouns counts what the heads of common noun phrases name in the corpora,
// and lets the unknown nouns of a cluster follow the known ones.
func learnNouns(docs []lesson, clusters map[string]string) map[string]string {
	own, group := map[string]*tallies{}, map[string]*tallies{}
	for _, d := range docs {
		for head, kind := range d.types {
			t := &d.analysis.Tokens[head]
			if t.UPOS != "NOUN" {
				continue
			}
			lemma := strings.ToLower(t.Lemma)
			count(own, lemma, kind)
			if c, ok := clusters[lemma]; ok {
				count(group, c, kind)
			}
		}
	}
	out := map[string]string{}
	for word, c := range clusters {
		if word != strings.ToLower(word) {
			continue
		}
		if g := group[c]; g != nil && g.sum() >= clusterTimes {
			if class, ok := g.best(clusterShare); ok {
				out[word] = string(class)
			}
		}
	}
	for lemma, n := range own {
		if class, ok := n.best(nounShare); ok && n.sum() >= 2 {
			out[lemma] = string(class)
		} else if n.sum() >= 2 {
			delete(out, lemma)
		}
	}
	return out
}

// tallies counts the classes p, o, l, x.
type tallies [4]int

const tallyLetters = "polx"

func count(into map[string]*tallies, key, kind string) {
	if into[key] == nil {
		into[key] = &tallies{}
	}
	letter, ok := classLetters[kind]
	if !ok {
		letter = 'x'
	}
	into[key][strings.IndexByte(tallyLetters, letter)]++
}

func (t *tallies) sum() int { return t[0] + t[1] + t[2] + t[3] }

func (t *tallies) best(share float64) (byte, bool) {
	at := 0
	for i := range t {
		if t[i] > t[at] {
			at = i
		}
	}
	return tallyLetters[at], float64(t[at]) >= share*float64(t.sum())
}
