package acts

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"onrecord/events"
	"onrecord/lab"
	"onrecord/lab/gold"
	"onrecord/pipeline"
)

// Train learns the second reading of events and writes its weights into a folder. Run
// it at the module root.
func Train(ctx context.Context, c lab.Corpora, out string, log io.Writer) error {
	p, err := pipeline.Standard()
	if err != nil {
		return err
	}
	reports, err := lessons(ctx, p, c)
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "%d reports\n", len(reports))
	words, readings, err := p.Coder.(*events.Coder).LearnReadings(reports)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "words.softmax"), words, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "readings.ranker"), readings, 0o644)
}

// lessons reads what is learned from: three of four reports of the raw news, the
// gold articles, the seeds, and our own reports for writing rules and for learning.
func lessons(ctx context.Context, p *pipeline.Pipeline, c lab.Corpora) ([]events.ReadReport, error) {
	reports, err := Load(c, moreTable)
	if err != nil {
		return nil, err
	}
	all, err := readReports(ctx, p, kept(reports, false))
	if err != nil {
		return nil, err
	}
	articles, err := ownArticles(c)
	if err != nil {
		return nil, err
	}
	written, err := ownLessons(false)
	if err != nil {
		return nil, err
	}
	more, err := readGold(ctx, p, append(articles, written...))
	if err != nil {
		return nil, err
	}
	all = append(all, more...)
	out := make([]events.ReadReport, len(all))
	for i := range all {
		out[i] = all[i].ReadReport
	}
	return out, nil
}

// ownArticles gives the reports with gold that rules are written on.
func ownArticles(c lab.Corpora) ([]gold.Article, error) {
	var all []gold.Article
	for _, folder := range [...]string{gold.DevFolder, c.Path("gold"), c.Path("seeds")} {
		articles, err := gold.Load(folder)
		if err != nil {
			return nil, err
		}
		all = append(all, articles...)
	}
	samples, err := gold.LoadSamples(gold.SampleFolder)
	if err != nil {
		return nil, err
	}
	for _, s := range samples {
		all = append(all, s.Article)
	}
	return all, nil
}

// kept gives the reports that are kept for measuring, or those that are not.
func kept(reports []Report, forMeasuring bool) []Report {
	return slices.DeleteFunc(slices.Clone(reports), func(r Report) bool { return r.Measures != forMeasuring })
}
