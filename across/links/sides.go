package links

import (
	"slices"
	"strings"
	"time"

	"onrecord"
	"onrecord/across/words"
)

// SideOf is whose word a statement is: the state or body that the speaker speaks for,
// else the speaker; "" for the unnamed who speak for nobody known.
func SideOf(e *onrecord.Entry, s *onrecord.Statement, reader *words.Reader) onrecord.ActorID {
	if s.Speaker.For != "" {
		if id := reader.ActorNamed(s.Speaker.For); id != "" {
			return id
		}
	}
	a := actor(e, s.Speaker.Actor)
	if a == nil {
		return describedSide(s, reader)
	}
	switch {
	case a.Kind == onrecord.PersonActor:
		if id := servedBy(a, s, reader); id != "" {
			return id
		}
	case a.Kind == onrecord.BodyActor && a.Country != "":
		return onrecord.ActorID(a.Country)
	}
	if strings.HasPrefix(string(a.ID), "unnamed/") || a.Kind == onrecord.PeopleActor {
		return servedUnnamed(a)
	}
	if a.Kind == onrecord.PlaceActor {
		return ""
	}
	return a.ID
}

// servedUnnamed takes "an Egyptian envoy" to speak for his state, but not "Egyptian experts".
func servedUnnamed(a *onrecord.Actor) onrecord.ActorID {
	if a.Kind == onrecord.PersonActor && (slices.Contains(a.Sectors, "GOV") || slices.Contains(a.Sectors, "MIL")) {
		return onrecord.ActorID(a.Country)
	}
	return ""
}

// describedSide reads whom the unnamed speak for from what they are called: "an Egyptian
// envoy" speaks for Egypt, "an Egyptian farmer" does not.
func describedSide(s *onrecord.Statement, reader *words.Reader) (side onrecord.ActorID) {
	if s.Speaker.Named || s.Speaker.Kind == onrecord.BodySpeaks {
		return reader.ActorNamed(s.Speaker.Name)
	}
	isOfficial := false
	for _, t := range reader.Read("", onrecord.Quote{Text: s.Speaker.Name}) {
		isOfficial = isOfficial || t.Class&words.Officials != 0
		if t.Actor != "" && side == "" {
			side = t.Actor
		}
	}
	if !isOfficial {
		return ""
	}
	return side
}

// servedBy is whom a person's roles serve at the time of the statement.
func servedBy(a *onrecord.Actor, s *onrecord.Statement, reader *words.Reader) onrecord.ActorID {
	var day onrecord.Date
	if s.SaidOn != nil {
		day = s.SaidOn.From
	}
	for _, role := range a.Roles {
		if role.Of != "" && !isOver(role, day) {
			return reader.ActorNamed(role.Of)
		}
	}
	return ""
}

func isOver(role onrecord.Role, day onrecord.Date) bool {
	end, ended := role.To.Last()
	now, known := day.First()
	return ended && known && end.Before(now) || ended && !known
}

func actor(e *onrecord.Entry, id onrecord.ActorID) *onrecord.Actor {
	for i := range e.Actors {
		if e.Actors[i].ID == id {
			return &e.Actors[i]
		}
	}
	return nil
}

// dayOf is the day on which a statement was said, if the report tells, else published.
func dayOf(e *onrecord.Entry, s *onrecord.Statement) int {
	if s.SaidOn != nil {
		if day := DayOf(s.SaidOn.From); day != 0 {
			return day
		}
	}
	if e.Report.Published != nil {
		return DayOf(*e.Report.Published)
	}
	return 0
}

// DayOf counts the days from 1 January 1 to the first day of a date; 0 if unknown.
func DayOf(d onrecord.Date) int {
	first, ok := d.First()
	if !ok {
		return 0
	}
	return int((first.Unix()-time.Time{}.Unix())/(24*60*60)) + 1
}
