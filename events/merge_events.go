package events

import (
	"slices"

	"onrecord"
)

// mergeTellings joins the places that tell of one event: the same parties and
// type. The first with the best standing gives the event its evidence.
func mergeTellings(told []telling) []telling {
	var merged []telling
	for _, t := range told {
		at := slices.IndexFunc(merged, func(m telling) bool { return sameEvent(&m, &t) })
		if at < 0 {
			merged = append(merged, t)
			continue
		}
		merged[at] = join(merged[at], t)
	}
	return merged
}

// opponents gives each actor the one side that it has hostile dealings with in
// this report; those with more than one have none.
func opponents(told []telling) map[onrecord.ActorID]party {
	one, many := map[onrecord.ActorID]party{}, map[onrecord.ActorID]bool{}
	note := func(a, b party) {
		if known, ok := one[a.actor.ID]; ok && known.actor.ID != b.actor.ID {
			many[a.actor.ID] = true
		}
		one[a.actor.ID] = b
	}
	for i := range told {
		if t := &told[i]; t.hasRecipient && isHostile(t.Type) {
			note(t.actor, t.recipient)
			note(t.recipient, t.actor)
		}
	}
	for id := range many {
		delete(one, id)
	}
	return one
}

// completeTellings gives hostile acts without a recipient the only opponent that
// the report gives their actor, and drops those told more fully elsewhere or
// still too poor.
func (s *scene) completeTellings(told []telling) []telling {
	against := opponents(told)
	var out []telling
	for _, t := range told {
		if t.hasRecipient {
			out = append(out, t)
			continue
		}
		if other, ok := against[t.actor.actor.ID]; ok && t.takesOpponent {
			side := s.partyOf(other)
			t.Recipient, t.recipient, t.hasRecipient = &side, other, true
			t.Why += " (against its only opponent here)"
			t.Certainty -= 0.2
			out = append(out, t)
			continue
		}
		if standsAlone(t.Type) && !isToldFuller(told, &t) {
			out = append(out, t)
		}
	}
	return out
}

func standsAlone(t onrecord.EventType) bool {
	switch t {
	case "AGREE", "PROTEST", "MOBILIZE", "RETREAT", "CONCEDE":
		return true
	}
	return false
}

func isToldFuller(told []telling, t *telling) bool {
	return slices.ContainsFunc(told, func(o telling) bool {
		return o.hasRecipient && o.Type == t.Type && o.actor.actor.ID == t.actor.actor.ID
	})
}

func sameEvent(a, b *telling) bool {
	if a.Type != b.Type || a.hasRecipient != b.hasRecipient {
		return false
	}
	if a.actor.actor.ID == b.actor.actor.ID && (!a.hasRecipient || a.recipient.actor.ID == b.recipient.actor.ID) {
		return true
	}
	isMutual := a.Type == "CONSULT" || a.Type == "AGREE" || a.Type == "COOPERATE"
	return isMutual && a.hasRecipient && a.actor.actor.ID == b.recipient.actor.ID && a.recipient.actor.ID == b.actor.actor.ID
}

// join keeps the telling that stands better and adds the other's evidence to it.
func join(a, b telling) telling {
	if standing(b.Status) > standing(a.Status) {
		a, b = b, a
	}
	if a.Status == onrecord.Claimed && b.Status == onrecord.Denied && a.By != b.By {
		a.Status = onrecord.Disputed
	}
	if !a.Evidence.Overlaps(b.Evidence.Span) {
		a.Also = append(a.Also, b.Evidence)
	}
	a.Also = append(a.Also, b.Also...)
	if a.On == nil {
		a.On = b.On
	}
	if a.Place == "" {
		a.Place = b.Place
	}
	if a.Mode == "" {
		a.Mode, a.CAMEO = b.Mode, b.CAMEO
	}
	a.Certainty = max(a.Certainty, b.Certainty)
	return a
}

// standing orders statuses by how firmly a report holds to an event.
func standing(status onrecord.EventStatus) int {
	switch status {
	case onrecord.Asserted:
		return 6
	case onrecord.Disputed:
		return 5
	case onrecord.Claimed:
		return 4
	case onrecord.Past:
		return 3
	case onrecord.Planned:
		return 2
	case onrecord.Hypothetical:
		return 1
	}
	return 0
}

// judgeClaims marks the claims that their actor denies, puts the events in the
// order of their evidence and takes them out of their tellings.
func (s *scene) judgeClaims(told []telling) []onrecord.Event {
	for i := range told {
		if told[i].Status == onrecord.Claimed && s.isDeniedByActor(&told[i]) {
			told[i].Status = onrecord.Disputed
		}
	}
	slices.SortStableFunc(told, func(a, b telling) int { return a.Evidence.Start - b.Evidence.Start })
	events := make([]onrecord.Event, 0, len(told))
	for i := range told {
		events = append(events, told[i].Event)
	}
	return events
}

// isDeniedByActor looks for a denial in the name of the one who is said to have
// acted: "denied the charge", "dismissed the reports".
func (s *scene) isDeniedByActor(t *telling) bool {
	for i := range s.statements {
		st := &s.statements[i]
		if st.Kind == onrecord.Deny && st.ID != t.Claim && s.speaksFor(st, t.actor) && isHostile(t.Type) {
			return true
		}
	}
	return false
}
