package ingest

import (
	"bufio"
	"bytes"
	"path/filepath"
	"strings"
)

// form is how a stream holds its reports.
type form int

const (
	text    form = iota // one report, plain
	page                // one report, HTML
	lines               // one JSON object a line
	objects             // one JSON object, or a list of them
	warc                // a web crawl's records
	news                // items of an agency, in NITF or NewsML-G2
	letter              // one letter (RFC 5322)
	mbox                // a box of letters
	pdf                 // a PDF document
	archive             // a txtar archive with report.txt, report.html or report.jsonl in it
)

// sniffBytes is how far into a stream we look to tell its form.
const sniffBytes = 64 << 10

// formOf tells a form by the ending of a file's name, packing endings taken off.
func formOf(name string) (form, bool) {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".txt", ".text":
		return text, true
	case ".html", ".htm", ".xhtml":
		return page, true
	case ".jsonl", ".ndjson":
		return lines, true
	case ".json":
		return objects, true
	case ".warc", ".wet":
		return warc, true
	case ".xml", ".nitf", ".newsml":
		return news, true
	case ".eml":
		return letter, true
	case ".mbox":
		return mbox, true
	case ".pdf":
		return pdf, true
	case ".txtar":
		return archive, true
	}
	return text, false
}

// tellForm tells a stream's form by its name, else by its first bytes. A page that
// was saved as .txt is a page all the same.
func tellForm(name string, r *bufio.Reader) form {
	known, ok := formOf(name)
	if ok && known != text && known != news {
		return known
	}
	head, _ := r.Peek(sniffBytes)
	if told := sniff(head); !ok || told == page || told == mbox {
		return told
	}
	return known
}

// opensCrawl tells a crawl from lines, by its name or its first word alone: more may be slow
// to come.
func opensCrawl(name string, r *bufio.Reader) bool {
	if known, ok := formOf(name); ok && known != text {
		return known == warc
	}
	head, _ := r.Peek(len("WARC/1."))
	return sniff(head) == warc
}

// sniff tells a form by the first bytes of a stream: "{" opens JSON, "<" and a
// tag of a page opens HTML.
func sniff(head []byte) form {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, bom8), " \t\r\n")
	switch {
	case len(head) == 0:
		return text
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return pdf
	case head[0] == '[' && bytes.HasPrefix(bytes.TrimLeft(head[1:], " \t\r\n"), []byte("{")):
		return objects
	case head[0] == '{' && bytes.HasPrefix(bytes.TrimLeft(head[1:], " \t\r\n"), []byte(`"`)):
		return sniffJSON(head)
	case bytes.HasPrefix(head, []byte("WARC/1.")), bytes.HasPrefix(head, []byte("WARC/0.")):
		return warc
	case head[0] == '<' && opensNews(head):
		return news
	case opensPage(head):
		return page
	case opensMailbox(head):
		return mbox
	case opensLetter(head):
		return letter
	case bytes.HasPrefix(head, []byte("-- ")) && bytes.Contains(head, []byte("-- report.")):
		return archive
	}
	return text
}

// sniffJSON tells one object laid out over several lines from one object a line.
func sniffJSON(head []byte) form {
	first, _, more := bytes.Cut(head, []byte("\n"))
	if more && !bytes.HasSuffix(bytes.TrimSpace(first), []byte("}")) {
		return objects
	}
	return lines
}

// opensPage reports whether the bytes begin like an HTML page.
func opensPage(head []byte) bool {
	head = bytes.ToLower(head[:min(len(head), 1024)])
	for bytes.HasPrefix(head, []byte("<?xml")) || bytes.HasPrefix(head, []byte("<!--")) {
		_, after, found := bytes.Cut(head, []byte(">"))
		if !found {
			return true
		}
		head = bytes.TrimLeft(after, " \t\r\n")
	}
	for _, tag := range []string{"<!doctype", "<html", "<head", "<body", "<meta", "<title", "<script", "<div", "<article", "<main", "<section", "<p>", "<p ", "<h1"} {
		if bytes.HasPrefix(head, []byte(tag)) {
			return true
		}
	}
	return false
}
