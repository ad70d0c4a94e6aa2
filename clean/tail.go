package clean

import (
	"strings"

	"onrecord"
)

// restReach bounds how many blocks behind a place are looked at to tell what
// stands there: without it a long page of boxes would cost their number squared.
const restReach = 400

// markTail marks what stands behind and between the report's own words: boxes of
// other stories, readers' comments, lists of links.
func (s *sheet) markTail() {
	for i := s.first + 1; i < s.closed; i++ {
		switch {
		case s.cues[i] == commentsCue:
			s.markComments(i)
		case s.blocks[i].clutter:
		case s.cues[i] == sectionCue:
			s.blocks[i].clutter, s.blocks[i].kind = true, ""
			s.markBox(i, i+1)
		case isEndMark(s.blocks[i].text):
			s.blocks[i].kind = onrecord.Byline
			if s.isForeignRest(i + 1) {
				s.markFrom(i + 1)
			}
		case s.opensTeasers(i):
			s.markBox(i, i)
		}
	}
	s.markLinkRuns(s.lastSentence()+1, len(s.blocks), 3)
	s.markStrays(s.lastSentence() + 1)
	s.markAfterword()
}

// isEndMark reports whether a line closes a report: "Published in Dawn, December
// 30th, 2015".
func isEndMark(text string) bool {
	return len(text) < 160 && strings.HasPrefix(text, "Published in ") && len(findDates(text)) > 0
}

// markFrom marks everything from a place on, credits apart.
func (s *sheet) markFrom(i int) {
	s.closed = min(s.closed, i)
	for ; i < len(s.blocks); i++ {
		if b := &s.blocks[i]; s.cues[i] != creditCue && !isCreditLine(b.text) {
			b.clutter, b.kind = true, ""
		}
	}
}

// markComments marks readers' comments, which read like running text and may be
// longer than the report. They close a page: with little text above, or much text
// of the report's own kind below, the word is no more than a subhead.
func (s *sheet) markComments(i int) {
	above, below := s.sentenceWords(max(s.first, i-restReach), i), s.sentenceWords(i+1, min(len(s.blocks), i+restReach))
	if above >= 60 && (below < 3*above || s.looksLikeChat(i+1)) {
		s.markFrom(i)
		return
	}
	s.blocks[i].clutter = true
}

// looksLikeChat reports whether what follows has the time stamps of posts.
func (s *sheet) looksLikeChat(from int) bool {
	stamps := 0
	for i := from; i < min(len(s.blocks), from+restReach); i++ {
		if st := s.blocks[i].shape.stamp; st.relative || st.only {
			stamps++
		}
	}
	return stamps >= 2
}

func (s *sheet) sentenceWords(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if s.blocks[i].shape.isSentence() {
			n += s.blocks[i].shape.words
		}
	}
	return n
}

// lastSentence is the last block of running text.
func (s *sheet) lastSentence() int {
	last := s.first
	for i := s.first; i < len(s.blocks); i++ {
		if b := &s.blocks[i]; !b.clutter && b.shape.isSentence() {
			last = i
		}
	}
	return last
}

// markLinkRuns marks runs of at least so many lines that are all titles or links,
// where no running text stands between.
func (s *sheet) markLinkRuns(from, to, least int) {
	for i := from; i < to; {
		end := i
		for end < to && s.isLink(end) {
			end++
		}
		if end-i >= least {
			for j := i; j < end; j++ {
				s.blocks[j].clutter = true
			}
		}
		i = max(end, i+1)
	}
}

func (s *sheet) isLink(i int) bool {
	b := &s.blocks[i]
	if b.clutter {
		return true
	}
	if i < s.first && (len(b.shape.stamp.dates) > 0 || s.kinship(b.text) >= 0.5) {
		return false // the head of a report stands where menus stand
	}
	return b.kind == "" && !b.shape.ends && b.shape.words <= 16 && !isCreditLine(b.text) && !b.shape.quoted && s.cues[i] != creditCue &&
		(b.shape.glue == 0 || b.shape.capitals*2 > b.shape.words)
}
