package polnear

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"onrecord"
	"onrecord/lab"
	"onrecord/statements"
)

// Train learns the models of package statements from the train articles and
// writes their weights into the folder out.
func Train(ctx context.Context, c lab.Corpora, out string, log io.Writer) error {
	articles, err := readFile(c, "corpora", "polnear", "train.jsonl")
	if err != nil {
		return err
	}
	analyses, err := analyzeAll(ctx, articles)
	if err != nil {
		return err
	}
	packed, err := GroupWords(func() (io.ReadCloser, error) { return c.Open("corpora", "news-raw", "news.jsonl.zst") }, log)
	if err != nil {
		return err
	}
	classes, err := statements.OpenWordClasses(packed)
	if err != nil {
		return err
	}
	learned := statements.Learn(Lessons(articles, analyses), statements.LearnOptions{
		Classes: classes,
		Log:     func(format string, args ...any) { fmt.Fprintf(log, format+"\n", args...) },
	})
	files, err := learned.Pack()
	if err != nil {
		return err
	}
	files["classes.bin"] = packed
	for name, weights := range files {
		if err := os.WriteFile(filepath.Join(out, name), weights, 0o644); err != nil {
			return fmt.Errorf("write weights: %w", err)
		}
		fmt.Fprintf(log, "%s: %d bytes\n", name, len(weights))
	}
	return nil
}

// Lessons puts the marked attributions over the analyses.
func Lessons(articles []Article, analyses []*onrecord.Analysis) []statements.Lesson {
	lessons := make([]statements.Lesson, len(articles))
	for i := range articles {
		r := countRunes(articles[i].Text)
		lessons[i].Analysis = analyses[i]
		for _, a := range articles[i].Attributions {
			f := statements.Frame{Content: r.spans(a.Content)}
			for _, s := range r.spans(a.Cue) {
				f.Cue = f.Cue.Cover(s)
			}
			for _, s := range r.spans(a.Source) {
				f.Source = f.Source.Cover(s)
			}
			lessons[i].Frames = append(lessons[i].Frames, f)
		}
	}
	return lessons
}

func readFile(c lab.Corpora, parts ...string) ([]Article, error) {
	in, err := c.Open(parts...)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return ReadArticles(in)
}
