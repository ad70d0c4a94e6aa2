package coref

import (
	"context"
	"iter"
	"regexp"
	"strings"

	"onrecord"
	"onrecord/lab"
	"onrecord/language"
)

const (
	newsPassages = 1000 // of raw news, that teach pronouns
	newsWeight   = 0.7  // of each of their pronouns
)

var (
	he  = regexp.MustCompile(`(?i)\b(?:he|his|him)\b`)
	she = regexp.MustCompile(`(?i)\b(?:she|her)\b`)
)

// readNewsPronouns finds passages of raw news with pronouns whose gender alone tells
// whom they stand for.
func readNewsPronouns(ctx context.Context, c lab.Corpora, reader *language.Reader) ([]language.PronounSample, error) {
	raw, err := openNews(c)
	if err != nil {
		return nil, err
	}
	defer raw.Close()
	var out []language.PronounSample
	for text, err := range rawTexts(raw) {
		if err != nil {
			return nil, err
		}
		for passage := range passagesOfBoth(text) {
			if len(out) == newsPassages {
				return out, nil
			}
			if !reader.TellsOfBoth(passage) {
				continue
			}
			a, _, err := reader.Analyze(ctx, &onrecord.Text{Words: passage, Paragraphs: lab.Paragraphs(passage, "\n")})
			if err != nil {
				return nil, err
			}
			if s := reader.PronounsByGender(a); len(s.Cluster) > 0 {
				s.Weight = newsWeight
				out = append(out, s)
			}
		}
	}
	return out, nil
}

// passagesOfBoth cuts a report into runs of paragraphs and gives those that speak of
// him and of her.
func passagesOfBoth(text string) iter.Seq[string] {
	const enough, most, paragraphs = 800, 3000, 8 // bytes, bytes, of a passage
	return func(yield func(string) bool) {
		for lines := strings.Split(text, "\n"); len(lines) > 0; {
			n, size := 0, 0
			for n < len(lines) && size < enough && n < paragraphs {
				size += len(lines[n])
				n++
			}
			passage := strings.Join(lines[:n], "\n")
			lines = lines[n:]
			if size < most && he.MatchString(passage) && she.MatchString(passage) && !yield(passage) {
				return
			}
		}
	}
}
