package model

// RowsLearner learns [Rows] as an averaged perceptron.
type RowsLearner struct {
	classes int
	slots   []learnSlot // open-addressed, at most half full
	used    int
	cells   []learned
	now     float64 // number of examples seen, from 1
}

// learnSlot says where the row of a feature lies among the cells. Key 0 is empty.
type learnSlot struct {
	key      Hash
	start    int32
	len, cap uint16
}

// learned is a weight on its way. Its average is weight - total/now.
type learned struct {
	total  float64
	weight float32
	class  uint16
}

// NewRowsLearner makes a learner of so many classes, 256 at most.
func NewRowsLearner(classes int) *RowsLearner {
	return &RowsLearner{classes: classes, slots: make([]learnSlot, 1<<12), now: 1}
}

// find gives the slot of a feature, or the empty slot where it belongs.
func (l *RowsLearner) find(f Hash) *learnSlot {
	mask := uint32(len(l.slots) - 1)
	for at := uint32(f) & mask; ; at = (at + 1) & mask {
		if s := &l.slots[at]; s.key == f || s.key == 0 {
			return s
		}
	}
}

func (l *RowsLearner) row(s *learnSlot) []learned {
	return l.cells[s.start : int(s.start)+int(s.len)]
}

// Score adds up the weights of the features as they are now.
func (l *RowsLearner) Score(scores []float32, features []Hash) {
	clear(scores)
	for _, f := range features {
		if s := l.find(f); s.key != 0 {
			for _, c := range l.row(s) {
				scores[c.class] += c.weight
			}
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
		c := l.cell(f, uint16(class))
		c.weight += step
		c.total += float64(step) * l.now
	}
}

// Tick counts an example that was handled by Update.
func (l *RowsLearner) Tick() { l.now++ }

// cell gives the weight of a feature for a class, making it if need be.
func (l *RowsLearner) cell(f Hash, class uint16) *learned {
	s := l.find(f)
	if s.key == 0 {
		s = l.claim(f)
	}
	row := l.row(s)
	for i := range row {
		if row[i].class == class {
			return &row[i]
		}
	}
	if s.len == s.cap {
		l.move(s)
	}
	at := int(s.start) + int(s.len)
	s.len++
	l.cells[at] = learned{class: class}
	return &l.cells[at]
}

// move gives a full row twice the room at the end of the cells.
func (l *RowsLearner) move(s *learnSlot) {
	start := len(l.cells)
	l.cells = append(l.cells, l.row(s)...)
	s.cap = max(2, 2*s.cap)
	for len(l.cells) < start+int(s.cap) {
		l.cells = append(l.cells, learned{})
	}
	s.start = int32(start)
}

// claim takes the slot of a new feature, widening the table when it is half full.
func (l *RowsLearner) claim(f Hash) *learnSlot {
	if l.used++; 2*l.used > len(l.slots) {
		old := l.slots
		l.slots = make([]learnSlot, 2*len(old))
		for _, s := range old {
			if s.key != 0 {
				*l.find(s.key) = s
			}
		}
	}
	s := l.find(f)
	s.key = f
	return s
}

// Freeze averages and quantises. Weights that round to less than prune steps
// are dropped.
func (l *RowsLearner) Freeze(prune int) *Rows {
	kept := map[Hash][]cell{}
	for i := range l.slots {
		s := &l.slots[i]
		if s.key == 0 {
			continue
		}
		var row []cell
		for _, c := range l.row(s) {
			w := toSteps(float64(c.weight) - c.total/l.now)
			if int(w) >= prune || int(w) <= -prune {
				row = append(row, cell{class: uint8(c.class), weight: w})
			}
		}
		if len(row) > 0 {
			kept[s.key] = row
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
		r.cells[len(r.cells)-1].last = true
	}
	return r
}
