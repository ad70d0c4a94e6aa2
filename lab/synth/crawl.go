package synth

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"html"
	"io"
	"strings"
	"time"
)

// WriteCrawl writes reports from the n-th up to the one before end as a web crawl: a WARC file
// that packs each record for itself, as crawlers do.
func (m *Maker) WriteCrawl(w io.Writer, n, end int) error {
	packer, err := gzip.NewWriterLevel(w, gzip.BestSpeed)
	if err != nil {
		return err
	}
	for ; n < end; n++ {
		packer.Reset(w)
		r := m.Report(n)
		if _, err := packer.Write(record(&r, m.page(&r, n))); err != nil {
			return err
		}
		if err := packer.Close(); err != nil {
			return err
		}
	}
	return nil
}

// record is a server's answer as a record of a crawl.
func record(r *Report, page []byte) []byte {
	var answer, b bytes.Buffer
	fmt.Fprintf(&answer, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s", len(page), page)
	fmt.Fprintf(&b, "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: %s\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n",
		r.URL, r.Day.Format(time.RFC3339), answer.Len())
	b.Write(answer.Bytes())
	b.WriteString("\r\n\r\n")
	return b.Bytes()
}

// page is the HTML of a report. What it lacks of the bytes wanted is what news pages are mostly
// made of: scripts, styles, menus and lists of other reports, half before and half behind the words.
func (m *Maker) page(r *Report, n int) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s - %s</title>\n<meta property=\"og:site_name\" content=\"%s\">\n<meta property=\"article:published_time\" content=\"%sT06:00:00Z\">\n",
		html.EscapeString(r.Headline), r.Outlet, r.Outlet, r.Day.Format(time.DateOnly))
	clutter := m.newClutter(n)
	m.pad(&b, clutter, m.Page/2)
	fmt.Fprintf(&b, "</head><body>\n<article><h1>%s</h1>\n", html.EscapeString(r.Headline))
	for i := 0; i < len(r.Sentences); i += 2 {
		opening := ""
		if i == 0 {
			opening = r.Dateline + ", " + r.Day.Format("Jan. 2") + " - "
		}
		fmt.Fprintf(&b, "<p>%s%s</p>\n", opening, html.EscapeString(strings.Join(r.Sentences[i:min(i+2, len(r.Sentences))], " ")))
	}
	b.WriteString("</article>\n")
	m.pad(&b, clutter, m.Page)
	b.WriteString("</body></html>\n")
	return b.Bytes()
}
