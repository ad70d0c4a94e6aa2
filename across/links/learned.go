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

// Weights tell how much each feature speaks for two claims being about one thing, in log-odds; 0 is
// where they are taken to be.
type Weights struct{ Own, Other []float64 }

// learned is the table of weights.txt, which "onrecord-lab train links" writes: a name, and the weights for
// claims of one side and of two.
var learned = sync.OnceValue(func() Weights {
	w := Weights{make([]float64, len(FeatureNames())), make([]float64, len(FeatureNames()))}
	place := map[string]int{}
	for i, name := range FeatureNames() {
		place[name] = i
	}
	for line := range strings.Lines(weightFile) {
		name, list, _ := strings.Cut(line, ":")
		i, known := place[name]
		if fields := strings.Fields(list); known && len(fields) == 2 { // the table is tested
			w.Own[i], _ = strconv.ParseFloat(fields[0], 64)
			w.Other[i], _ = strconv.ParseFloat(fields[1], 64)
		}
	}
	return w
})

// SameSide reports whether two claims are the word of one side, or of one person.
func SameSide(x, y *Claim) bool { p := pair{earlier: x, later: y}; return p.sameSide() }

// odds are the log-odds of two claims being about one thing.
func (w *Weights) odds(x, y *Claim) float64 {
	features, weights := Features(x, y), w.Other
	if features == nil {
		return math.Inf(-1)
	}
	if SameSide(x, y) {
		weights = w.Own
	}
	sum := 0.0
	for i, f := range features {
		sum += f * weights[i]
	}
	return sum
}

// judgeLearned looks at two claims in which the rules find nothing.
func judgeLearned(x, y *Claim) (p pair, v verdict) {
	w := learned()
	odds := w.odds(x, y)
	if odds <= 0 {
		return p, v
	}
	p = closest(x, y)
	v.certainty, v.why = 1/(1+math.Exp(-odds))-0.2, "fits by weight"
	switch {
	case p.sameSide():
		v.kind = p.ownKind()
	default:
		v.kind, v.backward = p.otherKind()
	}
	return p, v
}

// ownKind tells what a statement does to another of its side about the same thing. Nobody says the opposite
// in one breath: what looks so there, right behind the other, are other words for it.
func (p *pair) ownKind() onrecord.LinkKind {
	inOne := p.earlier.Report == p.later.Report
	switch {
	case inOne && p.isOpposed() && !(p.later.Quoted && p.later.No == p.earlier.No+1):
		return ""
	case inOne:
		return onrecord.Repeats
	case p.isOpposed(), p.a.If != p.b.If, p.figuresDiffer():
		return onrecord.Revises
	}
	return onrecord.Repeats
}

// otherKind tells what a statement does to one of another side about the same thing.
func (p *pair) otherKind() (kind onrecord.LinkKind, backward bool) {
	isAttitude := p.o.attitude || isAttitude(p.earlier) || isAttitude(p.later)
	switch {
	case p.earlier.Denies && p.later.Denies:
		return "", false
	case p.later.Denies:
		return onrecord.Denies, false
	case p.earlier.Denies && p.days() == 0:
		return onrecord.Denies, true
	case isAttitude:
		return "", false
	case p.isOpposed() && concerns(p.earlier, p.later.Side):
		return onrecord.Denies, false
	case p.earlier.Denies, p.isOpposed() && p.tellsDeed(), p.figuresDiffer():
		return onrecord.Contradicts, false
	case p.later.Confirms:
		return onrecord.Confirms, false
	}
	return "", false
}

// tellsDeed reports whether each clause tells the other's deed.
func (p *pair) tellsDeed() bool { return p.o.deeds && sharesDeed(p.a, p.b) && sharesDeed(p.b, p.a) }
