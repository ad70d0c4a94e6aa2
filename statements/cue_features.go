package statements

// absent stands for a token beyond the sentence.
var absent = tokenHash{word: 1, lemma: 1, upos: 1, xpos: 1, rel: 1, suffix: 1, class: 1, coarse: 999, fine: 999}

// at gives the hashes of a token of the sentence [first, end).
func (s *scene) at(i, first, end int) tokenHash {
	if i < first || i >= end {
		return absent
	}
	return s.words[i]
}

// mayBeCue leaves out words that head no cue.
func (s *scene) mayBeCue(i int) bool {
	switch s.a.Tokens[i].UPOS {
	case "DET", "NUM", "CCONJ", "PRON", "PART", "SYM", "INTJ":
		return false
	case "PUNCT":
		return s.low[i] == ":" || isDash(s.low[i]) && !s.isHyphen(i)
	}
	return true
}

// cueFeatures describes token i as the head of a cue.
func (s *scene) cueFeatures(i int, out []uint32) []uint32 {
	b := &bag{out: out}
	sent := s.a.Sentences[s.sentence[i]]
	h, n1, n2 := s.words[i], s.at(i+1, sent.First, sent.End), s.at(i+2, sent.First, sent.End)
	p1, p2 := s.at(i-1, sent.First, sent.End), s.at(i-2, sent.First, sent.End)
	up := absent
	if head := s.head(i); head >= 0 {
		up = s.words[head]
	}
	b.add()
	b.add(h.lemma)
	b.add(h.lemma, h.upos)
	b.add(h.word, h.xpos)
	b.add(h.xpos, h.rel)
	b.add(h.suffix, h.upos)
	b.addIf(h.class != 0, h.class)
	b.addIf(h.class != 0, h.class, h.rel)
	b.add(h.lemma, n1.word)
	b.add(h.lemma, n1.upos)
	b.add(h.lemma, p1.word)
	b.add(h.lemma, p1.upos)
	b.add(h.xpos, n1.word)
	b.add(h.xpos, p1.word)
	b.add(h.upos, n1.word, n2.word)
	b.add(h.upos, p2.word, p1.word)
	b.add(h.xpos, n1.upos, n2.upos)
	b.add(h.xpos, p1.upos, n1.upos)
	b.add(h.lemma, h.rel)
	b.add(h.upos, h.rel, up.lemma)
	b.add(h.lemma, up.lemma)
	b.add(h.xpos, h.rel, up.xpos)
	b.add(h.fine)
	b.add(h.fine, h.xpos)
	b.add(h.fine, h.rel)
	b.add(h.coarse, h.rel, up.coarse)
	b.add(h.coarse, n1.word)
	b.add(h.coarse, p1.word)
	b.add(h.fine, n1.upos, p1.upos)
	b.add(h.fine, n1.coarse)
	b.add(p1.coarse, h.coarse, n1.coarse)
	s.cueQuoteFeatures(b, i)
	s.cueFrameFeatures(b, i)
	return b.out
}

// cueQuoteFeatures tells where the quotations of the sentence stand.
func (s *scene) cueQuoteFeatures(b *bag, i int) {
	h := s.words[i]
	sent := s.a.Sentences[s.sentence[i]]
	before, after := 20, 20
	quoted := 0
	for j := sent.First; j < sent.End; j++ {
		if s.quoteOf[j] < 0 || s.quoteOf[j] == s.quoteOf[i] {
			continue
		}
		quoted++
		if j < i {
			before = i - j
		} else if after == 20 {
			after = j - i
		}
	}
	near := mix(bucket(before), bucket(after))
	share := uint64(4 * quoted / max(1, sent.End-sent.First))
	in := yes(s.quoteOf[i] >= 0)
	b.add(near, in)
	b.add(h.xpos, near)
	b.add(h.lemma, yes(quoted > 0))
	b.addIf(h.class != 0, h.class, yes(before < 3), yes(after < 4))
	b.add(h.upos, share, in)
	b.add(h.lemma, in)
	b.add(h.upos, yes(sent.First == i), bucket(i-sent.First), bucket(sent.End-i))
	b.add(h.upos, yes(sent.Paragraph == 0), s.at(sent.End-1, sent.First, sent.End).word)
	b.add(h.upos, s.at(sent.First, sent.First, sent.End).word)
}

// cueFrameFeatures tells what hangs on the word.
func (s *scene) cueFrameFeatures(b *bag, i int) {
	h := s.words[i]
	frame, left := uint64(7), uint64(7)
	b.place++
	for _, c := range s.children[i] {
		w := s.words[c]
		if w.rel == punctRel {
			continue
		}
		frame = mix(frame, mix(w.rel, yes(c < i)))
		if c < i {
			left = mix(left, w.rel)
		}
		side := yes(c < i)
		b.put(1, h.upos, w.rel, side)
		b.put(2, h.lemma, w.rel)
		b.put(3, h.xpos, w.rel, w.lemma)
		b.put(4, h.upos, w.rel, w.upos)
		b.put(5, w.rel, w.lemma)
		b.put(6, h.upos, w.rel, s.words[s.first[c]].word)
	}
	b.add(h.xpos, frame)
	b.add(h.fine, frame)
	b.add(h.coarse, left, h.rel)
	b.add(h.upos, left, h.rel)
	clause := s.child(i, "ccomp", "xcomp")
	b.addIf(clause >= 0, h.lemma)
	b.addIf(clause >= 0, h.upos, s.lookWord(clause))
	s.cueSubjectFeatures(b, i)
}

// lookWord gives the first word of a subtree.
func (s *scene) lookWord(i int) uint64 {
	if i < 0 {
		return 0
	}
	return s.words[s.first[i]].word
}

var punctRel = hashString("punct")

// cueSubjectFeatures looks at the subject, the word's own or, for a word that
// is joined to another or hangs in its clause, that one's.
func (s *scene) cueSubjectFeatures(b *bag, i int) {
	h := s.words[i]
	subject, steps := -1, uint64(0)
	for j := i; j >= 0 && steps < 4; j, steps = s.head(j), steps+1 {
		if subject = s.child(j, "nsubj"); subject >= 0 && subject != i {
			break
		}
		subject = -1
	}
	w := absent
	if subject >= 0 {
		w = s.words[subject]
	}
	b.add(h.upos, w.lemma, steps)
	b.add(h.lemma, w.upos, steps)
	b.add(h.class, w.upos, steps, yes(subject < i))
	b.add(h.fine, w.coarse, steps)
	b.add(h.coarse, w.fine)
	b.add(h.lemma, w.lemma)
	object := s.child(i, "obj", "obl", "nmod")
	w = absent
	if object >= 0 {
		w = s.words[object]
	}
	b.add(h.lemma, w.lemma, 1)
	b.add(h.upos, w.lemma, 1)
	b.add(h.lemma, w.upos, w.rel)
	b.add(h.fine, w.coarse, w.rel)
}
