package events

import (
	"slices"
	"strings"

	"onrecord"
)

// isUnnamedKind reports whether an unnamed actor of the kind yields to the one
// spoken for: "officials in Oslo" are Norway.
func isUnnamedKind(kind onrecord.ActorKind) bool {
	return kind == onrecord.PersonActor || kind == onrecord.PeopleActor
}

// sideOf names what an actor belongs to: a body its state ("RUS" of
// "RUS/army"), people and places their country. Groups and states stand for
// themselves: groups fight their own state, and not all states are recognised.
func sideOf(actor *onrecord.Actor) string {
	switch actor.Kind {
	case onrecord.BodyActor:
		owner, _, isPart := strings.Cut(string(actor.ID), "/")
		if isPart {
			return owner
		}
		return firstOf(actor.Country, string(actor.ID))
	case onrecord.PeopleActor, onrecord.PlaceActor:
		return firstOf(actor.Country, string(actor.ID))
	}
	return string(actor.ID)
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// isPolitical reports whether an actor may stand in an event: those who hold or
// seek power, and persons who speak or act for somebody.
func isPolitical(actor *onrecord.Actor, res *onrecord.Resolution) bool {
	switch actor.Kind {
	case onrecord.StateActor, onrecord.BodyActor, onrecord.IGOActor, onrecord.GroupActor:
		return true
	case onrecord.OrgActor:
		return actor.Country == "NGO" || isFaction(actor.Name)
	case onrecord.PersonActor:
		if isUnnamed(actor) {
			return actor.Country != ""
		}
		return hasTitle(actor.Name) || len(actor.Roles) > 0 || actor.Country != "" || len(actor.Sectors) > 0 || res != nil && (res.For != "" || !res.Role.IsEmpty())
	case onrecord.PeopleActor:
		return actor.Country != ""
	}
	return false
}

// isUnnamed reports whether the report calls an actor by a description only.
func isUnnamed(actor *onrecord.Actor) bool { return strings.HasPrefix(string(actor.ID), "unnamed/") }

// sameSide reports whether two parties are one: organs of one state, or a state
// and one who governs it. People of a country are not its government.
func sameSide(a, b party) bool {
	if a.actor.ID == b.actor.ID {
		return a.actor.ID != "" || a.name == b.name
	}
	if governs(a.actor, b.actor) || governs(b.actor, a.actor) {
		return true
	}
	return a.side == b.side && !isUnnamedKind(a.actor.Kind) && !isUnnamedKind(b.actor.Kind)
}

func governs(person, state *onrecord.Actor) bool {
	if person.Kind != onrecord.PersonActor || state.Kind != onrecord.StateActor ||
		person.Country != string(state.ID) || !slices.Contains(person.Sectors, "GOV") {
		return false
	}
	for _, r := range person.Roles {
		if r.Of != "" && sameWords(r.Of, state.Name) {
			return true
		}
	}
	return len(person.Roles) == 0
}

// isFaction reports whether an organisation seeks power by its name: "Jana Party",
// "Movement of the Azawad".
func isFaction(name string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(name)) {
		switch word {
		case "administration", "party", "movement", "front", "army", "alliance", "coalition", "congress", "brigade", "brigades", "militia", "resistance", "guerrillas", "rebels",
			"programme", "commission", "council", "parliament", "assembly", "federation", "league", "union", "committee", "ministry", "command", "agency":
			return true
		}
	}
	return false
}

// hasTitle reports whether a name bears its office: "Information Minister Berg".
func hasTitle(name string) bool {
	for word := range strings.FieldsSeq(name) {
		switch word {
		case "Minister", "President", "Ambassador", "General", "Colonel", "Senator", "Chancellor", "Premier", "Prince", "King", "Governor", "Envoy", "Commander":
			return true
		}
	}
	return false
}
