package storetest

import (
	"testing"

	"onrecord/store"
)

// stateTells looks that the state of a record, where a store can tell it, is another after each change and no other time.
func stateTells(t *testing.T, s store.Store) {
	record, ok := s.(store.Overview)
	if !ok {
		t.Skip("the store has no overview")
	}
	state := func() string {
		now, err := record.State(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return now
	}
	if state() == "" {
		t.Skip("the store cannot tell its state")
	}
	before := state()
	for what, change := range map[string]func(){
		"looking": func() { find(t, s, store.Query{}) },
		"putting": func() { put(t, s, Embassy(), Harbour()) },
		"removing": func() {
			if err := s.Remove(t.Context(), "aa01"); err != nil {
				put(t, s, Embassy()) // it was not there
			}
		},
	} {
		change()
		now := state()
		if isChange := what != "looking"; (now != before) != isChange {
			t.Errorf("%s: state %q, before %q", what, now, before)
		}
		before = now
	}
}
