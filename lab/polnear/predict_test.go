package polnear

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"
)

func TestPredictWritesItsOwnFormat(t *testing.T) {
	text := "“Né à Oslo,” said Zoë Ålund.\n\nShe added that the talks in Kraków had failed."
	line, err := json.Marshal(Article{ID: "a", Publisher: "gazette", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Predict(context.Background(), bytes.NewReader(append(line, '\n')), &out); err != nil {
		t.Fatal(err)
	}
	got, err := ReadArticles(&out)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got[0].ID != "a" || got[0].Text != text {
		t.Fatalf("wrote %+v", got)
	}
	var found []string
	r := countRunes(text)
	cut := func(spans [][2]int) string {
		var pieces []string
		for _, s := range r.spans(spans) {
			pieces = append(pieces, text[s.Start:s.End])
		}
		return strings.Join(pieces, " … ")
	}
	for _, a := range got[0].Attributions {
		found = append(found, cut(a.Source)+" | "+cut(a.Cue)+" | "+cut(a.Content))
	}
	want := []string{"Zoë Ålund | said | “Né à Oslo,”", "She | added | that the talks in Kraków had failed"}
	if strings.Join(found, "\n") != strings.Join(want, "\n") {
		t.Errorf("found %q, want %q", found, want)
	}
}

func TestPredictOfNothing(t *testing.T) {
	var out bytes.Buffer
	if err := Predict(context.Background(), strings.NewReader(""), &out); err != nil || out.Len() != 0 {
		t.Errorf("wrote %q, error %v", out.String(), err)
	}
}
