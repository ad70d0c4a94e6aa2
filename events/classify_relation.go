package events

import (
	"embed"
	"fmt"
	"sync"

	"onrecord/model"
)

//go:embed weights
var weightFiles embed.FS

const relationWeights = "weights/relation.softmax"

// roots are the labels of the classifier, in the order of its weights: PLOVER's
// types with CONCEDE and RETREAT as one, YIELD, as its training sets have them.
var roots = [...]string{
	"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
	"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}

// firstConflict is where in roots cooperation ends.
const firstConflict = 6

// Roots gives the labels that [Classifier.Classify] tells apart.
func Roots() []string { return roots[:] }

// RootIndex finds a label of [Roots]; -1 if it is none.
func RootIndex(name string) int {
	for i, r := range roots {
		if r == name {
			return i
		}
	}
	return -1
}

// relationCorpora is how many corpora the classifier learns from. Each labels by a rule of its own, so the model
// has every label once for each of them, corpus by corpus, and a label's probability is their sum.
const relationCorpora = 2

// Classifier tells what one party does to another in a text whose parties are known.
type Classifier struct {
	words *flatLexicon
	model *model.Softmax
}

// Classify gives the probability of each label of [Roots].
func (c *Classifier) Classify(q Relation) []float64 {
	total := make([]float64, len(roots))
	for i, p := range c.model.Probabilities(c.words.features(q)) {
		total[i%len(roots)] += p
	}
	return total
}

// Label gives the best label.
func (c *Classifier) Label(q Relation) string {
	p := c.Classify(q)
	best := 0
	for i, x := range p {
		if x > p[best] {
			best = i
		}
	}
	return roots[best]
}

// LoadClassifier opens the embedded classifier.
func LoadClassifier() (*Classifier, error) { return openClassifier() }

var openClassifier = sync.OnceValues(func() (*Classifier, error) {
	packed, err := weightFiles.ReadFile(relationWeights)
	if err != nil {
		return nil, err
	}
	m, err := model.OpenSoftmax(packed)
	if err != nil {
		return nil, err
	}
	if want := relationCorpora * len(roots); m.Labels() != want {
		return nil, fmt.Errorf("open %s: %d labels, want %d", relationWeights, m.Labels(), want)
	}
	words, err := openFlatLexicon()
	if err != nil {
		return nil, err
	}
	return &Classifier{words, m}, nil
})

// RelationExample is a relation whose label is known: Root, or, where the
// training set tells no more, only whether it is conflict.
type RelationExample struct {
	Relation
	Root     string // "" if only Conflict is known
	Conflict bool
	Corpus   int // below relationCorpora: who labelled it
	Weight   float64
}

// LearnClassifier learns from examples and gives the packed weights too.
func LearnClassifier(examples []RelationExample) (*Classifier, []byte, error) {
	words, err := openFlatLexicon()
	if err != nil {
		return nil, nil, err
	}
	learn := make([]model.SoftmaxExample, 0, len(examples))
	for _, e := range examples {
		learn = append(learn, model.SoftmaxExample{Features: words.features(e.Relation), Right: rightLabels(e), Weight: e.Weight})
	}
	m := model.LearnSoftmax(relationBits, relationCorpora*len(roots), relationRounds, learn, relationOptions)
	packed, err := m.Pack(relationPrune)
	return &Classifier{words, m}, packed, err
}

// How the classifier is learned; set by cross-validation on the training sets.
const (
	relationBits   = 17
	relationRounds = 20
	relationPrune  = 0.01
)

var relationOptions = model.LeaderOptions{Rate: 0.03, L1: 0.05, L2: 4}

func rightLabels(e RelationExample) []int {
	first := e.Corpus * len(roots)
	if i := RootIndex(e.Root); i >= 0 {
		return []int{first + i}
	}
	var group []int
	for i := range roots {
		if (i >= firstConflict) == e.Conflict {
			group = append(group, first+i)
		}
	}
	return group
}
