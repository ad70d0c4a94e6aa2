package events

import (
	"slices"

	"onrecord"
)

// opponents gives each side the one other that it has hostile dealings with in
// this report; sides with more than one have none.
func opponents(told []telling) map[string]party {
	one, many := map[string]party{}, map[string]bool{}
	note := func(a, b party) {
		known, ok := one[a.side]
		if ok && known.side != b.side {
			many[a.side] = true
		}
		if b.actor.Kind == onrecord.PersonActor {
			return // persons are fought in words
		}
		if !ok || b.actor.Kind == onrecord.StateActor {
			one[a.side] = b
		}
	}
	for i := range told {
		if t := &told[i]; t.hasRecipient && isHostile(t.Type) {
			note(t.actor, t.recipient)
			note(t.recipient, t.actor)
		}
	}
	for side := range many {
		delete(one, side)
	}
	return one
}

// dropCarriers drops the bare promises and threats whose act is told by itself.
func dropCarriers(told []telling) []telling {
	return slices.DeleteFunc(slices.Clone(told), func(t telling) bool {
		return t.carries && slices.ContainsFunc(told, func(o telling) bool {
			return !o.carries && o.sentence == t.sentence && sameSide(o.actor, t.actor) && o.Evidence.Overlaps(t.Evidence.Span) &&
				(o.hasRecipient || o.Type != t.Type)
		})
	})
}

func isToldFuller(told []telling, t *telling) bool {
	return slices.ContainsFunc(told, func(o telling) bool {
		return o.hasRecipient && o.Type == t.Type && sameSide(o.actor, t.actor)
	})
}
