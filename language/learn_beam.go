package language

import (
	"fmt"
	"io"
	"math/rand/v2"

	"onrecord/model"
)

const (
	gridBits = 22
	arcPrune = 15
)

// beamLearner learns the moves: each sentence is parsed with the weights as they
// are, and where the best parse outruns the gold one the most, the moves up to
// there are mended.
type beamLearner struct {
	p       *parser
	d       *desk
	learner *model.GridLearner
	quick   [folds]*model.Rows // each learned without its fold
	classes []uint8
	golds   []int32 // gold state of each step
	bests   []int32
}

// learnArcs fills p.arcs.
func learnArcs(p *parser, all []lesson, quick [folds]*model.Rows, classes []uint8, rounds int, log io.Writer) {
	full := p.quick
	l := &beamLearner{p: p, d: bareDesk(), learner: model.NewGridLearner(gridBits), quick: quick, classes: classes}
	p.arcs = l.learner
	rng := rand.New(rand.NewPCG(9, 10))
	for round := range rounds {
		wrong := 0
		for _, at := range rng.Perm(len(all)) {
			if all[at].moves != nil && !l.learn(&all[at]) {
				wrong++
			}
		}
		fmt.Fprintf(log, "parser round %d: %d of %d trees wrong\n", round+1, wrong, len(all))
	}
	p.arcs, p.quick = l.learner.Freeze(arcPrune), full
}

// learn parses a sentence and mends the weights; it reports whether the tree was right.
func (l *beamLearner) learn(in *lesson) bool {
	s := in.sentence(l.classes)
	l.p.quick = l.quick[in.fold]
	l.search(s, in.moves)
	b := &l.d.beam
	defer l.learner.Tick()
	if b.states[l.bests[len(l.bests)-1]].gold {
		return true
	}
	l.mend(s, l.worst())
	return false
}

// search runs the beam and the gold moves side by side.
func (l *beamLearner) search(s sentence, golds []uint8) {
	b := &l.d.beam
	b.start(len(s.looks))
	b.states[0].gold = true
	l.golds, l.bests = l.golds[:0], l.bests[:0]
	at := int32(0)
	for _, move := range golds {
		b.features = l.p.moveFeatures(l.d, s, &b.states[at], b.features[:0])
		score := b.states[at].score + l.learner.Score(b.features)[move]
		l.p.step(l.d, s)
		for _, live := range b.live {
			st := &b.states[live]
			st.gold = st.move == move && b.states[st.prev].gold
		}
		at = l.doGold(s, at, move, score)
		l.golds = append(l.golds, at)
		l.bests = append(l.bests, b.live[0])
	}
}

func (l *beamLearner) doGold(s sentence, at int32, move uint8, score int32) int32 {
	b := &l.d.beam
	label := uint8(0)
	if move != shift {
		head, child := b.arcOf(&b.states[at], move)
		label = l.p.quickLabel(l.d, s, head, child)
	}
	at = b.do(at, move, label)
	b.states[at].score, b.states[at].gold = score, true
	return at
}

// worst finds the step where the best parse is wrong and leads the most.
func (l *beamLearner) worst() int {
	b := &l.d.beam
	worst, lead := len(l.bests)-1, int32(-1<<30)
	for k, best := range l.bests {
		if b.states[best].gold {
			continue
		}
		if by := b.states[best].score - b.states[l.golds[k]].score; by > lead {
			worst, lead = k, by
		}
	}
	return worst
}

// mend walks both paths back from a step to where they part.
func (l *beamLearner) mend(s sentence, step int) {
	b := &l.d.beam
	for gold, best := l.golds[step], l.bests[step]; !b.states[best].gold; {
		l.update(s, gold, 1)
		l.update(s, best, -1)
		gold, best = b.states[gold].prev, b.states[best].prev
	}
}

func (l *beamLearner) update(s sentence, at int32, by float32) {
	b := &l.d.beam
	st := &b.states[at]
	b.features = l.p.moveFeatures(l.d, s, &b.states[st.prev], b.features[:0])
	l.learner.Update(b.features, int(st.move), by)
}
