package timex

import (
	"slices"
	"strings"
)

// Count is right answers among those given and those wanted.
type Count struct {
	Right, Gold, Predicted int
}

// F1 is the harmonic mean of precision and recall; 0 if there is nothing.
func (c Count) F1() float64 {
	if c.Gold+c.Predicted == 0 {
		return 0
	}
	return 2 * float64(c.Right) / float64(c.Gold+c.Predicted)
}

// Score is what a set of documents comes to. A gold time without a value is left
// out of Value, with the predicted one that it is paired with.
type Score struct {
	Strict, Relaxed, Type, Value Count
}

// join adds the counts of another set.
func (s *Score) join(o Score) {
	for _, pair := range [][2]*Count{{&s.Strict, &o.Strict}, {&s.Relaxed, &o.Relaxed}, {&s.Type, &o.Type}, {&s.Value, &o.Value}} {
		pair[0].Right += pair[1].Right
		pair[0].Gold += pair[1].Gold
		pair[0].Predicted += pair[1].Predicted
	}
}

// ScoreDocuments scores predictions that stand in the order of the gold documents.
func ScoreDocuments(gold, predicted []Document) Score {
	var s Score
	for i := range gold {
		s.add(gold[i].Timexes, predicted[i].Timexes)
	}
	return s
}

func (s *Score) add(gold, predicted []Timex) {
	for _, c := range []*Count{&s.Strict, &s.Relaxed, &s.Type, &s.Value} {
		c.Gold += len(gold)
		c.Predicted += len(predicted)
	}
	for _, g := range gold {
		if strings.TrimSpace(g.Value) == "" {
			s.Value.Gold--
		}
	}
	for i, j := range pairUp(gold, predicted) {
		if j < 0 {
			continue
		}
		g, p := gold[i], predicted[j]
		s.Relaxed.Right++
		s.Strict.Right += one(g.Start == p.Start && g.End == p.End)
		s.Type.Right += one(strings.EqualFold(strings.TrimSpace(g.Type), strings.TrimSpace(p.Type)))
		switch strings.TrimSpace(g.Value) {
		case "":
			s.Value.Predicted--
		case strings.TrimSpace(p.Value):
			s.Value.Right++
		}
	}
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// pairing pairs gold times with predicted ones.
type pairing struct {
	wishes [][]int // of a gold time: the predicted ones it overlaps, best first
	owner  []int   // of a predicted time: the gold one that has it, or -1
}

// pairUp gives each gold time its predicted one, or -1: the same spans first, then as
// many that overlap as can be had.
func pairUp(gold, predicted []Timex) []int {
	p := pairing{wishes: make([][]int, len(gold)), owner: make([]int, len(predicted))}
	exact := pairEqual(gold, predicted)
	for j := range p.owner {
		p.owner[j] = -1
	}
	taken := make([]bool, len(predicted))
	for _, j := range exact {
		if j >= 0 {
			taken[j] = true
		}
	}
	for i, g := range gold {
		if exact[i] < 0 {
			p.wishes[i] = overlapping(g, predicted, taken)
			p.place(i, make([]bool, len(predicted)))
		}
	}
	for j, i := range p.owner {
		if i >= 0 {
			exact[i] = j
		}
	}
	return exact
}

func pairEqual(gold, predicted []Timex) []int {
	at := map[[2]int][]int{}
	for j, t := range predicted {
		at[[2]int{t.Start, t.End}] = append(at[[2]int{t.Start, t.End}], j)
	}
	pairs := make([]int, len(gold))
	for i, t := range gold {
		key := [2]int{t.Start, t.End}
		pairs[i] = -1
		if same := at[key]; len(same) > 0 {
			pairs[i], at[key] = same[0], same[1:]
		}
	}
	return pairs
}

// overlapping lists the free predicted times that share a character with g, those
// that share most first.
func overlapping(g Timex, predicted []Timex, taken []bool) []int {
	var all []int
	shared := func(j int) int { return min(g.End, predicted[j].End) - max(g.Start, predicted[j].Start) }
	for j := range predicted {
		if !taken[j] && shared(j) > 0 {
			all = append(all, j)
		}
	}
	slices.SortStableFunc(all, func(a, b int) int { return shared(b) - shared(a) })
	return all
}

// place finds a partner for a gold time, moving others to their next choice if that
// leaves all with one.
func (p *pairing) place(i int, seen []bool) bool {
	for _, j := range p.wishes[i] {
		if seen[j] {
			continue
		}
		seen[j] = true
		if p.owner[j] < 0 || p.place(p.owner[j], seen) {
			p.owner[j] = i
			return true
		}
	}
	return false
}
