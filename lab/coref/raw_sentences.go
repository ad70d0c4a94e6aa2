package coref

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"unicode"
)

// rawTexts gives the text of every report of the raw news.
func rawTexts(raw io.Reader) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		lines := bufio.NewScanner(raw)
		lines.Buffer(make([]byte, 1<<20), 1<<24)
		for lines.Scan() {
			var report struct{ Text string }
			if err := json.Unmarshal(lines.Bytes(), &report); err != nil {
				yield("", fmt.Errorf("read raw report: %w", err))
				return
			}
			if !yield(report.Text, nil) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield("", fmt.Errorf("read raw news: %w", err))
		}
	}
}

// rawSentences cuts a raw text roughly into sentences of words.
func rawSentences(text string) [][]string {
	var out [][]string
	var now []string
	splitRaw(text, func(word string) {
		if word != "\n" {
			now = append(now, word)
		}
		if word == "\n" || word == "." || word == "?" || word == "!" || len(now) > 200 {
			if len(now) > 0 {
				out = append(out, now)
			}
			now = nil
		}
	})
	if len(now) > 0 {
		out = append(out, now)
	}
	return joinQuotes(out)
}

// joinQuotes gives a closing quotation mark back to its sentence.
func joinQuotes(sentences [][]string) [][]string {
	out := sentences[:0]
	for _, s := range sentences {
		if len(out) > 0 && len(s) > 1 && (s[0] == "”" || s[0] == `"`) && unicode.IsLower([]rune(s[1])[0]) {
			last := len(out) - 1
			out[last] = append(out[last], s...)
			continue
		}
		out = append(out, s)
	}
	return out
}
