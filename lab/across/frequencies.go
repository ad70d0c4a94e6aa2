// Package across measures what package across derives from many reports: on the
// stories of testdata/story, on the seeds, and on raw news. It also counts the word
// frequencies that the comparison stands on. Start at [Evaluate].
package across

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"onrecord/across/words"
	"onrecord/lab"
)

const (
	leastShare = 3 // reports of a thousand in which a stem must stand to be listed
	step       = 1.25
)

// LearnFrequencies counts in how many of a thousand reports of news-raw each stem
// stands and writes the table frequencies.txt of package across/words. No text of the
// corpus is kept: a stem is listed only if many reports use it.
func LearnFrequencies(_ context.Context, c lab.Corpora, out string, log io.Writer) error {
	counts, reports, err := countStems(c)
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "%d reports, %d stems\n", reports, len(counts))
	return os.WriteFile(filepath.Join(out, "frequencies.txt"), formatFrequencies(counts, reports), 0o644)
}

func countStems(c lab.Corpora) (counts map[string]int, reports int, err error) {
	file, err := c.Open("corpora", "news-raw", "news.jsonl.zst")
	if err != nil {
		return nil, 0, err
	}
	defer file.Close()
	counts = map[string]int{}
	stems := map[string]string{} // stemming is the slow part
	in := bufio.NewReaderSize(file, 1<<20)
	for {
		line, err := in.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return counts, reports, nil
		}
		if err != nil {
			return nil, 0, err
		}
		var report struct{ Text string }
		if err := json.Unmarshal(line, &report); err != nil {
			return nil, 0, err
		}
		reports++
		for stem := range stemsOf(report.Text, stems) {
			counts[stem]++
		}
	}
}

func stemsOf(text string, stems map[string]string) map[string]bool {
	isBreak := func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }
	in := map[string]bool{}
	for _, word := range strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(text, "’", "'")), isBreak) {
		word = strings.Trim(strings.TrimSuffix(word, "'s"), "'")
		stem, known := stems[word]
		if !known {
			stem = words.Stem(word)
			stems[word] = stem
		}
		in[stem] = true
	}
	return in
}

// formatFrequencies puts stems of about one frequency on one line.
func formatFrequencies(counts map[string]int, reports int) []byte {
	lines := map[int][]string{}
	for stem, n := range counts {
		if share := float64(n) * 1000 / float64(reports); share >= leastShare && len(stem) > 1 {
			lines[roundShare(share)] = append(lines[roundShare(share)], stem)
		}
	}
	var out bytes.Buffer
	out.WriteString("# In how many of a thousand news reports a stem stands, rounded. Counted by onrecord-lab train frequencies.\n")
	shares := make([]int, 0, len(lines))
	for share := range lines {
		shares = append(shares, share)
	}
	slices.Sort(shares)
	for _, share := range slices.Backward(shares) {
		slices.Sort(lines[share])
		fmt.Fprintf(&out, "%d: %s\n", share, strings.Join(lines[share], " "))
	}
	return out.Bytes()
}

func roundShare(share float64) int {
	rounded := float64(leastShare)
	for rounded*step <= share {
		rounded = float64(int(rounded*step + 1))
	}
	return int(rounded)
}
