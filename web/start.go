package web

import (
	"context"

	"onrecord"
	"onrecord/across"
	"onrecord/store"
)

// startPage is what to look at first.
type startPage struct {
	Counts     store.Counts
	Years      *bars
	Denied     []deniedLine
	Changed    []across.Linked
	Happenings []*across.Happening
	Doers      []doer
	Latest     []line
}

// deniedLine is a statement with those who deny it.
type deniedLine struct {
	line
	N  int
	By []string // speakers, each once
}

// doer is an actor with how often it speaks or acts.
type doer struct {
	across.Actor
	N int
}

// How much the start page shows of each.
const (
	mostLatest   = 8
	mostDenied   = 5
	mostChanged  = 4
	mostTogether = 3
	mostDoers    = 14

	deniedToChoose  = 30
	changedToChoose = 30
)

func (s *site) start(ctx context.Context, v *visit) (view, error) {
	counts, err := v.counts(ctx)
	if err != nil {
		return view{}, err
	}
	if counts.Reports == 0 {
		return view{template: "empty", title: "An empty record"}, nil
	}
	p, err := recall(ctx, v, "start", v.look)
	p.Counts = counts
	return view{template: "start", title: "The record", data: p}, err
}

// counts tells how much is on record. An empty one is looked at anew each time: its first report
// shall show at once.
func (v *visit) counts(ctx context.Context) (store.Counts, error) {
	counts, err := recall(ctx, v, "counts", v.Count)
	if err != nil || counts.Reports > 0 {
		return counts, err
	}
	return v.Count(ctx)
}

// look gathers what the start page shows.
func (v *visit) look(ctx context.Context) (p startPage, err error) {
	v = v.lasting()
	if p.Years, err = v.yearBars(ctx, nil, ""); err != nil {
		return p, err
	}
	if p.Denied, err = v.mostDenied(ctx); err != nil {
		return p, err
	}
	if p.Changed, err = v.changed(ctx); err != nil {
		return p, err
	}
	if p.Happenings, err = v.together(ctx, mostTogether, 0); err != nil {
		return p, err
	}
	if p.Doers, err = v.busiest(ctx, mostDoers); err != nil {
		return p, err
	}
	p.Latest, err = v.latest(ctx, mostLatest)
	return p, err
}

// changed gives what somebody said last that is not what was said before, each once.
func (v *visit) changed(ctx context.Context) ([]across.Linked, error) {
	links, err := v.across.Links(ctx, across.LinkQuery{Kind: onrecord.Revises, Certainty: across.Listed, Limit: changedToChoose})
	if err != nil {
		return nil, err
	}
	var all []across.Linked
	told := map[onrecord.StatementRef]bool{}
	for i := range links {
		from, to := refOf(&links[i].From), refOf(&links[i].To)
		if !told[from] && !told[to] && len(all) < mostChanged {
			all = append(all, links[i])
		}
		told[from], told[to] = true, true
	}
	return all, nil
}

// latest gives the reports put out last.
func (v *visit) latest(ctx context.Context, limit int) ([]line, error) {
	return v.lines(ctx, store.Query{Where: isA(store.ReportLine), Limit: limit})
}

// lines gives what a query finds.
func (v *visit) lines(ctx context.Context, q store.Query) (all []line, err error) {
	q.Bare = true
	for hit, err := range v.Search(ctx, q) {
		if err != nil {
			return nil, err
		}
		all = append(all, lineOf(hit))
	}
	return all, nil
}

func isA(sort string) store.Q { return store.Value{Field: store.Sort, Is: sort} }

// mostDenied gives the claims that are denied most. Of several statements that repeat one
// claim, the first stands for all.
func (v *visit) mostDenied(ctx context.Context) ([]deniedLine, error) {
	counts, err := v.MostDenied(ctx, across.ListedDenials, deniedToChoose)
	if err != nil {
		return nil, err
	}
	var all []deniedLine
	covered := map[onrecord.StatementRef]bool{}
	for _, c := range counts {
		ref := onrecord.StatementRef{Report: c.Ref.Report, Statement: onrecord.StatementID(c.Ref.ID)}
		if covered[ref] {
			continue
		}
		if len(all) == mostDenied {
			break
		}
		one, err := v.denied(ctx, ref, covered)
		if err != nil {
			return nil, err
		}
		if one.N = c.N; one.Statement != nil {
			all = append(all, one)
		}
	}
	return all, nil
}

// denied gives a statement with who denies it, and covers those that repeat it.
func (v *visit) denied(ctx context.Context, ref onrecord.StatementRef, covered map[onrecord.StatementRef]bool) (one deniedLine, err error) {
	entry, err := v.Get(ctx, ref.Report)
	if err != nil {
		return one, err
	}
	one.line = lineOf(store.HitIn(entry, store.StatementLine, string(ref.Statement)))
	links, err := v.across.Links(ctx, across.LinkQuery{Report: ref.Report, Statement: ref.Statement})
	if err != nil {
		return one, err
	}
	seen := map[string]bool{}
	for i := range links {
		l := &links[i]
		switch {
		case l.Kind == onrecord.Repeats:
			covered[refOf(&l.From)], covered[refOf(&l.To)] = true, true
		case l.Kind == onrecord.Denies && refOf(&l.To) == ref && !seen[l.From.Speaker]:
			seen[l.From.Speaker] = true
			one.By = append(one.By, l.From.Speaker)
		}
	}
	return one, nil
}

func refOf(e *across.Evidence) onrecord.StatementRef {
	return onrecord.StatementRef{Report: e.Report, Statement: e.Statement}
}

// busiest gives those who say and do most.
func (v *visit) busiest(ctx context.Context, limit int) ([]doer, error) {
	counts, err := v.Doers(ctx, limit)
	if err != nil {
		return nil, err
	}
	return v.named(ctx, counts)
}

// named gives the names of actors that were counted.
func (v *visit) named(ctx context.Context, counts []store.ActorCount) ([]doer, error) {
	all := make([]doer, 0, len(counts))
	for _, c := range counts {
		a, err := v.across.Actor(ctx, c.Actor)
		if err != nil {
			return nil, err
		}
		all = append(all, doer{a, c.N})
	}
	return all, nil
}
