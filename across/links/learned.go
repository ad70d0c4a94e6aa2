package links

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"

	"onrecord"
)

//go:embed weights.txt
var weightFile string

// Heads are the columns of weights.txt: three kinds of link; that one claim says that the other is not so; and, of
// two of which one says so, that it is a denial and not one word against another.
func Heads() []string {
	return []string{string(onrecord.Repeats), string(onrecord.Confirms), string(onrecord.Revises), "conflict", "denial"}
}

// Places of heads, and their number.
const (
	repeating = 0
	conflict  = 3
	denial    = 4
	heads     = 5
)

// Model holds for each head the weights of the features, in their order, and the log-odds from which it says yes.
type Model struct {
	Weights [heads][]float64
	Bounds  [heads]float64
}

// learned is the model of weights.txt, which "onrecord-lab train links" writes: a name, and a weight for each head.
var learned = sync.OnceValue(func() *Model {
	m, place := &Model{}, map[string]int{}
	for i, name := range FeatureNames() {
		place[name] = i
	}
	for h := range heads {
		m.Weights[h] = make([]float64, len(place))
	}
	eachWeight(func(name string, row [heads]float64) {
		i, known := place[name]
		for h := range heads {
			if known { // the table is tested
				m.Weights[h][i] = row[h]
			} else {
				m.Bounds[h] = row[h]
			}
		}
	})
	return m
})

func eachWeight(do func(name string, row [heads]float64)) {
	for line := range strings.Lines(weightFile) {
		name, list, _ := strings.Cut(line, ":")
		fields := strings.Fields(list)
		if strings.HasPrefix(line, "#") || len(fields) != heads {
			continue
		}
		var row [heads]float64
		for h := range row {
			row[h], _ = strconv.ParseFloat(fields[h], 64)
		}
		do(name, row)
	}
}

// odds are the log-odds of a head.
func (m *Model) odds(head int, features []feature) (sum float64) {
	for i, f := range features {
		sum += float64(f.value * m.Weights[head][i]) // not fused, so that every processor gives the same
	}
	return sum
}

// verdict is what a later claim does to an earlier one.
type verdict struct {
	kind      onrecord.LinkKind
	backward  bool // from the earlier to the later: a denial that stands before what it denies
	certainty float64
}

// judge finds the kind of link that lies highest above its bound; ok is false if none does.
func (m *Model) judge(v *view) (best verdict, ok bool) {
	features, above, head := v.features(), 0.0, -1
	for h := range denial {
		if h == repeating && v.areTwoBodies() || h == conflict && !v.mayConflict() {
			continue
		}
		if over := m.odds(h, features) - m.Bounds[h]; over > above {
			above, head = over, h
		}
	}
	if head < 0 {
		return best, false
	}
	best.kind, best.certainty = onrecord.LinkKind(Heads()[head]), 1/(1+math.Exp(-above-m.Bounds[head]))
	switch {
	case best.kind == onrecord.Repeats && v.figuresDiffer():
		best.kind = onrecord.Revises // the same words with another figure
	case head == conflict:
		best.kind, best.backward = v.conflictKind(m.odds(denial, features) > m.Bounds[denial])
	}
	return best, true
}

// conflictKind turns round what a denial stands before, unless a day or more lies between: that was said in spite of it.
func (v *view) conflictKind(isDenial bool) (kind onrecord.LinkKind, backward bool) {
	isBefore := v.earlier.Denies && !v.later.Denies ||
		v.earlier.Report == v.later.Report && v.toEarlier > 0 && negated(v.earlier, v.a) && !negated(v.later, v.b)
	if !isDenial || isBefore && v.after > 0 {
		return onrecord.Contradicts, false
	}
	return onrecord.Denies, isBefore
}
