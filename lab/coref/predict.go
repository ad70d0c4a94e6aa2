// Package coref measures and learns which mentions mean one thing. Start at
// [Evaluate]; [Predict] gives the reader's own chains for a corpus file.
package coref

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"onrecord"
	"onrecord/language"
)

// Predict reads a file of documents with clusters, or of passages with an
// ambiguous pronoun, ignores what they say is one and writes what the reader
// says.
func Predict(ctx context.Context, in io.Reader, out io.Writer) error {
	reader, err := language.Load()
	if err != nil {
		return err
	}
	buffered := bufio.NewReaderSize(in, maxLine)
	first, _ := buffered.Peek(4096)
	if bytes.Contains(first, []byte(`"pronoun"`)) {
		return predictAll(ctx, buffered, out, func(p *passage) error { return readPassage(ctx, reader, p) })
	}
	return predictAll(ctx, buffered, out, func(d *document) error { return readDocument(reader, d) })
}

func predictAll[T any](ctx context.Context, in io.Reader, out io.Writer, read func(*T) error) error {
	all, err := readLines[T](in)
	if err != nil {
		return fmt.Errorf("read corpus: %w", err)
	}
	write := json.NewEncoder(out)
	write.SetEscapeHTML(false)
	for i := range all {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := read(&all[i]); err != nil {
			return err
		}
		if err := write.Encode(&all[i]); err != nil {
			return err
		}
	}
	return nil
}

// readDocument replaces a document's clusters by the reader's.
func readDocument(reader *language.Reader, d *document) error {
	a, err := d.analysis()
	if err != nil {
		return err
	}
	parseWords(reader, a)
	reader.FindChains(a)
	d.takeChains(a)
	return nil
}

// takeChains writes an analysis's chains as clusters.
func (d *document) takeChains(a *onrecord.Analysis) {
	d.Clusters = [][][2]int{}
	d.Types, d.Heads, d.Singles = nil, nil, nil
	for _, chain := range a.Chains {
		var cluster [][2]int
		for _, i := range chain.Mentions {
			if span, ok := corpusSpan(a, &a.Mentions[i]); ok && !slices.Contains(cluster, span) {
				cluster = append(cluster, span)
			}
		}
		if len(cluster) > 1 {
			d.Clusters = append(d.Clusters, cluster)
		}
	}
}

// isRelative tells a relative pronoun, which the corpora do not mark.
func isRelative(a *onrecord.Analysis, i int) bool {
	switch a.Tokens[i].XPOS {
	case "WDT", "WP", "WP$":
		return true
	}
	return a.Tokens[i].Feats == "PronType=Rel"
}

// corpusSpan gives a mention as the corpora mark it: with its article and its
// "'s", without appositions. A name inside a phrase with the same head is part of
// the phrase.
func corpusSpan(a *onrecord.Analysis, m *onrecord.Mention) (span [2]int, ok bool) {
	first, end := a.TokensIn(m.Span)
	if end <= first || m.Form == onrecord.Pronoun && isRelative(a, m.Head) {
		return span, false
	}
	if m.Form == onrecord.Name {
		for i := range a.Mentions {
			if n := &a.Mentions[i]; n.Form == onrecord.Nominal && n.Head == m.Head {
				return span, false
			}
		}
	}
	if m.Form == onrecord.Nominal {
		end = beforeApposition(a, m.Head, first, end)
	}
	if m.Form == onrecord.Name && first > 0 && a.Tokens[first-1].Deprel == "det" && a.Tokens[first-1].Head == m.Head {
		first--
	}
	if end < len(a.Tokens) && a.Tokens[end].XPOS == "POS" {
		end++
	}
	return [2]int{first, end - 1}, true
}

// beforeApposition cuts a phrase before the first apposition of its head and the
// sign that stands there.
func beforeApposition(a *onrecord.Analysis, head, first, end int) int {
	for i := head + 1; i < end; i++ {
		if a.Tokens[i].Deprel != "appos" || a.Tokens[i].Head != head {
			continue
		}
		for top := i; i > first+1 && hangsUnder(a, i-1, top, head); {
			i--
		}
		for i > first+1 && a.Tokens[i-1].UPOS == "PUNCT" {
			i--
		}
		return i
	}
	return end
}

// hangsUnder reports whether word i hangs under word top, below the head.
func hangsUnder(a *onrecord.Analysis, i, top, head int) bool {
	for range 20 {
		if i == top {
			return true
		}
		if i < 0 || i == head {
			return false
		}
		i = a.Tokens[i].Head
	}
	return false
}
