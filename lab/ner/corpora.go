package ner

import (
	"fmt"

	"onrecord/lab"
)

func readSet(c lab.Corpora, name string) ([]iobSentence, error) {
	f, err := c.Open("corpora", "ner", name+".iob2.gz")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	s, err := readIOB2(f)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return s, nil
}
