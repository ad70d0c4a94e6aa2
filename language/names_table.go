package language

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"onrecord/model"
)

// WordTable holds what was learned about words from much raw news: the clusters
// of words that keep a word's company.
type WordTable struct{ cluster map[string][3]uint32 }

// clusters looks a word up as it is written, then with one capital, then small.
func (t *WordTable) clusters(word, lower string) [3]uint32 {
	if c, ok := t.cluster[word]; ok {
		return c
	}
	if c, ok := t.cluster[titled(lower)]; ok && word != lower {
		return c
	}
	if c, ok := t.cluster[lower]; ok {
		return c
	}
	return t.cluster[strings.TrimSuffix(word, ".")]
}

// titled gives a small-letter word its capital.
func titled(lower string) string {
	if lower == "" {
		return lower
	}
	head := prefix(lower, 1)
	return strings.ToUpper(head) + lower[len(head):]
}

// readClusters reads lines of "word TAB coarse.middle.fine".
func (t *WordTable) readClusters(data []byte) error {
	t.cluster = make(map[string][3]uint32, bytes.Count(data, []byte("\n")))
	return eachRow(data, func(word, value string) error {
		var c [3]uint32
		for i := range c {
			part, rest, _ := strings.Cut(value, ".")
			value = rest
			n, err := strconv.ParseUint(part, 10, 16)
			if err != nil {
				return err
			}
			c[i] = uint32(n) + 1
		}
		t.cluster[word] = c
		return nil
	})
}

// eachRow gives the two fields of every line.
func eachRow(data []byte, give func(key, value string) error) error {
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		key, value, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if !ok {
			return fmt.Errorf("line %d: no tab", n)
		}
		if err := give(key, value); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	return nil
}

// NewWordTable reads rows of "word TAB coarse.middle.fine".
func NewWordTable(rows []byte) (*WordTable, error) {
	t := &WordTable{}
	if err := t.readClusters(rows); err != nil {
		return nil, fmt.Errorf("read clusters of words: %w", err)
	}
	return t, nil
}

// PackText packs rows as a file of weights of the name.
func PackText(rows []byte, name string) ([]byte, error) {
	var p model.Packer
	p.String(string(rows))
	return p.File(name)
}

// readText unpacks a file of weights that holds text and reads it.
func readText(file []byte, name string, read func([]byte) error) error {
	u, err := model.Unpack(file, name)
	if err != nil {
		return err
	}
	text := u.Bytes()
	if err := u.Err(); err != nil {
		return err
	}
	return read(text)
}

// marksInto reads rows of "word TAB letter" into a map.
func marksInto(to *map[string]byte) func([]byte) error {
	*to = map[string]byte{}
	return func(rows []byte) error {
		return eachRow(rows, func(word, mark string) error {
			if len(mark) != 1 {
				return fmt.Errorf("mark %q is not one letter", mark)
			}
			(*to)[word] = mark[0]
			return nil
		})
	}
}
