package polnear

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"golang.org/x/sync/errgroup"

	"onrecord"
	"onrecord/lab"
	"onrecord/language"
	"onrecord/statements"
)

// Floor is the certainty below which a frame is not predicted; it gives the
// best F1 on the dev articles.
const Floor = 0.4

// Predict reads articles, ignores what is marked in them and writes them with
// the attributions that package statements finds: outermost ones only, and the
// source as the words that name it.
func Predict(ctx context.Context, in io.Reader, out io.Writer) error {
	articles, err := ReadArticles(in)
	if err != nil {
		return err
	}
	attributor, err := statements.Load()
	if err != nil {
		return err
	}
	analyses, err := analyzeAll(ctx, articles)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	for _, a := range predictAll(attributor, articles, analyses, Floor) {
		line, err := json.Marshal(a)
		if err != nil {
			return fmt.Errorf("write article %s: %w", a.ID, err)
		}
		if _, err := w.Write(append(line, '\n')); err != nil {
			return fmt.Errorf("write article %s: %w", a.ID, err)
		}
	}
	return w.Flush()
}

// analyzeAll reads the articles' language, some at a time.
func analyzeAll(ctx context.Context, articles []Article) ([]*onrecord.Analysis, error) {
	reader, err := language.Load()
	if err != nil {
		return nil, err
	}
	analyses := make([]*onrecord.Analysis, len(articles))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(2)
	for i := range articles {
		group.Go(func() error {
			a, _, err := reader.Analyze(ctx, layOut(articles[i].Text))
			if err != nil {
				return fmt.Errorf("analyze article %s: %w", articles[i].ID, err)
			}
			analyses[i] = a
			return nil
		})
	}
	return analyses, group.Wait()
}

// layOut makes a text of an article: every line is a body paragraph.
func layOut(words string) *onrecord.Text {
	return &onrecord.Text{Report: &onrecord.Report{}, Words: words, Imprint: onrecord.Imprint{Language: "en"}, Paragraphs: lab.Paragraphs(words, "\n")}
}

func predictAll(t *statements.Attributor, articles []Article, analyses []*onrecord.Analysis, floor float64) []Article {
	return predictWith(t, articles, analyses, floor, statements.Parts{})
}

func predictWith(t *statements.Attributor, articles []Article, analyses []*onrecord.Analysis, floor float64, p statements.Parts) []Article {
	out := make([]Article, len(articles))
	for i := range articles {
		frames := t.FramesOf(analyses[i], p)
		out[i] = Article{ID: articles[i].ID, Publisher: articles[i].Publisher, Genre: articles[i].Genre,
			Date: articles[i].Date, Text: articles[i].Text, Attributions: attributions(articles[i].Text, frames, floor)}
	}
	return out
}

// attributions gives the outermost frames that are sure enough, in code points.
func attributions(text string, frames []statements.Frame, floor float64) []Attribution {
	r := countRunes(text)
	out := []Attribution{}
	for i := range frames {
		f := &frames[i]
		if f.Certainty < floor || isInside(frames, i, floor) {
			continue
		}
		a := Attribution{Source: [][2]int{}, Cue: [][2]int{r.pair(f.Cue)}, Content: r.pairs(f.Content)}
		if !f.Source.IsEmpty() {
			a.Source = append(a.Source, r.pair(f.Source))
		}
		out = append(out, a)
	}
	return out
}

// isInside reports whether a frame that is sure enough holds frame i.
func isInside(frames []statements.Frame, i int, floor float64) bool {
	for range frames { // bounded: holders may form a ring
		i = frames[i].Within
		if i < 0 {
			return false
		}
		if frames[i].Certainty >= floor {
			return true
		}
	}
	return false
}
