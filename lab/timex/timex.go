// Package timex measures how well times are read, in the manner of TempEval-3. Start
// at [Evaluate].
package timex

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord"
	"onrecord/lab"
	"onrecord/language"
)

// Document is a line of a corpus file. Offsets are characters of Text.
type Document struct {
	ID      string  `json:"id"`
	DCT     string  `json:"dct"` // day that the document was made
	Text    string  `json:"text"`
	Timexes []Timex `json:"timexes"`
}

// Timex is a time expression of a corpus.
type Timex struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
	Value string `json:"value"`
	Text  string `json:"text,omitempty"`
}

// longestLine bounds a document of a corpus.
const longestLine = 64 << 20

// Read reads a corpus file.
func Read(in io.Reader) ([]Document, error) {
	var docs []Document
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 1<<20), longestLine)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		var d Document
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("read timex line %d: %w", n, err)
		}
		docs = append(docs, d)
	}
	return docs, lines.Err()
}

// Predict reads a corpus file and writes it with the times that the product finds
// in place of the gold ones.
func Predict(ctx context.Context, in io.Reader, out io.Writer) error {
	docs, err := Read(in)
	if err != nil {
		return err
	}
	predicted, err := predictAll(ctx, docs)
	if err != nil {
		return err
	}
	w := json.NewEncoder(out)
	w.SetEscapeHTML(false)
	for i := range predicted {
		if err := w.Encode(&predicted[i]); err != nil {
			return fmt.Errorf("write timex %s: %w", predicted[i].ID, err)
		}
	}
	return nil
}

func predictAll(ctx context.Context, docs []Document) ([]Document, error) {
	reader, err := language.Load()
	if err != nil {
		return nil, fmt.Errorf("load language: %w", err)
	}
	predicted := make([]Document, len(docs))
	for i, d := range docs {
		a, _, err := reader.Analyze(ctx, textOf(d))
		if err != nil {
			return nil, fmt.Errorf("read timex %s: %w", d.ID, err)
		}
		d.Timexes = timexesOf(d.Text, a.Times)
		predicted[i] = d
	}
	return predicted, nil
}

// textOf makes a text of a document: what blank lines part are its paragraphs.
func textOf(d Document) *onrecord.Text {
	return &onrecord.Text{
		Report:     &onrecord.Report{ID: onrecord.ReportID(d.ID), Source: d.ID},
		Words:      d.Text,
		Imprint:    onrecord.Imprint{Published: onrecord.Date(d.DCT[:min(len(d.DCT), len("2006-01-02"))]), Language: "en"},
		Paragraphs: lab.Paragraphs(d.Text, "\n\n"),
	}
}

// timexesOf turns bytes into characters.
func timexesOf(text string, times []onrecord.Time) []Timex {
	all := make([]Timex, 0, len(times))
	at, characters := 0, 0
	advance := func(to int) int {
		characters += utf8.RuneCountInString(text[at:to])
		at = to
		return characters
	}
	for _, t := range times {
		start := advance(t.Start)
		all = append(all, Timex{
			Start: start, End: start + utf8.RuneCountInString(text[t.Start:t.End]),
			Type: string(t.Kind), Value: t.Value, Text: text[t.Start:t.End],
		})
	}
	return all
}

// tunedSets are the corpus files that the grammar was written with, otherSets those
// that it was only measured on.
var (
	tunedSets = []string{"timebank", "aquaint"}
	otherSets = []string{"meantime-train", "wikiwars"}
)

// Evaluate reads the dev sets and scores what is found: each by itself, and those
// that the grammar was written with as one.
func Evaluate(ctx context.Context, c lab.Corpora) ([]lab.Figure, error) {
	var figures []lab.Figure
	var tuned Score
	for _, set := range slices.Concat(tunedSets, otherSets) {
		s, err := evaluateSet(ctx, c, set)
		if err != nil {
			return nil, fmt.Errorf("evaluate timex %s: %w", set, err)
		}
		figures = append(figures, s.figures(set)...)
		if slices.Contains(tunedSets, set) {
			tuned.join(s)
		}
	}
	return append(figures, tuned.figures(strings.Join(tunedSets, " + "))...), nil
}

func evaluateSet(ctx context.Context, c lab.Corpora, set string) (Score, error) {
	f, err := c.Open("corpora", "timex", set+".jsonl.gz")
	if err != nil {
		return Score{}, err
	}
	defer f.Close()
	gold, err := Read(f)
	if err != nil {
		return Score{}, err
	}
	predicted, err := predictAll(ctx, gold)
	if err != nil {
		return Score{}, err
	}
	return ScoreDocuments(gold, predicted), nil
}

func (s Score) figures(set string) []lab.Figure {
	of := func(measure string, c Count) lab.Figure {
		return lab.Figure{Task: "timex", Set: set, Measure: measure, Value: 100 * c.F1()}
	}
	return []lab.Figure{of("strict F1", s.Strict), of("relaxed F1", s.Relaxed), of("type F1", s.Type), of("value F1", s.Value)}
}
