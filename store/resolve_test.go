package store

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord"
)

// bearers are the names of actors by the name that is asked for.
type bearers map[string][]string

func (b bearers) ActorsNamed(_ context.Context, name string) (all []ActorCount, err error) {
	if b[FoldName(name)] != nil {
		all = append(all, ActorCount{Actor: onrecord.ActorID(FoldName(name)), N: 1})
	}
	return all, nil
}

func (b bearers) AliasesOf(_ context.Context, id onrecord.ActorID) (all []ActorCount, err error) {
	for _, name := range b[string(id)] {
		all = append(all, ActorCount{Actor: id, Name: name, N: 1})
	}
	return all, nil
}

func TestNamesThatHoldAnotherAreNotLookedFor(t *testing.T) {
	known := bearers{
		"weber":             {"weber", "anna weber", "minister weber", "anna", "weberling", "anna maria"},
		"minister weber":    {"weber", "anna weber"},
		"gazette":           {"norland gazette", "gazette of norland", "the new gazette"},
		"norland s gazette": {"gazette"},
	}
	for asked, want := range map[string][]string{
		"Weber":               {"Weber", "anna", "weberling"},
		"Minister Weber":      {"weber"},
		"the gazette":         {"the gazette", "norland gazette", "gazette of norland", "the new gazette"},
		"Norland’s “Gazette”": {"gazette"},
		"nobody":              {"nobody"},
		"…":                   {"…"},
	} {
		wants := Or{}
		for _, name := range want {
			wants = append(wants, Name{Part: By, Text: name})
		}
		got, err := Resolve(t.Context(), known, Name{Part: By, Text: asked})
		if one, isOne := got.(Name); isOne {
			got = Or{one}
		}
		if diff := cmp.Diff(Q(wants), got); diff != "" || err != nil {
			t.Errorf("%s: %v %s", asked, err, diff)
		}
	}
}
