package language

import "onrecord/model"

// atom is what the parser sees of a word.
type atom struct{ w, p, c, m model.Hash }

func (s sentence) atom(i int) atom {
	if i < 0 || i >= len(s.looks) {
		return atom{1, noTag, 0, 0}
	}
	l := &s.looks[i]
	return atom{l.low, model.Hash(s.tags[i]), l.code, l.mid}
}

func (s sentence) tag(i int) model.Hash { return tagAt(s.tags, i) }

// corner is the tag and label of an outermost child.
type corner struct{ p, w, label model.Hash }

func (b *beam) corner(s sentence, tree int32, label uint8) corner {
	if tree < 0 {
		return corner{noTag, 1, noLabel}
	}
	w := int(b.trees[tree].word)
	return corner{model.Hash(s.tags[w]), s.looks[w].low, model.Hash(label)}
}

func distance(from, to int) model.Hash {
	d := to - from
	switch {
	case d < 0:
		d = -d
		fallthrough
	case d < 6:
		return model.Hash(min(d, 6))
	case d < 10:
		return 7
	case d < 20:
		return 8
	}
	return 9
}

// moveFeatures sees the two top subtrees (s0, s1) with their outermost children,
// the one below and the words to come.
func (p *parser) moveFeatures(d *desk, s sentence, st *state, to []model.Hash) []model.Hash {
	b := &d.beam
	next := int(st.next)
	b0, b1, b2 := s.atom(next), s.atom(next+1), s.atom(next+2)
	if st.depth == 0 {
		return append(to, model.Join(0, 0), model.Join(1, b0.p))
	}
	t0 := &b.trees[st.top]
	i0 := int(t0.word)
	s0 := s.atom(i0)
	to = append(to,
		model.Join(0, bit(st.depth > 1)),
		model.Join2(2, s0.w, s0.p),
		model.Join(3, s0.w),
		model.Join(4, s0.p),
		model.Join2(5, b0.w, b0.p),
		model.Join(6, b0.w),
		model.Join(7, b0.p),
		model.Join2(8, b1.w, b1.p),
		model.Join(9, b1.p),
		model.Join2(10, s0.w, b0.p),
		model.Join2(11, s0.p, b0.w),
		model.Join2(12, s0.p, b0.p),
		model.Join2(13, s0.w, b0.w),
		model.Join3(14, s0.p, b0.p, b1.p),
		model.Join3(15, b0.p, b1.p, b2.p),
		model.Join2(16, s0.c, b0.p),
		model.Join2(17, s0.p, b0.c),
		model.Join2(18, s0.m, b0.m),
		model.Join3(19, s0.p, t0.labels, b0.p),
		model.Join2(20, s0.w, t0.labels),
		model.Join2(21, s0.p, t0.labels),
		model.Join3(22, s0.p, model.Hash(t0.lefts), model.Hash(t0.rights)),
		model.Join3(23, s0.w, b0.p, b1.p),
	)
	if st.depth == 1 {
		return to
	}
	return p.pairFeatures(d, s, st, to)
}

// pairFeatures sees the two top subtrees together.
func (p *parser) pairFeatures(d *desk, s sentence, st *state, to []model.Hash) []model.Hash {
	b := &d.beam
	t0, t1 := &b.trees[st.top], b.second(st)
	i0, i1, next := int(t0.word), int(t1.word), int(st.next)
	s0, s1, b0, b1 := s.atom(i0), s.atom(i1), s.atom(next), s.atom(next+1)
	s2 := atom{1, noTag, 0, 0}
	if st.depth > 2 {
		s2 = s.atom(int(b.trees[b.states[b.states[st.below].below].top].word))
	}
	l0, r0 := b.corner(s, t0.left1, t0.leftLabel), b.corner(s, t0.right1, t0.rightLabel)
	l1, r1 := b.corner(s, t1.left1, t1.leftLabel), b.corner(s, t1.right1, t1.rightLabel)
	dist, between := distance(i1, i0), s.between(i1, i0)
	onLeft := model.Hash(p.quickLabel(d, s, t0.word, t1.word))
	onRight := model.Hash(p.quickLabel(d, s, t1.word, t0.word))
	return append(to,
		model.Join2(30, s1.w, s1.p),
		model.Join(31, s1.w),
		model.Join(32, s1.p),
		model.Join4(33, s0.w, s0.p, s1.w, s1.p),
		model.Join3(34, s0.w, s1.w, s1.p),
		model.Join3(35, s0.w, s0.p, s1.w),
		model.Join3(36, s0.w, s0.p, s1.p),
		model.Join3(37, s0.p, s1.w, s1.p),
		model.Join2(38, s0.w, s1.w),
		model.Join2(39, s0.p, s1.p),
		model.Join2(40, s1.p, b0.p),
		model.Join2(41, s1.w, b0.p),
		model.Join3(42, s1.p, s0.p, b0.p),
		model.Join3(43, s1.w, s0.p, b0.p),
		model.Join3(44, s1.p, s0.w, b0.p),
		model.Join3(45, s1.p, s0.p, b0.w),
		model.Join4(46, s1.p, s0.p, b0.p, b1.p),
		model.Join3(47, s2.p, s1.p, s0.p),
		model.Join4(48, s2.p, s1.p, s0.p, b0.p),
		model.Join3(49, s2.w, s1.p, s0.p),
		model.Join3(50, s1.p, s0.p, l0.p),
		model.Join3(51, s1.p, s0.p, r0.p),
		model.Join3(52, s1.p, s0.p, l1.p),
		model.Join3(53, s1.p, s0.p, r1.p),
		model.Join3(54, s1.p, s0.w, l0.p),
		model.Join3(55, s1.w, s0.p, r1.p),
		model.Join4(56, s1.p, s0.p, l0.label, r0.label),
		model.Join4(57, s1.p, s0.p, l1.label, r1.label),
		model.Join4(58, s1.p, s0.p, r1.w, b0.p),
		model.Join4(59, s1.p, s0.p, l0.w, b0.p),
		model.Join3(60, s1.p, s0.p, dist),
		model.Join2(61, s1.w, dist),
		model.Join2(62, s0.w, dist),
		model.Join3(63, s1.p, s0.p, t0.labels),
		model.Join3(64, s1.p, s0.p, t1.labels),
		model.Join2(65, s1.w, t1.labels),
		model.Join3(66, s1.p, t1.labels, b0.p),
		model.Join3(67, s1.w, t1.labels, s0.p),
		model.Join3(68, s0.w, t0.labels, s1.p),
		model.Join3(69, s1.p, s0.p, model.Hash(t1.rights)),
		model.Join3(70, s1.p, s0.p, model.Hash(t0.rights)<<8|model.Hash(t0.lefts)),
		model.Join2(71, s1.c, s0.c),
		model.Join2(72, s1.c, s0.p),
		model.Join2(73, s1.p, s0.c),
		model.Join2(74, s1.m, s0.m),
		model.Join3(75, s1.m, s0.m, b0.m),
		model.Join3(76, s1.m, s0.m, b0.p),
		model.Join3(77, s1.c, s0.w, s0.p),
		model.Join3(78, s1.w, s1.p, s0.c),
		model.Join3(79, s1.p, s0.p, s.tag(i0+1)),
		model.Join3(80, s1.p, s0.p, s.tag(i0-1)),
		model.Join3(81, s1.p, s0.p, s.tag(i1+1)),
		model.Join3(82, s1.p, s0.p, s.tag(i1-1)),
		model.Join3(83, onLeft, onRight, b0.p),
		model.Join3(84, onLeft, s1.p, s0.p),
		model.Join3(85, onRight, s1.p, s0.p),
		model.Join2(86, onRight, t1.labels),
		model.Join2(87, onLeft, t0.labels),
		model.Join3(88, onLeft, s1.w, s0.p),
		model.Join3(89, onRight, s1.p, s0.w),
		model.Join3(90, onLeft, s1.c, s0.c),
		model.Join3(91, onRight, s1.c, s0.c),
		model.Join3(92, onRight, b0.p, b0.w),
		model.Join3(93, s1.w, s0.w, l0.w),
		model.Join4(94, s1.p, s0.p, l0.w, r0.label),
		model.Join3(95, s1.w, l0.w, s0.p),
		model.Join3(96, s2.p, onLeft, onRight),
		model.Join3(97, s1.m, s0.m, l0.w),
		model.Join3(98, s2.m, s1.m, s0.m),
		model.Join3(99, s1.p, s0.p, between),
		model.Join3(100, onLeft, onRight, between),
		model.Join3(101, s1.w, s0.p, between),
		model.Join4(102, s2.p, s1.p, l0.w, s0.p),
		model.Join3(103, s2.w, s1.w, l0.w),
		model.Join3(104, s2.w, s1.p, l0.w),
		model.Join3(105, s1.c, l0.w, s0.c),
		model.Join4(106, s1.p, s0.p, r0.label, b0.p),
	)
}
