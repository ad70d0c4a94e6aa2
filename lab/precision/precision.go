// Package precision tells how many of the events that the product finds in news it
// has never been held to are right: a sample is drawn, judged by hand, and counted.
// Start at [Draw]; README.md holds the protocol and the figures.
package precision

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"onrecord"
)

// Seed makes the published sample; another one makes another sample.
const Seed = "onrecord precision 1"

// rank orders by chance that is the same each time.
func rank(seed string, what ...any) uint64 {
	sum := sha256.Sum256([]byte(seed + "\x00" + fmt.Sprint(what...)))
	return binary.BigEndian.Uint64(sum[:8])
}

const maxLine = 16 << 20

// Pick copies n reports of a JSONL file, drawn by their ids, in the order drawn.
func Pick(in io.Reader, out io.Writer, seed string, n int) error {
	type drawn struct {
		rank uint64
		line []byte
	}
	var all []drawn
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	for lines.Scan() {
		var report struct{ ID string }
		if err := json.Unmarshal(lines.Bytes(), &report); err != nil {
			return fmt.Errorf("read report %d: %w", len(all)+1, err)
		}
		all = append(all, drawn{rank(seed, report.ID), bytes.Clone(lines.Bytes())})
		if len(all) >= 2*n+1000 { // keep only what may be drawn
			slices.SortFunc(all, func(a, b drawn) int { return compare(a.rank, b.rank) })
			all = all[:n]
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read reports: %w", err)
	}
	slices.SortFunc(all, func(a, b drawn) int { return compare(a.rank, b.rank) })
	for _, d := range all[:min(n, len(all))] {
		if _, err := fmt.Fprintf(out, "%s\n", d.line); err != nil {
			return err
		}
	}
	return nil
}

func compare(a, b uint64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Draw takes one event of each entry, in the order of the entries, until it has n.
// It gives the row of each to row, with the entry.
func Draw(in io.Reader, seed string, n int, row func(Row, *onrecord.Entry) error) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	for drawn := 0; drawn < n && lines.Scan(); {
		var entry onrecord.Entry
		if err := json.Unmarshal(lines.Bytes(), &entry); err != nil {
			return fmt.Errorf("read entry: %w", err)
		}
		if len(entry.Events) == 0 {
			continue
		}
		event := slices.MinFunc(entry.Events, func(a, b onrecord.Event) int {
			return compare(rank(seed, entry.Report.Source, a.Type, a.Evidence.Span), rank(seed, entry.Report.Source, b.Type, b.Evidence.Span))
		})
		drawn++
		if err := row(rowOf(&entry, &event), &entry); err != nil {
			return err
		}
	}
	return lines.Err()
}

// Row is an event of the sample, without any of its words, and what the judge said.
type Row struct {
	Report    string
	Type      string
	Status    string
	Country   string
	From, To  string
	Evidence  onrecord.Span
	Actor     onrecord.Span
	Recipient onrecord.Span
	Verdicts  [len(Fields)]Verdict
}

func rowOf(entry *onrecord.Entry, e *onrecord.Event) Row {
	r := Row{Report: entry.Report.Source, Type: string(e.Type), Status: string(e.Status), Country: e.Country, Evidence: e.Evidence.Span}
	if e.On != nil {
		r.From, r.To = string(e.On.From), string(e.On.To)
	}
	r.Actor = placeOf(&e.Actor)
	if e.Recipient != nil {
		r.Recipient = placeOf(e.Recipient)
	}
	return r
}

func placeOf(p *onrecord.Party) onrecord.Span {
	if p.Mention == nil {
		return onrecord.Span{}
	}
	return p.Mention.Span
}

// Show prints an event with the words around it, for the judge's eyes only.
func Show(w io.Writer, number int, r Row, entry *onrecord.Entry) error {
	from, to := max(0, r.Evidence.Start-600), min(len(entry.Text), r.Evidence.End+350)
	around := strings.ToValidUTF8(entry.Text[from:r.Evidence.Start], "") + "[[" + entry.Text[r.Evidence.Start:r.Evidence.End] + "]]" +
		strings.ToValidUTF8(entry.Text[r.Evidence.End:to], "")
	published := ""
	if entry.Report.Published != nil {
		published = string(*entry.Report.Published)
	}
	event := find(entry, r)
	recipient := "-"
	if event.Recipient != nil {
		recipient = event.Recipient.Name
	}
	_, err := fmt.Fprintf(w, "== %d %s (%s) %s\n%s %s %s > %s | %s by %q | on %s..%s | in %q | why %s\n%s\n\n", number, r.Report, published,
		entry.Report.Headline, r.Type, event.Mode, event.Actor.Name, recipient, r.Status, event.By, r.From, r.To, r.Country, event.Why, around)
	return err
}

func find(entry *onrecord.Entry, r Row) *onrecord.Event {
	for i := range entry.Events {
		if rowOf(entry, &entry.Events[i]) == r {
			return &entry.Events[i]
		}
	}
	return &onrecord.Event{}
}
