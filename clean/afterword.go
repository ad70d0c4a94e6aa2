package clean

import (
	"strings"

	"onrecord"
)

// markStrays marks lines behind the last sentence that are none and speak of
// something else.
func (s *sheet) markStrays(from int) {
	for i := from; i < len(s.blocks); i++ {
		b := &s.blocks[i]
		if b.kind == "" && !b.shape.ends && !b.shape.quoted && b.shape.words >= 2 && b.shape.words <= 12 && !strings.HasPrefix(b.text, "—") && len(b.shape.stamp.dates) == 0 &&
			s.cues[i] == noCue && !isCreditLine(b.text) && s.kinship(b.text) < 0.34 {
			b.clutter = true
		}
	}
}

// markAfterword marks what a page says of itself behind a report: lines behind a
// closing credit or a plea that speak of nothing the report speaks of.
func (s *sheet) markAfterword() {
	last := len(s.blocks) - 1
	for last > s.first && !s.belongs(last) {
		last--
	}
	for i := last + 1; i < len(s.blocks); i++ {
		if b := &s.blocks[i]; s.cues[i] == creditCue || isCreditLine(b.text) || b.clutter && isPlea(s.cues[i]) {
			s.markFrom(i + 1)
			return
		}
	}
}

// isPlea reports whether a cue is of those that close pages: letters to subscribe
// to, accounts to follow, rights.
func isPlea(c cueClass) bool {
	return c == "mail" || c == "follow" || c == rightsCue || c == "cookies"
}

// belongs reports whether a block is surely the report's: a sentence that quotes or
// reports, is long, or shares words with those before it.
func (s *sheet) belongs(i int) bool {
	b := &s.blocks[i]
	if b.clutter || b.kind != "" && b.kind != onrecord.Body || !b.shape.isSentence() || s.cues[i] == creditCue {
		return false
	}
	return b.shape.quoted || tellsWords(b.text) || hasPronoun(b.text) || s.isKinToText(i)
}

// hasPronoun reports whether a block speaks of somebody named before it.
func hasPronoun(text string) bool {
	for word := range wordsOf(text) {
		switch strings.ToLower(word) {
		case "he", "she", "they", "his", "her", "their", "him", "them":
			return true
		}
	}
	return false
}

// isKinToText reports whether a block shares a telling word with the running text
// before it, a long one two.
func (s *sheet) isKinToText(i int) bool {
	before := map[string]bool{}
	for j := max(s.first, i-60); j < i; j++ {
		if b := &s.blocks[j]; !b.clutter && b.shape.isSentence() {
			for word := range wordsOf(b.text) {
				before[stemOf(word)] = true
			}
		}
	}
	telling, shared := 0, 0
	for word := range wordsOf(s.blocks[i].text) {
		if isTelling(word) {
			telling++
			if before[stemOf(word)] {
				shared++
			}
		}
	}
	return shared >= 2 || shared == 1 && telling <= 16
}
