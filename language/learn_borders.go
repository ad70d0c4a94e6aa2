package language

import (
	"math/rand/v2"
	"slices"

	"onrecord"
	"onrecord/model"
)

// Paragraph is raw text with the ends of its sentences, to learn borders from.
type Paragraph struct {
	Words string
	Ends  []int // byte offset after the last word of each sentence
}

// How long and how hard the borders are taught: a gap has 27 features, so that a
// narrow win is luck. Chosen by folds over the documents of the training sets.
const (
	borderRounds = 10
	borderMargin = 12
)

// learnBorders learns where sentences end. It needs the reader's lexicon and
// kinds.
func (r *Reader) learnBorders(paragraphs []Paragraph) {
	l := model.NewRowsLearner(2)
	rng := rand.New(rand.NewPCG(3, 4))
	for range borderRounds {
		for _, at := range rng.Perm(len(paragraphs)) {
			r.learnParagraph(l, paragraphs[at])
		}
	}
	r.borders = l.Freeze(1)
}

func (r *Reader) learnParagraph(l *model.RowsLearner, p Paragraph) {
	d := r.openDesk()
	defer r.desks.Put(d)
	tokens := cutWords(r.tables, p.Words, onrecord.Span{End: len(p.Words)}, nil)
	for _, t := range tokens {
		d.lookAt(p.Words[t.Start:t.End])
	}
	g := gaps{words: p.Words, tokens: tokens, looks: d.looks}
	from := 0
	for i := 1; i < len(tokens); i++ {
		g.pass(i-1, from)
		_, ends := slices.BinarySearch(p.Ends, tokens[i-1].End)
		if g.isCandidate(i) {
			gold := 0
			if ends {
				gold = 1
			}
			var scores [2]float32
			l.Learn(scores[:], g.features(d.features[:0], i), gold, borderMargin)
		}
		if ends {
			from = i
		}
	}
}
