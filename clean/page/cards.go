package page

import "golang.org/x/net/html"

// leastCards is how many cards make a grid, mostCardText how many letters a card
// has at most.
const (
	leastCards   = 3
	mostCardText = 400
)

// holdsCards reports whether an element is a grid of cards for other stories: most
// of its children have one class, a link with a title, and little text. Unlike
// junk by name this may hold more words than the report.
func (p *reader) holdsCards(n *html.Node) bool {
	if n.Type != html.ElementNode || n.Data == "body" || n.Data == "html" || n.Data == "tbody" || n.Data == "tr" {
		return false
	}
	kinds := map[string]int{}
	children := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || isHeading(c.Data) || p.note(c).text == 0 {
			continue
		}
		children++
		if p.isCard(c) {
			kinds[c.Data+"."+attr(c, "class")]++
		}
	}
	for _, count := range kinds {
		if count >= leastCards && count*10 >= children*7 {
			return true
		}
	}
	return false
}

// parasOfCards counts the letters of paragraphs in grids of cards.
func (p *reader) parasOfCards(n *html.Node) int {
	if p.holdsCards(n) {
		return p.note(n).paras
	}
	sum := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sum += p.parasOfCards(c)
	}
	return sum
}

// isCard reports whether an element is a card: a heading in a link or a link in a
// heading, and no more than a teaser beside it.
func (p *reader) isCard(n *html.Node) bool {
	at := p.note(n)
	if at.text > mostCardText || at.links < 12 || !at.heads || isHeading(n.Data) {
		return false
	}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && isHeading(d.Data) && (p.note(d).links*10 >= p.note(d).text*8 || isInLink(d, n)) {
			return true
		}
	}
	return false
}

func isInLink(n, top *html.Node) bool {
	for ; n != nil && n != top; n = n.Parent {
		if n.Data == "a" {
			return true
		}
	}
	return false
}
