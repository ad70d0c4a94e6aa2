package lab

import (
	"strings"
	"testing"
)

func TestFloorsCatchALowerFigure(t *testing.T) {
	figures := []Figure{{"ud", "dev", "LAS", 80}, {"ner", "dev", "F1", 70}}
	for _, c := range []struct {
		name   string
		floors map[string]float64
		want   string
	}{
		{"kept", map[string]float64{"ud/dev/LAS": 80}, ""},
		{"broken", map[string]float64{"ud/dev/LAS": 80.5}, "ud/dev/LAS: 80.00 is below the floor 80.50"},
		{"gone", map[string]float64{"ud/dev/UAS": 80}, "ud/dev/UAS: no figure"},
		{"task not measured", map[string]float64{"coref/dev/F1": 99}, ""},
	} {
		err := CheckFloors(figures, c.floors)
		if got := err != nil; got != (c.want != "") || got && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}

func TestScoresShowFloors(t *testing.T) {
	var b strings.Builder
	if err := WriteScores(&b, []Figure{{"ud", "dev", "LAS", 80.123}}, map[string]float64{"ud/dev/LAS": 78}); err != nil {
		t.Fatal(err)
	}
	if want := "| dev | LAS | 80.12 | 78.0 |"; !strings.Contains(b.String(), want) {
		t.Errorf("no line %q in\n%s", want, b.String())
	}
}
