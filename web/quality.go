package web

import (
	"cmp"
	"context"
	"slices"

	"onrecord"
	"onrecord/store"
)

// qualityPage tells what was read, what could not be, how good the parts are, and what made the
// entries.
type qualityPage struct {
	Scores []partScores
	Counts store.Counts
	Years  *bars
	Kinds  []tally
	Types  []tally
	Newest newestReports
}

// tally is how often something is so, and the query that finds it.
type tally struct {
	What  string
	N     int
	Query string
}

// newestReports is what the newest reports show of how well they were read.
type newestReports struct {
	N, Undated, Nameless, Silent int // of them without a date, an outlet, a statement
	Issues                       []tally
	Made                         []madeBy
}

// madeBy is what made some entries.
type madeBy struct {
	onrecord.Provenance
	Digest string
	N      int
}

// looked is how many of the newest reports are looked into.
const looked = 100

func (s *site) quality(ctx context.Context, v *visit) (view, error) {
	p, err := recall(ctx, v, "quality", v.judge)
	p.Scores = s.scores
	return view{template: "quality", title: "Coverage and quality", data: p}, err
}

// judge gathers what the page shows.
func (v *visit) judge(ctx context.Context) (p qualityPage, err error) {
	if p.Counts, err = v.Count(ctx); err != nil {
		return p, err
	}
	if p.Years, err = v.yearBars(ctx, nil, ""); err != nil {
		return p, err
	}
	if p.Kinds, p.Types, err = v.byKind(ctx); err != nil {
		return p, err
	}
	p.Newest, err = v.newest(ctx)
	return p, err
}

// byKind counts the statements of each kind and the events of each type, most first.
func (v *visit) byKind(ctx context.Context) (kinds, types []tally, err error) {
	tallies, err := v.Tally(ctx, nil, 4)
	if err != nil {
		return nil, nil, err
	}
	n := map[string]int{}
	for _, t := range tallies {
		field := "kind:"
		if t.Sort == store.EventLine {
			field = "type:"
		}
		n[field+t.What] += t.N
	}
	for query, count := range n {
		one := tally{query[5:], count, query}
		if query[:5] == "kind:" {
			kinds = append(kinds, one)
		} else {
			types = append(types, one)
		}
	}
	sortTallies(kinds)
	sortTallies(types)
	return kinds, types, nil
}

func sortTallies(all []tally) {
	slices.SortFunc(all, func(a, b tally) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.What, b.What)) })
}

// newest looks into the newest reports.
func (v *visit) newest(ctx context.Context) (n newestReports, err error) {
	issues := map[string]int{}
	for hit, err := range v.Search(ctx, store.Query{Where: isA(store.ReportLine), Limit: looked}) {
		if err != nil {
			return n, err
		}
		n.add(hit.Entry, issues)
	}
	for kind, count := range issues {
		n.Issues = append(n.Issues, tally{What: kind, N: count})
	}
	sortTallies(n.Issues)
	return n, nil
}

func (n *newestReports) add(e *onrecord.Entry, issues map[string]int) {
	n.N++
	if e.Report.Published == nil {
		n.Undated++
	}
	if outletOf(&e.Report) == "" {
		n.Nameless++
	}
	if len(e.Statements) == 0 {
		n.Silent++
	}
	for i := range e.Issues {
		issues[e.Issues[i].Kind]++
	}
	digest := store.Digest(e.Provenance)
	i := slices.IndexFunc(n.Made, func(m madeBy) bool { return m.Digest == digest })
	if i < 0 {
		i = len(n.Made)
		n.Made = append(n.Made, madeBy{Provenance: e.Provenance, Digest: digest})
	}
	n.Made[i].N++
}
