package relation

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"onrecord/lab/labtest"
)

func TestSpansCountCodePoints(t *testing.T) {
	rows, err := ReadRows(strings.NewReader(`{"id":"x","text":"Zoé’s party praised Łódź.","source":{"text":"Zoé","start":0,"end":3},"target":{"text":"Łódź","start":20,"end":24}}` + "\n\n"))
	if err != nil || len(rows) != 1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	q := rows[0].Question()
	if got := q.Text[q.Source.Start:q.Source.End]; got != "Zoé" {
		t.Errorf("source cuts %q", got)
	}
	if got := q.Text[q.Target.Start:q.Target.End]; got != "Łódź" {
		t.Errorf("target cuts %q", got)
	}
}

func TestPredictIgnoresGold(t *testing.T) {
	plain := `{"id":"x","text":"Oslo condemned the raid by Bergen.","source":{"start":0,"end":4},"target":{"start":27,"end":33}`
	var without, with bytes.Buffer
	if err := Predict(context.Background(), strings.NewReader(plain+"}"), &without); err != nil {
		t.Fatal(err)
	}
	if err := Predict(context.Background(), strings.NewReader(plain+`,"root":"AID","penta":2,"binary":0}`), &with); err != nil {
		t.Fatal(err)
	}
	if without.String() != with.String() || !strings.Contains(with.String(), `"id":"x"`) {
		t.Errorf("without gold %swith gold %s", &without, &with)
	}
}

func TestRowsOfOneSentenceShareAFold(t *testing.T) {
	got := foldsByText([]Row{{Text: "a"}, {Text: "b"}, {Text: "a"}, {Text: "c"}, {Text: "b"}})
	if want := []int{0, 1, 0, 2, 1}; !slices.Equal(got, want) {
		t.Errorf("folds %v, want %v", got, want)
	}
}

func TestRootOfWikiEvents(t *testing.T) {
	for _, c := range []struct {
		wiki     string
		conflict bool
		want     string
	}{
		{"Conflict.Attack.DetonateExplode", true, "ASSAULT"},
		{"Contact.Contact.Meet", false, "CONSULT"},
		{"Contact.Contact.Meet", true, ""}, // the row says otherwise
		{"Medical.Intervention.Unspecified", false, ""},
	} {
		if got := rootOf(c.wiki, c.conflict); got != c.want {
			t.Errorf("root of %s, conflict %v, is %q, want %q", c.wiki, c.conflict, got, c.want)
		}
	}
}

func TestMacroF1(t *testing.T) {
	// AGREE: P 1, R .5; REQUEST: P .5, R 1; ASSAULT: 1
	got := macroF1([][2]string{{"AGREE", "AGREE"}, {"AGREE", "REQUEST"}, {"ASSAULT", "ASSAULT"}, {"REQUEST", "REQUEST"}})
	if want := 100 * (2.0/3 + 2.0/3 + 1) / 3; got < want-1e-9 || got > want+1e-9 {
		t.Errorf("macro F1 is %v, want %v", got, want)
	}
}

// The floors are what naive Bayes over words reaches.
func TestEvaluate(t *testing.T) {
	if testing.Short() {
		t.Skip("cross-validation takes seconds")
	}
	corpora := labtest.Corpora(t, "corpora", "events", plvTrain)
	figures, err := Evaluate(context.Background(), corpora)
	if err != nil {
		t.Fatal(err)
	}
	floors := map[string]float64{
		"plv-train, 5 folds/root macro F1": 68.5, "plv-train, 5 folds/quad macro F1": 82.4, "plv-train, 5 folds/binary macro F1": 88.1,
		"aw-train, 5 folds/binary macro F1": 80,
	}
	for _, f := range figures {
		t.Logf("%s: %s %.1f", f.Set, f.Measure, f.Value)
		if floor := floors[f.Set+"/"+f.Measure]; f.Value < floor {
			t.Errorf("%s: %s is %.1f, below %.1f", f.Set, f.Measure, f.Value, floor)
		}
	}
}

func FuzzReadRows(f *testing.F) {
	f.Add(`{"id":"x","text":"a","source":{"start":0,"end":9}}`)
	f.Add(`{"id":1}`)
	f.Fuzz(func(t *testing.T, file string) {
		rows, err := ReadRows(strings.NewReader(file))
		if err != nil {
			return
		}
		for i := range rows {
			q := rows[i].Question()
			_ = q.Text[q.Source.Start:q.Source.End]
			_ = q.Text[q.Target.Start:q.Target.End]
		}
	})
}
