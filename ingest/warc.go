package ingest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"onrecord"
)

// readCrawl reads the pages of a WARC file, as web crawls write them: answers of servers, pages
// without the answer around them, texts that were made of pages. A broken record is told with the
// place in the unpacked file where it begins, and passed over.
func (s *source) readCrawl(r *bufio.Reader, m *members) error {
	crawl := newCrawl(r, m, s.opts.maxBytes())
	for {
		found, err := crawl.nextPage(s.name, s.opts)
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case s.ctx.Err() != nil:
			return s.ctx.Err()
		case found.err != nil:
			err = s.complain(found.place(), found.err)
		case !s.yield(found.report, nil):
			err = errStopped
		}
		if err != nil {
			return err
		}
	}
}

// crawlLines yields the pages of a WARC file in the way of [Lines].
func crawlLines(ctx context.Context, r *bufio.Reader, m *members, name string, opts Options, from Resume) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		crawl := newCrawl(r, m, opts.maxBytes())
		for before := 0; ctx.Err() == nil; before++ {
			found, err := crawl.nextPage(name, opts)
			line := Line{Number: found.number, Before: before, Start: found.start, End: found.end, Report: found.report, Err: found.err}
			switch {
			case errors.Is(err, io.EOF):
				return
			case err != nil:
				yield(line, fmt.Errorf("read %s%s: %w", name, found.place(), err))
				return
			case before < from.Reports || line.Start < from.Offset:
				continue
			}
			if line.Report != nil {
				line.Raw = line.Report.Raw
			}
			if !yield(line, nil) {
				return
			}
		}
	}
}

// found is a record from which a report could be expected, and what came of it.
type found struct {
	record
	report *onrecord.Report
	err    error // why there is none
}

// place is where a record stands, behind the name of its file.
func (r *record) place() string { return fmt.Sprintf("@%d", r.start) }

// nextPage gives the next record that holds a page, or that is broken. The error is io.EOF behind
// the last record, else the stream's fault.
func (c *crawl) nextPage(name string, opts Options) (found, error) {
	for {
		record, err := c.next()
		var broken *brokenRecord
		if errors.As(err, &broken) {
			return found{record: record, err: broken}, nil
		}
		if err != nil {
			return found{record: record}, explainUnpack(err)
		}
		report, err := record.report(name, opts.maxBytes())
		var skipped passedOver
		if errors.As(err, &skipped) {
			opts.passOver(string(skipped))
			continue
		}
		return found{record, report, err}, nil
	}
}

// passedOver tells why a record that is whole gives no report.
type passedOver string

func (p passedOver) Error() string { return string(p) }

// Why records are passed over. Those about the crawl itself are passed over silently.
const (
	notOK       passedOver = "answers other than 200"
	notWords    passedOver = "neither HTML nor text"
	noBody      passedOver = "empty pages"
	seenBefore  passedOver = "unchanged since another crawl"
	notAnAnswer passedOver = "no page at all"
)

// report makes a report of a record.
func (r *record) report(name string, limit int) (*onrecord.Report, error) {
	page := Page{URL: strings.Trim(r.fields.target, "<>"), Fetched: r.fields.date, ContentType: r.fields.contentType, Body: r.block}
	switch {
	case r.fields.kind == "revisit":
		return nil, seenBefore
	case strings.HasPrefix(page.URL, "dns:"):
		return nil, notAnAnswer
	case r.fields.kind == "response":
		if err := page.unwrap(r.block, limit); err != nil {
			return nil, err
		}
		if page.ContentType == "" {
			page.ContentType = r.fields.payloadType
		}
	}
	report, err := page.Report(name+r.place(), limit)
	if errors.Is(err, ErrEmpty) {
		return nil, noBody
	}
	return report, err
}
