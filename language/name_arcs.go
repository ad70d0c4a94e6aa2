package language

import "onrecord/model"

// nameArcs names the arcs of the finished tree, heads before their children,
// children from left to right, and leaves the labels on the desk.
func (p *parser) nameArcs(d *desk, s sentence) {
	n := len(s.looks)
	d.labels = d.labels[:0]
	for range n {
		d.labels = append(d.labels, noLabel)
	}
	b := &d.beam
	b.order = topDown(d.heads, b.order[:0])
	for _, child := range b.order {
		if d.heads[child] < 0 {
			d.labels[child] = p.root
			continue
		}
		scores := d.scores[:len(p.labels)]
		p.final.Score(scores, finalFeatures(d.features[:0], s, d.heads, d.labels, int(child)))
		scores[p.root] = -1 << 30
		d.labels[child] = uint8(model.Best(scores))
	}
}

// topDown orders the words so that each comes after its head.
func topDown(heads []int16, order []int16) []int16 {
	for i, h := range heads {
		if h < 0 {
			order = append(order, int16(i))
		}
	}
	for at := 0; at < len(order); at++ {
		for i, h := range heads {
			if h == order[at] {
				order = append(order, int16(i))
			}
		}
	}
	return order
}

// finalFeatures see an arc with the whole tree around it and the labels of the
// arcs above it and to its left.
func finalFeatures(to []model.Hash, s sentence, heads []int16, labels []uint8, child int) []model.Hash {
	head := int(heads[child])
	to = quickFeatures(to, s, head, child)
	h, c := s.atom(head), s.atom(child)
	where := bit(child > head)
	up := model.Hash(labels[head])
	upper := s.atom(int(heads[head]))
	to = append(to,
		model.Join3(40, up, c.p, h.p),
		model.Join3(41, up, c.w, where),
		model.Join4(42, up, c.p, h.w, where),
		model.Join4(43, upper.p, h.p, c.p, where),
		model.Join3(44, up, upper.w, c.p),
	)
	to = siblingFeatures(to, s, heads, labels, head, child)
	return childFeatures(to, s, heads, child)
}

// siblingFeatures see the other children of the head.
func siblingFeatures(to []model.Hash, s sentence, heads []int16, labels []uint8, head, child int) []model.Hash {
	h, c := s.atom(head), s.atom(child)
	where := bit(child > head)
	before, after, set := -1, -1, model.Hash(7)
	for i, other := range heads {
		if int(other) != head || i == child {
			continue
		}
		if i < child {
			before = i
			set = model.Join2(1, set, model.Hash(labels[i]))
			to = append(to, model.Join3(45, model.Hash(labels[i]), c.p, h.p))
			to = append(to, model.Join4(46, model.Hash(labels[i]), c.p, h.w, where))
		} else if after < 0 {
			after = i
		}
		to = append(to, model.Join4(47, s.tag(i), c.p, h.p, bit(i > child)<<1|where))
		to = append(to, model.Join4(48, s.atom(i).w, c.p, h.p, bit(i > child)<<1|where))
	}
	return append(to,
		model.Join3(49, set, c.p, where),
		model.Join4(50, s.tag(before), c.p, h.p, s.tag(after)),
		model.Join4(51, s.atom(before).w, c.p, h.w, where),
	)
}

// childFeatures see what hangs on the child itself.
func childFeatures(to []model.Hash, s sentence, heads []int16, child int) []model.Hash {
	c := s.atom(child)
	h := s.atom(int(heads[child]))
	where := bit(child > int(heads[child]))
	n, first := model.Hash(0), -1
	for i, other := range heads {
		if int(other) != child {
			continue
		}
		if first < 0 {
			first = i
		}
		n++
		x := s.atom(i)
		on := bit(i > child)<<1 | where
		to = append(to,
			model.Join4(52, x.p, c.p, h.p, on),
			model.Join4(53, x.w, c.p, h.p, on),
			model.Join4(54, x.w, c.p, h.w, on),
			model.Join3(55, x.w, c.w, on),
			model.Join4(56, x.w, c.c, h.p, on),
			model.Join3(57, x.w, c.m, on),
		)
	}
	f := s.atom(first)
	return append(to,
		model.Join4(58, f.w, c.p, h.p, where),
		model.Join4(59, f.p, c.p, h.p, min(n, 4)),
	)
}
