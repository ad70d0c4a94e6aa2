package petrarch

import (
	"strings"

	"onrecord"
)

// base is the station whose resolutions are added to.
type base interface {
	Resolve(*onrecord.Analysis) *onrecord.Resolutions
}

// Resolver is a station of actors that adds those of the dictionaries to the ones
// another station finds: one for each code that a report's noun phrases have.
type Resolver struct {
	base base
	dict *Dictionaries
}

// NewResolver adds the actors of the dictionaries to those of another resolver.
func NewResolver(to base, d *Dictionaries) *Resolver { return &Resolver{to, d} }

// Resolve finds the actors of a report.
func (r *Resolver) Resolve(a *onrecord.Analysis) *onrecord.Resolutions {
	resolved := r.base.Resolve(a)
	have := map[onrecord.ActorID]bool{}
	for _, s := range a.Sentences {
		for _, c := range r.dict.CodeSentence(a, s, a.Text.Imprint.Published, Options{}) {
			for _, side := range []Side{c.Source, c.Target} {
				if id := idOf(side.Code); !have[id] {
					have[id] = true
					resolved.Actors = append(resolved.Actors, side.actor(a))
				}
			}
		}
	}
	return resolved
}

// idOf names the actor of a code in entries.
func idOf(code string) onrecord.ActorID { return onrecord.ActorID("petrarch/" + code) }

// blockLetters is the length of the parts of a code: country, then roles.
const blockLetters = 3

// actor makes an actor of a code: its first three letters are the country or the
// kind of body, the rest are roles.
func (s Side) actor(a *onrecord.Analysis) onrecord.Actor {
	made := onrecord.Actor{ID: idOf(s.Code), Name: s.show(a.Text.Cut(s.Words)), Kind: onrecord.OrgActor}
	country, roles := s.Code, ""
	if len(s.Code) > blockLetters {
		country, roles = s.Code[:blockLetters], s.Code[blockLetters:]
	}
	if country != unknownSide {
		made.Country = country
	}
	for len(roles) >= blockLetters {
		made.Sectors = append(made.Sectors, roles[:blockLetters])
		roles = roles[blockLetters:]
	}
	switch {
	case s.Name == "":
		made.Kind = onrecord.PeopleActor
	case len(made.Sectors) == 0 && !strings.HasPrefix(country, "IGO"):
		made.Kind = onrecord.StateActor
	case strings.HasPrefix(country, "IGO"):
		made.Kind = onrecord.IGOActor
	}
	return made
}
