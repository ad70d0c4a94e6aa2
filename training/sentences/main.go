// Command sentences cuts raw news into sentences of words for the teacher to label:
//
//	go run ./training/sentences -corpora ../shared/corpora -words 2000000 > sentences.txt
//
// It writes a sentence a line, words parted by spaces, cut as the product cuts them.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"

	"onrecord"
	"onrecord/lab"
	"onrecord/language"
)

func main() {
	corpora := flag.String("corpora", "../shared/corpora", "folder of the corpora")
	words := flag.Int("words", 2_000_000, "stop after so many words")
	every := flag.Int("every", 8, "take one report of so many")
	flag.Parse()
	if err := run(*corpora, *words, *every, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "sentences:", err)
		os.Exit(1)
	}
}

func run(corpora string, words, every int, out io.Writer) error {
	file, err := os.Open(filepath.Join(corpora, "news-raw", "news.jsonl.zst"))
	if err != nil {
		return err
	}
	defer file.Close()
	plain, err := zstd.NewReader(file)
	if err != nil {
		return fmt.Errorf("open raw news: %w", err)
	}
	defer plain.Close()
	reader, err := language.Load()
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	lines := bufio.NewScanner(plain)
	lines.Buffer(nil, 1<<24)
	for n := 0; words > 0 && lines.Scan(); n++ {
		if n%max(every, 1) != 0 {
			continue
		}
		var report struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &report); err != nil {
			return fmt.Errorf("read report %d: %w", n, err)
		}
		written, err := writeSentences(w, reader, report.Text)
		if err != nil {
			return fmt.Errorf("cut report %d: %w", n, err)
		}
		words -= written
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read raw news: %w", err)
	}
	return w.Flush()
}

func writeSentences(w io.Writer, reader *language.Reader, words string) (written int, err error) {
	text := &onrecord.Text{Words: words, Paragraphs: lab.Paragraphs(words, "\n")}
	a, _, err := reader.Parse(context.Background(), text)
	if err != nil {
		return 0, err
	}
	for _, s := range a.Sentences {
		var line strings.Builder
		for _, t := range a.Tokens[s.First:s.End] {
			line.WriteString(strings.ReplaceAll(text.Cut(t.Span), " ", "_") + " ")
		}
		if _, err := fmt.Fprintln(w, strings.TrimSpace(line.String())); err != nil {
			return 0, err
		}
		written += s.End - s.First
	}
	return written, nil
}
