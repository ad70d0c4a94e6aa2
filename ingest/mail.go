package ingest

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"time"

	"golang.org/x/net/html/charset"

	"onrecord"
)

// The bounds of a letter's parts.
const (
	mostParts  = 100 // on one floor
	mostFloors = 5   // of parts in parts
)

// readMail reads one letter, such as a newsletter.
func (s *source) readMail(r io.Reader) error {
	raw, err := readBounded(r, s.opts.maxBytes())
	if err != nil {
		return err
	}
	report, err := letterOf(raw, s.name, s.opts.maxBytes())
	if err != nil {
		return err
	}
	return s.give(report)
}

// readMailbox reads the letters of a box (mbox): each begins behind a line "From ...". A letter in
// which nothing can be read is told, and the next is read.
func (s *source) readMailbox(r *bufio.Reader) error {
	box := mailbox{r: r, limit: s.opts.maxBytes()}
	for {
		raw, err := box.next()
		if raw == nil && errors.Is(err, io.EOF) {
			if box.number == 0 {
				return fmt.Errorf("no line \"From ...\" opens a letter: %w", ErrEmpty)
			}
			return nil
		}
		if err != nil && !errors.Is(err, ErrTooLong) {
			return explainUnpack(err)
		}
		place := fmt.Sprintf("#%d", box.number)
		var report *onrecord.Report
		if err == nil {
			report, err = letterOf(raw, s.name+place, s.opts.maxBytes())
		}
		if err == nil {
			err = s.give(report)
		}
		if err := s.passOver(place, err); err != nil || s.ctx.Err() != nil {
			return err
		}
	}
}

// mailbox is a box on its way to letters.
type mailbox struct {
	r      *bufio.Reader
	limit  int
	number int  // of the letter read last, from 1
	opened bool // the line that opens the next letter was read
}

// next gives the next letter; nil and io.EOF behind the last one. Where it is too long the rest of
// it is passed over.
func (m *mailbox) next() (letter []byte, err error) {
	isBlank, inLine, isLong := true, false, false
	for {
		part, err := m.r.ReadSlice('\n')
		if opens := !inLine && isBlank && bytes.HasPrefix(part, []byte("From ")); opens && !m.opened {
			m.opened = true
			part = nil
		} else if opens {
			m.number++
			return m.whole(letter, isLong)
		}
		if !inLine {
			isBlank = len(bytes.TrimRight(part, "\r\n")) == 0
			part = unquoteFrom(part)
		}
		inLine = errors.Is(err, bufio.ErrBufferFull)
		if isLong = isLong || len(letter)+len(part) > m.limit; !isLong {
			letter = append(letter, part...)
		}
		switch {
		case err == nil || inLine:
		case errors.Is(err, io.EOF) && m.opened:
			m.number++
			m.opened = false
			return m.whole(letter, isLong)
		default:
			return nil, err
		}
	}
}

func (m *mailbox) whole(letter []byte, isLong bool) ([]byte, error) {
	if isLong {
		return nil, tooLong(m.limit)
	}
	return append([]byte{}, letter...), nil
}

// unquoteFrom takes off the mark that keeps a line "From ..." of a letter from opening another.
func unquoteFrom(line []byte) []byte {
	if rest := bytes.TrimLeft(line, ">"); len(rest) < len(line) && bytes.HasPrefix(rest, []byte("From ")) {
		return line[1:]
	}
	return line
}

// letterOf makes a report of a letter: of its plain text, else of its HTML.
func letterOf(raw []byte, place string, limit int) (*onrecord.Report, error) {
	letter, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("not a letter: %w", err)
	}
	parts := letterParts{limit: limit}
	if err := parts.read(letter.Header.Get, letter.Body, 0); err != nil {
		return nil, err
	}
	report := cmp.Or(parts.plain, parts.html)
	if report == nil {
		return nil, fmt.Errorf("no part of the letter is text or HTML: %w", ErrEmpty)
	}
	report.Source, report.Title = place, decodeWords(letter.Header.Get("Subject"))
	if from, err := mail.ParseAddress(decodeWords(letter.Header.Get("From"))); err == nil {
		report.Outlet = from.Name
	}
	if at, err := letter.Header.Date(); err == nil {
		report.Published = onrecord.DateOf(at)
	}
	return report, identify(report)
}

// decodeWords reads a header's words in other encodings than ASCII.
func decodeWords(field string) string {
	decoder := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	if words, err := decoder.DecodeHeader(field); err == nil {
		field = words
	}
	return strings.Join(strings.Fields(strings.ToValidUTF8(field, "\ufffd")), " ")
}

// letterParts are the first parts of a letter that hold words.
type letterParts struct {
	plain, html *onrecord.Report
	limit       int
}

// read takes a part, or the parts that stand in it; field gives a field of its header.
func (p *letterParts) read(field func(string) string, body io.Reader, floor int) error {
	kind, params, err := mime.ParseMediaType(cmp.Or(field("Content-Type"), "text/plain"))
	if err != nil && !errors.Is(err, mime.ErrInvalidMediaParameter) {
		kind = "text/plain"
	}
	if strings.HasPrefix(kind, "multipart/") && floor < mostFloors {
		return p.readEach(multipart.NewReader(body, params["boundary"]), floor)
	}
	if strings.HasPrefix(strings.ToLower(field("Content-Disposition")), "attachment") {
		return nil
	}
	into, as := &p.plain, onrecord.PlainText
	switch kind {
	case "text/plain":
	case "text/html":
		into, as = &p.html, onrecord.HTML
	default:
		return nil
	}
	if *into != nil {
		return nil
	}
	raw, err := readBounded(decodeTransfer(field("Content-Transfer-Encoding"), body), p.limit)
	if err != nil {
		return fmt.Errorf("decode the letter's %s: %w", kind, err)
	}
	if len(bytes.TrimSpace(raw)) > 0 {
		*into = &onrecord.Report{MediaType: as, Charset: params["charset"], Raw: raw}
	}
	return nil
}

func (p *letterParts) readEach(parts *multipart.Reader, floor int) error {
	for range mostParts {
		part, err := parts.NextRawPart()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil && (p.plain != nil || p.html != nil):
			return nil // the letter is cut off behind what is read of it
		case err != nil:
			return fmt.Errorf("broken parts of a letter: %w", err)
		}
		if err := p.read(part.Header.Get, part, floor+1); err != nil {
			return err
		}
	}
	return nil
}

func decodeTransfer(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	}
	return body
}

// opensLetter and opensMailbox report whether the bytes begin with fields that only the programs
// that carry letters write, and with the line that opens a letter in a box.
func opensLetter(head []byte) bool {
	name, _, found := bytes.Cut(head[:min(len(head), 64)], []byte(":"))
	if !found {
		return false
	}
	switch strings.ToLower(string(name)) {
	case "received", "return-path", "delivered-to", "message-id", "mime-version", "dkim-signature", "x-received", "arc-seal":
		return true
	}
	return false
}

func opensMailbox(head []byte) bool {
	first, rest, found := bytes.Cut(head, []byte("\n"))
	if !found || !bytes.HasPrefix(first, []byte("From ")) || !hasClock(first) { // "From our correspondent" opens a report
		return false
	}
	name, _, found := bytes.Cut(rest[:min(len(rest), 64)], []byte(":"))
	return found && len(name) > 0 && !bytes.ContainsAny(name, " \t\n")
}

// hasClock reports whether one of the words is a time such as 10:00:00, as the line that opens a
// letter in a box has it.
func hasClock(line []byte) bool {
	for word := range bytes.FieldsSeq(line) {
		if _, err := time.Parse(time.TimeOnly, string(word)); err == nil {
			return true
		}
	}
	return false
}
