package gold

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"onrecord"
)

const samplesFolder = "../../testdata/reports"

func TestSamplesKeepToTheGuide(t *testing.T) {
	samples, err := LoadSamples(samplesFolder)
	if err != nil {
		t.Fatal(err)
	}
	if len(samples) < 12 {
		t.Errorf("only %d samples", len(samples))
	}
	for _, s := range samples {
		for _, fault := range s.Faults {
			t.Errorf("%s: %s", s.Name, fault)
		}
		if s.Shows == "" {
			t.Errorf("%s: no comment that says what it shows", s.Name)
		}
		if words := len(strings.Fields(s.Article.Text)); words < 120 || words > 450 {
			t.Errorf("%s: %d words, want 120 to 450", s.Name, words)
		}
		if len(s.Article.Statements) == 0 || len(s.Article.Events) == 0 {
			t.Errorf("%s: gold without statements or events", s.Name)
		}
	}
}

// TestJSONLSamplesCarryTheirText keeps the gold text and the line from drifting apart.
func TestJSONLSamplesCarryTheirText(t *testing.T) {
	samples, err := LoadSamples(samplesFolder)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range samples {
		if s.File != "report.jsonl" {
			continue
		}
		var line struct{ Text, Outlet, Title, Date string }
		if err := json.Unmarshal(s.Raw, &line); err != nil {
			t.Fatalf("%s: %v", s.Name, err)
		}
		a := &s.Article
		if line.Text != a.Text || line.Outlet != a.Outlet || line.Title != a.Headline || line.Date != a.Published {
			t.Errorf("%s: the line and its gold differ", s.Name)
		}
	}
}

func TestCheckArticleFindsFaults(t *testing.T) {
	const text = "Peru said no."
	const good = `{"id": "a", "url": null, "outlet": "", "headline": "", "byline": [], "dateline": {}, "published": null, "language": "en",
		"clutter": [], "aliases": [], "events": [], "statements": [{"speaker": "Peru", "speaker_mention": "Peru", "speaker_role": null,
		"speaker_for": "Peru", "named": true, "via": [], "cue": "said", "kind": "refuse", "form": "indirect", "content": ["no"],
		"said_on": null, "about": []}]}`
	tests := []struct{ name, from, to, want string }{
		{"good", "", "", ""},
		{"no key", `"url": null, `, "", "no url"},
		{"other id", `"id": "a"`, `"id": "b"`, "differs"},
		{"cue not in text", `"cue": "said"`, `"cue": "says"`, "cue"},
		{"kind", `"refuse"`, `"shout"`, "none of"},
		{"date", `"published": null`, `"published": "May"`, "published"},
		{"content", `["no"]`, `[]`, "no content"},
	}
	for _, test := range tests {
		faults := CheckArticle([]byte(strings.Replace(good, test.from, test.to, 1)), "a", text)
		if got := strings.Join(faults, "; "); test.want == "" && got != "" || !strings.Contains(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// silent makes entries with nothing in them.
type silent struct{}

func (silent) Read(_ context.Context, r *onrecord.Report) (*onrecord.Entry, error) {
	return &onrecord.Entry{Report: onrecord.Masthead{ID: r.ID}, Text: string(r.Raw)}, nil
}

func TestMeasureSamplesCountsEveryGoldStatement(t *testing.T) {
	samples, err := LoadSamples(samplesFolder)
	if err != nil {
		t.Fatal(err)
	}
	want := 0
	for _, s := range samples {
		want += len(s.Article.Statements)
	}
	got, err := MeasureSamples(context.Background(), silent{}, samplesFolder)
	if err != nil || got.Statements.Gold != want || got.Statements.Found != 0 {
		t.Errorf("got %+v, %v; want %d gold statements", got.Statements, err, want)
	}
}
