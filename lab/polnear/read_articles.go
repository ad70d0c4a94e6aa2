// Package polnear measures who-said-what on articles whose attributions are
// marked: source, cue and content of every outermost attribution. It answers how
// well package statements finds them, and makes its weights. Start at
// [Evaluate]; the corpus files and their metrics are described beside them.
package polnear

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"onrecord"
)

// Article is one line of a corpus file. Offsets in it are code points.
type Article struct {
	ID           string        `json:"id"`
	Publisher    string        `json:"publisher,omitempty"`
	Genre        string        `json:"genre,omitempty"`
	Date         string        `json:"date,omitempty"`
	Text         string        `json:"text"`
	Attributions []Attribution `json:"attributions"`
}

// Attribution is one marked attribution, each part a list of [start, end).
type Attribution struct {
	Source  [][2]int `json:"source"`
	Cue     [][2]int `json:"cue"`
	Content [][2]int `json:"content"`
	Entity  *Entity  `json:"entity,omitempty"` // of GUM alone
}

// maxLine bounds one article of a corpus file.
const maxLine = 16 << 20

// ReadArticles reads a corpus file, one JSON object a line.
func ReadArticles(in io.Reader) ([]Article, error) {
	var articles []Article
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 0, 1<<20), maxLine)
	for n := 1; lines.Scan(); n++ {
		if len(lines.Bytes()) == 0 {
			continue
		}
		var a Article
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return nil, fmt.Errorf("read article of line %d: %w", n, err)
		}
		if err := a.checkSpans(); err != nil {
			return nil, fmt.Errorf("read article %s of line %d: %w", a.ID, n, err)
		}
		articles = append(articles, a)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read articles: %w", err)
	}
	return articles, nil
}

var errSpan = errors.New("a span lies outside the text")

func (a *Article) checkSpans() error {
	n := utf8.RuneCountInString(a.Text)
	for _, x := range a.Attributions {
		for _, part := range [][][2]int{x.Source, x.Cue, x.Content} {
			for _, s := range part {
				if s[0] < 0 || s[0] > s[1] || s[1] > n {
					return fmt.Errorf("%w: %v of %d code points", errSpan, s, n)
				}
			}
		}
	}
	return nil
}

// runes maps between code points and bytes of a text.
type runes struct {
	toByte []int       // by code point, with the end
	toRune map[int]int // by byte
}

func countRunes(text string) runes {
	r := runes{toRune: map[int]int{}}
	for at := range text {
		r.toRune[at] = len(r.toByte)
		r.toByte = append(r.toByte, at)
	}
	r.toRune[len(text)] = len(r.toByte)
	r.toByte = append(r.toByte, len(text))
	return r
}

func (r runes) span(s [2]int) onrecord.Span {
	return onrecord.Span{Start: r.toByte[s[0]], End: r.toByte[s[1]]}
}

func (r runes) pair(s onrecord.Span) [2]int { return [2]int{r.toRune[s.Start], r.toRune[s.End]} }

func (r runes) spans(pairs [][2]int) []onrecord.Span {
	out := make([]onrecord.Span, 0, len(pairs))
	for _, p := range pairs {
		out = append(out, r.span(p))
	}
	return out
}

func (r runes) pairs(spans []onrecord.Span) [][2]int {
	out := make([][2]int, 0, len(spans))
	for _, s := range spans {
		out = append(out, r.pair(s))
	}
	return out
}
