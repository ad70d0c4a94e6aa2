package coref

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"onrecord"
	"onrecord/lab"
)

// maxLine bounds a document of a corpus.
const maxLine = 16 << 20

// document is one line of a file of clusters.
type document struct {
	Doc       string            `json:"doc"`
	Genre     string            `json:"genre,omitempty"`
	Licence   string            `json:"licence,omitempty"`
	Tokens    []string          `json:"tokens"`
	Sentences [][2]int          `json:"sentences,omitempty"`
	Clusters  [][][2]int        `json:"clusters"` // mentions, first and last token
	Types     []string          `json:"types,omitempty"`
	Heads     [][]int           `json:"heads,omitempty"`
	Singles   []json.RawMessage `json:"singletons,omitempty"`
}

// passage is one line of a file of ambiguous pronouns.
type passage struct {
	ID      string `json:"id"`
	Text    string `json:"text"`
	Pronoun [2]int `json:"pronoun"` // in runes
	A       [2]int `json:"a"`
	B       [2]int `json:"b"`
	ACoref  bool   `json:"a_coref"`
	BCoref  bool   `json:"b_coref"`
	Gender  string `json:"gender"`
}

// readLines gives every line of a file as a value.
func readLines[T any](in io.Reader) ([]T, error) {
	var out []T
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 1<<20), maxLine)
	for n := 1; lines.Scan(); n++ {
		if len(strings.TrimSpace(lines.Text())) == 0 {
			continue
		}
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		out = append(out, v)
	}
	return out, lines.Err()
}

func readFile[T any](c lab.Corpora, name string) ([]T, error) {
	f, err := c.Open("corpora", "coref", name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out, err := readLines[T](f)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return out, nil
}

// text writes the tokens of a document with spaces between, as one paragraph,
// and gives the sentences and tokens in it. A document whose sentences do not
// cover its tokens in order has none.
func (d *document) analysis() (*onrecord.Analysis, error) {
	a := &onrecord.Analysis{}
	var words strings.Builder
	for _, t := range d.Tokens {
		start := words.Len()
		words.WriteString(t)
		a.Tokens = append(a.Tokens, onrecord.Token{Span: onrecord.Span{Start: start, End: words.Len()}, Head: -1})
		words.WriteByte(' ')
	}
	end := 0
	for _, s := range d.Sentences {
		if s[0] != end || s[1] <= s[0] || s[1] > len(d.Tokens) {
			return nil, fmt.Errorf("document %s: sentence %v does not follow token %d", d.Doc, s, end)
		}
		end = s[1]
		span := onrecord.Span{Start: a.Tokens[s[0]].Start, End: a.Tokens[end-1].End}
		a.Sentences = append(a.Sentences, onrecord.Sentence{Span: span, First: s[0], End: end})
	}
	whole := onrecord.Span{End: words.Len()}
	a.Text = &onrecord.Text{Words: words.String(), Paragraphs: []onrecord.Paragraph{{Span: whole, Kind: onrecord.Body}}}
	return a, nil
}
