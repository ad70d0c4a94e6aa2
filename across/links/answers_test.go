package links

import (
	"slices"
	"strings"
	"testing"

	"onrecord"
)

// spoken is a turn in a made-up report: who speaks, the words of the report before what is said, and what is said.
type spoken struct {
	by    onrecord.ActorID
	kind  onrecord.StatementKind
	intro string
	words string
}

// report puts turns one behind the other, each in a paragraph of its own.
func report(turns ...spoken) *onrecord.Entry {
	e := &onrecord.Entry{Report: onrecord.Masthead{ID: "aa"}, Actors: []onrecord.Actor{
		{ID: "person/berg", Name: "Berg", Kind: onrecord.PersonActor}, {ID: "person/lund", Name: "Lund", Kind: onrecord.PersonActor},
	}}
	for i, turn := range turns {
		e.Text += turn.intro + " "
		at := len(e.Text)
		e.Text += turn.words + ".\n\n"
		e.Statements = append(e.Statements, onrecord.Statement{
			ID: onrecord.StatementID(rune('a' + i)), Kind: turn.kind, Form: onrecord.Direct,
			Speaker: onrecord.Speaker{Actor: turn.by, Named: true, Kind: onrecord.PersonSpeaks},
			Content: []onrecord.Quote{{Span: onrecord.Span{Start: at, End: at + len(turn.words)}, Text: turn.words}},
		})
	}
	return e
}

// TestAnswer checks that a denial which shares no word with the charge is known by its place, and only there.
func TestAnswer(t *testing.T) {
	charge := spoken{"person/berg", onrecord.Accuse, "Berg accused Lund:", "He took the money from the drawer"}
	answer := spoken{"person/lund", onrecord.Deny, "Lund rejected this:", "I was never in that office"}
	other := spoken{"person/lund", onrecord.Assert, "Lund said of the weather:", "Rain will fall in the north"}
	for _, c := range []struct {
		name  string
		turns []spoken
		want  bool
	}{
		{"answer", []spoken{charge, answer}, true},
		{"another matter", []spoken{charge, other}, false},
	} {
		all := Within(Claims(report(c.turns...)))
		got := slices.ContainsFunc(all, func(l onrecord.Link) bool {
			return l.Kind == onrecord.Denies && l.From.Statement == "b" && l.Certainty > mostUncalled
		})
		if got != c.want {
			t.Errorf("%s: denied is %v, want %v: %v", c.name, got, c.want, all)
		}
	}
}

func TestSetting(t *testing.T) {
	claims := Claims(report(
		spoken{"person/berg", onrecord.Accuse, "Berg said", "Lund took the money"},
		spoken{"person/lund", onrecord.Assert, "But Lund replied:", "No, we were asleep"},
		spoken{"person/lund", onrecord.Assert, "", "The money is in the bank"},
	))
	if len(claims) != 3 {
		t.Fatalf("%d claims, want 3", len(claims))
	}
	for i, want := range []setting{{turn: 0, paragraph: 0, opens: true}, {turn: 1, paragraph: 1, opens: true}, {turn: 1, paragraph: 2}} {
		if at := claims[i].setting; at.turn != want.turn || at.paragraph != want.paragraph || at.opens != want.opens {
			t.Errorf("claim %d: turn %d, paragraph %d, opens %v, want %+v", i, at.turn, at.paragraph, at.opens, want)
		}
	}
	reply := claims[1].setting.signs
	for _, sign := range []signs{negatesFirst, ofFirst, contrasts, repliesAround} {
		if reply&sign == 0 {
			t.Errorf("signs of the reply are %b, and lack %b", reply, sign)
		}
	}
	if at := claims[2].setting; !slices.Equal(at.denied, []int{1}) {
		t.Errorf("denied before: %v, want the reply", at.denied)
	}
}

// TestFewAreKept checks that what is kept of each claim stays small, and that counting does not suffer.
func TestFewAreKept(t *testing.T) {
	var kept []int
	for no := range 1000 {
		kept = keep(kept, no)
	}
	if len(kept) != 2*mostCounted || countBetween(kept, 0, 3) != 3 || countBetween(kept, 997, 1000) != 3 {
		t.Errorf("kept %v", kept)
	}
}

// TestSentenceWithoutEnd checks that little is read behind a claim, and that a letter cut in two does no harm.
func TestSentenceWithoutEnd(t *testing.T) {
	text := "He lied " + strings.Repeat("é", 1000) + " and denied it"
	if found := signsAround(text, onrecord.Span{Start: 0, End: 7}, 0); found != 0 {
		t.Errorf("signs %b are read from %d bytes behind", found, len(text))
	}
}
