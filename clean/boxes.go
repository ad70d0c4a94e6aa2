package clean

// markBox marks a box of other stories. It begins at from; its titles and teasers
// end where the running text goes on, if it does.
func (s *sheet) markBox(from, at int) {
	if s.isForeignRest(at) {
		s.markFrom(from)
		return
	}
	end := at
	for end < len(s.blocks) && !s.goesOn(end) && end-at < 24 {
		end++
	}
	if end == at && s.blocks[from].shape.words > 1 && s.cues[from] != sectionCue {
		return
	}
	for i := from; i < end; i++ {
		if s.blocks[i].kind == "" && s.cues[i] != creditCue && !isCreditLine(s.blocks[i].text) {
			s.blocks[i].clutter = true
		}
	}
}

// goesOn reports whether the running text goes on at a block: a full sentence that
// is no teaser, for a stamp would stand beside that.
func (s *sheet) goesOn(i int) bool {
	b := &s.blocks[i]
	if b.clutter || !b.shape.isSentence() || b.shape.words < sentenceWords || b.shape.stamp.relative {
		return false
	}
	return i+1 >= len(s.blocks) || !s.blocks[i+1].shape.stamp.only
}

// opensTeasers reports whether a block is the title of another story: a date or
// an age stands below it, or its own words do, before any text.
func (s *sheet) opensTeasers(i int) bool {
	b := &s.blocks[i]
	if b.kind != "" || !b.shape.isTitle() || b.shape.stamp.only || i+1 >= len(s.blocks) || isCreditLine(b.text) {
		return false
	}
	next := &s.blocks[i+1]
	stamped := next.shape.stamp.only && !next.shape.stamp.labelled
	repeated := b.shape.words >= 2 && isSameTitle(b.text, next.text)
	return (stamped || repeated) && s.isForeignRest(i)
}

// isForeignRest reports whether what stands from a place on is mostly not running
// text of this report: titles, stamps, teasers that are cut.
func (s *sheet) isForeignRest(i int) bool {
	all, own := 0, 0
	signs := 0
	for j := i; j < min(len(s.blocks), i+restReach); j++ {
		b := &s.blocks[j]
		if b.clutter {
			continue // tells nothing of what stands beside it
		}
		all += b.shape.words
		if b.shape.stamp.only || b.shape.cut || s.cues[j] == sectionCue || s.cues[j] == commentsCue {
			signs++
			continue
		}
		if b.shape.isSentence() {
			own += b.shape.words
		}
	}
	return all == 0 || own*2 <= all && (signs > 0 || own == 0)
}
