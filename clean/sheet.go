package clean

import (
	"strings"

	"onrecord"
	"onrecord/clean/page"
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
	dateline dateline
	title    string // as told by the carrier or the page
}

func newSheet(report *onrecord.Report, words string, blocks []block) *sheet {
	s := &sheet{report: report, words: words, blocks: blocks, headline: -1, title: report.Title}
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
		if b.kind == "" && isCaption(b.text, b.shape) {
			b.kind = onrecord.Caption
		}
		if b.kind == "" && (isMenu(b.text, b.shape) || isPointer(b.text, b.shape)) {
			b.clutter = true
		}
	}
}

// quotesSomebody keeps a sentence that quotes: `"Follow us," he told the crowd.`
func (s *sheet) quotesSomebody(i int) bool {
	b := &s.blocks[i]
	return b.shape.isSentence() && b.shape.words >= sentenceWords && (b.shape.quoted || tellsWords(b.text))
}

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

// isMenu reports whether a line is cells between bars: "Eng | Geo | Rus".
func isMenu(text string, shape shape) bool {
	return shape.cells >= 2 && len(shape.stamp.dates) == 0 && shape.words <= shape.cells*6 && !shape.ends
}

// isPointer reports whether a line between brackets points to another story,
// "(PHOTOS: Ten faces of the vote)", or is a mark of the page's maker, "[break]".
func isPointer(text string, shape shape) bool {
	switch {
	case strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]"):
		return shape.words <= 2
	case isShareLine(text, shape):
		return true
	case shape.words <= 20 && !endsSentence(text) && !strings.HasPrefix(text, "("):
		label, rest, ok := strings.Cut(text, ":")
		return ok && strings.HasPrefix(rest, " ") && len(strings.Fields(label)) <= 3 && isStoryLabel(label)
	case strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")") && shape.words <= 24:
		label, rest, ok := strings.Cut(text[1:len(text)-1], ":")
		return ok && rest != "" && len(strings.Fields(label)) <= 4 && !endsSentence(strings.TrimSpace(rest)) && isStoryLabel(label)
	}
	return false
}

// isShareLine reports whether a line holds nothing but the names of buttons: "SHARE
// TWEET EMAIL".
func isShareLine(text string, shape shape) bool {
	if shape.words == 0 || shape.words > 12 || shape.ends {
		return false
	}
	for word := range wordsOf(text) {
		switch strings.ToLower(word) {
		case "share", "shares", "tweet", "tweets", "email", "e-mail", "mail", "print", "facebook", "twitter", "whatsapp", "linkedin", "reddit", "pinterest", "telegram",
			"instagram", "youtube", "save", "copy", "link", "pin", "like", "messenger", "flipboard", "bluesky", "threads", "x", "comment", "comments", "post", "it", "on", "this":
		default:
			return false
		}
	}
	return true
}

// isStoryLabel reports whether a label announces something to look at elsewhere.
func isStoryLabel(label string) bool {
	first, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(label)), " ")
	switch first {
	case "photos", "photo", "video", "watch", "related", "also", "see", "read", "more", "full", "listen", "gallery", "poll", "click":
		return true
	}
	return false
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

// fillBody tells what is left: running text.
func (s *sheet) fillBody() {
	for i := range s.blocks {
		if b := &s.blocks[i]; b.kind == "" && !b.clutter {
			b.kind = onrecord.Body
		}
	}
}

// text puts the blocks together.
func (s *sheet) text(told *page.Told) *onrecord.Text {
	t := &onrecord.Text{Report: s.report, Words: s.words}
	for i := range s.blocks {
		b := &s.blocks[i]
		if b.clutter {
			t.Clutter = appendClutter(t.Clutter, s.words, b.Span)
			continue
		}
		rest := b.Span
		if b.prefix > 0 {
			t.Clutter = appendClutter(t.Clutter, s.words, onrecord.Span{Start: b.Start, End: b.Start + b.prefix})
			rest = trimSpan(s.words, onrecord.Span{Start: b.Start + b.prefix, End: b.End})
		}
		if b.opening > 0 {
			opening := trimSpan(s.words, onrecord.Span{Start: b.Start, End: b.Start + b.opening})
			t.Paragraphs = append(t.Paragraphs, onrecord.Paragraph{Span: opening, Kind: onrecord.DateLine})
			rest = trimSpan(s.words, onrecord.Span{Start: b.Start + b.opening, End: b.End})
		}
		s.addParts(t, b, rest)
	}
	t.Imprint = s.imprint(told)
	return t
}

// addParts adds what is left of a block as paragraphs: one, or the parts around its
// holes.
func (s *sheet) addParts(t *onrecord.Text, b *block, rest onrecord.Span) {
	for _, hole := range b.holes {
		hole.Start, hole.End = hole.Start+b.Start, hole.End+b.Start
		if hole.Start < rest.Start {
			continue
		}
		s.addPart(t, b, onrecord.Span{Start: rest.Start, End: hole.Start})
		if hole = trimSpan(s.words, hole); !hole.IsEmpty() {
			t.Clutter = append(t.Clutter, hole)
		}
		rest.Start = hole.End
	}
	s.addPart(t, b, rest)
}

func (s *sheet) addPart(t *onrecord.Text, b *block, part onrecord.Span) {
	if part = trimSpan(s.words, part); !part.IsEmpty() {
		t.Paragraphs = append(t.Paragraphs, onrecord.Paragraph{Span: part, Kind: b.kind})
	}
}

// appendClutter adds a span, joined to the one before where only blanks stand
// between them.
func appendClutter(list []onrecord.Span, words string, span onrecord.Span) []onrecord.Span {
	if n := len(list); n > 0 && strings.TrimSpace(words[list[n-1].End:span.Start]) == "" {
		list[n-1].End = span.End
		return list
	}
	return append(list, span)
}
