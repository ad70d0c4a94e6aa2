package across

import (
	"context"
	"slices"

	"onrecord"
	"onrecord/store"
)

// denialsOf gives the pairs that deny the statements which claim the events of happenings, by what they deny.
func (r *Record) denialsOf(ctx context.Context, all []*Happening) (map[onrecord.StatementRef][]store.Pair, error) {
	var claims []store.LineRef
	for _, h := range all {
		if h == nil {
			continue
		}
		for i := range h.Told {
			if t := &h.Told[i]; t.Event.Claim != "" {
				claims = append(claims, store.LineRef{Report: t.Report, ID: string(t.Event.Claim)})
			}
		}
	}
	denials := map[onrecord.StatementRef][]store.Pair{}
	if len(claims) == 0 {
		return denials, nil
	}
	pairs, err := r.shelf.Pairs(ctx, store.PairQuery{Sort: store.StatementLine, Kind: string(onrecord.Denies), Lines: claims})
	for _, p := range pairs {
		to := statementRef(p.ToRef)
		denials[to] = append(denials[to], p)
	}
	return denials, err
}

// addDenials adds the statements that deny those which claim a happening's events, if they speak of the event: a
// statement may claim several.
func (r *Record) addDenials(ctx context.Context, h *Happening, denials map[onrecord.StatementRef][]store.Pair) error {
	for i := range h.Told {
		t := &h.Told[i]
		pairs := denials[onrecord.StatementRef{Report: t.Report, Statement: t.Event.Claim}]
		if len(pairs) == 0 {
			continue
		}
		of := conceptsOf(t.Event.Evidence.Text)
		for _, p := range pairs {
			e, err := r.evidence(ctx, statementRef(p.FromRef), onrecord.Span{})
			if err != nil {
				return err
			}
			isAbout := slices.ContainsFunc(conceptsOf(e.text()), func(c string) bool { return slices.Contains(of, c) })
			if isAbout && !slices.ContainsFunc(h.Denied, func(o Evidence) bool { return o.same(&e) }) {
				h.Denied = append(h.Denied, e)
			}
		}
	}
	return nil
}
