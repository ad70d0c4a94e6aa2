package ud

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"onrecord/lab"
	"onrecord/language"
)

// learnLexicon reads the raw news twice: to count words, then their places.
func learnLexicon(ctx context.Context, c lab.Corpora) ([]byte, error) {
	l := language.NewLexiconLearner()
	if err := eachReport(ctx, c, l.Count); err != nil {
		return nil, err
	}
	l.Fix()
	if err := eachReport(ctx, c, l.Place); err != nil {
		return nil, err
	}
	return l.File()
}

// lexiconShare is the share of the reports that is read, one in so many: 12
// million words tell as much as all.
const lexiconShare = 3

func eachReport(ctx context.Context, c lab.Corpora, do func(text string)) error {
	f, err := c.Open("corpora", "news-raw", "news.jsonl.zst")
	if err != nil {
		return fmt.Errorf("read raw news: %w", err)
	}
	defer f.Close()
	dec := json.NewDecoder(bufio.NewReaderSize(f, 1<<20))
	for n := 0; ctx.Err() == nil; n++ {
		var report struct{ Text string }
		if err := dec.Decode(&report); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("read raw news: %w", err)
		}
		if n%lexiconShare == 0 {
			do(report.Text)
		}
	}
	return ctx.Err()
}
