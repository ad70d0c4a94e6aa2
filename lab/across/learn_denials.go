package across

import (
	"fmt"
	"io"
	"slices"

	"onrecord"
	"onrecord/across"
	"onrecord/across/links"
)

// found is a pair that models which did not learn from it take for a denial.
type found struct {
	claims   [2]*links.Claim
	features []float64
	is       bool // one
	fold     int
	isRaw    bool
}

// smallDenials is how small the weights of denials are held: there are many for few examples.
const smallDenials = 10

// findDenials gives the denials that models find in stories and in raw news that they did not learn from, without those that a
// reader may judge either way.
func (l *lessons) findDenials(held []links.Model) (all []found) {
	add := func(claims [2]*links.Claim, e *example, fold int) {
		link, ok := held[fold].Compare(claims[0], claims[1])
		is := e.kinds[string(onrecord.Denies)]
		if ok && link.Kind == onrecord.Denies && (is || !e.may) {
			all = append(all, found{claims, links.DenialFeatures(claims[0], claims[1]), is, fold, e.isRaw})
		}
	}
	for i, s := range l.stories {
		for k := range s.examples {
			add(s.claims[k], &s.examples[k], i%folds)
		}
	}
	raw := slices.Concat(l.raw, l.denials)
	for i := range raw {
		p := &raw[i]
		if p.kind != string(onrecord.Denies) || p.isSure {
			e := p.example()
			add(p.claims, &e, p.fold())
		}
	}
	return all
}

// learnDenials learns how certain a denial is from all but what a part holds out.
func learnDenials(all []found, but int) []float64 {
	names := links.DenialNames()
	var rows []labelled
	for i := range all {
		if f := &all[i]; f.fold != but {
			features := make([]float64, len(names))
			copy(features, f.features) // those of two reports are fewer
			rows = append(rows, labelled{features, f.is, 1})
		}
	}
	return fitLogistic(rows, isUsed(names, nil), smallDenials)
}

// logDenials tells how many of the denials that are listed are right, where each part is judged by what the others teach.
func logDenials(all []found, held []links.Model, log io.Writer) {
	var right, listed, gold [2]int // in stories, in raw news
	for i := range all {
		f, k := &all[i], 0
		if f.isRaw {
			k = 1
		}
		if f.is {
			gold[k]++
		}
		if link, _ := held[f.fold].Compare(f.claims[0], f.claims[1]); link.Certainty >= across.ListedDenials {
			listed[k]++
			if f.is {
				right[k]++
			}
		}
	}
	fmt.Fprintf(log, "denials that are listed, learned from others: in stories right %d of %d, of %d right ones found; in raw news right %d of %d, of %d\n",
		right[0], listed[0], gold[0], right[1], listed[1], gold[1])
}
