package across

import (
	"context"

	"onrecord"
	"onrecord/store"
)

// Relations gives how every two of some actors stand to each other by topic, without the words that
// show it: those gives [Record.Compare]. issue may choose topics.
func (r *Record) Relations(ctx context.Context, among []onrecord.ActorID, issue string) (all []Alignment, err error) {
	topics, err := r.Topics(ctx, issue)
	if err != nil {
		return nil, err
	}
	stands := make([]map[*Topic][]store.Stand, len(among))
	for i, id := range among {
		own, err := r.stands(ctx, id, topics, issue != "")
		if err != nil {
			return nil, err
		}
		stands[i] = r.byTopic(own)
	}
	for i, a := range among {
		for j := i + 1; j < len(among); j++ {
			c := &comparison{Record: r, a: a, b: among[j], isBare: true}
			pair, err := c.onEach(ctx, topics, stands[i], stands[j])
			if err != nil {
				return nil, err
			}
			all = append(all, pair...)
		}
	}
	return all, nil
}

// byTopic parts stands by their topics, which must have been read.
func (r *Record) byTopic(stands []store.Stand) map[*Topic][]store.Stand {
	parted := map[*Topic][]store.Stand{}
	for _, d := range stands {
		if t := r.topics.byID[d.Topic]; t != nil {
			parted[t] = append(parted[t], d)
		}
	}
	return parted
}

// onEach gives the alignments on those topics on which the two have one.
func (c *comparison) onEach(ctx context.Context, topics []*Topic, ofA, ofB map[*Topic][]store.Stand) (all []Alignment, err error) {
	for _, t := range topics {
		if len(ofA[t])+len(ofB[t]) == 0 {
			continue
		}
		one, err := c.on(ctx, t, ofA[t], ofB[t])
		if err != nil {
			return nil, err
		}
		if len(one.Spells) > 0 {
			all = append(all, one)
		}
	}
	return all, nil
}
