package clean

import "strings"

// tellsWords reports whether somebody speaks in a block. Pages speak to their
// reader; they do not report.
func tellsWords(text string) bool {
	for word := range wordsOf(text) {
		switch strings.ToLower(word) {
		case "said", "told", "says", "according", "announced", "added":
			return true
		}
	}
	return false
}

// tellingWords gathers the words of the running text that tell its subject: names
// and long words. Headlines and captions of the report share them, menus do not.
func (s *sheet) tellingWords() map[string]bool {
	set := map[string]bool{}
	for i := s.first; i < len(s.blocks) && len(set) < 2000; i++ {
		if b := &s.blocks[i]; !b.clutter && b.shape.isSentence() {
			for word := range wordsOf(b.text) {
				if isTelling(word) {
					set[stemOf(word)] = true
				}
			}
		}
	}
	return set
}

func isTelling(word string) bool { return len(word) >= 2 && !isGlue(word) }

// stemOf takes off what inflection adds, so that "talks" and "talking" meet.
func stemOf(word string) string {
	word = strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s"))
	for _, ending := range []string{"ing", "ed", "es", "s"} {
		if cut, ok := strings.CutSuffix(word, ending); ok && len(cut) >= 3 {
			return cut
		}
	}
	return word
}

// kinship is the share of a block's telling words that the running text has too.
func (s *sheet) kinship(text string) float64 {
	telling, shared := 0, 0
	for word := range wordsOf(text) {
		if isTelling(word) {
			telling++
			if s.vocab[stemOf(word)] {
				shared++
			}
		}
	}
	if telling == 0 {
		return 0
	}
	return float64(shared) / float64(telling)
}
