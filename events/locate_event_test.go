package events

import (
	"testing"

	"onrecord"
)

// The countries of made-up reports must be real for the gazetteer.
var kenya = onrecord.Actor{ID: "KEN", Name: "Kenya", Kind: onrecord.StateActor, Country: "KEN"}
var uganda = onrecord.Actor{ID: "UGA", Name: "Uganda", Kind: onrecord.StateActor, Country: "UGA"}
var union = onrecord.Actor{ID: "union", Name: "Tea Workers", Kind: onrecord.OrgActor, Country: "KEN"}

func TestCountryOfEvent(t *testing.T) {
	st := newStage(t, "Nothing/nothing/PRON/2/nsubj happened/happen/VERB/0/root")
	s := newScene(load(t), st.analysis, st.resolved, nil)
	s.landKnown, s.homeLand = true, "KEN"
	s.namedLands = map[string]int{"KEN": 3}
	party := func(a *onrecord.Actor) party { return s.newParty(a, onrecord.Span{}) }
	for _, c := range []struct {
		name  string
		of    onrecord.EventType
		place string
		actor *onrecord.Actor
		other *onrecord.Actor
		want  string
	}{
		{"place", "ASSAULT", "Kampala", &kenya, &uganda, "UGA"},
		{"small place", "ASSAULT", "Nakuru", &uganda, nil, "KEN"},
		{"unknown place, both at home", "ACCUSE", "Xyzzy", &union, &kenya, "KEN"},
		{"words across a border", "ACCUSE", "", &kenya, &uganda, ""},
		{"blows across a border", "ASSAULT", "", &kenya, &uganda, "UGA"},
		{"alone at home", "REQUEST", "", &kenya, nil, "KEN"},
		{"alone elsewhere", "REQUEST", "", &uganda, nil, ""},
		{"street", "PROTEST", "", &uganda, nil, "UGA"},
	} {
		told := telling{actor: party(c.actor)}
		told.Type, told.Place = c.of, c.place
		if c.other != nil {
			told.recipient, told.hasRecipient = party(c.other), true
		}
		if got := s.countryOf(&told); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
