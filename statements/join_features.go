package statements

// joinFeatures describes an orphan as content of a frame.
func (s *scene) joinFeatures(o tokenRun, d *draft, drafts []draft, out []uint32) []uint32 {
	b := &bag{out: out}
	after := o.first > d.head
	side := yes(after)
	gap := s.paragraph(o.first) - s.paragraph(d.head)
	sentences := s.sentence[o.first] - s.sentence[d.head]
	edge := o.first
	if len(d.content) > 0 {
		if after {
			edge = o.first - max(d.head, d.content[len(d.content)-1])
		} else {
			edge = min(d.head, d.content[0]) - o.end
		}
	}
	place := mix(bucket(gap), side)
	c := s.words[d.head]
	b.add(place)
	b.add(place, bucket(sentences))
	b.add(place, bucket(edge))
	b.add(place, yes(len(d.content) > 0))
	b.add(place, s.quotedShare(d), s.coveredShare(o))
	b.add(place, s.coveredShare(o), bucket(edge))
	b.add(place, c.lemma)
	b.add(c.class, side, s.coveredShare(o))
	b.add(place, yes(s.opensParagraph(o)), yes(s.fillsParagraph(o)))
	b.add(place, yes(s.opensParagraph(o)), yes(s.fillsParagraph(o)), s.quotedShare(d), bucket(edge))
	b.add(side, yes(s.quotes[o.quote].Closed), s.coveredShare(o))
	b.add(place, s.cuesBetween(o, d, drafts))
	b.add(place, yes(len(d.source) > 0), s.sourceWord(d))
	b.add(place, s.coveredShare(o), s.cuesBetween(o, d, drafts), s.quotedShare(d))
	b.add(place, bucket(int(4*d.cueOdds)), s.coveredShare(o))
	sent := s.a.Sentences[s.sentence[o.first]]
	before, next := s.at(o.first-1, sent.First, sent.End), s.at(o.end, sent.First, sent.End)
	b.add(side, before.word, next.word)
	b.add(side, before.upos, next.upos, s.coveredShare(o))
	b.add(side, before.lemma, s.coveredShare(o))
	b.add(place, s.continues(o, d))
	b.add(place, s.continues(o, d), s.coveredShare(o), yes(len(d.content) > 0))
	return b.out
}

// quotedShare tells whether a frame's content is quoted: 0 no, 1 partly, 2 all.
func (s *scene) quotedShare(d *draft) uint64 {
	quoted, words := 0, 0
	for _, i := range d.content {
		if s.words[i].rel == punctRel {
			continue
		}
		words++
		if s.quoteOf[i] >= 0 {
			quoted++
		}
	}
	switch {
	case words == 0:
		return 3
	case quoted == 0:
		return 0
	case quoted == words:
		return 2
	}
	return 1
}

// coveredShare tells how much of its sentences an orphan covers.
func (s *scene) coveredShare(o tokenRun) uint64 {
	first := s.a.Sentences[s.sentence[o.first]].First
	end := s.a.Sentences[s.sentence[o.end-1]].End
	rest := 0
	for i := first; i < end; i++ {
		if (i < o.first || i >= o.end) && s.words[i].rel != punctRel {
			rest++
		}
	}
	return bucket(rest)
}

func (s *scene) opensParagraph(o tokenRun) bool {
	p := s.a.Text.Paragraphs[s.paragraph(o.first)]
	return s.a.Tokens[o.first].Start-p.Start < 3
}

func (s *scene) fillsParagraph(o tokenRun) bool {
	p := s.a.Text.Paragraphs[s.paragraph(o.first)]
	return s.opensParagraph(o) && p.End-s.a.Tokens[o.end-1].End < 3
}

func (s *scene) cuesBetween(o tokenRun, d *draft, drafts []draft) uint64 {
	low, high := d.head, o.first
	if low > high {
		low, high = o.end, d.head
	}
	n := 0
	for i := range drafts {
		if h := drafts[i].head; h > low && h < high && s.isOuter(&drafts[i]) {
			n++
		}
	}
	return uint64(min(n, 3))
}

func (s *scene) sourceWord(d *draft) uint64 {
	if len(d.source) == 0 {
		return 0
	}
	if len(d.source) == 1 {
		return s.words[d.source[0]].word
	}
	return s.words[d.source[0]].upos
}

// continues tells whether an orphan carries on a quotation of the frame (1) or
// is carried on by one (2).
func (s *scene) continues(o tokenRun, d *draft) uint64 {
	for _, i := range d.content {
		q := s.quoteOf[i]
		switch {
		case q < 0:
		case s.quotes[o.quote].Continues == q:
			return 1
		case s.quotes[q].Continues == o.quote:
			return 2
		}
	}
	return 0
}
