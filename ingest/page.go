package ingest

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http/httputil"
	"net/textproto"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/andybalholm/brotli"
	kgzip "github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"onrecord"
)

// Page is what a server gave for an address.
type Page struct {
	URL         string
	Fetched     time.Time // zero if unknown
	ContentType string    // as the server gave it
	Body        []byte    // without transfer and content encodings
}

// Report makes a report of a page; source names where it was read. The error is
// [ErrEmpty] where there are no bytes, and tells a page that is neither HTML nor text.
func (p *Page) Report(source string, limit int) (*onrecord.Report, error) {
	as, charset, err := p.media()
	if err != nil {
		return nil, err
	}
	if len(p.Body) > limit {
		return nil, tooLong(limit)
	}
	if isFalseUTF8(charset, p.Body) {
		charset = ""
	}
	report := &onrecord.Report{Source: source, URL: p.URL, MediaType: as, Charset: charset, Raw: p.Body}
	if !p.Fetched.IsZero() {
		report.Fetched = onrecord.DateOf(p.Fetched.UTC())
	}
	if err := identify(report); err != nil {
		return nil, err
	}
	return report, nil
}

// media tells what a page is by its server's word, and without one by its first bytes.
func (p *Page) media() (as onrecord.MediaType, charset string, err error) {
	kind, params, err := mime.ParseMediaType(p.ContentType)
	if err != nil && !errors.Is(err, mime.ErrInvalidMediaParameter) {
		kind, params = "", nil
	}
	switch kind {
	case "text/html", "application/xhtml+xml":
		return onrecord.HTML, params["charset"], nil
	case "", "text/plain", "application/octet-stream":
		if opensPage(bytes.TrimLeft(p.Body[:min(len(p.Body), 1024)], " \t\r\n")) {
			return onrecord.HTML, params["charset"], nil
		}
		if kind == "text/plain" {
			return onrecord.PlainText, params["charset"], nil
		}
	}
	return "", "", notWords
}

// mayHoldWords tells by the server's word alone whether a page is worth unpacking.
func mayHoldWords(kind string) bool {
	switch kind {
	case "", "text/html", "application/xhtml+xml", "text/plain", "application/octet-stream":
		return true
	}
	return false
}

// isFalseUTF8 reports whether a server declares UTF-8 of bytes that are another encoding: more
// bytes are broken than runes whole, so it is not a page that was damaged in a few places.
func isFalseUTF8(charset string, body []byte) bool {
	if !strings.EqualFold(charset, "utf-8") && !strings.EqualFold(charset, "utf8") || utf8.Valid(body) {
		return false
	}
	broken, whole := 0, 0
	for len(body) > 0 {
		r, size := utf8.DecodeRune(body)
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case size > 1:
			whole++
		}
		body = body[size:]
	}
	return broken > whole
}

// unwrap takes a server's answer apart as it went over the line.
func (p *Page) unwrap(answer []byte, limit int) error {
	head, body := splitAnswer(answer)
	if !bytes.HasPrefix(head, []byte("HTTP/")) {
		return notAnAnswer
	}
	status, rest, _ := bytes.Cut(head, []byte("\n"))
	words := strings.Fields(string(status))
	if code, err := strconv.Atoi(append(words, "", "")[1]); err != nil || code != 200 {
		return notOK
	}
	header, err := textproto.NewReader(bufio.NewReader(bytes.NewReader(append(bytes.Clone(rest), "\r\n\r\n"...)))).ReadMIMEHeader()
	if err != nil && len(header) == 0 {
		return broken("the server's header cannot be read: %w", err)
	}
	p.ContentType = header.Get("Content-Type")
	if kind, _, _ := mime.ParseMediaType(p.ContentType); !mayHoldWords(kind) {
		return notWords
	}
	p.Body, err = decodeBody(header, body, limit)
	return err
}

// splitAnswer parts a server's header from the page. Crawls have also written line ends of Unix.
func splitAnswer(answer []byte) (head, body []byte) {
	window := answer[:min(len(answer), httpRoom)]
	end, width := bytes.Index(window, []byte("\r\n\r\n")), 4
	if short := bytes.Index(window, []byte("\n\n")); short >= 0 && (end < 0 || short < end) {
		end, width = short, 2
	}
	if end < 0 {
		return answer[:min(len(answer), httpRoom)], nil
	}
	return answer[:end], answer[end+width:]
}

// decodeBody takes transfer and content encodings off. Most crawls write pages already decoded
// and leave the header as it was, so what does not begin as it says is taken as it is.
func decodeBody(header textproto.MIMEHeader, body []byte, limit int) ([]byte, error) {
	if strings.EqualFold(strings.TrimSpace(header.Get("Transfer-Encoding")), "chunked") {
		if plain, err := readBounded(httputil.NewChunkedReader(bytes.NewReader(body)), limit+httpRoom); err == nil {
			body = plain
		}
	}
	encoding := strings.ToLower(strings.TrimSpace(header.Get("Content-Encoding")))
	opened, err := openEncoded(encoding, body)
	if err != nil || opened == nil {
		return body, err
	}
	plain, err := readBounded(opened, limit)
	switch {
	case err == nil, errors.Is(err, ErrTooLong):
		return plain, err
	case encoding == "gzip" || encoding == "zstd":
		return nil, fmt.Errorf("decode a page in %s: %w", encoding, err)
	}
	return body, nil
}

// openEncoded opens a body that begins as its encoding does; nil if it is to be taken as it is.
func openEncoded(encoding string, body []byte) (io.Reader, error) {
	r := bytes.NewReader(body)
	switch encoding {
	case "gzip", "x-gzip":
		if bytes.HasPrefix(body, memberMagic) {
			return kgzip.NewReader(r)
		}
	case "zstd":
		if bytes.HasPrefix(body, zstdMagic) {
			return zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(8<<20)) // RFC 9659
		}
	case "deflate":
		if z, err := zlib.NewReader(r); err == nil {
			return z, nil
		}
		return flate.NewReader(bytes.NewReader(body)), nil
	case "br":
		return brotli.NewReader(r), nil
	}
	return nil, nil
}
