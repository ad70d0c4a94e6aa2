package clean

import (
	"strings"
	"unicode"

	"onrecord"
)

// sheet is a report laid out in blocks while they are told apart: which are the
// report's, which part each plays, which are clutter. Places in it are indexes
// into blocks.
type sheet struct {
	report   *onrecord.Report
	words    string
	blocks   []block
	cues     []cueClass
	vocab    map[string]bool // telling words of the running text
	first    int             // first block of running text; len(blocks) if there is none
	headline int             // -1 if there is none
	closed   int             // from here on all is clutter; len(blocks) if there is no such place
	dateline dateline
	title    string // as told by the carrier or the page
}

func newSheet(report *onrecord.Report, words string, blocks []block) *sheet {
	s := &sheet{report: report, words: words, blocks: blocks, headline: -1, closed: len(blocks), title: report.Title}
	s.cues = make([]cueClass, len(blocks))
	for i := range blocks {
		s.cues[i] = cueOf(blocks[i].text, blocks[i].shape.words)
		if s.cues[i] == moreCue && blocks[i].shape.words <= 3 {
			s.cues[i] = sectionCue // what it announces stands below it
		}
	}
	return s
}

// sort tells every block what it is. The order matters: what is no running text
// by its own words goes first, then the ends of the page, then the parts.
func (s *sheet) sort() {
	s.markCues()
	s.first = s.firstSentence()
	s.vocab = s.tellingWords()
	s.headline = s.findHeadline()
	s.markHead()
	s.markTail()
	s.cutDateline()
	s.markStamps()
	s.markCredits()
	s.markRepeats()
	s.markSubheads()
	s.markHovers()
	s.fillBody()
}

// markCues marks lines that tell by their own words what they are.
func (s *sheet) markCues() {
	for i := range s.blocks {
		b := &s.blocks[i]
		switch s.cues[i] {
		case noCue:
		case captionCue:
			if isCaptionLabel(b) && i+1 < len(s.blocks) && s.blocks[i+1].kind == "" && s.blocks[i+1].shape.words <= captionWords {
				s.blocks[i+1].kind = onrecord.Caption
			}
			if b.kind == "" && !s.quotesSomebody(i) {
				b.kind = onrecord.Caption
			}
		case creditCue:
			b.kind = onrecord.Byline
		case sectionCue, commentsCue: // told by what follows
		case rightsCue:
			b.clutter = true
			if i < len(s.blocks)/2 && b.shape.words <= 16 && strings.HasPrefix(b.text, "©") {
				b.clutter, b.kind = false, onrecord.Caption // who made the picture
			}
		default:
			b.clutter = b.kind != onrecord.Headline && !s.quotesSomebody(i)
		}
		if b.kind == "" && !strings.ContainsFunc(b.text, unicode.IsLetter) && len(b.text) <= 8 {
			b.clutter = true // a count of shares, a mark
		}
		if b.kind == "" && isCaption(b.text, b.shape) {
			b.kind = onrecord.Caption
		}
		if b.kind == "" && (isMenu(b.shape) || isPointer(b.text, b.shape)) {
			b.clutter = true
		}
	}
}

// quotesSomebody keeps a sentence that quotes: `"Follow us," he told the crowd.`
func (s *sheet) quotesSomebody(i int) bool {
	b := &s.blocks[i]
	return b.shape.isSentence() && b.shape.words >= sentenceWords && (b.shape.quoted || tellsWords(b.text))
}

// firstSentence finds where the running text begins: the first block that reads
// like it. A page without any begins at its longest block.
func (s *sheet) firstSentence() int {
	longest := len(s.blocks)
	for i := range s.blocks {
		b := &s.blocks[i]
		if b.clutter || b.kind != "" && b.kind != onrecord.Body {
			continue
		}
		if s.opensText(i) {
			return i
		}
		if longest == len(s.blocks) || b.shape.words > s.blocks[longest].shape.words {
			longest = i
		}
	}
	return longest
}

// opensText reports whether the running text can begin at a block: a full
// sentence, or one that a dateline opens.
func (s *sheet) opensText(i int) bool {
	b := &s.blocks[i]
	if b.shape.isSentence() && b.shape.words >= sentenceWords && !b.shape.stamp.relative && !isBullet(b.text) {
		return true
	}
	return b.shape.words >= sentenceWords && b.shape.glue > 1 && readDateline(b.text).end > 0
}

func isBullet(text string) bool {
	return strings.HasPrefix(text, "* ") || strings.HasPrefix(text, "• ") || strings.HasPrefix(text, "- ") || strings.HasPrefix(text, "– ")
}

// fillBody tells what is left: running text.
func (s *sheet) fillBody() {
	for i := range s.blocks {
		if b := &s.blocks[i]; b.kind == "" && !b.clutter {
			b.kind = onrecord.Body
		}
	}
}
