package page

import (
	"strings"

	"golang.org/x/net/html"
)

// note is what was found out about an element.
type note struct {
	text  int // letters and digits of running text in it
	links int // those of them that stand in links
	paras int // letters of its paragraphs: text that is not links, list or heading
	score float64
	junk  bool
	heads bool // holds or is a heading
}

// reader finds the report in a tree.
type reader struct {
	root  *html.Node
	told  *Told
	notes map[*html.Node]*note
	top   *html.Node // the element that holds the report
	title *html.Node // the heading that is its headline
	total int        // letters of the page's paragraphs, those of cards left out

	around map[*html.Node]bool // the elements that hold the headline
}

func (p *reader) note(n *html.Node) *note {
	if p.notes[n] == nil {
		p.notes[n] = &note{}
	}
	return p.notes[n]
}

// survey counts the words of every element, bottom up.
func (p *reader) survey(n *html.Node, depth int) *note {
	at := p.note(n)
	if n.Type == html.TextNode {
		at.text = countLetters(n.Data)
		return at
	}
	if isSilent(n) {
		return at
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		below := p.survey(c, depth+1)
		at.text += below.text
		at.links += below.links
		at.paras += below.paras
		at.heads = at.heads || below.heads
	}
	switch {
	case n.Data == "a":
		at.links = at.text
	case isHeading(n.Data):
		at.heads = true
	case n.Data == "p" || n.Data == "pre" || n.Data == "blockquote" || n.Data == "div" || n.Data == "td" || n.Data == "section" || n.Data == "article":
		at.paras = max(at.paras, p.ownWords(n))
	}
	return at
}

// ownWords counts the letters of an element's own running text: what stands in it
// and its inline elements, if that is more than a line and not mostly links.
func (p *reader) ownWords(n *html.Node) int {
	text, links := 0, 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && isBlock(c.Data) {
			continue
		}
		text += p.note(c).text
		links += p.note(c).links
	}
	if text < 60 || links*2 > text {
		return 0
	}
	return text - links
}

func countLetters(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if c := s[i]; c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c >= 0xC0 {
			n++
		}
	}
	return n
}

// isSilent reports whether nothing in an element is meant to be read as text.
func isSilent(n *html.Node) bool {
	if n.Type == html.CommentNode || n.Type == html.DoctypeNode {
		return true
	}
	if n.Type != html.ElementNode {
		return false
	}
	switch n.Data {
	case "script", "style", "noscript", "template", "iframe", "svg", "math", "object", "embed", "canvas", "video", "audio", "map",
		"button", "select", "input", "textarea", "option", "datalist", "dialog", "head", "applet", "frameset":
		return true
	}
	if hasAttr(n, "hidden") && attr(n, "hidden") != "until-found" {
		return true
	}
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") || attr(n, "aria-hidden") == "true" && n.Data != "body"
}

func hasAttr(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

func isHeading(tag string) bool {
	return len(tag) == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6'
}

// isBlock reports whether an element stands on lines of its own.
func isBlock(tag string) bool {
	switch tag {
	case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "section", "article", "main", "header", "footer", "aside", "nav",
		"table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "pre", "figure", "figcaption", "form", "fieldset", "hr", "center", "address", "details", "summary", "body", "html",
		"amp-img", "picture", "menu", "dir", "hgroup", "search":
		return true
	}
	return false
}
