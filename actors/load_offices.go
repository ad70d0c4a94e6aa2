package actors

import (
	"fmt"

	"onrecord"
)

// office is a body that many states have: "foreign ministry". With the country
// that the report gives it is "RUS/foreign-ministry".
type office struct {
	slug    string // "state" for the government, which is the state itself
	sectors []string
	name    string
}

const (
	officeColumns = 4
	stateOffice   = "state"
)

func (t *table) addOffice(f []string) error {
	if len(f) != officeColumns {
		return fmt.Errorf("%d columns, want %d", len(f), officeColumns)
	}
	t.offices = append(t.offices, office{slug: f[0], sectors: listed(f[1]), name: f[2]})
	for _, phrase := range listed(f[3]) {
		t.office.add(phrase, spelling{actor: int32(len(t.offices) - 1)})
	}
	return nil
}

// body makes the actor that is the office of a country.
func (o *office) body(of *entry) onrecord.Actor {
	return onrecord.Actor{
		ID: of.ID + "/" + onrecord.ActorID(o.slug), Kind: onrecord.BodyActor,
		Name: possessive(of.Name) + " " + o.name, Country: of.Country, Sectors: o.sectors,
	}
}
