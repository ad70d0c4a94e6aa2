package ud

import (
	"context"
	"fmt"
	"strings"

	"onrecord/lab"
	"onrecord/language"
)

// devSets are the treebanks that scores are pinned on.
var devSets = [...]struct{ name, file string }{
	{"ewt-dev", "en_ewt-ud-dev.conllu.gz"},
	{"gum-dev", "en_gum-ud-dev.conllu.gz"},
}

// Evaluate scores both dev sets, from raw text and from gold words.
func Evaluate(ctx context.Context, c lab.Corpora) ([]lab.Figure, error) {
	r, err := language.Load()
	if err != nil {
		return nil, err
	}
	var figures []lab.Figure
	for _, set := range devSets {
		gold, err := readFile(c, set.file)
		if err != nil {
			return nil, err
		}
		for _, way := range []struct {
			name string
			Options
		}{{"raw", Options{}}, {"gold words", Options{GoldTokens: true}}} {
			predicted, err := way.predict(ctx, r, gold)
			if err != nil {
				return nil, err
			}
			s, err := score(gold, predicted)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", set.name, err)
			}
			figures = append(figures, s.figures(set.name, way.name)...)
		}
		news, err := scoreNews(ctx, r, set.name, gold)
		if err != nil {
			return nil, err
		}
		figures = append(figures, news...)
	}
	return figures, nil
}

// scoreNews scores the sentences of the news documents of a treebank that has some.
func scoreNews(ctx context.Context, r *language.Reader, set string, gold []Sentence) ([]lab.Figure, error) {
	news := newsOf(gold)
	if len(news) == 0 {
		return nil, nil
	}
	predicted, err := Options{}.predict(ctx, r, news)
	if err != nil {
		return nil, err
	}
	s, err := score(news, predicted)
	if err != nil {
		return nil, fmt.Errorf("%s news: %w", set, err)
	}
	return []lab.Figure{{Task: "ud", Set: set + " news", Measure: "sentences raw", Value: s.Sentences}}, nil
}

// newsOf keeps the news documents of GUM, which their names tell.
func newsOf(all []Sentence) (news []Sentence) {
	keep := false
	for _, s := range all {
		if s.NewDoc {
			keep = strings.HasPrefix(docOf(s), "GUM_news")
		}
		if keep {
			news = append(news, s)
		}
	}
	return news
}

func (s Score) figures(set, way string) []lab.Figure {
	var list []lab.Figure
	for _, m := range []struct {
		name  string
		value float64
	}{
		{"tokens", s.Tokens}, {"sentences", s.Sentences}, {"words", s.Words}, {"UPOS", s.UPOS},
		{"XPOS", s.XPOS}, {"lemmas", s.Lemmas}, {"UAS", s.UAS}, {"LAS", s.LAS},
	} {
		list = append(list, lab.Figure{Task: "ud", Set: set, Measure: m.name + " " + way, Value: m.value})
	}
	return list
}
