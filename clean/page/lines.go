package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// lineReach bounds a line that can tell the date or the writer of a report.
const lineReach = 160

// readLines gathers <time> elements and lines that can be dates or bylines: those
// marked so, and those between headline and report. Lines in junk and in other
// articles are not the report's.
func (p *reader) readLines(doc *Doc) {
	l := lineReader{reader: p, told: &doc.Told}
	others := p.otherArticles()
	for n := range p.root.Descendants() {
		if n.Type == html.TextNode && doc.Told.Rights == "" && len(n.Data) < lineReach && strings.Contains(n.Data, "©") {
			doc.Told.Rights = onOneLine(n.Data)
		}
		l.between = (l.between || n == p.title && !p.isInside(n)) && n != p.top
		if n.Type == html.ElementNode && p.notes[n] != nil && !p.notes[n].junk && !others[n] && p.notes[n].text <= lineReach {
			l.read(n, onOneLine(textOf(n)))
		}
	}
	doc.Told.Dates = append(append(doc.Told.Dates, l.marked...), l.plain...)
	doc.Told.Lines = slices.Concat(l.named, l.unnamed)
}

// lineReader sorts the lines of a page.
type lineReader struct {
	*reader
	told           *Told
	between        bool    // behind the headline and before the report
	marked, plain  []Field // dates that the markup gives
	named, unnamed []Field // lines by their class, lines by their place
}

func (l *lineReader) read(n *html.Node, words string) {
	switch {
	case n.Data == "time":
		l.readTime(n, words)
	case attr(n, "itemprop") == "datePublished":
		l.marked = append(l.marked, Field{"datePublished", attr(n, "content") + " " + attr(n, "datetime") + " " + words})
	case words == "" || len(words) > lineReach || isBlockHolder(n):
	case hasName(n, "date", "pubdate", "published", "timestamp", "posted", "time", "datetime", "dateline", "publish", "byline", "meta"):
		l.named = append(l.named, Field{"line", words})
	case hasName(n, "author") || attr(n, "rel") == "author":
		if len(l.told.Authors) == 0 {
			l.told.Authors = []string{strings.TrimPrefix(strings.TrimPrefix(words, "By "), "by ")}
		}
	case l.between && n != l.title:
		l.unnamed = append(l.unnamed, Field{"line", words})
	}
}

func (l *lineReader) readTime(n *html.Node, words string) {
	field := Field{"time", strings.TrimSpace(attr(n, "datetime") + " " + words)}
	switch {
	case attr(n, "itemprop") == "datePublished" || hasAttr(n, "pubdate") || hasName(n, "published", "pubdate", "publish"):
		l.marked = append(l.marked, field)
	case attr(n, "itemprop") != "dateModified" && !hasName(n, "updated", "modified", "update"):
		l.plain = append(l.plain, field)
	}
}

// otherArticles gives the elements that stand in articles beside the report.
func (p *reader) otherArticles() map[*html.Node]bool {
	own := map[*html.Node]bool{}
	for n := p.top; n != nil; n = n.Parent {
		own[n] = true
	}
	others := map[*html.Node]bool{}
	for n := range p.root.Descendants() {
		if others[n.Parent] || n.Type == html.ElementNode && n.Data == "article" && !own[n] && !p.isInside(n) {
			others[n] = true
		}
	}
	return others
}

// isInside reports whether a node stands in the report.
func (p *reader) isInside(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == p.top {
			return true
		}
	}
	return false
}

// isBlockHolder reports whether an element holds others on lines of their own.
func isBlockHolder(n *html.Node) bool {
	blocks := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && isBlock(c.Data) {
			blocks++
		}
	}
	return blocks > 1
}
