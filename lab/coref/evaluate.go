package coref

import (
	"context"
	"fmt"

	"onrecord/lab"
	"onrecord/language"
)

// Evaluate measures the embedded models on the dev sets. Documents are given
// with their words and sentences; the trees are the reader's own.
func Evaluate(ctx context.Context, c lab.Corpora) ([]lab.Figure, error) {
	reader, err := language.Load()
	if err != nil {
		return nil, err
	}
	gold, err := readFile[document](c, "gum-dev.jsonl.gz")
	if err != nil {
		return nil, err
	}
	all := func(*document) bool { return true }
	news := func(d *document) bool { return d.Genre == "news" }
	given := make([]document, len(gold))
	for i := range gold {
		given[i] = gold[i]
		if err := readDocument(reader, &given[i]); err != nil {
			return nil, err
		}
	}
	figures := append(clusterFigures("gum-dev", gold, given, all), clusterFigures("gum-dev news", gold, given, news)...)
	more, err := evaluatePassages(ctx, c, reader)
	return append(figures, more...), err
}

func clusterFigures(set string, gold, given []document, keep func(*document) bool) []lab.Figure {
	var s counts
	for i := range gold {
		if keep(&gold[i]) {
			s.add(clustersOf(gold[i].Clusters), clustersOf(given[i].Clusters))
		}
	}
	mentions, muc, b3, ceaf, conll := s.measures()
	figure := func(measure string, value float64) lab.Figure {
		return lab.Figure{Task: "coref", Set: set, Measure: measure, Value: value}
	}
	return []lab.Figure{figure("CoNLL F1", conll), figure("mentions F1", mentions), figure("MUC F1", muc), figure("B3 F1", b3), figure("CEAFe F1", ceaf)}
}

// folds is the number of parts of the passages' development set: what reads one
// part has learned from the others.
const folds = 5

// evaluatePassages measures whom pronouns stand for. The shipped ranker is learned
// from these passages too, so each part is read by a ranker that is learned
// without it.
func evaluatePassages(ctx context.Context, c lab.Corpora, reader *language.Reader) ([]lab.Figure, error) {
	m, err := readMaterial(ctx, c, reader)
	if err != nil {
		return nil, err
	}
	var s passageScore
	for fold := range folds {
		file, err := reader.LearnPronouns(m.samples(func(i int) bool { return i%folds != fold }), pronounOptions)
		if err != nil {
			return nil, err
		}
		if err := reader.UsePronouns(file); err != nil {
			return nil, err
		}
		for i := fold; i < len(m.passages); i += folds {
			given := m.passages[i]
			reader.JoinChains(m.dev[i].Analysis)
			given.takeAnswers(m.dev[i].Analysis)
			s.add(&m.passages[i], &given)
		}
	}
	return s.figures(fmt.Sprintf("gap-development, %d folds", folds)), nil
}

// passageScore counts answers: of all passages, of those with a man's pronoun,
// with a woman's.
type passageScore struct{ right, given, wanted [3]float64 }

func (s *passageScore) add(gold, given *passage) {
	of := 1
	if gold.Gender == "F" {
		of = 2
	}
	for _, pair := range [][2]bool{{gold.ACoref, given.ACoref}, {gold.BCoref, given.BCoref}} {
		for _, g := range []int{0, of} {
			s.wanted[g] += one(pair[0])
			s.given[g] += one(pair[1])
			s.right[g] += one(pair[0] && pair[1])
		}
	}
}

func (s *passageScore) figures(set string) []lab.Figure {
	var out []lab.Figure
	for g, name := range []string{"F1", "M F1", "F F1"} {
		out = append(out, lab.Figure{Task: "coref", Set: set, Measure: name, Value: f1(s.right[g], s.given[g], s.right[g], s.wanted[g])})
	}
	return append(out,
		lab.Figure{Task: "coref", Set: set, Measure: "P", Value: 100 * s.right[0] / max(1, s.given[0])},
		lab.Figure{Task: "coref", Set: set, Measure: "R", Value: 100 * s.right[0] / max(1, s.wanted[0])})
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
