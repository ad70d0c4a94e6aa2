package ner

import (
	"context"
	"fmt"

	"onrecord/lab"
	"onrecord/language"
)

// devSets are the sets that the tagger is measured on. None of them is learned
// from.
var devSets = []string{"conll2003-dev", "crossner_politics-dev", "uner_ewt-dev", "uner_pud-wiki", "gum-dev", "wnut17-dev", "btc-dev"}

// Evaluate measures the embedded tagger on the dev sets: F1 over exact borders
// and type, micro-averaged over persons, organisations and places.
func Evaluate(ctx context.Context, c lab.Corpora) ([]lab.Figure, error) {
	tagger, err := language.LoadNameTagger()
	if err != nil {
		return nil, fmt.Errorf("load tagger of names: %w", err)
	}
	var out []lab.Figure
	for _, set := range devSets {
		more, err := measure(ctx, c, set, tagger)
		if err != nil {
			return nil, fmt.Errorf("measure %s: %w", set, err)
		}
		out = append(out, more...)
	}
	return out, nil
}

func measure(ctx context.Context, c lab.Corpora, set string, tagger *language.NameTagger) ([]lab.Figure, error) {
	gold, err := readSet(c, set)
	if err != nil {
		return nil, err
	}
	given, err := readSet(c, set)
	if err != nil {
		return nil, err
	}
	if err := label(ctx, tagger, given); err != nil {
		return nil, err
	}
	return figures(set, score(gold, given)), nil
}
