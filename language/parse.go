package language

import (
	"slices"

	"onrecord/model"
)

// parser finds the tree of a tagged sentence. The beam search decides the arcs;
// quick names an arc while the tree grows, final names it when the tree stands.
type parser struct {
	labels []string
	root   uint8
	arcs   arcScorer
	quick  *model.Rows
	final  *model.Rows
	width  int
}

// arcScorer scores the moves: a [model.Grid], or its learner while it learns.
type arcScorer interface {
	Score(features []model.Hash) [model.GridClasses]int32
}

const beamWidth = 5

func (p *parser) labelName(label uint8) string { return p.labels[label] }

// labelNumber finds a label by name; weights that do not know it keep the old one.
func (p *parser) labelNumber(name string, old uint8) uint8 {
	if i := slices.Index(p.labels, name); i >= 0 {
		return uint8(i)
	}
	return old
}

// parse leaves heads and labels on the desk. Heads count from the sentence's start.
func (p *parser) parse(d *desk, s sentence) {
	n := len(s.looks)
	d.beam.start(n)
	for range 2*n - 1 {
		p.step(d, s)
	}
	d.readHeads(d.beam.live[0], n)
	p.nameArcs(d, s)
}

// step makes the best moves of all live states.
func (p *parser) step(d *desk, s sentence) {
	b := &d.beam
	n := len(s.looks)
	b.found = b.found[:0]
	for _, at := range b.live {
		st := &b.states[at]
		b.features = p.moveFeatures(d, s, st, b.features[:0])
		scores := p.arcs.Score(b.features)
		for m := uint8(0); m < moves; m++ {
			if st.canDo(m, n) {
				b.offer(candidate{st.score + scores[m], at, m}, p.width)
			}
		}
	}
	p.makeMoves(d, s)
}

func (p *parser) makeMoves(d *desk, s sentence) {
	b := &d.beam
	b.live = b.live[:0]
	for _, c := range b.found {
		label := uint8(0)
		if c.move != shift {
			head, child := b.arcOf(&b.states[c.from], c.move)
			label = p.quickLabel(d, s, head, child)
		}
		to := b.do(c.from, c.move, label)
		b.states[to].score = c.score
		b.live = append(b.live, to)
	}
}

// readHeads walks back from the last state and writes the heads.
func (d *desk) readHeads(last int32, n int) {
	d.heads = d.heads[:0]
	for range n {
		d.heads = append(d.heads, -1)
	}
	b := &d.beam
	for at := last; at > 0; at = b.states[at].prev {
		st := &b.states[at]
		if st.move != shift {
			head, child := b.arcOf(&b.states[st.prev], st.move)
			d.heads[child] = head
		}
	}
}

// quickLabel names an arc from its two words alone, once for each pair.
func (p *parser) quickLabel(d *desk, s sentence, head, child int16) uint8 {
	at := int(head)*len(s.looks) + int(child)
	if d.beam.arcs[at] == noLabel {
		scores := d.scores[:len(p.labels)]
		p.quick.Score(scores, quickFeatures(d.features[:0], s, int(head), int(child)))
		d.beam.arcs[at] = uint8(model.Best(scores))
	}
	return d.beam.arcs[at]
}
