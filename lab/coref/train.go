package coref

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"onrecord"
	"onrecord/lab"
	"onrecord/language"
)

// lesson is a parsed document with what its mentions mean.
type lesson struct {
	analysis *onrecord.Analysis
	cluster  map[int]int    // by head token
	types    map[int]string // by head token
}

// Train makes the tables of given names and nouns and the ranker of pronouns.
// They go into the folder out.
func Train(c lab.Corpora, out string, log io.Writer) error {
	lessons, err := readLessons(c)
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "coref: %d documents to learn from\n", len(lessons))
	var genders, clusters map[string]string
	err = errors.Join(
		readNews(c, func(raw io.Reader) (err error) { genders, err = learnGenders(raw); return err }),
		readNews(c, func(raw io.Reader) (err error) { clusters, err = ClusterWords(raw, log); return err }),
	)
	if err != nil {
		return err
	}
	nouns := learnNouns(lessons, clusters)
	fmt.Fprintf(log, "coref: %d given names, %d nouns\n", len(genders), len(nouns))
	return errors.Join(saveTable(out, "names genders", genders), saveTable(out, "names nouns", nouns))
}

func openNews(c lab.Corpora) (io.ReadCloser, error) {
	raw, err := c.Open("corpora", "news-raw", "news.jsonl.zst")
	if err != nil {
		return nil, fmt.Errorf("open raw news: %w", err)
	}
	return raw, nil
}

func readNews(c lab.Corpora, read func(io.Reader) error) error {
	raw, err := openNews(c)
	if err != nil {
		return err
	}
	defer raw.Close()
	return read(raw)
}

// TrainPronouns makes the ranker of pronouns. The tables of [Train] must be built
// in already, since the ranker leans on them.
func TrainPronouns(ctx context.Context, c lab.Corpora, out string) error {
	reader, err := language.Load()
	if err != nil {
		return err
	}
	m, err := readMaterial(ctx, c, reader)
	if err != nil {
		return err
	}
	file, err := reader.LearnPronouns(m.samples(func(int) bool { return true }), pronounOptions)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "names.pronouns.bin"), file, 0o644)
}

// readLessons reads the documents with free text and their trees.
func readLessons(c lab.Corpora) ([]lesson, error) {
	docs, err := readFile[document](c, "gum-train.jsonl.gz")
	if err != nil {
		return nil, err
	}
	trees, err := readTrees(c, "en_gum-ud-train.conllu.gz")
	if err != nil {
		return nil, err
	}
	var out []lesson
	for i := range docs {
		d := &docs[i]
		if strings.Contains(d.Licence, "NC") {
			continue
		}
		a, err := d.analysis()
		if err != nil {
			return nil, err
		}
		if err := putTrees(a, trees[d.Doc]); err != nil {
			return nil, fmt.Errorf("document %s: %w", d.Doc, err)
		}
		out = append(out, d.lesson(a))
	}
	return out, nil
}

// lesson notes the head of each mention.
func (d *document) lesson(a *onrecord.Analysis) lesson {
	l := lesson{a, map[int]int{}, map[int]string{}}
	for i, cluster := range d.Clusters {
		for _, m := range cluster {
			if h, ok := headOf(a, m); ok {
				l.cluster[h] = i
				if i < len(d.Types) {
					l.types[h] = d.Types[i]
				}
			}
		}
	}
	for _, raw := range d.Singles {
		if m, kind, ok := singleton(raw); ok {
			if h, ok := headOf(a, m); ok {
				l.types[h] = kind
			}
		}
	}
	return l
}

// headOf gives the first token of a mention that hangs outside it.
func headOf(a *onrecord.Analysis, m mention) (int, bool) {
	if m[0] < 0 {
		return 0, false
	}
	for i := m[0]; i <= m[1] && i < len(a.Tokens); i++ {
		if h := a.Tokens[i].Head; h < m[0] || h > m[1] {
			return i, true
		}
	}
	return 0, false
}

func saveTable(folder, name string, table map[string]string) error {
	var rows strings.Builder
	for _, key := range slices.Sorted(maps.Keys(table)) {
		fmt.Fprintf(&rows, "%s\t%s\n", key, table[key])
	}
	file, err := language.PackText([]byte(rows.String()), name)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, strings.ReplaceAll(name, " ", ".")+".bin"), file, 0o644)
}
