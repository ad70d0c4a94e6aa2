package lab

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// RawReport is a report of the raw news, corpora/news-raw.
type RawReport struct{ ID, Date, Outlet, Title, Text string }

// EachRaw gives the reports of the raw news in their order, until one is answered with an error.
func (c Corpora) EachRaw(do func(*RawReport) error) error {
	file, err := c.Open("corpora", "news-raw", "news.jsonl.zst")
	if err != nil {
		return err
	}
	defer file.Close()
	for in := json.NewDecoder(file); ; {
		var r RawReport
		if err := in.Decode(&r); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("read raw news: %w", err)
		}
		if err := do(&r); err != nil {
			return err
		}
	}
}
