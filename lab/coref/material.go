package coref

import (
	"context"
	"fmt"
	"slices"

	"onrecord/lab"
	"onrecord/language"
	"onrecord/model"
)

// pronounOptions are how the ranker of pronouns is learned.
var pronounOptions = language.PronounOptions{Rounds: 4, RankerOptions: model.RankerOptions{L1: 0.3, Drop: 0.2}}

// material is all that the ranker of pronouns is learned from, read by today's
// reader.
type material struct {
	documents  []language.PronounSample
	news       []language.PronounSample // raw reports whose pronouns genders tell
	validation []language.PronounSample
	passages   []passage // of the development set
	dev        []language.PronounSample
}

func readMaterial(ctx context.Context, c lab.Corpora, reader *language.Reader) (*material, error) {
	m := &material{}
	lessons, err := readLessons(c)
	if err != nil {
		return nil, err
	}
	for _, l := range lessons {
		parseWords(reader, l.analysis)
		reader.FindMentions(l.analysis)
		m.documents = append(m.documents, language.PronounSample{Analysis: l.analysis, Cluster: l.cluster})
	}
	if m.news, err = readNewsPronouns(ctx, c, reader); err != nil {
		return nil, err
	}
	if _, m.validation, err = readPassages(ctx, c, reader, "gap-validation.jsonl.gz"); err != nil {
		return nil, err
	}
	m.passages, m.dev, err = readPassages(ctx, c, reader, "gap-development.jsonl.gz")
	return m, err
}

func readPassages(ctx context.Context, c lab.Corpora, reader *language.Reader, name string) ([]passage, []language.PronounSample, error) {
	passages, err := readFile[passage](c, name)
	if err != nil {
		return nil, nil, err
	}
	var samples []language.PronounSample
	for i := range passages {
		a, err := analysePassage(ctx, reader, &passages[i])
		if err != nil {
			return nil, nil, fmt.Errorf("read passage %s: %w", passages[i].ID, err)
		}
		samples = append(samples, passages[i].sample(a))
	}
	return passages, samples, nil
}

// samples mixes the documents evenly among the passages: those of the development
// set that are kept, by number, and all others.
func (m *material) samples(keep func(passage int) bool) []language.PronounSample {
	short := slices.Concat(m.news, m.validation)
	for i := range m.dev {
		if keep(i) {
			short = append(short, m.dev[i])
		}
	}
	var out []language.PronounSample
	step := len(short)/max(1, len(m.documents)) + 1
	for i, d := range m.documents {
		out = append(out, d)
		out = append(out, short[min(i*step, len(short)):min((i+1)*step, len(short))]...)
	}
	return out
}
