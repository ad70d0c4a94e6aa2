package links

import (
	_ "embed"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"onrecord"
)

//go:embed weights.txt
var weightFile string

//go:embed answers.txt
var answerFile string

//go:embed denials.txt
var denialFile string

// Heads are the columns of weights.txt: three kinds of link; that one claim says that the other is not so; and, of
// two of which one says so, that it is a denial and not one word against another. The last is the column of
// answers.txt: that one of two claims of a report denies the other.
func Heads() []string {
	return []string{string(onrecord.Repeats), string(onrecord.Confirms), string(onrecord.Revises), "conflict", "denial", "answer"}
}

// Places of heads, and their number.
const (
	repeating = 0
	conflict  = 3
	denial    = 4
	answer    = 5
	heads     = 6
)

// Model holds for each head the weights of the features, in their order, and the log-odds from which it says yes. That
// of answers has more features, which stand behind those of any two claims.
type Model struct {
	Weights [heads][]float64
	Bounds  [heads]float64
	Denials []float64 // weights of what tells how certain a denial is
}

// learned is the model of weights.txt, answers.txt and denials.txt, which "onrecord-lab train links" writes: a name, and a
// weight for each head.
var learned = sync.OnceValue(func() *Model {
	m := &Model{}
	m.read(weightFile, FeatureNames(false), 0)
	m.read(answerFile, FeatureNames(true), answer)
	names := DenialNames()
	m.Denials = make([]float64, len(names))
	eachWeight(denialFile, func(name string, row []float64) {
		if i := slices.Index(names, name); i >= 0 && len(row) == 1 { // the tables are tested
			m.Denials[i] = row[0]
		}
	})
	return m
})

// read reads the heads of a table, from the first on.
func (m *Model) read(table string, names []string, first int) {
	eachWeight(table, func(name string, row []float64) {
		i := slices.Index(names, name)
		for k, weight := range row {
			h := first + k
			if i < 0 { // the tables are tested
				m.Bounds[h] = weight
				m.Weights[h] = make([]float64, len(names))
			} else {
				m.Weights[h][i] = weight
			}
		}
	})
}

func eachWeight(table string, do func(name string, row []float64)) {
	for line := range strings.Lines(table) {
		at := strings.LastIndex(line, ":") // some names have one too
		if strings.HasPrefix(line, "#") || at < 0 {
			continue
		}
		var row []float64
		for _, field := range strings.Fields(line[at+1:]) {
			weight, _ := strconv.ParseFloat(field, 64)
			row = append(row, weight)
		}
		do(line[:at], row)
	}
}

// odds are the log-odds of a head.
func (m *Model) odds(head int, features []feature) (sum float64) {
	for i, weight := range m.Weights[head] {
		sum += float64(features[i].value * weight) // not fused, so that every processor gives the same
	}
	return sum
}

// verdict is what a later claim does to an earlier one.
type verdict struct {
	kind      onrecord.LinkKind
	backward  bool    // from the earlier to the later: a denial that stands before what it denies
	strength  float64 // how likely by what found it
	certainty float64 // how likely by all that is known of its kind
}

// judge finds the kind of link that lies highest above its bound; ok is false if none does.
func (m *Model) judge(v *view) (best verdict, ok bool) {
	features, above, head := v.features(), 0.0, -1
	for h := range heads {
		if !v.may(h) {
			continue
		}
		if over := m.odds(h, features) - m.Bounds[h]; over > above {
			above, head = over, h
		}
	}
	if head < 0 {
		return best, false
	}
	best.kind, best.strength = onrecord.LinkKind(Heads()[head]), 1/(1+math.Exp(-above-m.Bounds[head]))
	switch {
	case head == repeating && v.figuresDiffer():
		best.kind = onrecord.Revises // the same words with another figure
	case head == conflict:
		best.kind, best.backward = v.conflictKind(m.odds(denial, features) > m.Bounds[denial])
	case head == answer:
		best.kind, best.backward = v.conflictKind(true)
	}
	best.certainty = best.strength
	if best.kind == onrecord.Denies {
		best.certainty = m.certaintyOfDenial(v)
		return best, best.certainty >= leastDenial
	}
	return best, true
}

// may leaves out what cannot be, and what is asked only where one says that the other is not so.
func (v *view) may(head int) bool {
	switch head {
	case repeating:
		return !v.areTwoBodies()
	case conflict:
		return v.mayConflict()
	case answer:
		return v.inReport() && v.mayConflict()
	}
	return head != denial
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
