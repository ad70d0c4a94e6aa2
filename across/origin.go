package across

import (
	"cmp"
	"context"
	"slices"

	"onrecord"
	"onrecord/across/origins"
	"onrecord/store"
)

// Origin is the reports that have their words from one, with who has them from whom.
type Origin struct {
	Root     onrecord.ReportID `json:"root"`
	Reports  []Copied          `json:"reports"`  // the root first, then by day
	Passages []onrecord.Copy   `json:"passages"` // sentences that go to or come from other origins
}

// Copied is a report of an origin.
type Copied struct {
	onrecord.Masthead
	From *onrecord.Copy `json:"copied"` // null for the root
}

// mostCopies bounds how many reports of one origin are looked at.
const mostCopies = 2000

// Origin gives the reports of one origin with a report.
func (r *Record) Origin(ctx context.Context, id onrecord.ReportID) (*Origin, error) {
	g, err := r.gather(ctx, id)
	if err != nil {
		return nil, err
	}
	o := &Origin{Root: g.root(id), Passages: []onrecord.Copy{}}
	for member := range g.seen {
		if g.root(member) != o.Root {
			continue // of the same words, but nearer to another
		}
		e, err := r.entry(ctx, member)
		if err != nil {
			return nil, err
		}
		o.Reports = append(o.Reports, Copied{e.Report, g.parent(member)})
	}
	slices.SortFunc(o.Reports, func(a, b Copied) int {
		return cmp.Or(origins.FalseFirst(a.ID != o.Root, b.ID != o.Root), cmp.Compare(published(&a.Masthead), published(&b.Masthead)), cmp.Compare(a.ID, b.ID))
	})
	for _, c := range g.passages {
		if g.root(c.Report) != g.root(c.Of) {
			o.Passages = append(o.Passages, c)
		}
	}
	return o, nil
}

func published(m *onrecord.Masthead) string {
	if m.Published == nil {
		return "9999"
	}
	return string(*m.Published)
}

// gathered is what hangs together by copies.
type gathered struct {
	seen     map[onrecord.ReportID]bool
	from     map[onrecord.ReportID][]onrecord.Copy // best first
	passages []onrecord.Copy
}

// gather follows the copies of reports to all that hang together with them. What is reached in the same number of
// steps is asked for at once.
func (r *Record) gather(ctx context.Context, ids ...onrecord.ReportID) (*gathered, error) {
	g := &gathered{seen: map[onrecord.ReportID]bool{}, from: map[onrecord.ReportID][]onrecord.Copy{}}
	for next := g.unseen(ids); len(next) > 0 && len(g.seen) < mostCopies+len(ids); {
		asked := make([]store.LineRef, 0, len(next))
		for _, id := range next {
			asked = append(asked, store.LineRef{Report: id})
		}
		pairs, err := r.shelf.Pairs(ctx, store.PairQuery{Sort: store.ReportLine, Lines: asked})
		if err != nil {
			return nil, err
		}
		next = g.unseen(g.add(pairs, next))
	}
	for _, copies := range g.from {
		slices.SortFunc(copies, func(a, b onrecord.Copy) int {
			return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(a.Of, b.Of))
		})
	}
	return g, nil
}

// unseen gives those that were not met before, each once.
func (g *gathered) unseen(ids []onrecord.ReportID) (fresh []onrecord.ReportID) {
	for _, id := range ids {
		if !g.seen[id] {
			g.seen[id] = true
			fresh = append(fresh, id)
		}
	}
	return fresh
}

// add adds the pairs that some reports are in, and gives all reports of copies among them.
func (g *gathered) add(pairs []store.Pair, of []onrecord.ReportID) (met []onrecord.ReportID) {
	for _, p := range pairs {
		c := copyOf(p)
		if c.Kind == onrecord.Passage {
			g.addPassage(c)
			continue
		}
		if slices.Contains(of, c.Report) {
			g.from[c.Report] = append(g.from[c.Report], c)
		}
		met = append(met, c.Report, c.Of)
	}
	return met
}

func (g *gathered) addPassage(c onrecord.Copy) {
	if !slices.Contains(g.passages, c) {
		g.passages = append(g.passages, c)
	}
}

// parent is from whom a report has most of its words; nil for a root.
func (g *gathered) parent(id onrecord.ReportID) *onrecord.Copy {
	if copies := g.from[id]; len(copies) > 0 {
		return &copies[0]
	}
	return nil
}

// root follows parents. Copies run from later to earlier in one order, so it ends.
func (g *gathered) root(id onrecord.ReportID) onrecord.ReportID {
	for p := g.parent(id); p != nil; p = g.parent(id) {
		id = p.Of
	}
	return id
}

func copyOf(p store.Pair) onrecord.Copy {
	return onrecord.Copy{Kind: onrecord.CopyKind(p.Kind), Report: p.FromRef.Report, Of: p.ToRef.Report, Share: p.Share, Why: p.Why}
}

// Origins counts the origins of reports.
func (r *Record) Origins(ctx context.Context, reports []onrecord.ReportID) (int, error) {
	if len(reports) < 2 {
		return len(reports), nil
	}
	g, err := r.gather(ctx, reports...)
	if err != nil {
		return 0, err
	}
	return g.roots(reports), nil
}

// roots counts the origins of reports.
func (g *gathered) roots(reports []onrecord.ReportID) int {
	roots := map[onrecord.ReportID]bool{}
	for _, id := range reports {
		roots[g.root(id)] = true
	}
	return len(roots)
}
