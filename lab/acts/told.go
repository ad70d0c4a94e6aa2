// Package acts learns and measures the second reading of events from reports of the
// raw news in which every event is told. Start at [Train] and [Evaluate];
// README.md tells how the table was made.
package acts

import (
	"bufio"
	"embed"
	"fmt"
	"maps"
	"strconv"
	"strings"

	"onrecord"
	"onrecord/lab"
)

//go:embed told.tsv told_more.tsv told_again.tsv told_next.tsv
var tables embed.FS

// Told is an event as a reader found it. The table holds places in the report's text and
// none of its words but names.
type Told struct {
	Type             onrecord.EventType
	Status, By       string
	Actor, Recipient string        // "" for nobody
	Words            onrecord.Span // the words that name the act
	Evidence         onrecord.Span // the clause that tells it
}

// Report is a report of the raw news with what a reader found in it, in text order.
type Report struct {
	lab.RawReport
	Told     []Told
	Measures bool // it is kept for measuring, and not learned from
}

// columns of the table.
const (
	colReport = iota
	colType
	colStatus
	colBy
	colActor
	colRecipient
	colActorAt
	colRecipientAt
	colWordsAt
	colEvidenceAt
	columns
)

// nothing stands for an empty cell.
const nothing = "-"

// readTable gives the events of a table by report. A report without events has a list without any.
func readTable(name string) (map[string][]Told, error) {
	file, err := tables.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	told := map[string][]Told{}
	lines := bufio.NewScanner(file)
	for n := 1; lines.Scan(); n++ {
		cells := strings.Split(lines.Text(), "\t")
		if len(cells) != columns {
			return nil, fmt.Errorf("%s line %d: %d columns, want %d", name, n, len(cells), columns)
		}
		if n == 1 {
			continue
		}
		if err := addRow(told, cells); err != nil {
			return nil, fmt.Errorf("%s line %d: %w", name, n, err)
		}
	}
	return told, lines.Err()
}

func addRow(told map[string][]Told, cells []string) error {
	list := told[cells[colReport]]
	if cells[colType] == nothing {
		told[cells[colReport]] = list
		return nil
	}
	words, err := readSpan(cells[colWordsAt])
	if err != nil {
		return err
	}
	evidence, err := readSpan(cells[colEvidenceAt])
	if err != nil {
		return err
	}
	told[cells[colReport]] = append(list, Told{
		Type: onrecord.EventType(cells[colType]), Status: cells[colStatus], By: name(cells[colBy]),
		Actor: name(cells[colActor]), Recipient: name(cells[colRecipient]), Words: words, Evidence: evidence,
	})
	return nil
}

func name(cell string) string {
	if cell == nothing {
		return ""
	}
	return cell
}

func readSpan(cell string) (onrecord.Span, error) {
	from, to, _ := strings.Cut(cell, "-")
	start, err := strconv.Atoi(from)
	if err != nil {
		return onrecord.Span{}, fmt.Errorf("%q is no place: %w", cell, err)
	}
	end, err := strconv.Atoi(to)
	if err != nil || end <= start {
		return onrecord.Span{}, fmt.Errorf("%q is no place", cell)
	}
	return onrecord.Span{Start: start, End: end}, nil
}

// measuring keeps every so manyth report of the first table for measuring.
const measuring = 4

// The tables: of the first every so manyth report is kept for measuring, the others are learned from.
const (
	firstTable = "told.tsv"
	moreTable  = "told_more.tsv"
	nextTable  = "told_next.tsv"
)

// Load reads the first table and others and takes their reports from the raw news, in the order of the
// news.
func Load(c lab.Corpora, others ...string) (reports []Report, err error) {
	told, err := readTable(firstTable)
	if err != nil {
		return nil, err
	}
	more := map[string][]Told{}
	for _, name := range others {
		table, err := readTable(name)
		if err != nil {
			return nil, err
		}
		maps.Copy(more, table)
	}
	n := 0
	err = c.EachRaw(func(raw *lab.RawReport) error {
		r := Report{RawReport: *raw}
		list, isFirst := told[r.ID]
		switch other, isSecond := more[r.ID]; {
		case isFirst:
			r.Told, r.Measures = list, n%measuring == 0
			n++
		case isSecond:
			r.Told = other
		default:
			return nil
		}
		if !r.holds() {
			return fmt.Errorf("report %s: an event stands outside of its text", r.ID)
		}
		reports = append(reports, r)
		return nil
	})
	return reports, err
}

// holds reports whether every event stands inside the text.
func (r *Report) holds() bool {
	for _, t := range r.Told {
		if t.Evidence.End > len(r.Text) || !t.Evidence.Contains(t.Words) {
			return false
		}
	}
	return true
}
