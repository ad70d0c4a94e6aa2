package page

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/net/html"
)

//go:embed junk.txt
var junkFile string

// junkWords are the words of class and id by which pages name what is no report.
var junkWords = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for text := range strings.Lines(junkFile) {
		if text = strings.TrimSpace(text); text != "" && text[0] != '#' {
			set[text] = true
		}
	}
	return set
})

// judge marks junk, top down. An element that holds much of the page's paragraphs
// is never junk, whatever it is called: pages call their body anything.
func (p *reader) judge(n *html.Node, inside bool) {
	at := p.note(n)
	if at.junk = inside; !inside && p.holdsCards(n) {
		at.junk, inside = true, true
	}
	if n.Type == html.ElementNode && !inside && p.looksJunk(n) && at.paras*10 <= p.total*3 {
		at.junk = true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.judge(c, at.junk)
	}
}

// looksJunk reports whether an element's tag, class or links tell that it is not
// part of a report.
func (p *reader) looksJunk(n *html.Node) bool {
	if isSilent(n) {
		return true
	}
	switch n.Data {
	case "nav", "aside", "footer", "form", "menu", "dialog", "search":
		return true
	case "header":
		return p.notes[n].paras == 0 && !p.notes[n].heads
	case "html", "body", "article", "main", "h1":
		return false
	}
	switch attr(n, "role") {
	case "navigation", "complementary", "contentinfo", "search", "dialog", "menu", "menubar", "banner", "alertdialog":
		return true
	}
	if attr(n, "itemprop") == "articleBody" {
		return false
	}
	return hasJunkName(n) || p.isLinkList(n)
}

// isLinkList reports whether nearly all words of a list or box are links.
func (p *reader) isLinkList(n *html.Node) bool {
	at := p.notes[n]
	switch n.Data {
	case "ul", "ol", "table", "div", "section", "dl", "p", "li":
		return at.text >= 20 && at.links*10 > at.text*8 && at.paras == 0 && !at.heads
	}
	return false
}

// hasJunkName looks through the words of class and id: "article__related-links",
// "shareBar".
func hasJunkName(n *html.Node) bool {
	for _, name := range []string{attr(n, "class"), attr(n, "id"), attr(n, "data-component"), attr(n, "data-testid")} {
		if len(name) > 400 {
			name = name[:400]
		}
		for word := range nameWords(name) {
			if junkWords()[word] {
				return true
			}
		}
	}
	return false
}

// nameWords yields the words of a class or id in small letters, and pairs of them
// joined by "-".
func nameWords(name string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for class := range strings.FieldsSeq(name) {
			before := ""
			for word := range splitName(class) {
				if !yield(word) || before != "" && !yield(before+"-"+word) {
					return
				}
				before = word
			}
		}
	}
}

// splitName splits at "-", "_", ":" and where a capital follows a small letter.
func splitName(s string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		start, small := 0, false
		for i, r := range s {
			letter := unicode.IsLetter(r)
			if letter && !(unicode.IsUpper(r) && small) {
				small = unicode.IsLower(r)
				continue
			}
			if i > start && !yield(strings.ToLower(s[start:i])) {
				return
			}
			start, small = i, false
			if !letter {
				start = i + len(string(r))
			}
		}
		if start < len(s) {
			yield(strings.ToLower(s[start:]))
		}
	}
}
