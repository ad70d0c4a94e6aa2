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

func evaluatePassages(ctx context.Context, c lab.Corpora, reader *language.Reader) ([]lab.Figure, error) {
	gold, err := readFile[passage](c, "gap-development.jsonl.gz")
	if err != nil {
		return nil, err
	}
	var right, given, wanted [3]float64 // all, M, F
	for i := range gold {
		p := gold[i]
		if err := readPassage(ctx, reader, &p); err != nil {
			return nil, fmt.Errorf("read passage %s: %w", p.ID, err)
		}
		of := 1
		if p.Gender == "F" {
			of = 2
		}
		for _, pair := range [][2]bool{{gold[i].ACoref, p.ACoref}, {gold[i].BCoref, p.BCoref}} {
			for _, g := range []int{0, of} {
				wanted[g] += one(pair[0])
				given[g] += one(pair[1])
				right[g] += one(pair[0] && pair[1])
			}
		}
	}
	var out []lab.Figure
	for g, name := range []string{"F1", "M F1", "F F1"} {
		out = append(out, lab.Figure{Task: "coref", Set: "gap-development", Measure: name, Value: f1(right[g], given[g], right[g], wanted[g])})
	}
	return append(out, lab.Figure{Task: "coref", Set: "gap-development", Measure: "P", Value: 100 * right[0] / max(1, given[0])}), nil
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
