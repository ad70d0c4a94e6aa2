package ingest

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"onrecord"
)

// carried is a report as a JSON object carries it. Unknown fields are passed over.
type carried struct {
	ID     label  `json:"id"`
	URL    string `json:"url"`
	Outlet string `json:"outlet"`
	Date   string `json:"date"`
	Title  string `json:"title"`
	Text   string `json:"text"`
	HTML   string `json:"html"`
	ninjs
}

// ninjs is a report as IPTC's ninjs carries it, versions 1 to 3.
type ninjs struct {
	URI       string                                `json:"uri"`
	Version   string                                `json:"versioncreated"`
	Headline  string                                `json:"headline"`
	BodyText  string                                `json:"body_text"`
	BodyHTML  string                                `json:"body_html"`
	BodyXHTML string                                `json:"body_xhtml"`
	Headlines []struct{ Value string }              `json:"headlines"`
	Bodies    []struct{ ContentType, Value string } `json:"bodies"`
}

// takeNinjs fills in what is told in the words of ninjs alone.
func (c *carried) takeNinjs() {
	if c.Text != "" || c.HTML != "" {
		return
	}
	c.Text, c.HTML, c.Date = c.BodyText, cmp.Or(c.BodyHTML, c.BodyXHTML), cmp.Or(c.Date, c.Version)
	if c.Title = cmp.Or(c.Title, c.Headline); c.Title == "" && len(c.Headlines) > 0 {
		c.Title = c.Headlines[0].Value
	}
	for _, body := range c.Bodies {
		if strings.HasPrefix(body.ContentType, "text/plain") {
			c.Text = cmp.Or(c.Text, body.Value)
		} else {
			c.HTML = cmp.Or(c.HTML, body.Value)
		}
	}
	if c.ID == "" {
		c.ID = label(c.URI)
	}
	if c.URL == "" && strings.HasPrefix(c.URI, "http") {
		c.URL = c.URI
	}
}

// label is a JSON string or number.
type label string

// UnmarshalJSON takes strings, numbers and null.
func (l *label) UnmarshalJSON(raw []byte) error {
	if len(raw) > 0 && raw[0] != '"' {
		var number *json.Number
		if err := json.Unmarshal(raw, &number); err != nil {
			return errors.New("id is neither a string nor a number")
		}
		if number != nil {
			*l = label(number.String())
		}
		return nil
	}
	return json.Unmarshal(raw, (*string)(l))
}

// reportOf makes a report of one JSON object. Its source is the carrier's id, or
// the place where it stands.
func reportOf(raw []byte, place string, limit int) (*onrecord.Report, error) {
	var c carried
	if err := json.Unmarshal(raw, &c); err != nil {
		return nil, fmt.Errorf(`not a report {"id","url","outlet","date","title","text"|"html"}: %w`, err)
	}
	c.takeNinjs()
	report := &onrecord.Report{
		Source: place, URL: c.URL, Outlet: strings.TrimSpace(c.Outlet), Title: strings.TrimSpace(c.Title),
		Published: parseDay(c.Date), MediaType: onrecord.PlainText, Raw: []byte(c.Text),
	}
	if c.ID != "" {
		report.Source = string(c.ID)
	}
	switch {
	case strings.TrimSpace(c.Text) == "":
		report.MediaType, report.Raw = onrecord.HTML, []byte(c.HTML)
	case opensPage([]byte(strings.TrimSpace(c.Text[:min(len(c.Text), 1024)]))):
		report.MediaType = onrecord.HTML
	}
	switch {
	case len(report.Raw) > limit:
		return nil, tooLong(limit)
	case strings.TrimSpace(c.Text+c.HTML) == "":
		return nil, fmt.Errorf(`neither "text" nor "html" is filled: %w`, ErrEmpty)
	}
	return report, nil
}

// parseDay reads a carrier's date in the forms that machines write; a date in
// another form, or of no year that news is from, counts as not told.
func parseDay(s string) onrecord.Date {
	s = strings.TrimSpace(s)
	if len(s) > 10 && (s[10] == 'T' || s[10] == ' ') {
		s = s[:10]
	}
	if d, err := onrecord.ParseDate(s); err == nil && s > "1000" {
		return d
	}
	for _, layout := range []string{"20060102", "2006/01/02", time.RFC1123, time.RFC1123Z, time.RFC850, time.UnixDate,
		"January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "Mon, 2 Jan 2006 15:04:05 -0700"} {
		if t, err := time.Parse(layout, s); err == nil {
			return onrecord.DateOf(t)
		}
	}
	return ""
}

// readObjects reads one JSON object or a list of them. Behind a fault of the
// syntax nothing can be read.
func (s *source) readObjects(r *bufio.Reader) error {
	limit := &meter{r: r, limit: s.opts.maxBytes()}
	decoder := json.NewDecoder(limit)
	first, err := peekJSON(r)
	if err != nil {
		return err
	}
	inList := first == '['
	if inList {
		if _, err := decoder.Token(); err != nil {
			return fmt.Errorf("broken JSON: %w", err)
		}
	}
	for number := 1; ; number++ {
		if inList && !decoder.More() {
			return endOfList(decoder)
		}
		limit.read = 0
		var raw json.RawMessage
		if err := decoder.Decode(&raw); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("object %d: broken JSON: %w", number, explainUnpack(err))
		}
		if err := s.readObject(raw, number, inList); err != nil {
			return err
		}
	}
}

// endOfList reads what closes a list: a list that was cut off, or is too long, has nothing.
func endOfList(decoder *json.Decoder) error {
	_, err := decoder.Token()
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		return fmt.Errorf("broken JSON: the list does not end: %w", err)
	}
	return nil
}

func (s *source) readObject(raw []byte, number int, inList bool) error {
	place := s.name
	if inList || number > 1 {
		place = fmt.Sprintf("%s#%d", s.name, number)
	}
	report, err := reportOf(raw, place, s.opts.maxBytes())
	if err == nil {
		err = s.give(report)
	}
	return s.passOver(strings.TrimPrefix(place, s.name), err)
}

// peekJSON passes over what stands before the first value and tells its first byte.
func peekJSON(r *bufio.Reader) (byte, error) {
	if mark, _ := r.Peek(len(bom8)); bytes.Equal(mark, bom8) {
		if _, err := r.Discard(len(bom8)); err != nil {
			return 0, explainUnpack(err)
		}
	}
	for {
		c, err := r.ReadByte()
		switch {
		case errors.Is(err, io.EOF):
			return 0, ErrEmpty
		case err != nil:
			return 0, explainUnpack(err)
		case !bytes.ContainsRune([]byte(" \t\r\n"), rune(c)):
			return c, r.UnreadByte()
		}
	}
}

// meter fails where more than limit bytes (and a decoder's look-ahead) were read
// since its count was last put back.
type meter struct {
	r           io.Reader
	read, limit int
}

func (m *meter) Read(p []byte) (int, error) {
	if m.read > m.limit {
		return 0, tooLong(m.limit)
	}
	n, err := m.r.Read(p[:min(len(p), m.limit+1)])
	m.read += n
	return n, err
}
