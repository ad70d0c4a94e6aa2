package ner

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord/lab"
	"onrecord/language"
)

// devSet is what names are measured on.
type devSet struct {
	name, file string
	// keep tells the sentences that measure, where others are learned from.
	keep func(sentences []iobSentence) []iobSentence
}

// devSets are not learned from.
var devSets = []devSet{
	{name: "conll2003-dev", file: "conll2003-dev"},
	{name: "uner_ewt-dev, half", file: "uner_ewt-dev", keep: oddReports},
	{name: "crossner_politics-dev, half", file: "crossner_politics-dev", keep: secondHalf},
	{name: "re3d-train, BBC", file: "re3d-train", keep: closedReports},
	{name: "gum-dev", file: "gum-dev"},
	{name: "wnut17-dev", file: "wnut17-dev"},
	{name: "btc-dev", file: "btc-dev"},
}

// oddReports keeps every other report, from the second on. The encoder learns from the
// rest, as training/corpora.py says.
func oddReports(sentences []iobSentence) []iobSentence {
	var kept []iobSentence
	for i, report := range reportsOf(sentences) {
		if i%2 == 1 {
			kept = append(kept, report...)
		}
	}
	return kept
}

// closedReports keeps the reports whose licence keeps them out of training.
func closedReports(sentences []iobSentence) []iobSentence {
	var kept []iobSentence
	for _, s := range sentences {
		if strings.Contains(s.report, "BBC") {
			kept = append(kept, s)
		}
	}
	return kept
}

// learnedPolitics is how many sentences of a set without reports are learned from.
const learnedPolitics = 270

func secondHalf(sentences []iobSentence) []iobSentence {
	return sentences[min(learnedPolitics, len(sentences)):]
}

// Evaluate measures the embedded models on the dev sets: F1 over exact borders and
// type, micro-averaged over persons, organisations and places.
func Evaluate(ctx context.Context, c lab.Corpora) ([]lab.Figure, error) {
	reader, err := language.Load()
	if err != nil {
		return nil, fmt.Errorf("load models: %w", err)
	}
	var out []lab.Figure
	for _, set := range devSets {
		gold, err := readSet(c, set.file)
		if err != nil {
			return nil, err
		}
		if set.keep != nil {
			gold = set.keep(gold)
		}
		given := slices.Clone(gold)
		for i := range given {
			given[i].labels = slices.Clone(given[i].labels)
		}
		if err := label(ctx, reader, given); err != nil {
			return nil, fmt.Errorf("measure %s: %w", set.name, err)
		}
		out = append(out, figures(set.name, score(gold, given))...)
	}
	return out, nil
}
