package across

import (
	"context"

	"onrecord"
)

// Relations gives how every two of some actors, or one of them and the others, stand to each other by topic, without
// what shows it: that gives [Record.Compare]. focus may be the one; issue may choose topics.
func (r *Record) Relations(ctx context.Context, among []onrecord.ActorID, focus onrecord.ActorID, issue string) (all []Alignment, err error) {
	for i, a := range among {
		for _, b := range among[i+1:] {
			if focus != "" && a != focus && b != focus {
				continue
			}
			c := &comparison{Record: r, a: a, b: b, isBare: true}
			pair, err := c.alignments(ctx, issue)
			if err != nil {
				return nil, err
			}
			all = append(all, pair...)
		}
	}
	return all, nil
}
