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

func inOrder(a, b twoLines) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) }

// finder gathers which lines are to be compared, and which are no longer.
type finder struct {
	*Deriver
	own    map[store.LineKey]*note // of new lines
	day    map[store.LineKey]int   // of lines by their place
	near   map[twoLines]string     // in some list, with their sort
	parted map[twoLines]string     // pushed apart in some list
}

func newFinder(d *Deriver, own map[store.LineKey]*note) *finder {
	return &finder{d, own, map[store.LineKey]int{}, map[twoLines]string{}, map[twoLines]string{}}
}

// mark notes that two stand near each other in a list, or are pushed apart in it.
func (f *finder) mark(as map[twoLines]string, a, b store.Posting) {
	as[twoOf(a.Line, b.Line)] = sortOf(a.Key)
	f.day[a.Line], f.day[b.Line] = dayAt(a.Place), dayAt(b.Place)
}

// around finds who stands near new postings, and whom they pushed apart.
func (f *finder) around(ctx context.Context, p *planned) error {
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
			if f.own[o.Line] == nil || p.Line < o.Line {
				f.mark(f.near, p, o)
			}
		}
	}
	for i := range s.Before {
		for j := range s.After {
			if apart := i + j + 2; apart > reach && apart <= reach+own {
				f.mark(f.parted, s.Before[i], s.After[j])
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
					f.mark(f.near, s.Before[i], s.After[j])
				}
			}
		}
	}
	return nil
}

// judge compares those who are near and drops the pairs of those who no longer are.
func (f *finder) judge(ctx context.Context, change *store.Change) error {
	known, err := f.glances(ctx)
	if err != nil {
		return err
	}
	near := choose(f.near, known)
	if err := f.notes.load(ctx, f.others(near), known); err != nil {
		return err
	}
	for _, two := range near {
		if pair, ok := compareNotes(two, f.note(two[0]), f.note(two[1])); ok {
			change.Pairs = append(change.Pairs, pair)
		}
	}
	return f.dropLost(ctx, choose(f.parted, known), change)
}

// glances gives what is known at a glance of all lines that were met.
func (f *finder) glances(ctx context.Context) (map[store.LineKey]glance, error) {
	lines := slices.Sorted(maps.Keys(f.day))
	gists, err := f.tables.Gists(ctx, lines)
	if err != nil {
		return nil, err
	}
	all := make(map[store.LineKey]glance, len(lines))
	for i, line := range lines {
		g, err := readGist(gists[i])
		if err != nil {
			return nil, err
		}
		all[line] = glance{g, f.day[line]}
	}
	return all, nil
}

// choose gives those two lines in order that may be pairs.
func choose(of map[twoLines]string, known map[store.LineKey]glance) (all []twoLines) {
	for two, sort := range of {
		if mayBePair(sort, known[two[0]], known[two[1]]) {
			all = append(all, two)
		}
	}
	slices.SortFunc(all, inOrder)
	return all
}

// others gives the lines of pairs that are not new.
func (f *finder) others(pairs []twoLines) (lines []store.LineKey) {
	for _, two := range pairs {
		for _, line := range two {
			if f.own[line] == nil {
				lines = append(lines, line)
			}
		}
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}

func (f *finder) note(line store.LineKey) *note {
	if n := f.own[line]; n != nil {
		return n
	}
	return f.notes.notes[line]
}
