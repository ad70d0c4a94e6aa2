package web

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"onrecord"
	"onrecord/across"
	"onrecord/store"
)

// reportPage is a report with everything marked where it stands.
type reportPage struct {
	*onrecord.Entry
	Text     []paragraph
	Said     []line
	Did      []line
	Origin   *across.Origin
	Branches []branch
	Links    map[onrecord.StatementID]int // of each statement
}

// branch is a report of one origin, as deep as its copies lie.
type branch struct {
	*across.Copied
	Depth  int
	IsHere bool
}

func (s *site) report(ctx context.Context, v *visit) (view, error) {
	id, err := v.theReport(ctx)
	if err != nil {
		return view{}, err
	}
	if string(id) != v.PathValue("id") {
		return elsewhere(reportAt(id)), nil
	}
	p := reportPage{Links: map[onrecord.StatementID]int{}}
	if p.Entry, err = v.Get(ctx, id); err != nil {
		return view{}, err
	}
	p.Text = markText(p.Entry)
	for i := range p.Statements {
		p.Said = append(p.Said, lineOf(store.Hit{Entry: p.Entry, Statement: &p.Statements[i]}))
	}
	for i := range p.Events {
		p.Did = append(p.Did, lineOf(store.Hit{Entry: p.Entry, Event: &p.Events[i]}))
	}
	if p.Origin, err = v.across.Origin(ctx, id); err != nil {
		return view{}, err
	}
	p.Branches = branches(p.Origin, id)
	if err := p.countLinks(ctx, v); err != nil {
		return view{}, err
	}
	return view{template: "report", title: cmp.Or(p.Report.Headline, "A report without a headline"), data: p}, nil
}

// theReport finds the report that an address means; the beginning of its id is enough.
func (v *visit) theReport(ctx context.Context) (onrecord.ReportID, error) {
	prefix := v.PathValue("id")
	ids, err := v.Complete(ctx, prefix, 2)
	switch {
	case err != nil:
		return "", err
	case len(ids) == 1 || len(ids) > 1 && string(ids[0]) == prefix:
		return ids[0], nil
	case len(ids) > 1:
		return "", fmt.Errorf("%w: several reports begin with %q", errBadRequest, prefix)
	}
	return "", fmt.Errorf("%w: no report's id begins with %q", store.ErrNotFound, prefix)
}

func (p *reportPage) countLinks(ctx context.Context, v *visit) error {
	pairs, err := v.Pairs(ctx, store.PairQuery{Sort: store.StatementLine, Report: p.Report.ID})
	if err != nil {
		return err
	}
	for _, pair := range pairs {
		for _, ref := range []store.LineRef{pair.FromRef, pair.ToRef} {
			if ref.Report == p.Report.ID {
				p.Links[onrecord.StatementID(ref.ID)]++
			}
		}
	}
	return nil
}

// branches lays an origin out as a tree, the root first.
func branches(o *across.Origin, here onrecord.ReportID) (all []branch) {
	children := map[onrecord.ReportID][]*across.Copied{}
	for i := range o.Reports {
		r := &o.Reports[i]
		parent := onrecord.ReportID("")
		if r.From != nil {
			parent = r.From.Of
		}
		children[parent] = append(children[parent], r)
	}
	var grow func(of onrecord.ReportID, depth int)
	grow = func(of onrecord.ReportID, depth int) {
		for _, r := range children[of] {
			all = append(all, branch{r, min(depth, deepest), r.ID == here})
			grow(r.ID, depth+1)
		}
	}
	grow("", 0)
	return all
}

// deepest is how far copies of copies are indented.
const deepest = 6

// Chain is the way of a statement's words to the reader: who spoke, and through whom.
func (l line) Chain() []string {
	chain := []string{cmp.Or(l.Statement.Speaker.Name, "somebody")}
	for i := len(l.Statement.Via) - 1; i >= 0; i-- { // nearest to the report last
		chain = append(chain, l.Statement.Via[i].Name)
	}
	return append(chain, cmp.Or(l.Outlet(), "this report"))
}

// ViaNames names the channels, nearest to the report first.
func (l line) ViaNames() string {
	names := make([]string, 0, len(l.Statement.Via))
	for _, hop := range l.Statement.Via {
		names = append(names, hop.Name)
	}
	return strings.Join(names, ", ")
}
