package model

// RowsLearner learns [Rows] as an averaged perceptron.
type RowsLearner struct {
	classes int
	rows    map[Hash]int32
	cells   [][]learned
	now     float64 // number of examples seen, from 1
}

// learned is a weight on its way. Its average is weight - total/now.
type learned struct {
	class  uint16
	weight float32
	total  float64
}

// NewRowsLearner makes a learner of so many classes.
func NewRowsLearner(classes int) *RowsLearner {
	return &RowsLearner{classes: classes, rows: map[Hash]int32{}, now: 1}
}

// Score adds up the weights of the features as they are now.
func (l *RowsLearner) Score(scores []float32, features []Hash) {
	clear(scores)
	for _, f := range features {
		at, ok := l.rows[f]
		if !ok {
			continue
		}
		for _, c := range l.cells[at] {
			scores[c.class] += c.weight
		}
	}
}

// Learn scores an example and mends the weights if the gold class does not win
// by the margin. It gives the class that was best before.
func (l *RowsLearner) Learn(scores []float32, features []Hash, gold int, margin float32) int {
	l.Score(scores, features)
	best, rival := 0, -1
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
		if i != gold && (rival < 0 || s > scores[rival]) {
			rival = i
		}
	}
	if rival >= 0 && scores[gold] <= scores[rival]+margin {
		l.Update(features, gold, 1)
		l.Update(features, rival, -1)
	}
	l.now++
	return best
}

// Update adds a step to the weights of a class.
func (l *RowsLearner) Update(features []Hash, class int, step float32) {
	for _, f := range features {
		at, ok := l.rows[f]
		if !ok {
			at = int32(len(l.cells))
			l.rows[f] = at
			l.cells = append(l.cells, nil)
		}
		l.cells[at] = bump(l.cells[at], uint16(class), step, l.now)
	}
}

// Tick counts an example that was handled by Update.
func (l *RowsLearner) Tick() { l.now++ }

func bump(row []learned, class uint16, step float32, now float64) []learned {
	for i := range row {
		if row[i].class == class {
			row[i].weight += step
			row[i].total += float64(step) * now
			return row
		}
	}
	return append(row, learned{class, step, float64(step) * now})
}

// Freeze averages and quantises. Weights that round to less than prune steps
// are dropped.
func (l *RowsLearner) Freeze(prune int) *Rows {
	kept := map[Hash][]cell{}
	for f, at := range l.rows {
		var row []cell
		for _, c := range l.cells[at] {
			w := toSteps(float64(c.weight) - c.total/l.now)
			if int(w) >= prune || int(w) <= -prune {
				row = append(row, cell{c.class, w})
			}
		}
		if len(row) > 0 {
			kept[f] = row
		}
	}
	return rowsOf(l.classes, kept)
}

// rowsOf lays rows out by ascending key, so that equal rows make equal files.
func rowsOf(classes int, kept map[Hash][]cell) *Rows {
	r := newRows(classes, len(kept))
	for _, f := range sortedKeys(kept) {
		row := kept[f]
		sortCells(row)
		at := r.claim(f)
		r.slots[at].start = uint32(len(r.cells))
		r.cells = append(r.cells, row...)
		r.cells[len(r.cells)-1].class |= lastCell
	}
	return r
}
