package web

import (
	"cmp"
	"context"
	"net/url"
	"slices"

	"onrecord"
	"onrecord/across"
)

// sides tells on how many issues actors stand together and against each other, by the last that
// the time shows of each issue.
func (v *visit) sides(ctx context.Context, nodes []across.Actor, focus onrecord.ActorID, q networkQuery) ([]edge, error) {
	alignments, err := v.relations(ctx, nodes, focus, q.Issue)
	if err != nil {
		return nil, err
	}
	var all []edge
	for i := range alignments { // of one pair after the other
		a := &alignments[i]
		is := lastWithin(a.Spells, q.Since, q.Until)
		if is == "" {
			continue
		}
		if n := len(all); n == 0 || all[n-1].From != a.A || all[n-1].To != a.B {
			all = append(all, edge{From: a.A, To: a.B, IsMutual: true, At: compareAt(a.A, a.B, q.Issue)})
		}
		all[len(all)-1].count(is)
	}
	return all, nil
}

// relations gives how actors stand to each other at all times: networks of many times share them.
func (v *visit) relations(ctx context.Context, nodes []across.Actor, focus onrecord.ActorID, issue string) ([]across.Alignment, error) {
	ids := make([]onrecord.ActorID, len(nodes))
	key := "relations " + issue + "\n" + string(focus)
	for i := range nodes {
		ids[i] = nodes[i].ID
	}
	slices.Sort(ids)
	for _, id := range ids {
		key += "\n" + string(id)
	}
	return recall(ctx, v, key, func(ctx context.Context) ([]across.Alignment, error) {
		record, err := v.topics(ctx)
		if err != nil {
			return nil, err
		}
		return record.Relations(ctx, ids, focus, issue)
	})
}

func compareAt(a, b across.Actor, issue string) string {
	values := url.Values{"a": {a.Name}, "b": {b.Name}}
	if issue != "" {
		values.Set("issue", issue)
	}
	return "/compare?" + values.Encode()
}

// lastWithin is the last relation that reaches into a time; "" if none does.
func lastWithin(spells []across.Spell, since, until string) (is across.Relation) {
	for i := range spells {
		if reaches(spells[i].When, since, until) {
			is = spells[i].Is
		}
	}
	return is
}

// reaches reports whether an interval and a time share a day. One of no known day reaches into
// no time but all time.
func reaches(when across.EDTF, since, until string) bool {
	from, to := when.Ends()
	first, known := cmp.Or(from, to).First()
	last, _ := cmp.Or(to, from).Last()
	if !known {
		return since == "" && until == ""
	}
	begins, isSince := onrecord.Date(since).First()
	ends, isUntil := onrecord.Date(until).Last()
	return (!isSince || !last.Before(begins)) && (!isUntil || !first.After(ends))
}
