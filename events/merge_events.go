package events

import (
	"slices"
	"strings"

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

// completeTellings gives hostile acts without a recipient the only opponent that
// the report gives their actor, and drops those told more fully elsewhere or
// still too poor.
func (s *scene) completeTellings(told []telling) []telling {
	told = dropCarriers(told)
	s.addressAnswers(told)
	against := opponents(told)
	var out []telling
	for _, t := range told {
		if t.hasRecipient {
			out = append(out, t)
			continue
		}
		if other, ok := against[t.actor.side]; ok && t.takesOpponent {
			side := s.partyOf(other)
			t.Recipient, t.recipient, t.hasRecipient = &side, other, true
			t.Why += " (against its only opponent here)"
			t.Certainty -= 0.2
			out = append(out, t)
			continue
		}
		if standsAlone(&t) && !isToldFuller(told, &t) {
			out = append(out, t)
		}
	}
	return out
}

// standsAlone reports whether an act without a recipient is worth telling: those
// of states, bodies and groups that name their matter by themselves.
func standsAlone(t *telling) bool {
	if t.Status == onrecord.Hypothetical {
		return false
	}
	if t.standsAlone {
		return true
	}
	switch t.Type {
	case "PROTEST":
		return true
	case "AGREE", "ACCUSE", "REQUEST", "CONCEDE":
		return isPolitical(t.actor.actor, nil) && !strings.HasPrefix(t.actor.side, "stranger/")
	case "MOBILIZE", "RETREAT", "REJECT":
		return t.actor.actor.Kind != onrecord.PersonActor || t.Mode == "resign"
	}
	return false
}

// sameEvent reports whether two tellings are of one act. A state and its organ are
// one actor here: "Oslo bombed", "its air force bombed".
func sameEvent(a, b *telling) bool {
	if a.Type != b.Type || a.hasRecipient != b.hasRecipient {
		return false
	}
	if !a.hasRecipient {
		return sameSide(a.actor, b.actor)
	}
	if sameSide(a.actor, b.actor) && sameSide(a.recipient, b.recipient) {
		return true
	}
	return isMutual(a.Type) && sameSide(a.actor, b.recipient) && sameSide(a.recipient, b.actor)
}

// join keeps the telling that stands better and adds the other's evidence to it.
func join(a, b telling) telling {
	if standing(b.Status) > standing(a.Status) {
		a, b = b, a
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

// judgeClaims marks the claims that a side of theirs denies, puts the events in
// the order of their evidence and takes them out of their tellings.
func (s *scene) judgeClaims(told []telling) []onrecord.Event {
	denials := s.readDenials()
	for i := range told {
		if told[i].Status == onrecord.Claimed && s.isDenied(&told[i], denials) {
			told[i].Status = onrecord.Disputed
		}
	}
	slices.SortStableFunc(told, func(a, b telling) int { return a.Evidence.Start - b.Evidence.Start })
	events := make([]onrecord.Event, 0, len(told))
	for i := range told {
		told[i].Country = s.countryOf(&told[i])
		events = append(events, told[i].Event)
	}
	return events
}
