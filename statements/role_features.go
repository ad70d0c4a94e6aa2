package statements

// The labels of a word in one cue's frame.
const (
	outside = iota
	inSource
	inCue
	inContent
	roleLabels
)

// features describes word i (a token index) in the cue's frame.
func (v *roleView) features(i int, out []uint32) []uint32 {
	b := &bag{out: out}
	k := i - v.first
	w, c := v.words[i], v.words[v.cue]
	n1, n2, p1, p2 := v.at(i+1, v.first, v.end), v.at(i+2, v.first, v.end), v.at(i-1, v.first, v.end), v.at(i-2, v.first, v.end)
	side := uint64(0)
	if i < v.cue {
		side = 1
	} else if i > v.cue {
		side = 2
	}
	near := bucket(i - v.cue)
	b.add()
	b.add(near)
	b.add(side, v.path[k])
	b.add(v.path[k], c.lemma)
	b.add(v.path[k], v.frame)
	b.add(v.path[k], w.upos)
	b.add(v.path[k], w.lemma)
	b.add(side, w.rel, w.upos)
	b.add(side, w.word)
	b.add(near, w.word)
	b.add(near, w.upos, c.upos)
	b.add(near, c.lemma)
	b.add(near, w.word, c.lemma)
	b.add(side, w.word, n1.word)
	b.add(side, p1.word, w.word)
	b.add(side, w.upos, n1.upos, n2.upos)
	b.add(side, p1.upos, w.upos, n1.upos)
	b.add(side, p2.upos, p1.upos, w.upos)
	b.add(near, p1.upos, w.upos, n1.upos)
	b.add(side, w.word, p2.word, p1.word)
	b.add(side, w.suffix, w.upos)
	b.add(side, w.fine)
	b.add(v.path[k], c.fine)
	b.add(near, w.coarse, c.coarse)
	b.add(near, c.fine, w.upos)
	v.branchFeatures(b, i, k, side)
	v.quoteFeatures(b, i, side)
	own, between, above := grade(v.odds[i]), grade(v.rivals[k]), grade(v.above[k])
	b.add(side, own, yes(i == v.cue))
	b.add(side, between)
	b.add(side, above)
	b.add(side, between, above, own)
	b.add(side, between, w.upos)
	b.add(v.path[k], above)
	b.add(v.path[k], between)
	b.add(near, between, grade(v.odds[v.cue]))
	return b.out
}

// branchFeatures tells which dependent of the cue, or of a word above it, the
// word stands in, and where in it.
func (v *roleView) branchFeatures(b *bag, i, k int, side uint64) {
	w, c := v.words[i], v.words[v.cue]
	between := v.commas[max(k, v.cue-v.first)] - v.commas[min(k, v.cue-v.first)]
	commas := uint64(min(between, 4))
	b.add(side, commas, w.upos)
	b.add(side, commas, v.frame)
	top := v.branch[k]
	if top < 0 {
		b.place += 20
		return
	}
	t, rise := v.words[top], uint64(v.rise[k])
	own := yes(v.rise[k] > 0 && top == v.up[min(v.rise[k], len(v.up)-1)])
	where := mix(t.rel, rise<<1|own)
	edge := yes(i == v.scene.first[top]) | yes(i == v.last[top])<<1 | yes(i == top)<<2
	b.add(side, where)
	b.add(side, where, edge, w.upos)
	b.add(side, where, c.lemma)
	b.add(side, where, c.xpos, v.frame)
	b.add(side, where, w.word)
	b.add(side, where, t.upos, t.lemma)
	b.add(side, where, v.words[v.scene.first[top]].word)
	b.add(side, where, v.quoted, yes(v.quoteOf[i] >= 0))
	b.add(where, commas, w.rel)
	b.add(where, bucket(i-v.scene.first[top]), bucket(v.last[top]-i))
	r := v.words[v.up[min(v.rise[k], len(v.up)-1)]]
	b.add(where, r.rel, r.upos, side)
	b.add(where, v.words[v.up[max(0, min(v.rise[k], len(v.up))-1)]].rel, side, w.upos)
	b.add(side, where, yes(v.hasSubject(v.cue)), c.xpos)
	b.add(side, where, c.class)
	b.add(side, where, yes(v.child(v.cue, "ccomp", "xcomp") >= 0), yes(v.child(v.cue, "obj") >= 0))
	h := absent
	if head := v.head(i); head >= 0 {
		h = v.words[head]
	}
	b.add(side, where, w.rel, h.rel)
	b.add(w.rel, h.lemma, rise)
	b.add(w.upos, h.upos, w.rel, side)
	b.place += 2
}

func (v *roleView) hasSubject(i int) bool { return v.child(i, "nsubj") >= 0 }

// quoteFeatures tells how the word stands to the quotations.
func (v *roleView) quoteFeatures(b *bag, i int, side uint64) {
	w, c := v.words[i], v.words[v.cue]
	q := v.quoteOf[i]
	state := uint64(0)
	switch {
	case q < 0:
	case q == v.quoteOf[v.cue]:
		state = 1
	default:
		state = 2
		quote := v.quotes[q]
		if v.a.Tokens[i].Start == quote.Start {
			state = 3
		}
		if v.a.Tokens[i].End == quote.End {
			state = 4
		}
		if quote.Single {
			state += 3
		}
	}
	next := yes(i+1 < v.end && v.quoteOf[i+1] >= 0)
	last := yes(i > v.first && v.quoteOf[i-1] >= 0)
	b.add(side, state)
	b.add(side, state, c.lemma)
	b.add(state, w.word)
	b.add(state, w.upos, side, v.quoted)
	b.add(state, next, last, w.word)
	b.add(side, v.quoted, yes(i == v.first), yes(i == v.end-1), w.upos)
	b.add(side, state, bucket(i-v.cue))
	b.add(side, yes(i == v.end-1), w.word)
	b.add(side, v.quoted, c.lemma, w.upos)
}

// The contexts that choose the table of label transitions.
const (
	plainContext = iota
	commaContext
	quoteContext
	stopContext
	markContext
	cueContext
	afterCueContext
	startContext
	roleContexts
)

// context classes the border before word i.
func (v *roleView) context(i int) int {
	switch {
	case i == v.cue:
		return cueContext
	case i == v.cue+1:
		return afterCueContext
	case v.isQuoteMark(i):
		return quoteContext
	}
	if v.parts(i) {
		return commaContext
	}
	switch v.low[i] {
	case ".", "!", "?":
		return stopContext
	case "that", "to", "who", "which", "for", "of":
		return markContext
	}
	if i > v.first && v.branch[i-v.first] != v.branch[i-1-v.first] {
		return startContext
	}
	return plainContext
}
