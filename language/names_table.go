package language

import (
	"fmt"
	"strings"

	"onrecord/model"
)

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
