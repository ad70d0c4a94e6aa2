package records

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"

	"onrecord/lab/labtest"
)

func TestPredict(t *testing.T) {
	const line = `{"id":"x","date":"2015-06-09","text":"Russia accused Norway of spying.","events":[{"source":"NOR","target":"RUS","code":"070"}]}`
	var out bytes.Buffer
	if err := Predict(context.Background(), strings.NewReader(line), &out); err != nil {
		t.Fatal(err)
	}
	var got Prediction
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.ID != "x" || len(got.Events) != 1 {
		t.Fatalf("got %s, want one event", &out)
	}
	e := got.Events[0]
	if e.Type != "ACCUSE" || e.Actors[0].Code != "RUS" || e.Recipients[0].Code != "NOR" || !strings.HasPrefix(e.Code, "11") {
		t.Errorf("got %+v, want RUS ACCUSE NOR", e)
	}
}

func TestMatchedIsLargest(t *testing.T) {
	a, b := coding{label: "AID", actor: "AAA", recipient: "BBB"}, coding{label: "AID", actor: "AAA", recipient: "CCC"}
	for _, c := range []struct {
		l    level
		want int
	}{{byType, 2}, {byActor, 2}, {byBoth, 1}} {
		if got := (&tally{}).matched([]coding{a, b}, []coding{a, {label: "AID", actor: "AAA", recipient: "DDD"}}, c.l); got != c.want {
			t.Errorf("%s: %d matched, want %d", c.l, got, c.want)
		}
	}
	if got := (&tally{}).matched([]coding{a}, []coding{{label: "AID", actor: "ZZZ", recipient: "BBB"}}, byActor); got != 0 {
		t.Errorf("another actor matches: %d", got)
	}
}

func TestRootOf(t *testing.T) {
	for code, want := range map[string]string{"112": "ACCUSE", "0871": "YIELD", "090": "ACCUSE", "204": "ASSAULT", "163": "SANCTION", "010": "010", "x": "x"} {
		if got := rootOf(code); got != want {
			t.Errorf("root of %s is %q, want %q", code, got, want)
		}
	}
}

func TestShortCode(t *testing.T) {
	for code, want := range map[string]string{
		"IGOUNOMIL": "UNOMIL", "IGOEUREEC": "EUR", "PSEGZACVL": "PSECVL", "BRAPPL": "BRACVL", "PSEREBHMSGOV": "PSEREB", "---MED": "---JRN", "NO": "NO", "": "",
	} {
		if got := shortCode(code); got != want {
			t.Errorf("%q is %q, want %q", code, got, want)
		}
	}
}

func TestEvaluate(t *testing.T) {
	corpora := labtest.Corpora(t, "corpora", "events", petr2News)
	figures, err := Evaluate(context.Background(), corpora)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range figures {
		t.Logf("%s: %s %.1f", f.Set, f.Measure, f.Value)
		if f.Value < 10 {
			t.Errorf("%s is %.1f, below 10", f.Measure, f.Value)
		}
	}
}

func FuzzReadLines(f *testing.F) {
	f.Add(`{"id":"x","text":"a"}` + "\n\n{}")
	f.Add(`[1]`)
	f.Fuzz(func(_ *testing.T, file string) {
		_, _ = readLines[goldRecord](strings.NewReader(file))
	})
}
