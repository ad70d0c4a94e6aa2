package language

import (
	"maps"
	"math/rand/v2"
	"slices"

	"onrecord/model"
)

// lesson is an example with its tree as the parser can build it.
type lesson struct {
	*example
	moves  []uint8
	heads  []int16 // as annotated
	labels []uint8
	fold   int
}

func knownLabels(sentences [][]Word) []string {
	set := map[string]bool{}
	for _, s := range sentences {
		for _, w := range s {
			set[w.Deprel] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// lessons prepares the examples for the parser.
func lessons(all []example, labels []string) []lesson {
	list := make([]lesson, 0, len(all))
	for i := range all {
		e := &all[i]
		l := lesson{example: e, fold: i % folds}
		for _, w := range e.words {
			label, _ := slices.BinarySearch(labels, w.Deprel)
			l.labels = append(l.labels, uint8(label))
			l.heads = append(l.heads, int16(w.Head))
		}
		l.moves = goldMoves(projective(l.heads))
		list = append(list, l)
	}
	return list
}

func (l *lesson) sentence(classes []uint8) sentence {
	return sentence{looks: l.looks, tags: l.tags, classes: classes}
}

// projective lifts arcs that cross others to the head above until none crosses.
func projective(heads []int16) []int16 {
	heads = slices.Clone(heads)
	for {
		child := shortestCrossing(heads)
		if child < 0 {
			return heads
		}
		heads[child] = heads[heads[child]]
	}
}

// shortestCrossing finds the child of the shortest arc that has a word under it
// which does not descend from its head; -1 if there is none.
func shortestCrossing(heads []int16) int {
	best, length := -1, len(heads)+1
	for child, head := range heads {
		if head < 0 {
			continue
		}
		from, to := min(child, int(head)), max(child, int(head))
		if to-from < length && !covers(heads, int(head), from, to) {
			best, length = child, to-from
		}
	}
	return best
}

func covers(heads []int16, head, from, to int) bool {
	for i := from + 1; i < to; i++ {
		at, steps := i, 0
		for at >= 0 && at != head && steps <= len(heads) {
			at = int(heads[at])
			steps++
		}
		if at != head {
			return false
		}
	}
	return true
}

// goldMoves builds a projective tree, arcs to the left as early as they can be.
// It gives nil for a tree that cannot be built.
func goldMoves(heads []int16) []uint8 {
	n := len(heads)
	waiting := make([]int, n) // children still to come
	for _, h := range heads {
		if h >= 0 {
			waiting[h]++
		}
	}
	var stack []int16
	var list []uint8
	for next := 0; len(list) < 2*n-1; {
		if k := len(stack); k >= 2 {
			s0, s1 := stack[k-1], stack[k-2]
			if heads[s1] == s0 && waiting[s1] == 0 {
				list, stack = append(list, left), append(stack[:k-2], s0)
				waiting[s0]--
				continue
			}
			if heads[s0] == s1 && waiting[s0] == 0 {
				list, stack = append(list, right), stack[:k-1]
				waiting[s1]--
				continue
			}
		}
		if next == n {
			return nil
		}
		list, stack = append(list, shift), append(stack, int16(next))
		next++
	}
	return list
}

const (
	labelRounds = 4
	labelMargin = 2
	labelPrune  = 9
)

// learnQuick learns to name arcs from their words alone.
func learnQuick(all []lesson, classes []uint8, labels int, leaveOut int) *model.Rows {
	return learnLabels(all, labels, leaveOut, func(l *lesson, child int, to []model.Hash) []model.Hash {
		return quickFeatures(to, l.sentence(classes), int(l.heads[child]), child)
	})
}

// learnFinal learns to name the arcs of whole trees.
func learnFinal(all []lesson, classes []uint8, labels int) *model.Rows {
	return learnLabels(all, labels, -1, func(l *lesson, child int, to []model.Hash) []model.Hash {
		return finalFeatures(to, l.sentence(classes), l.heads, l.labels, child)
	})
}

func learnLabels(all []lesson, labels, leaveOut int, features func(*lesson, int, []model.Hash) []model.Hash) *model.Rows {
	learner := model.NewRowsLearner(labels)
	scores := make([]float32, labels)
	rng := rand.New(rand.NewPCG(7, 8))
	var buf []model.Hash
	for range labelRounds {
		for _, at := range rng.Perm(len(all)) {
			l := &all[at]
			if l.fold == leaveOut {
				continue
			}
			for child, head := range l.heads {
				if head >= 0 {
					buf = features(l, child, buf[:0])
					learner.Learn(scores, buf, int(l.labels[child]), labelMargin)
				}
			}
		}
	}
	return learner.Freeze(labelPrune)
}
