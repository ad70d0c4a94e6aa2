package web

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "take the figures of scores.tsv from lab/scores.md")

// TestScoresAreThoseOfTheLab holds every figure of the quality page against the lab's.
func TestScoresAreThoseOfTheLab(t *testing.T) {
	measured := labScores(t)
	var table strings.Builder
	for _, part := range readScores() {
		for _, s := range part.Scores {
			s.Figure, s.Held = meanOf(t, measured, s, s.Sets), meanOf(t, measured, s, s.HeldSets)
			fmt.Fprintln(&table, strings.Join([]string{
				s.Part, s.What, s.On, s.Task, s.Measure, strings.Join(s.Sets, ";"), strings.Join(s.HeldSets, ";"), s.Figure, s.Held,
			}, "\t"))
		}
	}
	if *update {
		if err := os.WriteFile("scores.tsv", []byte(table.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if table.String() != scoresTable {
		t.Errorf("scores.tsv has other figures than lab/scores.md: go test ./web -run Scores -update\n%s", table.String())
	}
}

// labScores reads the figures of lab/scores.md by task, set and measure.
func labScores(t *testing.T) map[string]float64 {
	t.Helper()
	page, err := os.ReadFile("../lab/scores.md")
	if err != nil {
		t.Fatal(err)
	}
	measured, task := map[string]float64{}, ""
	for line := range strings.Lines(string(page)) {
		if name, isTask := strings.CutPrefix(line, "## "); isTask {
			task = strings.TrimSpace(name)
		}
		cells := strings.Split(line, " | ")
		if len(cells) < 3 {
			continue
		}
		if figure, err := strconv.ParseFloat(cells[2], 64); err == nil {
			measured[task+"/"+strings.TrimPrefix(cells[0], "| ")+"/"+cells[1]] = figure
		}
	}
	return measured
}

func meanOf(t *testing.T, measured map[string]float64, s score, sets []string) string {
	t.Helper()
	sum := 0.0
	for _, set := range sets {
		if set == none {
			return none
		}
		figure, known := measured[s.Task+"/"+set+"/"+s.Measure]
		if !known {
			t.Errorf("lab/scores.md has no %s of %s in %s", s.Measure, set, s.Task)
		}
		sum += figure
	}
	return fmt.Sprintf("%.1f", sum/float64(len(sets)))
}
