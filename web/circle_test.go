package web

import (
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"testing"

	"onrecord"
	"onrecord/across"
)

// ring is n actors of whom each speaks of all others.
func ring(n int) (nodes []across.Actor, edges []edge) {
	for i := range n {
		nodes = append(nodes, across.Actor{ID: onrecord.ActorID(fmt.Sprint(i)), Name: "Cooperative Organisation of Northern Fishermen"})
	}
	for i, from := range nodes {
		for j, to := range nodes {
			if i != j {
				edges = append(edges, edge{From: from, To: to, N: i + j})
			}
		}
	}
	return nodes, edges
}

// TestCircleStaysInItsFrame draws networks of all sizes with long names.
func TestCircleStaysInItsFrame(t *testing.T) {
	const letter = 6.2 // how wide letters of a label are in the middle
	for n := 2; n <= mostNodes; n++ {
		nodes, edges := ring(n)
		c := newCircle(nodes, nodes[0].ID, edges)
		if len(c.Nodes) != n || len(c.Drawn) != min(mostEdges, len(edges)) || c.Hidden()+len(c.Drawn) != len(edges) {
			t.Errorf("%d actors: %d nodes, %d edges of %d", n, len(c.Nodes), len(c.Drawn), len(edges))
		}
		for _, one := range c.Nodes {
			from, to := one.LabelX, one.LabelX
			if one.Anchor != "start" {
				from -= letter * mostLetters
			}
			if one.Anchor != "end" {
				to += letter * mostLetters
			}
			last := one.LabelY + lineHigh*float64(len(one.Lines)-1)
			if from < 0 || to > circleWidth || one.LabelY < lineHigh-2 || last > circleHeight-3 {
				t.Errorf("%d actors: a label from %.0f, %.0f to %.0f, %.0f", n, from, one.LabelY, to, last)
			}
		}
		for _, e := range c.Drawn {
			checkInside(t, e.Path)
		}
		if again := newCircle(nodes, nodes[0].ID, edges); !reflect.DeepEqual(c, again) {
			t.Errorf("%d actors are drawn in two ways", n)
		}
	}
}

var coordinate = regexp.MustCompile(`[-0-9.]+`)

func checkInside(t *testing.T, path string) {
	t.Helper()
	numbers := coordinate.FindAllString(path, -1)
	if len(numbers) != 6 {
		t.Fatalf("%q is no arc", path)
	}
	for i, number := range numbers {
		at, err := strconv.ParseFloat(number, 64)
		if err != nil || at < 0 || i%2 == 0 && at > circleWidth || i%2 == 1 && at > circleHeight {
			t.Errorf("%q leaves the frame", path)
		}
	}
}

func TestCircleLeavesOutWhoTouchesNothing(t *testing.T) {
	nodes, _ := ring(3)
	c := newCircle(nodes, "", []edge{{From: nodes[0], To: nodes[2], N: 4}, {From: nodes[2], To: nodes[0], N: 1}})
	if len(c.Nodes) != 2 || c.Nodes[1].ID != nodes[2].ID {
		t.Errorf("shown: %v", c.Nodes)
	}
	if c.Drawn[0].Path == c.Drawn[1].Path || c.Drawn[1].Wide != 5 {
		t.Errorf("drawn: %+v", c.Drawn)
	}
	if empty := newCircle(nodes, "", nil); len(empty.Nodes)+len(empty.Drawn) != 0 {
		t.Errorf("nothing is drawn as %+v", empty)
	}
}

func TestLabelLines(t *testing.T) {
	for name, want := range map[string][]string{
		"Russia":                      {"Russia"},
		"Islamic State":               {"Islamic State"},
		"Russia's foreign ministry":   {"Russia's", "foreign mini…"},
		"Union of Northern Fishermen": {"Union of", "Northern Fis…"},
		"Verwaltungsgerichtsbarkeit":  {"Verwaltungsg…"},
		"Общество любителей словесности": {"Общество", "любителей сл…"},
		"": nil,
	} {
		if got := labelLines(name); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
