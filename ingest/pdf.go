package ingest

import (
	"errors"
	"fmt"
	"io"
	"time"

	"onrecord"
)

// mostPDFTime is how long the reading of a PDF document may take.
const mostPDFTime = time.Minute

var errNoWords = errors.New("no text in the PDF, perhaps pictures of text; recognize it (OCR) first")

// readPDF takes the text of a PDF document as one report.
func (s *source) readPDF(r io.Reader) error {
	raw, err := readBounded(r, s.opts.maxBytes())
	if err != nil {
		return err
	}
	pages, err := pdfPages(s.ctx, raw, mostPDFTime, s.opts.maxBytes())
	if err != nil {
		return fmt.Errorf("a PDF file: %w", err)
	}
	words := joinLines(pages)
	if words == "" {
		return errNoWords
	}
	return s.give(&onrecord.Report{Source: s.name, MediaType: onrecord.PlainText, Raw: []byte(words)})
}
