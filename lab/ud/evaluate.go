package ud

import (
	"context"
	"fmt"

	"onrecord/lab"
	"onrecord/language"
)

// devSets are the treebanks that scores are pinned on.
var devSets = [...]struct{ name, file string }{
	{"ewt-dev", "en_ewt-ud-dev.conllu.gz"},
	{"gum-dev", "en_gum-ud-dev.conllu.gz"},
}

// Evaluate scores both dev sets, from raw text and from gold words.
func Evaluate(ctx context.Context, c lab.Corpora) ([]lab.Figure, error) {
	r, err := language.Load()
	if err != nil {
		return nil, err
	}
	var figures []lab.Figure
	for _, set := range devSets {
		gold, err := readFile(c, set.file)
		if err != nil {
			return nil, err
		}
		for _, way := range []struct {
			name string
			Options
		}{{"raw", Options{}}, {"gold words", Options{GoldTokens: true}}} {
			predicted, err := way.predict(ctx, r, gold)
			if err != nil {
				return nil, err
			}
			s, err := score(gold, predicted)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", set.name, err)
			}
			figures = append(figures, s.figures(set.name, way.name)...)
		}
	}
	return figures, nil
}

func (s Score) figures(set, way string) []lab.Figure {
	var list []lab.Figure
	for _, m := range []struct {
		name  string
		value float64
	}{
		{"tokens", s.Tokens}, {"sentences", s.Sentences}, {"words", s.Words}, {"UPOS", s.UPOS},
		{"XPOS", s.XPOS}, {"lemmas", s.Lemmas}, {"UAS", s.UAS}, {"LAS", s.LAS},
	} {
		list = append(list, lab.Figure{Task: "ud", Set: set, Measure: m.name + " " + way, Value: m.value})
	}
	return list
}
