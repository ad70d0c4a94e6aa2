package relation

import (
	"math"
	"slices"
	"strconv"

	"onrecord/lab"
)

// pentaOf is the class of a root: 1 verbal and 2 material cooperation, 3 verbal
// and 4 material conflict.
func pentaOf(root string) int {
	switch root {
	case "AGREE", "CONSULT", "SUPPORT":
		return 1
	case "COOPERATE", "AID", "YIELD":
		return 2
	case "REQUEST", "ACCUSE", "REJECT", "THREATEN":
		return 3
	}
	return 4
}

func binaryOf(penta int) int {
	if penta < 3 {
		return 0
	}
	return 1
}

// figures scores predictions as the corpus's own scorer does: the mean over labels
// of F1, labels being those of gold or prediction.
func figures(gold []Row, predicted []prediction, set string) []lab.Figure {
	byID := map[string]prediction{}
	for _, p := range predicted {
		byID[p.ID] = p
	}
	var root, quad, binary [][2]string // gold, predicted
	for i := range gold {
		g := &gold[i]
		p, ok := byID[g.ID]
		if !ok {
			continue
		}
		if g.Root != nil {
			root = append(root, [2]string{*g.Root, p.Root})
		}
		if g.Penta != nil {
			quad = append(quad, [2]string{strconv.Itoa(*g.Penta), strconv.Itoa(p.Penta)})
		}
		if g.Binary != nil {
			binary = append(binary, [2]string{strconv.Itoa(*g.Binary), strconv.Itoa(p.Binary)})
		}
	}
	var out []lab.Figure
	for _, level := range []struct {
		name  string
		pairs [][2]string
	}{{"root", root}, {"quad", quad}, {"binary", binary}} {
		if len(level.pairs) > 0 {
			out = append(out, lab.Figure{Task: "relation", Set: set, Measure: level.name + " macro F1", Value: macroF1(level.pairs)},
				lab.Figure{Task: "relation", Set: set, Measure: level.name + " accuracy", Value: accuracy(level.pairs)})
		}
	}
	return out
}

func macroF1(pairs [][2]string) float64 {
	hits, gold, predicted := map[string]float64{}, map[string]float64{}, map[string]float64{}
	var labels []string
	for _, p := range pairs {
		gold[p[0]]++
		predicted[p[1]]++
		if p[0] == p[1] {
			hits[p[0]]++
		}
		labels = append(labels, p[0], p[1])
	}
	slices.Sort(labels)
	labels = slices.Compact(labels)
	sum := 0.0
	for _, l := range labels {
		if n := gold[l] + predicted[l]; n > 0 {
			sum += 2 * hits[l] / n
		}
	}
	return 100 * sum / float64(len(labels))
}

func accuracy(pairs [][2]string) float64 {
	right := 0.0
	for _, p := range pairs {
		if p[0] == p[1] {
			right++
		}
	}
	return 100 * right / float64(len(pairs))
}

// rareWeight lets an example of a label that stands n times count for more:
// they count alike in the macro F1. Below twenty it would rest on too few.
func rareWeight(n int) float64 {
	return 70 / math.Max(float64(n), 20)
}

// leastCooperation is how probable the labels of cooperation must be together for a
// row to be one; set by cross-validation, as the weights below.
const leastCooperation = 0.35

// binaryWeight is that of a row that tells only of cooperation and conflict; there
// are few of cooperation.
func binaryWeight(conflict bool) float64 {
	if conflict {
		return 0.6
	}
	return 1.8
}
