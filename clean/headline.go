package clean

import (
	"regexp"
	"strings"
	"sync"

	"onrecord"
)

// findHeadline finds the block that heads the report, -1 if none does: the one
// that equals the carrier's title, else the title-like block before the running
// text that shares most of its words with it.
func (s *sheet) findHeadline() int {
	if i := s.titleBlock(); i >= 0 {
		return i
	}
	best := s.likeliestHeadline()
	if best < 0 {
		return best
	}
	best = s.shortestTwin(best)
	s.stripTag(best)
	return best
}

// headStart is how much less an earlier block may look like a headline than a
// later one: standfirsts share more words with the text than headlines do.
const headStart = 0.35

// headReach is how many blocks before the running text can be the headline.
const headReach = 80

func (s *sheet) likeliestHeadline() int {
	var scores []float64
	top := 0.0
	from := max(0, s.first-headReach)
	for i := from; i < s.first && i < len(s.blocks); i++ {
		scores = append(scores, s.headlineScore(i, s.bare(i)))
		top = max(top, scores[i-from])
	}
	for i, score := range scores {
		if score > 0 && score >= top-headStart {
			return from + i
		}
	}
	return -1
}

// titleBlock finds the block that has the carrier's title, the one that has just
// that before one that has more.
func (s *sheet) titleBlock() int {
	like, title := -1, plainLine(s.title)
	for i := 0; i < s.first && i < len(s.blocks); i++ {
		s.blocks[i].prefix = prefixOf(s.blocks[i].text)
		switch {
		case s.blocks[i].kind == onrecord.Headline, s.title != "" && plainLine(s.bare(i)) == title:
			return i
		case like < 0 && s.title != "" && isSameTitle(s.bare(i), s.title):
			like = i
		}
	}
	return like
}

// shortestTwin is the block with the same title and least added to it: "(Agency):
// Talks fail" and "Talks fail" both stand on a page.
func (s *sheet) shortestTwin(best int) int {
	title := s.bare(best)
	for i := 0; i < s.first; i++ {
		if len(s.bare(i))+3 < len(s.bare(best)) && len(s.bare(i)) > len(title)/2 && isSameTitle(s.bare(i), title) {
			best = i
		}
	}
	return best
}

// bare is the text of a block without its clutter prefix.
func (s *sheet) bare(i int) string { return s.blocks[i].text[s.blocks[i].prefix:] }

// headlineScore weighs how much a block looks like the headline; 0 for not at all.
func (s *sheet) headlineScore(i int, text string) float64 {
	b := &s.blocks[i]
	shape := shapeOf(text)
	kin := s.kinship(text)
	switch {
	case b.clutter, b.kind != "", shape.stamp.only, shape.words < 3, shape.words > 30, isHeaderLine(text), isBullet(text), isBy(text), kin < 0.3:
		return 0
	case s.title != "" && !s.couldHead(text, shape), allPersons(text) && (kin < 0.5 || shape.words < 4 || len(splitNames(text)) > 1), isCreditLine(text):
		return 0
	case shape.stamp.relative, len(shape.stamp.dates) > 0 && shape.stamp.restWord < 4, shape.cells > 2:
		return 0
	}
	score := kin
	if shape.words >= 5 {
		score += 0.3
	}
	if !shape.ends {
		score += 0.3
	}
	for j := max(0, s.first-headReach); j < s.first; j++ {
		if j != i && isSameTitle(text, s.blocks[j].text) {
			score += 0.3
			break
		}
	}
	return score - 0.01*float64(i)
}

// couldHead keeps summaries and labels from passing for a headline where the
// carrier tells another: it must share half of that one's words, or be set like a
// headline.
func (s *sheet) couldHead(text string, shape shape) bool {
	told := map[string]bool{}
	for word := range wordsOf(s.title) {
		told[stemOf(word)] = true
	}
	telling, shared := 0, 0
	for word := range wordsOf(text) {
		if isTelling(word) {
			telling++
			if told[stemOf(word)] {
				shared++
			}
		}
	}
	return shared*2 >= telling || shape.words >= 5 && shape.capitals*10 >= shape.words*7
}

// prefixPattern reads what dumps put before a page's first line: "date 2019-12-23
// Example.com" and the tag of a mailing list, "[Lists-News]".
var prefixPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:date:? \d{4}-\d\d-\d\d(?:\s+[A-Za-z0-9-]+(?:\.[a-z]{2,6}){1,2}(?:\s|$))?|\[[A-Z][\w-]{2,20}\](?:\s|$))\s*`)
})

func prefixOf(text string) int {
	if text[0] != 'd' && text[0] != '[' {
		return 0
	}
	return len(prefixPattern().FindString(text))
}

// stripTag keeps the tag of a mailing list off only where it is followed by words.
func (s *sheet) stripTag(i int) {
	if b := &s.blocks[i]; b.prefix >= len(b.text) {
		b.prefix = 0
	}
}

// isSameTitle reports whether two titles have the same words, or one holds the
// other and little else: an agency behind a dash, the outlet behind a bar.
func isSameTitle(a, b string) bool {
	a, b = strings.TrimSpace(plainLine(a)), strings.TrimSpace(plainLine(b))
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || len(a) >= 16 && strings.Contains(b, a) && len(b)-len(a) <= max(24, len(a)/2)
}
