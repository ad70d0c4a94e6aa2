package page

import (
	"strings"

	"golang.org/x/net/html"
)

// lineReach bounds a line that can tell the date or the writer of a report.
const lineReach = 160

// readLines gathers <time> elements and lines marked as dates or bylines: those of
// the report itself stand outside of junk, near its headline or in it.
func (p *reader) readLines(doc *Doc) {
	var marked, plain, lines []Field
	others := p.otherArticles()
	for n := range p.root.Descendants() {
		if n.Type == html.TextNode && doc.Told.Rights == "" && len(n.Data) < lineReach && strings.Contains(n.Data, "©") {
			doc.Told.Rights = onOneLine(n.Data)
		}
		if n.Type != html.ElementNode || p.notes[n] == nil || p.notes[n].junk || others[n] || p.notes[n].text > lineReach {
			continue
		}
		switch words := onOneLine(textOf(n)); {
		case n.Data == "time":
			field := Field{"time", strings.TrimSpace(attr(n, "datetime") + " " + words)}
			if attr(n, "itemprop") == "datePublished" || hasAttr(n, "pubdate") || hasName(n, "published", "pubdate", "publish") {
				marked = append(marked, field)
			} else if attr(n, "itemprop") != "dateModified" && !hasName(n, "updated", "modified", "update") {
				plain = append(plain, field)
			}
		case attr(n, "itemprop") == "datePublished":
			marked = append(marked, Field{"datePublished", attr(n, "content") + " " + attr(n, "datetime") + " " + words})
		case words == "" || len(words) > lineReach || isBlockHolder(n):
		case hasName(n, "date", "pubdate", "published", "timestamp", "posted", "time", "datetime", "dateline", "publish", "byline", "meta"):
			lines = append(lines, Field{"line", words})
		case hasName(n, "author") || attr(n, "rel") == "author":
			if len(doc.Told.Authors) == 0 {
				doc.Told.Authors = []string{strings.TrimPrefix(strings.TrimPrefix(words, "By "), "by ")}
			}
		}
	}
	doc.Told.Dates = append(append(doc.Told.Dates, marked...), plain...)
	doc.Told.Lines = lines
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

func hasAttr(n *html.Node, name string) bool { _, ok := lookup(n, name); return ok }

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
