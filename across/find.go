package across

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"onrecord/store"
)

// twoLines is a pair of lines, the smaller key first.
type twoLines = [2]store.LineKey

func twoOf(a, b store.LineKey) twoLines {
	if b < a {
		a, b = b, a
	}
	return twoLines{a, b}
}

// finder gathers which lines are to be compared, and which are no longer.
type finder struct {
	*Deriver
	isNew  map[store.LineKey]bool
	near   map[twoLines]bool // in some list
	parted map[twoLines]bool // pushed apart in some list
}

func newFinder(d *Deriver) *finder {
	return &finder{d, map[store.LineKey]bool{}, map[twoLines]bool{}, map[twoLines]bool{}}
}

// around finds who stands near new postings, and whom they pushed apart.
func (f *finder) around(ctx context.Context, p *planned) error {
	for i := range p.postings {
		f.isNew[p.postings[i].Line] = true
	}
	for own, postings := range p.byOwn() {
		all, err := f.tables.Around(ctx, postings, reach+own)
		if err != nil {
			return err
		}
		for i := range all {
			f.beside(postings[i], &all[i], own)
		}
	}
	return nil
}

// beside looks at one new posting. own is how many new ones stand in its list, or more. Two new ones
// find each other twice, which counts once.
func (f *finder) beside(p store.Posting, s *store.Surroundings, own int) {
	for _, side := range [][]store.Posting{s.Before, s.After} {
		for _, o := range side[:min(reach, len(side))] {
			if !f.isNew[o.Line] || p.Line < o.Line {
				f.near[twoOf(p.Line, o.Line)] = true
			}
		}
	}
	for i := range s.Before {
		for j := range s.After {
			if apart := i + j + 2; apart > reach && apart <= reach+own {
				f.parted[twoOf(s.Before[i].Line, s.After[j].Line)] = true
			}
		}
	}
}

// across finds who stands near each other over places from which postings went.
func (f *finder) across(ctx context.Context, torn []store.Posting) error {
	all, err := f.tables.Around(ctx, torn, reach)
	if err != nil {
		return err
	}
	for _, s := range all {
		for i := range s.Before {
			for j := range s.After {
				if i+j+1 <= reach {
					f.near[twoOf(s.Before[i].Line, s.After[j].Line)] = true
				}
			}
		}
	}
	return nil
}

// judge compares those who are near and drops the pairs of those who no longer are.
func (f *finder) judge(ctx context.Context, change *store.Change) error {
	near := sorted(f.near)
	notes, err := f.notes.load(ctx, near)
	if err != nil {
		return err
	}
	for _, two := range near {
		if pair, ok := compareNotes(two, notes[two[0]], notes[two[1]]); ok {
			change.Pairs = append(change.Pairs, pair)
		}
	}
	return f.dropLost(ctx, change)
}

// dropLost drops the pairs of two reports that stand near each other in no list now.
func (f *finder) dropLost(ctx context.Context, change *store.Change) error {
	parted, err := f.pairsParted(ctx)
	if err != nil {
		return err
	}
	notes, err := f.notes.load(ctx, parted)
	if err != nil {
		return err
	}
	isNear, err := f.areNear(ctx, parted)
	if err != nil {
		return err
	}
	for i, two := range parted {
		a, b := notes[two[0]], notes[two[1]]
		if !isNear[i] && a != nil && b != nil && a.report() != b.report() {
			change.Drop = append(change.Drop, store.Pair{From: two[0], To: two[1]}, store.Pair{From: two[1], To: two[0]})
		}
	}
	return nil
}

// pairsParted gives those of the parted that are a pair, which are few.
func (f *finder) pairsParted(ctx context.Context) (parted []twoLines, err error) {
	lines := map[store.LineKey]bool{}
	for two := range f.parted {
		lines[two[0]], lines[two[1]] = true, true
	}
	pairs, err := f.tables.PairsFrom(ctx, slices.Sorted(maps.Keys(lines)))
	if err != nil {
		return nil, err
	}
	for _, p := range pairs {
		if two := twoOf(p.From, p.To); f.parted[two] {
			parted = append(parted, two)
		}
	}
	return parted, nil
}

// areNear tells of each two lines whether they stand near each other in some list.
func (f *finder) areNear(ctx context.Context, all []twoLines) ([]bool, error) {
	shared, err := f.tables.Shared(ctx, all, reach)
	if err != nil {
		return nil, err
	}
	near := make([]bool, len(all))
	for i := range shared {
		near[i] = slices.ContainsFunc(shared[i], func(l store.SharedList) bool { return l.Between < reach })
	}
	return near, nil
}

func sorted(set map[twoLines]bool) []twoLines {
	all := make([]twoLines, 0, len(set))
	for two := range set {
		all = append(all, two)
	}
	slices.SortFunc(all, func(a, b twoLines) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return all
}
