package ner

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"onrecord/lab"
	"onrecord/language"
)

// rounds is how often the tagger goes through all that it learns from.
const rounds = 12

// Train makes the weights of the tagger of names: the clusters of words from the
// raw news and the tagger from the training sets. They go into the folder out.
func Train(ctx context.Context, c lab.Corpora, out string, log io.Writer) error {
	raw, err := c.Open("corpora", "news-raw", "news.jsonl.zst")
	if err != nil {
		return fmt.Errorf("open raw news: %w", err)
	}
	defer raw.Close()
	clusters, err := ClusterWords(raw, log)
	if err != nil {
		return err
	}
	delete(clusters, "\n")
	rows := rowsOf(clusters)
	words, err := language.NewWordTable(rows)
	if err != nil {
		return err
	}
	tagger, err := learn(ctx, c, words, false, log)
	if err != nil {
		return err
	}
	packed, err := language.PackText(rows, "names clusters")
	if err != nil {
		return err
	}
	return errors.Join(save(out, "names.clusters.bin", packed), save(out, "names.tagger.bin", tagger))
}

// learn makes a tagger's weights from the training sets, without the held ones if
// they are to be measured.
func learn(ctx context.Context, c lab.Corpora, words *language.WordTable, withoutHeld bool, log io.Writer) ([]byte, error) {
	sets, err := trainingSets(c)
	if err != nil {
		return nil, err
	}
	var all [][]language.NameSample
	for _, set := range sets {
		if set.held && withoutHeld {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		sentences, err := readSet(c, set.file)
		if err != nil {
			return nil, err
		}
		reports := set.samples(sentences)
		all = append(all, reports...)
		all = append(all, recased(reports)...)
	}
	return language.LearnNames(all, words, rounds, log)
}

// recased gives some of the reports again in the letters of headlines: all
// capitals, and every long word with a capital.
func recased(reports [][]language.NameSample) [][]language.NameSample {
	var out [][]language.NameSample
	n := 0
	for _, report := range reports {
		for _, s := range report {
			n++
			switch n % 16 {
			case 3:
				out = append(out, []language.NameSample{respelled(s, strings.ToUpper)})
			case 9:
				out = append(out, []language.NameSample{respelled(s, headlineWord)})
			}
		}
	}
	return out
}

func respelled(s language.NameSample, spell func(string) string) language.NameSample {
	words := make([]string, len(s.Words))
	for i, w := range s.Words {
		words[i] = spell(w)
	}
	return language.NameSample{Words: words, Tags: s.Tags}
}

// headlineWord gives a long word its capital.
func headlineWord(word string) string {
	if len(word) < 4 {
		return word
	}
	return strings.ToUpper(word[:1]) + word[1:]
}

// save writes a file of weights into the folder.
func save(folder, name string, file []byte) error {
	if err := os.WriteFile(filepath.Join(folder, name), file, 0o644); err != nil {
		return fmt.Errorf("save weights: %w", err)
	}
	return nil
}

// rowsOf writes a table as sorted rows.
func rowsOf(table map[string]string) []byte {
	var b bytes.Buffer
	for _, key := range sortedNames(table) {
		fmt.Fprintf(&b, "%s\t%s\n", key, table[key])
	}
	return b.Bytes()
}

func sortedNames(table map[string]string) []string {
	return slices.Sorted(maps.Keys(table))
}
