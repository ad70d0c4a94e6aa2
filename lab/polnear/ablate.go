package polnear

import (
	"context"
	"fmt"
	"io"

	"onrecord/lab"
	"onrecord/statements"
)

// variants are the ways in which attribution is tried with parts left out.
var variants = [...]struct {
	name  string
	parts statements.Parts
}{
	{"rules alone", statements.Parts{NoModels: true}},
	{"models alone", statements.Parts{NoRules: true}},
	{"both", statements.Parts{}},
}

// Ablate writes what rules and models add to each other on the dev articles, and on the
// news of GUM, which no model has learned from.
func Ablate(ctx context.Context, c lab.Corpora, out io.Writer) error {
	attributor, err := statements.Load()
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "| dev of PolNeAR; news of GUM | relation P / R / F1 | with source F1 | exact source / cue / content | speech R / P with source | GUM: relation, with source |")
	fmt.Fprintln(out, "|---|---|---|---|---|---|")
	dev, err := readSet(ctx, c, nil, "corpora", "polnear", "dev.jsonl")
	if err != nil {
		return err
	}
	gum, err := readSet(ctx, c, isNews, "corpora", "gum-attribution", "gum_dev.jsonl")
	if err != nil {
		return err
	}
	for _, v := range variants {
		s, err := dev.score(attributor, v.parts)
		if err != nil {
			return err
		}
		g, err := gum.score(attributor, v.parts)
		if err != nil {
			return err
		}
		r, p := s.RecallBy["slice_speech"], s.PrecisionBy["slice_speech"]
		fmt.Fprintf(out, "| %s | %.1f / %.1f / %.1f | %.1f | %.1f / %.1f / %.1f | %.1f / %.1f | %.1f, %.1f |\n", v.name,
			s.Relation.Precision(), s.Relation.Recall(), s.Relation.F1(), s.RelationSource.F1(),
			s.SpanExact[source].F1(), s.SpanExact[cue].F1(), s.SpanExact[content].F1(),
			percent(r.Right, r.N), percent(p.Right, p.N), g.Relation.F1(), g.RelationSource.F1())
	}
	return nil
}
