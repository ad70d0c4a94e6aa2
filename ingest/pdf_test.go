//go:build pdf

package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// pdfOf is a PDF document of pages of lines; "" leaves a line free.
func pdfOf(pages ...[]string) string {
	var kids []string
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"}
	for _, lines := range pages {
		var words strings.Builder
		words.WriteString("BT /F1 11 Tf ")
		for i, line := range lines {
			if line != "" {
				fmt.Fprintf(&words, "1 0 0 1 72 %d Tm (%s) Tj ", 740-14*i, line)
			}
		}
		words.WriteString("ET")
		kids = append(kids, fmt.Sprintf("%d 0 R", len(objects)+1))
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", len(objects)+2),
			fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", words.Len(), words.String()))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(pages))
	return written(objects)
}

// written puts objects into a file, with the table of their places.
func written(objects []string) string {
	var b, places strings.Builder
	b.WriteString("%PDF-1.4\n")
	for i, object := range objects {
		fmt.Fprintf(&places, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, places.String(), len(objects)+1, start)
	return b.String()
}

var newsletter = pdfOf(
	[]string{"The Harbour Gazette - 5 May 2031", "Talks fail over border crossing", "NAIROBI - Kenya and Ethiopia broke off talks on the crossing on Monday, the Ken-",
		"yan foreign ministry said. It gave no reason.", "Foreign Minister Grace Wanyama told reporters that they had waited long enough, and", "that nobody would wait any longer.", "1"},
	[]string{"The Harbour Gazette - 6 May 2031", "The second page goes on with a paragraph that is longer than one line and the Anglo-", "Kenyan commission will say more of it."},
	[]string{"The Harbour Gazette - 7 May 2031", "Nothing more was said."})

func TestPDF(t *testing.T) {
	want := []string{"Talks fail over border crossing", "NAIROBI - Kenya and Ethiopia broke off talks on the crossing on Monday, the Kenyan foreign ministry said. It gave no reason.",
		"Foreign Minister Grace Wanyama told reporters that they had waited long enough, and that nobody would wait any longer.",
		"The second page goes on with a paragraph that is longer than one line and the Anglo-Kenyan commission will say more of it.", "Nothing more was said."}
	for _, name := range []string{"a.pdf", "stdin", "a.pdf.gz"} {
		raw := newsletter
		if strings.HasSuffix(name, ".gz") {
			raw = gzipped(raw)
		}
		reports, faults := fromBytes(t, raw, name, Options{})
		if len(faults) > 0 || len(reports) != 1 {
			t.Fatalf("%s: %q, %d reports", name, faults, len(reports))
		}
		if got := string(reports[0].Raw); got != strings.Join(want, "\n\n") {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestHostilePDF reads documents that are broken, that claim too much, and that stand in themselves.
func TestHostilePDF(t *testing.T) {
	manyPages := "<< /Type /Pages /Kids [" + strings.Repeat("4 0 R ", 2*mostPages) + fmt.Sprintf("] /Count %d >>", 2*mostPages)
	page := "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R >>"
	for name, raw := range map[string]string{
		"only the first word":    "%PDF-1.4\n",
		"cut off":                newsletter[:len(newsletter)/2],
		"no words":               pdfOf(nil),
		"a page tree of itself":  written([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"}),
		"too many pages":         written([]string{"<< /Type /Catalog /Pages 2 0 R >>", manyPages, "null", page, "<< /Length 0 >>\nstream\n\nendstream"}),
		"nested a million deep":  "%PDF-1.4\n1 0 obj\n" + strings.Repeat("[", 1<<20) + "\nendobj\n",
		"a stream of any length": written([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [4 0 R] /Count 1 >>", "null", page, "<< /Length 99999999999 >>\nstream\nBT\nendstream"}),
		"with NULs":              newsletter[:200] + strings.Repeat("\x00", 100_000) + newsletter[200:300],
	} {
		began := time.Now()
		reports, faults := fromBytes(t, raw, "a.pdf", Options{})
		if len(faults) != 1 || len(reports) != 0 {
			t.Errorf("%s: %q, %d reports", name, faults, len(reports))
		}
		if took := time.Since(began); took > 30*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}

// TestSlowPDFIsStopped draws the same words very often, by forms that use forms.
func TestSlowPDFIsStopped(t *testing.T) {
	const levels, times = 9, 20
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [4 0 R] /Count 1 >>", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /XObject << /X 6 0 R >> >> /Contents 5 0 R >>", "<< /Length 5 >>\nstream\n/X Do\nendstream"}
	for level := range levels {
		body, uses := strings.Repeat("/X Do ", times), fmt.Sprintf("/XObject << /X %d 0 R >>", len(objects)+2)
		if level == levels-1 {
			body, uses = "BT /F1 11 Tf (words) Tj ET", "/Font << /F1 3 0 R >>"
		}
		objects = append(objects, fmt.Sprintf("<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << %s >> /Length %d >>\nstream\n%s\nendstream", uses, len(body), body))
	}
	if _, err := openPDFium(); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	pages, err := pdfPages(t.Context(), []byte(written(objects)), time.Second, DefaultMaxBytes)
	if took := time.Since(began); !errors.Is(err, errSlowPDF) || took > 20*time.Second {
		t.Errorf("%d pages, %v after %v", len(pages), err, took)
	}
	if reports, faults := fromBytes(t, newsletter, "a.pdf", Options{}); len(reports) != 1 {
		t.Errorf("the next document: %q", faults)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := pdfPages(ctx, []byte(newsletter), time.Second, DefaultMaxBytes); !errors.Is(err, context.Canceled) {
		t.Errorf("when it is stopped: %v", err)
	}
}

func TestJoinLines(t *testing.T) {
	full := strings.Repeat("word ", 12) + "word"
	for name, c := range map[string]struct {
		pages []string
		want  string
	}{
		"nothing":            {nil, ""},
		"only a page number": {[]string{"- 12 -\r\n", "Page 3 of 4"}, ""},
		"a year in a line":   {[]string{"In 2031\r\nhe said"}, "In 2031 he said"},
		"full lines":         {[]string{full + "\r\n" + full + "\r\nend.\r\nNew " + full}, full + " " + full + " end.\n\nNew " + full},
		"control characters": {[]string{"He\x00 said\x1b\ufffe no."}, "He said no."},
	} {
		if got := joinLines(c.pages); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func FuzzPDF(f *testing.F) {
	if _, err := openPDFium(); err != nil {
		f.Fatal(err)
	}
	fuzzAs(f, "in.pdf", newsletter, pdfOf([]string{"He said no."}), "%PDF-1.4\n", newsletter[:300])
}

func BenchmarkPDF(b *testing.B) {
	for b.Loop() {
		for _, err := range From(context.Background(), bytes.NewReader([]byte(newsletter)), "a.pdf", Options{}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
