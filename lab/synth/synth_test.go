package synth

import (
	"bytes"
	"strings"
	"testing"

	"onrecord"
	"onrecord/clean"
	"onrecord/ingest"
)

func crawl(t *testing.T, m *Maker, n, end int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := m.WriteCrawl(&b, n, end); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t *testing.T, raw []byte) (reports []*onrecord.Report, texts []*onrecord.Text) {
	t.Helper()
	for report, err := range ingest.From(t.Context(), bytes.NewReader(raw), "a.warc.gz", ingest.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		text, _, err := clean.New().Clean(report)
		if err != nil {
			t.Fatal(err)
		}
		reports, texts = append(reports, report), append(texts, text)
	}
	return reports, texts
}

func TestCrawlsAreTheSameHoweverTheyAreCut(t *testing.T) {
	m, err := New(1, 50, 0)
	if err != nil {
		t.Fatal(err)
	}
	whole := crawl(t, m, 0, 40)
	if parts := append(crawl(t, m, 0, 13), crawl(t, m, 13, 40)...); !bytes.Equal(whole, parts) {
		t.Error("two parts differ from the whole")
	}
	other, _ := New(2, 50, 0)
	if bytes.Equal(whole, crawl(t, other, 0, 40)) {
		t.Error("another seed makes the same reports")
	}
}

func TestReportsAreOfTheLengthWanted(t *testing.T) {
	for _, want := range []struct{ words, page int }{{50, 0}, {800, 170_000}} {
		m, err := New(7, want.words, want.page)
		if err != nil {
			t.Fatal(err)
		}
		reports, texts := read(t, crawl(t, m, 0, 40))
		words, seen := 0, map[string]bool{}
		for i, text := range texts {
			if strings.ContainsAny(text.Words, "{}") || text.Imprint.Published == "" || text.Imprint.Outlet == "" || text.Imprint.Headline == "" {
				t.Errorf("%+v", text)
			}
			if len(reports[i].Raw) < want.page {
				t.Errorf("a page of %d bytes", len(reports[i].Raw))
			}
			seen[m.Report(i).Sentences[0]] = true
			words += countWords(strings.Join(m.Report(i).Sentences, " "))
		}
		if mean := words / len(texts); len(texts) != 40 || mean < want.words || mean > want.words+20 {
			t.Errorf("%d reports of %d words in the mean, want %d", len(texts), mean, want.words)
		}
		if len(seen) < 40 {
			t.Errorf("only %d of 40 reports differ", len(seen))
		}
	}
}

func TestWrongTablesAreRefused(t *testing.T) {
	for _, bad := range []string{"{nobody} said no", "{A said no"} {
		read, err := readTables()
		if err != nil {
			t.Fatal(err)
		}
		read.sentences["lead"] = append(read.sentences["lead"], bad)
		if read.checkSlots() == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}
