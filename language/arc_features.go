package language

import "onrecord/model"

// side tells on which side of its head a word stands, and how far.
func side(head, child int) model.Hash {
	d := distance(head, child)
	if child < head {
		return d
	}
	return d + 16
}

// quickFeatures see an arc from its two words and their neighbours.
func quickFeatures(to []model.Hash, s sentence, head, child int) []model.Hash {
	h, c := s.atom(head), s.atom(child)
	where := bit(child > head)
	far := side(head, child)
	return append(to,
		model.Join(0, where),
		model.Join2(1, c.w, where),
		model.Join2(2, c.p, where),
		model.Join2(3, h.w, where),
		model.Join2(4, h.p, where),
		model.Join3(5, c.p, h.p, where),
		model.Join3(6, c.w, h.p, where),
		model.Join3(7, c.p, h.w, where),
		model.Join3(8, c.w, h.w, where),
		model.Join3(9, c.p, h.p, far),
		model.Join3(10, c.c, h.p, where),
		model.Join3(11, c.p, h.c, where),
		model.Join3(12, c.m, h.m, where),
		model.Join4(13, c.p, h.p, s.tag(child-1), where),
		model.Join4(14, c.p, h.p, s.tag(child+1), where),
		model.Join4(15, c.p, h.p, s.tag(head-1), where),
		model.Join4(16, c.p, h.p, s.tag(head+1), where),
		model.Join4(17, c.p, h.p, s.atom(child-1).w, where),
		model.Join4(18, c.p, h.p, s.atom(child+1).w, where),
		model.Join3(19, c.w, s.tag(child+1), where),
		model.Join3(20, c.w, s.tag(child-1), where),
		model.Join3(21, c.p, s.between(head, child), where),
		model.Join4(22, c.p, h.p, s.between(head, child), where),
		model.Join4(23, c.p, h.p, s.tag(child-1), s.tag(child-2)),
		model.Join4(24, c.p, h.p, s.atom(child-2).w, where),
	)
}

// between hashes which word classes that part clauses stand between two words.
func (s sentence) between(a, b int) model.Hash {
	if a > b {
		a, b = b, a
	}
	if b-a > 12 {
		return 255
	}
	seen := model.Hash(0)
	for _, tag := range s.tags[a+1 : b] {
		seen |= model.Hash(s.classes[tag])
	}
	return seen
}
