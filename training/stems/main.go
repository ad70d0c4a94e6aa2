// Command stems lists the words of raw news that are written with small letters, with their stems:
//
//	go run ./training/stems -least 25 > stems.tsv
//
// It writes a word a line, its stem and how often it stands, parted by tabs; alike.py learns from it which
// stems mean nearly the same.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode"

	"onrecord/across/words"
	"onrecord/lab"
)

func main() {
	corpora := flag.String("corpora", "../shared", "folder that holds corpora")
	least := flag.Int("least", 25, "leave out words that stand less often")
	flag.Parse()
	if err := run(lab.Corpora(*corpora), *least, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "stems:", err)
		os.Exit(1)
	}
}

func run(c lab.Corpora, least int, out io.Writer) error {
	counts, err := countWords(c)
	if err != nil {
		return err
	}
	var known []string
	for word, n := range counts {
		if n >= least {
			known = append(known, word)
		}
	}
	slices.SortFunc(known, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	w := bufio.NewWriter(out)
	for _, word := range known {
		fmt.Fprintf(w, "%s\t%s\t%d\n", word, words.Stem(word), counts[word])
	}
	return w.Flush()
}

// countWords counts words of letters that begin with a small one: names are no part of it.
func countWords(c lab.Corpora) (map[string]int, error) {
	file, err := c.Open("corpora", "news-raw", "news.jsonl.zst")
	if err != nil {
		return nil, err
	}
	defer file.Close()
	counts := map[string]int{}
	for in := json.NewDecoder(file); ; {
		var report struct{ Text string }
		if err := in.Decode(&report); err == io.EOF {
			return counts, nil
		} else if err != nil {
			return nil, fmt.Errorf("read raw news: %w", err)
		}
		for _, word := range strings.FieldsFunc(report.Text, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if len(word) > 2 && strings.ToLower(word) == word {
				counts[word]++
			}
		}
	}
}
