package web

import (
	"context"
	"net/url"
	"slices"

	"onrecord"
	"onrecord/across"
)

// sides tells on how many issues actors stand together and against each other, by the last that
// the time shows of each issue.
func (v *visit) sides(ctx context.Context, nodes []across.Actor, focus onrecord.ActorID, q networkQuery) ([]edge, error) {
	record, err := v.topics(ctx)
	if err != nil {
		return nil, err
	}
	known, ids := map[onrecord.ActorID]across.Actor{}, make([]onrecord.ActorID, len(nodes))
	for i, n := range nodes {
		known[n.ID], ids[i] = n, n.ID
	}
	slices.Sort(ids)
	ties, err := record.Ties(ctx, ids, focus, q.Issue, q.during())
	var all []edge
	for _, t := range ties {
		e := edge{From: known[t.A], To: known[t.B], IsMutual: true, N: t.Aligned + t.Opposed + t.Partly, Aligned: t.Aligned, Opposed: t.Opposed, Partly: t.Partly}
		e.At = compareAt(e.From, e.To, q.Issue)
		all = append(all, e)
	}
	return all, err
}

func compareAt(a, b across.Actor, issue string) string {
	values := url.Values{"a": {a.Name}, "b": {b.Name}}
	if issue != "" {
		values.Set("issue", issue)
	}
	return "/compare?" + values.Encode()
}
