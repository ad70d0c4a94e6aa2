// Package ner measures the names of persons, organisations and places. Start at
// [Evaluate]; [Predict] gives the reader's own labels for a corpus file.
package ner

import (
	"bufio"
	"context"
	"fmt"
	"io"

	"onrecord/language"
)

// Predict reads an IOB2 file, ignores its labels and writes it with those of the
// embedded models.
func Predict(ctx context.Context, in io.Reader, out io.Writer) error {
	reader, err := language.Load()
	if err != nil {
		return fmt.Errorf("load models: %w", err)
	}
	sentences, err := readIOB2(in)
	if err != nil {
		return fmt.Errorf("read corpus: %w", err)
	}
	if err := label(ctx, reader, sentences); err != nil {
		return err
	}
	return writeIOB2(out, sentences)
}

// label replaces the labels of sentences by the reader's.
func label(ctx context.Context, reader *language.Reader, sentences []iobSentence) error {
	for _, report := range reportsOf(sentences) {
		if err := ctx.Err(); err != nil {
			return err
		}
		words := make([][]string, len(report))
		for i := range report {
			words[i] = report[i].words
		}
		for i, names := range reader.Names(words) {
			report[i].setNames(names)
		}
	}
	return nil
}

func writeIOB2(to io.Writer, sentences []iobSentence) error {
	out := bufio.NewWriter(to)
	report := ""
	for _, s := range sentences {
		if s.report != report {
			report = s.report
			fmt.Fprintf(out, "# doc = %s\n", report)
		}
		for i, word := range s.words {
			fmt.Fprintf(out, "%s\t%s\n", word, s.labels[i])
		}
		fmt.Fprintln(out)
	}
	return out.Flush()
}
