package events

import (
	"testing"

	"onrecord"
)

// What was told before a word is bounded: so many sentences, so many tellings, the nearest ones, and never its own.
func TestPastIsBounded(t *testing.T) {
	var told []telling
	for i := range 40 {
		told = append(told, telling{sentence: i / 10, word: onrecord.Span{Start: 10 * i, End: 10*i + 5}})
	}
	inOrder := inTextOrder(told)
	for _, c := range []struct {
		at, sentence, first, n int
	}{
		{0, 0, 0, 0},     // nothing stands before the first
		{50, 0, 0, 5},    // five do, and not the word itself
		{390, 3, 27, 12}, // the twelve nearest
		{400, 6, 30, 10}, // of the third sentence back
		{400, 7, 0, 0},   // too far back
	} {
		past := pastOf(inOrder, onrecord.Span{Start: c.at, End: c.at + 5}, c.sentence)
		if len(past) != c.n || c.n > 0 && past[0] != &told[c.first] {
			t.Errorf("at %d: %d tellings, want %d from number %d", c.at, len(past), c.n, c.first)
		}
	}
}

// Who has just acted on the one who answers is known to have.
func TestPastTellsWhoActedOnWhom(t *testing.T) {
	side := func(id string) party {
		return party{actor: &onrecord.Actor{ID: onrecord.ActorID(id), Kind: onrecord.StateActor}, name: id, side: id}
	}
	asked := telling{actor: side("NOR"), recipient: side("FIN"), hasRecipient: true, sentence: 2}
	asked.Type = "REQUEST"
	q := &question{sentence: 3, past: []*telling{&asked}}
	q.tellPast()
	from, to := member{party: side("FIN")}, member{party: side("NOR")}
	q.notePast(&from)
	q.notePast(&to)
	if got := q.deedOf(to.did & from.bore); got != "REQUEST1" {
		t.Errorf("of Norway on Finland: %q", got)
	}
	if got := q.deedOf(from.did & to.bore); got != "none" {
		t.Errorf("of Finland on Norway: %q", got)
	}
}
