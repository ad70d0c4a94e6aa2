package across

import (
	"context"

	"onrecord/across/links"
	"onrecord/lab"
)

// Of two statements of a long report, or of two reports, hardly any have to do with each other, while stories are made
// of those that do. So reports of raw news stand beside them, every two statements of which are taken to be strangers; the few
// that are not weigh little.
const (
	backgroundReports = 120
	backgroundStep    = 300 // one report of so many is taken
	backgroundWeight  = 0.04
)

// backgroundExamples reads reports of raw news, and pairs the statements of each among themselves and with those of the report before.
func backgroundExamples(ctx context.Context, c lab.Corpora, r Reader) (all []example, err error) {
	reports, err := someRaw(c)
	if err != nil {
		return nil, err
	}
	var before []links.Claim
	for i := range reports {
		e, err := readRaw(ctx, r, &reports[i])
		if err != nil {
			return nil, err
		}
		claims := links.Claims(e)
		all = append(all, strangers(claims, append(before, claims...))...)
		before = claims
	}
	return all, nil
}

func someRaw(c lab.Corpora) (some []lab.RawReport, err error) {
	n := 0
	err = c.EachRaw(func(r *lab.RawReport) error {
		if n%backgroundStep == 0 && len(some) < backgroundReports {
			some = append(some, *r)
		}
		n++
		return nil
	})
	return some, err
}

// strangers are the examples of claims with those of a list that stand before them.
func strangers(claims, list []links.Claim) (all []example) {
	for i := range claims {
		for k := range list {
			x, y := links.InOrder(&list[k], &claims[i])
			if x.Report == y.Report && x.No >= y.No {
				continue
			}
			if features, ok := links.Features(x, y); ok {
				all = append(all, example{features: features, weight: backgroundWeight})
			}
		}
	}
	return all
}
