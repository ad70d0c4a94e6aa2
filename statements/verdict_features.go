package statements

// verdictFeatures describes a whole frame, to tell right ones from wrong.
func (s *scene) verdictFeatures(d *draft, drafts []draft) []uint32 {
	b := &bag{}
	c := s.words[d.head]
	odds := uint64(d.cueOdds * 12)
	source, content := uint64(d.labelOdds[inSource]*10), uint64(d.labelOdds[inContent]*10)
	kind := s.sourceShape(d)
	share := s.quotedShare(d)
	size := bucket(len(d.content))
	quoted := yes(s.quoteOf[d.head] >= 0)
	b.add()
	b.add(odds)
	b.add(odds, quoted, kind)
	b.add(source, yes(len(d.source) > 0))
	b.add(content)
	b.add(odds, content)
	b.add(odds, source, yes(len(d.source) > 0))
	b.add(size, share)
	b.add(size, c.upos)
	b.add(kind, c.upos)
	b.add(kind, c.class)
	b.add(share, c.class)
	b.add(c.lemma, kind)
	b.add(c.fine, kind)
	b.add(c.lemma, share)
	b.add(c.coarse, size)
	b.add(c.rel, c.xpos)
	b.add(quoted, share)
	b.add(s.gapShape(d), c.upos)
	b.add(s.gapShape(d), kind)
	b.add(s.clauseShape(d), c.lemma)
	b.add(s.clauseShape(d), c.class)
	b.add(s.clauseShape(d), c.fine)
	b.add(s.clauseShape(d), c.xpos, kind)
	holder, held := s.neighbours(d, drafts)
	b.add(holder, quoted)
	b.add(held, c.class)
	b.add(holder, odds/3)
	b.add(held, odds/3)
	return b.out
}

// sourceShape tells what sort of words the source is.
func (s *scene) sourceShape(d *draft) uint64 {
	if len(d.source) == 0 {
		return 0
	}
	first, last := d.source[0], d.source[len(d.source)-1]
	shape := mix(s.words[first].upos, yes(len(d.source) == 1))
	shape = mix(shape, yes(first > d.head))
	return mix(shape, yes(last == d.head-1 || first == d.cue[len(d.cue)-1]+1))
}

// gapShape tells how far the parts stand from the cue.
func (s *scene) gapShape(d *draft) uint64 {
	before, after := 99, 99
	for _, i := range d.content {
		switch {
		case i < d.head:
			before = d.cue[0] - i
		case after == 99:
			after = i - d.cue[len(d.cue)-1]
		}
	}
	return mix(bucket(before), bucket(after))
}

// clauseShape tells what the content begins with and whether it has a verb.
func (s *scene) clauseShape(d *draft) uint64 {
	if len(d.content) == 0 {
		return 0
	}
	verb, pieces := uint64(0), uint64(1)
	for n, i := range d.content {
		switch s.a.Tokens[i].UPOS {
		case "VERB", "AUX":
			verb = 1
		}
		if n > 0 && d.content[n-1] != i-1 {
			pieces = 2
		}
	}
	first := s.words[d.content[0]]
	start := first.upos
	if first.rel == markRel || s.low[d.content[0]] == "to" {
		start = first.word
	}
	return mix(mix(start, verb), pieces)
}

var markRel = hashString("mark")

// neighbours tells whether another cue's content holds this cue, and whether
// this content holds other cues.
func (s *scene) neighbours(d *draft, drafts []draft) (holder, held uint64) {
	for i := range drafts {
		o := &drafts[i]
		if o.head == d.head {
			continue
		}
		if holds(o.content, d.head) {
			holder = max(holder, 1+grade(o.cueOdds))
		}
		if s.quoteOf[o.head] < 0 && holds(d.content, o.head) {
			held = max(held, 1+grade(o.cueOdds))
		}
	}
	return holder, held
}
