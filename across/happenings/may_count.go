package happenings

import (
	"strings"
	"sync"

	"onrecord"
	"onrecord/across/words"
)

// isCounted tells at a look whether a text may hold one of them.
var isCounted = sync.OnceValue(func() *words.Glance {
	return words.NewGlance(func(concept string) bool { return counted[concept] != "" })
})

// MayCount tells whether a report of such a text may count anything of one of its events: most texts have a number, and many
// somebody who died, but few have both so near each other that one counts the other, in a paragraph that speaks of the
// event. Only what stands around such words is read, and what is too long to read may count.
func MayCount(text string, v *onrecord.Event) bool {
	evidence := sync.OnceValue(func() map[string]bool { return conceptsIn(words.Plain(v.Evidence)) })
	var far onrecord.Span // a paragraph that does not speak of the event
	for at := range isCounted().All(text) {
		near, whole := around(text, at)
		p := paragraph(text, at)
		if whole && (p == far || len(figuresIn(onrecord.Quote{Text: near}, "")) == 0) {
			continue
		}
		if !whole || p.Len() > longParagraph || p.Overlaps(v.Evidence.Span) ||
			isNear(words.Plain(onrecord.Quote{Text: text[p.Start:p.End]}), evidence()) {
			return true
		}
		far = p
	}
	return false
}

// The bounds of what is looked at, in bytes: at each side of a word, and of a paragraph.
const (
	longAround    = 50 * farCount // words are seldom longer than ten
	longParagraph = 2000
)

// paragraph is the line of a text in which a place lies.
func paragraph(text string, at int) onrecord.Span {
	end := len(text)
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		end = at + n
	}
	return onrecord.Span{Start: strings.LastIndexByte(text[:at], '\n') + 1, End: end}
}

// around gives what stands so near a word of a text that it may count it, cut at spaces; whole is false where that is
// longer than is looked at.
func around(text string, at int) (near string, whole bool) {
	from, to := at, at
	for n := 0; from > 0 && n <= farCount; from-- {
		if isBlank(text[from-1]) && !isBlank(text[from]) {
			n++
		}
	}
	for n := 0; to < len(text) && n <= farCount; to++ {
		if isBlank(text[to]) && !isBlank(text[to-1]) { // a word begins at at
			n++
		}
	}
	return text[from:to], to-from <= 2*longAround
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' }
