package across

import (
	"context"

	"onrecord"
	"onrecord/store"
)

// ScoreHappenings gives the B3 score of the events that were read: how well they are joined. Events
// that no report's reading holds count for nothing here; see the measures of events.
func (s *Story) scoreHappenings(ctx context.Context, k *kept) (p, r float64, n int, err error) {
	pairs, err := k.Pairs(ctx, store.PairQuery{Sort: store.EventLine})
	if err != nil {
		return 0, 0, 0, err
	}
	said := newGroups()
	for _, pair := range pairs {
		said.join(eventRef{pair.FromRef.Report, onrecord.EventID(pair.FromRef.ID)}, eventRef{pair.ToRef.Report, onrecord.EventID(pair.ToRef.ID)})
	}
	gold := newGroups()
	for _, h := range s.Gold.Happenings {
		var first *eventRef
		for _, told := range h.Told {
			for _, ref := range s.eventsAt(told) {
				if first == nil {
					first = &ref
				}
				if s.sameType(*first, ref) {
					gold.join(*first, ref)
				}
			}
		}
	}
	var all []eventRef
	for _, e := range s.Entries {
		for i := range e.Events {
			all = append(all, eventRef{e.Report.ID, e.Events[i].ID})
		}
	}
	p, r = bCubed(all, said, gold)
	return p, r, len(all), nil
}

// sameType keeps events apart that one place of the gold tells of: an accusation, and what it charges.
func (s *Story) sameType(a, b eventRef) bool { return s.typeOf(a) == s.typeOf(b) }

func (s *Story) typeOf(ref eventRef) onrecord.EventType {
	for _, e := range s.Entries {
		for i := range e.Events {
			if e.Report.ID == ref.report && e.Events[i].ID == ref.event {
				return e.Events[i].Type
			}
		}
	}
	return ""
}

// groups is what is joined.
type groups map[eventRef]eventRef

func newGroups() groups { return groups{} }

func (g groups) of(a eventRef) eventRef {
	for {
		next, ok := g[a]
		if !ok {
			return a
		}
		a = next
	}
}

func (g groups) join(a, b eventRef) {
	if x, y := g.of(a), g.of(b); x != y {
		g[x] = y
	}
}

// bCubed is precision and recall of Bagga and Baldwin's B3.
func bCubed(all []eventRef, said, gold groups) (p, r float64) {
	for _, a := range all {
		both, inSaid, inGold := 0.0, 0.0, 0.0
		for _, b := range all {
			isSaid, isGold := said.of(a) == said.of(b), gold.of(a) == gold.of(b)
			if isSaid {
				inSaid++
			}
			if isGold {
				inGold++
			}
			if isSaid && isGold {
				both++
			}
		}
		p, r = p+both/inSaid, r+both/inGold
	}
	n := max(1, float64(len(all)))
	return p / n, r / n
}
