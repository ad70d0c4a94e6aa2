package ingest

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html/charset"

	"onrecord"
)

// mostNesting bounds how deep elements of a news document stand in each other.
const mostNesting = 100

// readNewsXML reads the items of NITF and NewsML-G2, the forms in which agencies deliver. What is
// read of an item is its paragraphs, as plain text.
func (s *source) readNewsXML(r io.Reader) error {
	raw, err := readBounded(r, s.opts.maxBytes())
	if err != nil {
		return err
	}
	items, fault := newsItems(raw)
	found := false
	for i, item := range items {
		if len(item.parts) == 0 { // a picture, or what the fault cut off
			s.opts.passOver(string(noParts))
			continue
		}
		found = true
		place := ""
		if len(items) > 1 {
			place = fmt.Sprintf("#%d", i+1)
		}
		err := s.give(item.report(s.name + place))
		if err := s.passOver(place, err); err != nil || s.ctx.Err() != nil {
			return err
		}
	}
	if fault == nil && !found {
		return fmt.Errorf("no item of NITF or NewsML-G2 with words in it: %w", ErrEmpty)
	}
	return fault // behind the items that were read
}

// noParts is why an item is passed over; partBreak stands between paragraphs that stand in one
// element, and in no XML.
const (
	noParts   passedOver = "items without words"
	partBreak string     = "\x00"
)

// newsItem is what an agency tells of a report.
type newsItem struct {
	title, outlet, date, url string
	parts                    []string // paragraphs and what stands among them, in order
}

func (n *newsItem) report(source string) *onrecord.Report {
	return &onrecord.Report{Source: source, URL: n.url, Outlet: n.outlet, Title: n.title, Published: parseDay(n.date),
		MediaType: onrecord.PlainText, Raw: []byte(strings.Join(n.parts, "\n\n"))}
}

// newsParser goes through a news document.
type newsParser struct {
	path  []string // names of the elements that are open
	items []*newsItem
	words strings.Builder // of the element that is read, if any
	until int             // its depth; 0 if none is read
}

// newsItems gives the items of a document, and the fault that ended it early.
func newsItems(raw []byte) ([]*newsItem, error) {
	decoder := xml.NewDecoder(bytes.NewReader(raw))
	decoder.CharsetReader, decoder.Entity = charset.NewReaderLabel, xml.HTMLEntity
	p := newsParser{}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return p.items, nil
		}
		if err == nil && len(p.path) > mostNesting {
			err = fmt.Errorf("elements stand more than %d deep in each other", mostNesting)
		}
		if err != nil {
			return p.items, fmt.Errorf("broken XML: %w", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			p.open(token)
		case xml.EndElement:
			p.close(token.Name.Local)
		case xml.CharData:
			if p.until > 0 {
				p.words.Write(token)
			}
		}
	}
}

// open takes the beginning of an element.
func (p *newsParser) open(element xml.StartElement) {
	name := element.Name.Local
	isNested := slices.Contains(p.path, "newsItem")
	p.path = append(p.path, name)
	if name == "newsItem" || name == "nitf" && !isNested {
		p.items = append(p.items, &newsItem{})
	}
	if len(p.items) == 0 {
		return
	}
	item := p.items[len(p.items)-1]
	switch {
	case name == "date.issue":
		item.date = cmp.Or(item.date, day(attribute(element, "norm")))
	case name == "doc-id" && item.outlet == "":
		item.outlet = attribute(element, "regsrc")
	case p.until > 0:
		if isBlockOfNews(name) {
			p.words.WriteString(partBreak)
		} else if name == "br" {
			p.words.WriteByte('\n')
		}
	case p.isRead(name):
		p.words.Reset()
		p.until = len(p.path)
	}
}

// isRead reports whether the words of an element that was just opened count.
func (p *newsParser) isRead(name string) bool {
	if slices.ContainsFunc(p.path, isBesideTheReport) {
		return false
	}
	switch name {
	case "inlineData", "headline", "hl1", "versionCreated", "contentCreated", "title":
		return true
	case "name":
		return slices.Contains(p.path, "provider")
	case "byline", "dateline":
		return slices.Contains(p.path, "body.head")
	}
	return isBlockOfNews(name) && (slices.Contains(p.path, "body.content") || slices.Contains(p.path, "inlineXML"))
}

// isBesideTheReport names elements that hold other words than the report's.
func isBesideTheReport(name string) bool {
	switch name {
	case "media", "script", "style", "figure", "head", "body.end", "remoteContent", "partMeta":
		return true
	}
	return false
}

func isBlockOfNews(name string) bool {
	switch name {
	case "p", "h1", "h2", "h3", "h4", "h5", "h6", "hl2", "li", "blockquote", "bq":
		return true
	}
	return false
}

// close takes the end of an element and, if it was read, its words.
func (p *newsParser) close(name string) {
	if p.until == len(p.path) && p.until > 0 {
		p.until = 0
		p.items[len(p.items)-1].take(name, p.words.String())
	}
	p.path = p.path[:max(len(p.path)-1, 0)]
}

// take keeps the words of an element.
func (n *newsItem) take(name, words string) {
	line := strings.Join(strings.Fields(words), " ")
	switch name {
	case "hl1", "headline", "title":
		n.title = cmp.Or(n.title, line)
	case "versionCreated", "contentCreated":
		n.date = cmp.Or(n.date, line)
	case "name":
		n.outlet = cmp.Or(n.outlet, line)
	case "inlineData":
		if words = strings.TrimSpace(strings.ReplaceAll(words, partBreak, "\n\n")); words != "" {
			n.parts = append(n.parts, words)
		}
	default:
		for part := range strings.SplitSeq(words, partBreak) {
			if part = strings.Join(strings.Fields(part), " "); part != "" {
				n.parts = append(n.parts, part)
			}
		}
	}
}

func attribute(element xml.StartElement, name string) string {
	for _, a := range element.Attr {
		if a.Name.Local == name {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// day cuts the time off a date as NITF writes it, 20310305T100000Z.
func day(date string) string {
	date, _, _ = strings.Cut(date, "T")
	return date
}

// opensNews reports whether the bytes begin like a news document.
func opensNews(head []byte) bool {
	decoder := xml.NewDecoder(bytes.NewReader(head))
	decoder.Strict, decoder.CharsetReader = false, func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for {
		token, err := decoder.RawToken()
		if err != nil {
			return false
		}
		switch token := token.(type) {
		case xml.StartElement:
			return token.Name.Local == "nitf" || token.Name.Local == "newsItem" || token.Name.Local == "newsMessage"
		case xml.CharData:
			if len(bytes.TrimSpace(token)) > 0 {
				return false
			}
		}
	}
}
