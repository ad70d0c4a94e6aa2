package across

import (
	"context"
	"slices"

	"onrecord"
	"onrecord/store"
)

// Linked is a link with the words of both statements.
type Linked struct {
	Kind      onrecord.LinkKind `json:"kind"`
	From      Evidence          `json:"from"`
	To        Evidence          `json:"to"`
	Why       string            `json:"why"`
	Certainty float64           `json:"certainty"`
}

// LinkQuery asks for links. Empty fields ask for all.
type LinkQuery struct {
	Kind      onrecord.LinkKind
	Of        onrecord.ActorID // who speaks on one side
	Report    onrecord.ReportID
	Statement onrecord.StatementID // of the report
	Certainty float64              // or more
	Limit     int
}

// Listed is how certain a link is that is listed unasked: of the less certain ones few are right in news.
const Listed = 0.4

// ListedDenials is how certain a denial is that is listed unasked: in news more than half of those are right.
const ListedDenials = 0.5

// Links gives links, the newest first.
func (r *Record) Links(ctx context.Context, q LinkQuery) ([]Linked, error) {
	ask := store.PairQuery{Sort: store.StatementLine, Kind: string(q.Kind), Report: q.Report, Line: string(q.Statement), Share: q.Certainty, Limit: q.Limit}
	if q.Of != "" {
		ask.Actors = []onrecord.ActorID{q.Of}
	}
	pairs, err := r.shelf.Pairs(ctx, ask)
	if err != nil {
		return nil, err
	}
	all := make([]Linked, 0, len(pairs))
	for _, p := range pairs {
		one := Linked{Kind: onrecord.LinkKind(p.Kind), Why: p.Why, Certainty: p.Share}
		if one.From, err = r.evidence(ctx, statementRef(p.FromRef), onrecord.Span{}); err != nil {
			return nil, err
		}
		if one.To, err = r.evidence(ctx, statementRef(p.ToRef), onrecord.Span{}); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// Denial is a denial with all that it denies, and how many origins tell of it.
type Denial struct {
	Denial  Evidence `json:"denial"`
	Denied  []Linked `json:"denied"`  // surest first
	Origins int      `json:"origins"` // of the reports that tell what is denied
}

// Denials gives denials with what they deny, the newest first. about chooses those in which
// an actor denies or is denied; certainty is that of the links, or more.
func (r *Record) Denials(ctx context.Context, about onrecord.ActorID, certainty float64, limit int) ([]Denial, error) {
	links, err := r.Links(ctx, LinkQuery{Kind: onrecord.Denies, Of: about, Certainty: certainty})
	if err != nil {
		return nil, err
	}
	var all []Denial
	at := map[onrecord.StatementRef]int{}
	for _, l := range links {
		ref := onrecord.StatementRef{Report: l.From.Report, Statement: l.From.Statement}
		i, known := at[ref]
		if !known {
			if limit > 0 && len(all) == limit {
				continue
			}
			i = len(all)
			at[ref] = i
			all = append(all, Denial{Denial: l.From})
		}
		all[i].Denied = append(all[i].Denied, l)
	}
	for i := range all {
		if err := r.count(ctx, &all[i]); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func (r *Record) count(ctx context.Context, d *Denial) (err error) {
	slices.SortStableFunc(d.Denied, func(a, b Linked) int { return int(100 * (b.Certainty - a.Certainty)) })
	reports := make([]onrecord.ReportID, 0, len(d.Denied))
	for _, l := range d.Denied {
		reports = append(reports, l.To.Report)
	}
	d.Origins, err = r.Origins(ctx, reports)
	return err
}
