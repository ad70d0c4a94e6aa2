package page

import (
	"bytes"
	"fmt"
	"mime"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// The bounds of a page.
const (
	mostBytes = 32 << 20
	mostDepth = 200 // elements nested deeper are read as if they were not there
)

// parse makes a tree of the bytes of a page, in whatever encoding it or its server declares.
func parse(raw []byte, declared string) (*html.Node, error) {
	if len(raw) > mostBytes {
		return nil, fmt.Errorf("parse an HTML page of %d MB: more than %d MB is no report", len(raw)>>20, mostBytes>>20)
	}
	decoded, err := decode(raw, declared)
	if err != nil {
		return nil, err
	}
	root, err := html.ParseWithOptions(bytes.NewReader(decoded), html.ParseOptionEnableScripting(false))
	if err == nil {
		return root, nil
	}
	for _, simpler := range []func([]byte) []byte{flatten, stripAll} {
		root, err = html.ParseWithOptions(bytes.NewReader(simpler(decoded)), html.ParseOptionEnableScripting(false))
		if err == nil {
			return root, nil
		}
	}
	return nil, fmt.Errorf("parse an HTML page: %w", err)
}

// decode makes UTF-8 of a page. Bytes that are UTF-8 are taken as such, whatever
// the page declares: pages are converted more often than their declarations. A
// server's word goes before the page's own.
func decode(raw []byte, declared string) ([]byte, error) {
	if utf8.Valid(raw) {
		return bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf")), nil
	}
	encoding, name, _ := charset.DetermineEncoding(raw, mime.FormatMediaType("text/html", map[string]string{"charset": declared}))
	decoded, err := encoding.NewDecoder().Bytes(raw)
	if err != nil {
		return nil, fmt.Errorf("decode %s page: %w", name, err)
	}
	return bytes.ToValidUTF8(decoded, []byte("\ufffd")), nil
}

// stripAll writes a page again with no elements but paragraphs and what must not
// be read as text.
func stripAll(raw []byte) []byte {
	var out bytes.Buffer
	for z := html.NewTokenizer(bytes.NewReader(raw)); ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			return out.Bytes()
		}
		if kind == html.TextToken {
			out.Write(z.Raw())
			continue
		}
		switch name, _ := z.TagName(); {
		case string(name) == "script" || string(name) == "style" || string(name) == "title":
			out.Write(z.Raw())
		case isBlock(string(name)) || string(name) == "br":
			out.WriteString("<p>")
		}
	}
}

// flatten writes a page again without the elements that are nested too deep, and
// without formatting, which broken pages pile up.
func flatten(raw []byte) []byte {
	var out bytes.Buffer
	depth := 0
	for z := html.NewTokenizer(bytes.NewReader(raw)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return out.Bytes()
		case html.StartTagToken:
			name, _ := z.TagName()
			if !isVoid(string(name)) {
				depth++
			}
			if depth > mostDepth || isFormatting(string(name)) {
				out.WriteByte(' ')
				continue
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			depth = max(depth-1, 0)
			if depth >= mostDepth || isFormatting(string(name)) {
				out.WriteByte(' ')
				continue
			}
		}
		out.Write(z.Raw())
	}
}

func isVoid(tag string) bool {
	switch tag {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li", "td", "th", "tr", "dt", "dd", "option":
		return true // the second half are closed by what follows them
	}
	return false
}

func isFormatting(tag string) bool {
	switch tag {
	case "b", "i", "u", "s", "em", "strong", "font", "span", "big", "small", "tt", "nobr", "strike", "code", "center":
		return true
	}
	return false
}
