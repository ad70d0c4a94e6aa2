package ner

import (
	"context"
	"fmt"
	"io"
	"slices"

	"onrecord/lab"
	"onrecord/language"
)

// devSets are the sets that the tagger is measured on. None of them is learned
// from.
var devSets = []string{"conll2003-dev", "uner_ewt-dev", "gum-dev", "wnut17-dev", "btc-dev"}

// heldSets are learned from by the embedded tagger. [EvaluateHeld] measures on
// them a tagger that has not seen them.
var heldSets = []string{"crossner_politics-dev", "uner_pud-wiki"}

// Evaluate measures the embedded tagger on the dev sets: F1 over exact borders
// and type, micro-averaged over persons, organisations and places.
func Evaluate(ctx context.Context, c lab.Corpora) ([]lab.Figure, error) {
	tagger, err := language.LoadNameTagger()
	if err != nil {
		return nil, fmt.Errorf("load tagger of names: %w", err)
	}
	return measureAll(ctx, c, devSets, tagger)
}

func measureAll(ctx context.Context, c lab.Corpora, sets []string, tagger *language.NameTagger) ([]lab.Figure, error) {
	var out []lab.Figure
	for _, set := range sets {
		more, err := measure(ctx, c, set, tagger)
		if err != nil {
			return nil, fmt.Errorf("measure %s: %w", set, err)
		}
		out = append(out, more...)
	}
	return out, nil
}

// EvaluateHeld learns a tagger without the dev sets that the embedded one learns
// from, and measures it on all dev sets. It takes minutes.
func EvaluateHeld(ctx context.Context, c lab.Corpora, log io.Writer) ([]lab.Figure, error) {
	clusters, err := language.LoadClusters()
	if err != nil {
		return nil, err
	}
	words, err := language.NewWordTable(rowsOf(clusters))
	if err != nil {
		return nil, err
	}
	file, err := learn(ctx, c, words, true, log)
	if err != nil {
		return nil, err
	}
	tagger, err := language.NewNameTagger(file, words)
	if err != nil {
		return nil, err
	}
	return measureAll(ctx, c, append(slices.Clone(heldSets), devSets...), tagger)
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
