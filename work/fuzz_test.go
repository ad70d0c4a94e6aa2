package work_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"onrecord"
	"onrecord/export"
	"onrecord/ingest"
	"onrecord/pipeline"
	"onrecord/work"
)

// forms are names by whose endings bytes are read. PDF is fuzzed where it is read.
var forms = []string{"stdin", "in.txt", "in.html", "in.jsonl", "in.json", "in.warc", "in.xml", "in.eml", "in.mbox", "in.txtar"}

// longest is how long the few kilobytes of an input may take on a machine that is busy.
const longest = 30 * time.Second

// FuzzWhole takes bytes through the whole path: what comes out is a valid entry that can be written
// as one line, or an error that is not the program's fault.
func FuzzWhole(f *testing.F) {
	said := "PARIS, May 5, 2031 - French Foreign Minister Anna Weber said on Monday: \"We denied it.\" Norway attacked Peru, officials said."
	for i, seed := range []string{said, said, "<html><title>T</title><article><p>" + said + "<p>\u202eShe said no.</article>", `{"id":"1","date":"2031-05-05","text":"He said no."}`,
		`[{"html":"<p>He said no."}]`, "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: text/plain\r\nContent-Length: 11\r\n\r\nHe said no.\r\n\r\n",
		"<nitf><body><body.content><p>He said no.</p></body.content></body></nitf>", "From: a@b.example\nSubject: x\n\nHe said no.\n",
		"From a 2031\nFrom: a@b.example\nSubject: x\n\nHe said no.\n", "x\n-- report.txt --\nHe said no.\n"} {
		f.Add(uint8(i), []byte(seed))
	}
	stations, err := pipeline.Standard() // here: it takes long, beside an input
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, form uint8, raw []byte) {
		began := time.Now()
		for report, err := range ingest.From(t.Context(), bytes.NewReader(raw), forms[int(form)%len(forms)], ingest.Options{MaxBytes: 1 << 14}) {
			if err == nil {
				checkRead(t, stations, report)
			}
		}
		if took := time.Since(began); took > longest {
			t.Errorf("%d bytes took %v", len(raw), took)
		}
	})
}

func checkRead(t *testing.T, stations *pipeline.Pipeline, report *onrecord.Report) {
	entry, err := work.Read(t.Context(), stations, report)
	if err != nil {
		if entry != nil || strings.Contains(err.Error(), "the program is at fault") || strings.Contains(err.Error(), onrecord.ErrInvalidEntry.Error()) {
			t.Fatalf("entry %v and error %v", entry, err)
		}
		return
	}
	if err := entry.CheckValid(); err != nil {
		t.Fatal(err)
	}
	var line bytes.Buffer
	if err := export.WriteEntry(&line, entry); err != nil {
		t.Fatal(err)
	}
	if out := line.Bytes(); bytes.Count(out, []byte("\n")) != 1 || !utf8.Valid(out) || !json.Valid(out) {
		t.Fatalf("not one line of JSON: %q", out)
	}
}
