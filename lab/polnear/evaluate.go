package polnear

import (
	"context"
	"fmt"
	"slices"

	"onrecord"
	"onrecord/lab"
	"onrecord/statements"
)

// Evaluate scores the dev articles of PolNeAR, and the news of GUM, whose nested
// attributions are left out of the comparison.
func Evaluate(ctx context.Context, c lab.Corpora) ([]lab.Figure, error) {
	attributor, err := statements.Load()
	if err != nil {
		return nil, err
	}
	dev, err := readSet(ctx, c, nil, "corpora", "polnear", "dev.jsonl")
	if err != nil {
		return nil, err
	}
	figures, err := dev.figures(attributor, "polnear-dev")
	if err != nil {
		return nil, err
	}
	news, err := readSet(ctx, c, isNews, "corpora", "gum-attribution", "gum_dev.jsonl")
	if err != nil {
		return nil, err
	}
	more, err := news.figures(attributor, "gum-news")
	if err != nil {
		return nil, err
	}
	gum, err := readSet(ctx, c, nil, "corpora", "gum-attribution", "gum_dev.jsonl")
	if err != nil {
		return nil, err
	}
	speakers, err := gum.speakers(attributor)
	return slices.Concat(figures, more, speakers), err
}

// set is articles with their analyses.
type set struct {
	articles []Article
	analyses []*onrecord.Analysis
}

// readSet reads the articles that are kept and their language.
func readSet(ctx context.Context, c lab.Corpora, keep func(*Article) bool, path ...string) (set, error) {
	articles, err := readFile(c, path...)
	if err != nil {
		return set{}, err
	}
	if keep != nil {
		articles = slices.DeleteFunc(articles, func(a Article) bool { return !keep(&a) })
		for i := range articles {
			articles[i].Attributions = outermost(articles[i].Attributions)
		}
	}
	analyses, err := analyzeAll(ctx, articles)
	return set{articles, analyses}, err
}

func isNews(a *Article) bool { return a.Genre == "news" }

func (s set) figures(t *statements.Attributor, name string) ([]lab.Figure, error) {
	scores, err := s.score(t, statements.Parts{})
	if err != nil {
		return nil, fmt.Errorf("score %s: %w", name, err)
	}
	return scores.Figures(name), nil
}

func (s set) score(t *statements.Attributor, p statements.Parts) (Scores, error) {
	return Score(s.articles, predictWith(t, s.articles, s.analyses, Floor, p))
}

// outermost leaves out attributions that lie wholly inside another's content.
func outermost(all []Attribution) []Attribution {
	var kept []Attribution
	for i := range all {
		inside := false
		for j := range all {
			inside = inside || (i != j && liesIn(&all[i], all[j].Content))
		}
		if !inside {
			kept = append(kept, all[i])
		}
	}
	return kept
}

func liesIn(a *Attribution, content [][2]int) bool {
	for _, part := range [][][2]int{a.Source, a.Cue, a.Content} {
		for _, s := range part {
			covered := false
			for _, c := range content {
				covered = covered || (c[0] <= s[0] && s[1] <= c[1])
			}
			if !covered {
				return false
			}
		}
	}
	return true
}

// Figures lists the scores that are reported.
func (s *Scores) Figures(set string) []lab.Figure {
	var out []lab.Figure
	add := func(measure string, value float64) {
		out = append(out, lab.Figure{Task: "polnear", Set: set, Measure: measure, Value: value})
	}
	counts := func(name string, c Counts) {
		add(name+" P", c.Precision())
		add(name+" R", c.Recall())
		add(name+" F1", c.F1())
	}
	counts("relation_source", s.RelationSource)
	counts("relation", s.Relation)
	counts("statement_source", s.StatementSource)
	for part, name := range [parts]string{"source", "cue", "content"} {
		add("token "+name+" F1", s.Token[part].F1())
		add("span_exact "+name+" F1", s.SpanExact[part].F1())
	}
	for _, slice := range []string{"slice_speech", "slice_mixed_other", "slice_indirect_other"} {
		if share := s.RecallBy[slice]; share != nil {
			add(slice+" R", percent(share.Found, share.N))
			add(slice+" R with source", percent(share.Right, share.N))
		}
		if share := s.PrecisionBy[slice]; share != nil {
			add(slice+" P", percent(share.Found, share.N))
			add(slice+" P with source", percent(share.Right, share.N))
		}
	}
	return out
}
