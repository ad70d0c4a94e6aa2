package page

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"onrecord"
)

// mostBlocks bounds the paragraphs of a report.
const mostBlocks = 20000

// collector gathers the paragraphs of an element in order.
type collector struct {
	*reader
	out  []Block
	line strings.Builder
	kind onrecord.ParagraphKind
	text int // letters of the line under way
	link int // those in links
}

// blocks gives the headline and the paragraphs of the report.
func (p *reader) blocks() []Block {
	if p.top == nil {
		return nil
	}
	c := &collector{reader: p}
	if p.title != nil {
		if words := onOneLine(textOf(p.title)); words != "" {
			c.out = append(c.out, Block{Text: words, Kind: onrecord.Headline})
		}
	}
	c.walk(p.top, false)
	c.flush()
	return p.withTitle(c.out)
}

// withTitle puts the title that the fields give before the paragraphs of a page
// without a heading, unless one of its first lines is it.
func (p *reader) withTitle(blocks []Block) []Block {
	if p.title != nil || !p.told.Sure {
		return blocks
	}
	for _, b := range blocks[:min(len(blocks), 6)] {
		if sameWords(b.Text, p.told.Title) {
			return blocks
		}
	}
	return append([]Block{{Text: p.told.Title, Kind: onrecord.Headline}}, blocks...)
}

func (c *collector) walk(n *html.Node, inLink bool) {
	for child := n.FirstChild; child != nil && len(c.out) < mostBlocks; child = child.NextSibling {
		c.visit(child, inLink)
	}
}

func (c *collector) visit(n *html.Node, inLink bool) {
	at := c.notes[n]
	switch {
	case n.Type == html.TextNode:
		c.line.WriteString(n.Data)
		c.text += at.text
		if inLink {
			c.link += at.text
		}
	case n.Type != html.ElementNode, at == nil, at.junk, n == c.title, isSilent(n):
	case n.Data == "br":
		c.breakLine(n)
	case n.Data == "pre":
		c.flush()
		if words := strings.Map(visible, textOf(n)); strings.TrimSpace(words) != "" {
			c.out = append(c.out, Block{Text: strings.ReplaceAll(words, "\r\n", "\n"), Laid: true})
		}
	case isBlock(n.Data):
		c.visitBlock(n, inLink)
	default:
		c.walk(n, inLink || n.Data == "a")
	}
}

// visitBlock puts an element on lines of its own, marked by what its tag says.
func (c *collector) visitBlock(n *html.Node, inLink bool) {
	c.flush()
	before := c.kind
	switch kind := kindOf(n); {
	case kind != "":
		c.kind = kind
	}
	c.walk(n, inLink)
	c.flush()
	c.kind = before
}

// kindOf tells the kind of paragraph that the markup names.
func kindOf(n *html.Node) onrecord.ParagraphKind {
	switch {
	case isHeading(n.Data):
		return onrecord.Subhead
	case n.Data == "figcaption", n.Data == "figure", n.Data == "caption", hasName(n, "caption", "imagecaption", "photocaption", "wp-caption", "cutline"):
		return onrecord.Caption
	case n.Data == "address", attr(n, "rel") == "author", attr(n, "itemprop") == "author", hasName(n, "byline", "author", "authors", "dateline-author", "meta", "posted", "pubdate", "timestamp", "dateline"):
		return onrecord.Byline
	}
	return ""
}

// hasName reports whether a class of an element has one of the words.
func hasName(n *html.Node, words ...string) bool {
	for word := range nameWords(attr(n, "class")) {
		for _, w := range words {
			if word == w {
				return true
			}
		}
	}
	return false
}

// shortLine is how many letters a line has at most that was not broken for width.
const shortLine = 36

// breakLine ends a paragraph at a doubled line end, and at a single one behind a
// full stop or a short line: old pages set no paragraphs.
func (c *collector) breakLine(n *html.Node) {
	next := n.NextSibling
	for next != nil && next.Type == html.TextNode && strings.TrimSpace(next.Data) == "" {
		next = next.NextSibling
	}
	short := c.text > 0 && c.text <= shortLine
	doubled := next != nil && next.Type == html.ElementNode && next.Data == "br"
	so := strings.TrimRight(c.line.String(), " \t\r\n\"'”’)\u00a0")
	if doubled || short || strings.HasSuffix(so, ".") || strings.HasSuffix(so, "?") || strings.HasSuffix(so, "!") {
		c.flush()
		return
	}
	c.line.WriteByte(' ')
}

// flush ends the line under way. Lines of links alone are no paragraphs, unless
// they are a sentence.
func (c *collector) flush() {
	words := onOneLine(strings.Map(visible, c.line.String()))
	text, link := c.text, c.link
	c.line.Reset()
	c.text, c.link = 0, 0
	if words == "" || text > 0 && link*10 > text*8 && c.kind != onrecord.Byline && !(strings.HasSuffix(words, ".") && text > 80) {
		return
	}
	kind := c.kind
	if kind == onrecord.Byline && (text > 160 || text > 60 && strings.HasSuffix(words, ".")) {
		kind = ""
	}
	c.out = append(c.out, Block{Text: words, Kind: kind})
}

// visible takes out runes without a shape, which pages use to break long words.
func visible(r rune) rune {
	switch r {
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return -1
	}
	if unicode.IsControl(r) && !unicode.IsSpace(r) {
		return -1
	}
	return r
}
