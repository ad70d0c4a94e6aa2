// Package ud learns and measures the cutting, tagging and parsing of package
// language on Universal Dependencies treebanks. Start at [Train] and [Evaluate].
package ud

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"onrecord/language"
)

// Sentence is a sentence of a CoNLL-U file.
type Sentence struct {
	Comments []string // with their "#"
	NewDoc   bool
	NewPar   bool // also true where NewDoc is
	Words    []Word
}

// Word is a word of a sentence. Empty nodes and the columns DEPS and MISC are
// not kept, but for SpaceAfter.
type Word struct {
	language.Word
	Surface string // on the first word of a multiword token: its form
	Parts   int    // on the first word of a multiword token: its words
	NoSpace bool   // no space after the word, or after the token that it ends
}

// Read calls do with each sentence of a CoNLL-U file.
func Read(in io.Reader, do func(Sentence) error) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 1<<16), 1<<24)
	var b builder
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line != "" {
			if err := b.add(line); err != nil {
				return fmt.Errorf("line %d: %w", n, err)
			}
			continue
		}
		if err := b.flush(do); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	return b.flush(do)
}

// ReadAll reads a whole file.
func ReadAll(in io.Reader) ([]Sentence, error) {
	var all []Sentence
	err := Read(in, func(s Sentence) error {
		all = append(all, s)
		return nil
	})
	return all, err
}

// builder gathers the lines of a sentence.
type builder struct {
	s       Sentence
	until   int  // last word of the open multiword token
	noSpace bool // after it
}

var errConllu = errors.New("not CoNLL-U")

func (b *builder) add(line string) error {
	if strings.HasPrefix(line, "#") {
		b.comment(line)
		return nil
	}
	cols := strings.Split(line, "\t")
	if len(cols) != 10 {
		return fmt.Errorf("%w: %d columns", errConllu, len(cols))
	}
	if strings.Contains(cols[0], ".") {
		return nil
	}
	if first, last, ok := strings.Cut(cols[0], "-"); ok {
		return b.multiword(first, last, cols)
	}
	return b.word(cols)
}

func (b *builder) comment(line string) {
	b.s.Comments = append(b.s.Comments, line)
	switch strings.Fields(strings.TrimPrefix(line, "#") + " ?")[0] {
	case "newdoc":
		b.s.NewDoc, b.s.NewPar = true, true
	case "newpar":
		b.s.NewPar = true
	}
}

func (b *builder) multiword(first, last string, cols []string) error {
	from, err1 := strconv.Atoi(first)
	to, err2 := strconv.Atoi(last)
	if err1 != nil || err2 != nil || from != len(b.s.Words)+1 || from <= b.until || to < from || to-from > 20 {
		return fmt.Errorf("%w: id %q", errConllu, cols[0])
	}
	b.until, b.noSpace = to, noSpace(cols[9])
	b.s.Words = append(b.s.Words, Word{Surface: cols[1], Parts: to - from + 1})
	return nil
}

func noSpace(misc string) bool { return strings.Contains(misc, "SpaceAfter=No") }

func (b *builder) word(cols []string) error {
	w := Word{Word: language.Word{Form: cols[1], Lemma: cols[2], UPOS: cols[3], XPOS: cols[4], Feats: cols[5], Deprel: cols[7]}}
	head := cols[6]
	if head == "_" {
		head = "0"
	}
	h, err := strconv.Atoi(head)
	if err != nil || h < 0 {
		return fmt.Errorf("%w: head %q", errConllu, cols[6])
	}
	w.Head = h - 1
	if w.Feats == "_" {
		w.Feats = ""
	}
	id, err := strconv.Atoi(cols[0])
	if err != nil {
		return fmt.Errorf("%w: id %q", errConllu, cols[0])
	}
	w.NoSpace = id < b.until || id == b.until && b.noSpace || id > b.until && noSpace(cols[9])
	if n := len(b.s.Words); n > 0 && b.s.Words[n-1].Form == "" {
		w.Surface, w.Parts = b.s.Words[n-1].Surface, b.s.Words[n-1].Parts
		b.s.Words = b.s.Words[:n-1]
	}
	if id != len(b.s.Words)+1 {
		return fmt.Errorf("%w: id %d after word %d", errConllu, id, len(b.s.Words))
	}
	b.s.Words = append(b.s.Words, w)
	return nil
}

func (b *builder) flush(do func(Sentence) error) error {
	s, until := b.s, b.until
	*b = builder{}
	if len(s.Words) == 0 {
		return nil
	}
	if until > len(s.Words) || s.Words[len(s.Words)-1].Form == "" {
		return fmt.Errorf("%w: multiword token without its words", errConllu)
	}
	for i, w := range s.Words {
		if w.Head >= len(s.Words) {
			return fmt.Errorf("%w: head of word %d lies outside its sentence", errConllu, i+1)
		}
	}
	return do(s)
}
