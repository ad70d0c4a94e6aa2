package onrecord

import (
	"crypto/sha256"
	"encoding/hex"
)

// ReportID names a report: the same bytes from the same source are the same
// report. See [NewReportID].
type ReportID string

// MediaType says what the raw bytes of a report are.
type MediaType string

// The media types that the product reads.
const (
	PlainText MediaType = "text/plain"
	HTML      MediaType = "text/html"
)

// Report is one news text as it came: a page, a file, a line of a JSONL file, a
// record of a web crawl.
// What the carrier tells about it (Outlet, Title, Published) is a hint; what the
// report says of itself is found by package clean.
type Report struct {
	ID        ReportID
	Source    string // where it was read: a path, "stdin", or the id its carrier gave it
	URL       string
	Outlet    string // as told by the carrier, "" if not
	Title     string // as told by the carrier, "" if not
	Published Date   // as told by the carrier, "" if not
	Fetched   Date   // when its carrier took it from URL, "" if not told
	MediaType MediaType
	Charset   string // encoding of Raw as told by the carrier, "" if not
	Raw       []byte
}

// NewReportID derives a report's name from its source (URL if it has one) and
// its raw bytes.
func NewReportID(source string, raw []byte) ReportID {
	h := sha256.New()
	h.Write([]byte(source))
	h.Write([]byte{0})
	h.Write(raw)
	return ReportID(hex.EncodeToString(h.Sum(nil)[:12]))
}
