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

// weights tell how much each feature speaks for two claims being about one thing, in log-odds above the bound from
// which they are taken to be.
type weights struct{ own, other []float64 }

// belowEven is how much less certain a link at the bound is than even odds.
const belowEven = 0.2

// learned is the table of weights.txt, which "onrecord-lab train links" writes: a name, and the weights for
// claims of one side and of two.
var learned = sync.OnceValue(func() weights {
	w := weights{make([]float64, len(FeatureNames())), make([]float64, len(FeatureNames()))}
	place := map[string]int{}
	for i, name := range FeatureNames() {
		place[name] = i
	}
	for line := range strings.Lines(weightFile) {
		name, list, _ := strings.Cut(line, ":")
		i, known := place[name]
		if fields := strings.Fields(list); known && len(fields) == 2 { // the table is tested
			w.own[i], _ = strconv.ParseFloat(fields[0], 64)
			w.other[i], _ = strconv.ParseFloat(fields[1], 64)
		}
	}
	return w
})

// SameSide reports whether two claims are the word of one side, or of one person.
func SameSide(x, y *Claim) bool { p := pair{earlier: x, later: y}; return p.sameSide() }

// odds are the log-odds of two claims being about one thing.
func (w *weights) odds(x, y *Claim) (sum float64) {
	side := w.other
	if SameSide(x, y) {
		side = w.own
	}
	for i, f := range Features(x, y) {
		sum += float64(f * side[i]) // not fused, so that every processor gives the same
	}
	return sum
}

// judgeLearned looks at two claims in which the rules find nothing.
func judgeLearned(x, y *Claim) (p pair, v verdict) {
	w := learned()
	if p = closest(x, y); p.a == nil || !p.mayFit() {
		return p, v
	}
	odds := w.odds(x, y)
	if odds <= 0 {
		return p, v
	}
	v.certainty, v.why = 1/(1+math.Exp(-odds))-belowEven, "fits by weight"
	if p.sameSide() {
		v.kind = p.ownKind()
	} else {
		v.kind, v.backward = p.otherKind()
	}
	return p, v
}

// mayFit leaves out claims that share no word, but for a quotation behind what its speaker is reported to say.
func (p *pair) mayFit() bool {
	return p.o.shared > 0 || p.sameSide() && inOwnNext(p.earlier, p.later)
}

// ownKind tells what a statement does to another of its side about the same thing. Nobody says the opposite
// in one breath: what looks so there, right behind the other, are other words for it.
func (p *pair) ownKind() onrecord.LinkKind {
	inOne := p.earlier.Report == p.later.Report
	switch {
	case inOne && p.isOpposed() && !inOwnNext(p.earlier, p.later):
		return ""
	case inOne:
		return onrecord.Repeats
	case !p.isOpposed() && p.a.If == p.b.If && !p.figuresDiffer():
		return onrecord.Repeats
	case isAttitude(p.earlier) != isAttitude(p.later):
		return "" // where one stands, and what is so
	}
	return onrecord.Revises
}

// otherKind tells what a statement does to one of another side about the same thing.
func (p *pair) otherKind() (kind onrecord.LinkKind, backward bool) {
	isAttitude := p.o.attitude || isAttitude(p.earlier) || isAttitude(p.later)
	switch {
	case p.earlier.Denies && p.later.Denies:
		return "", false
	case p.later.Confirms && !p.isOpposed():
		return onrecord.Confirms, false
	case p.days() > nearDays: // what is not so is said soon
		return "", false
	case p.later.Denies && concerns(p.earlier, p.later.Side):
		return onrecord.Denies, false
	case p.earlier.Denies && p.days() == 0 && concerns(p.later, p.earlier.Side):
		return onrecord.Denies, true
	case isAttitude, p.a.If, p.b.If:
		return "", false
	case p.isOpposed() && concerns(p.earlier, p.later.Side):
		return onrecord.Denies, false
	case p.isOpposed() && p.tellsDeed(), p.figuresDiffer():
		return onrecord.Contradicts, false
	}
	return "", false
}

// tellsDeed reports whether each clause tells the other's deed.
func (p *pair) tellsDeed() bool { return p.o.deeds && sharesDeed(p.a, p.b) && sharesDeed(p.b, p.a) }
