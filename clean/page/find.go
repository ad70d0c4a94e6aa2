package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// find tells which element holds the report: paragraphs give their letters to the
// elements around them, the further the less, and the element with the most wins.
func (p *reader) find() {
	p.around = map[*html.Node]bool{}
	for n := p.title; n != nil && n.Data != "body" && n.Data != "html"; n = n.Parent {
		p.around[n] = true
	}
	p.scoreParagraphs(p.root)
	best := 0.0
	for n := range p.root.Descendants() {
		at := p.notes[n]
		if n.Type != html.ElementNode || at == nil || at.score == 0 || at.junk {
			continue
		}
		density := float64(at.links) / float64(max(at.text, 1))
		if score := at.score * (1 - density) * bonus(n) * p.nearTitle(n); score > best {
			p.top, best = n, score
		}
	}
	p.climb()
}

// share is what a paragraph gives to its parent, that one's parent and so on.
var share = [...]float64{1, 0.7, 0.4, 0.2}

func (p *reader) scoreParagraphs(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		at := p.notes[c]
		if c.Type != html.ElementNode || at == nil || at.junk {
			continue
		}
		p.scoreParagraphs(c)
		own := p.ownWords(c)
		if own == 0 || isHeading(c.Data) || c.Data == "li" || c.Data == "figcaption" {
			continue
		}
		up := c.Parent
		if c.Data != "p" && c.Data != "blockquote" && c.Data != "pre" {
			up = c // a div with bare text holds its paragraphs itself
		}
		for i := 0; i < len(share) && up != nil; i++ {
			p.note(up).score += share[i] * float64(own)
			up = up.Parent
		}
	}
}

// nearTitle prefers elements that stand close to the headline or hold it.
func (p *reader) nearTitle(n *html.Node) float64 {
	if p.title == nil {
		return 1
	}
	at := n
	for range 3 {
		if p.around[at] {
			return 1.4
		}
		if at = at.Parent; at == nil || at.Data == "body" {
			break
		}
	}
	return 1
}

// bonus prefers elements that are named as the body of a report.
func bonus(n *html.Node) float64 {
	if attr(n, "itemprop") == "articleBody" {
		return 1.6
	}
	b := 1.0
	switch n.Data {
	case "article", "main":
		b = 1.3
	case "p", "blockquote", "ul", "ol", "table", "tbody":
		b = 0.8
	}
	names := strings.ToLower(attr(n, "class") + " " + attr(n, "id"))
	for _, word := range []string{"article-body", "articlebody", "article_body", "article__body", "story-body", "storybody", "story_body", "story__content", "entry-content", "post-content",
		"article-content", "article__content", "article-text", "articletext", "post-body", "story-content", "body-copy", "story-text", "news-text", "article-copy", "rich-text"} {
		if strings.Contains(names, word) {
			return b * 1.3
		}
	}
	return b
}

// climb goes up from the best element while the one above holds clearly more
// paragraphs of the same kind: reports are cut into sections by ads.
func (p *reader) climb() {
	if p.top == nil {
		return
	}
	at, have := p.top, p.ownParas(p.top)
	for range 4 {
		if at.Data == "article" || p.around[at] {
			return // what stands beside an article, or beside headline and text, is another one
		}
		if at = at.Parent; at == nil || at.Data == "body" || at.Data == "html" || at.Type != html.ElementNode || p.notes[at].junk {
			return
		}
		paras := p.ownParas(at)
		if paras.letters*100 < have.letters*112 {
			continue
		}
		if more := paras.minus(have); more.count == 0 || more.letters/more.count < 90 || more.letters > 3*have.letters {
			return
		}
		p.top, have = at, paras
	}
}

// paras counts paragraphs and their letters.
type paras struct{ count, letters int }

func (a paras) minus(b paras) paras { return paras{a.count - b.count, a.letters - b.letters} }

// ownParas counts the paragraphs in an element that are not junk.
func (p *reader) ownParas(n *html.Node) paras {
	var sum paras
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		at := p.notes[c]
		if c.Type != html.ElementNode || at.junk {
			continue
		}
		if own := p.ownWords(c); own > 0 && (c.Data == "p" || c.Data == "pre" || c.Data == "blockquote" || c.Data == "div") {
			sum.count++
			sum.letters += own
		}
		below := p.ownParas(c)
		sum.count, sum.letters = sum.count+below.count, sum.letters+below.letters
	}
	return sum
}

// heading is the words of the heading that is the headline.
func (p *reader) heading() string {
	if p.title == nil {
		return ""
	}
	return onOneLine(textOf(p.title))
}

// findTitle finds the heading that is the headline: the one that the fields give,
// else the first of the highest rank in or before the report.
func (p *reader) findTitle() {
	var first, inWindow *html.Node
	for n := range p.root.Descendants() {
		if n.Type != html.ElementNode || !isHeading(n.Data) || n.Data > "h4" {
			continue
		}
		words := onOneLine(textOf(n))
		if len(words) < 8 {
			continue
		}
		if p.told.Title != "" && sameWords(words, p.told.Title) {
			p.title = n
			return
		}
		if n.Data == "h1" && first == nil && !p.notes[n].junk {
			first = n
		}
		if p.told.Title == "" && p.isInWindow(words) && !p.notes[n].junk && (inWindow == nil || len(words) > len(onOneLine(textOf(inWindow)))) {
			inWindow = n
		}
	}
	if inWindow != nil {
		p.title = inWindow
		return
	}
	if p.told.Title == "" || first != nil && shareWords(onOneLine(textOf(first)), p.told.Title) {
		p.title = first
	}
}

// isInWindow reports whether a heading is the greater part of the window's title.
func (p *reader) isInWindow(words string) bool {
	words, window := lettersOnly(words), lettersOnly(p.told.window)
	return len(words) > 8 && len(words)*5 >= len(window)*2 && strings.Contains(window, words)
}

// shareWords reports whether two titles have half of the shorter one's words in
// common: pages give machines another headline than readers.
func shareWords(a, b string) bool {
	first, second := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(first) > len(second) {
		first, second = second, first
	}
	shared := 0
	for _, word := range first {
		if slices.Contains(second, word) {
			shared++
		}
	}
	return shared*2 >= len(first)
}

// sameWords reports whether two titles are equal in letters, or one begins with
// the other.
func sameWords(a, b string) bool {
	a, b = lettersOnly(a), lettersOnly(b)
	return a != "" && b != "" && (a == b || len(a) > 12 && strings.HasPrefix(b, a) || len(b) > 12 && strings.HasPrefix(a, b))
}

func lettersOnly(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 0x80 {
			return r
		}
		return -1
	}, strings.ToLower(s))
}
