package ud

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"onrecord/lab"
	"onrecord/language"
)

// Train learns where sentences end and how words are inflected, and writes both to
// the folder out, which is language/weights. The lexicon there is kept if there is one, since
// it comes of raw news and not of the treebanks.
func Train(ctx context.Context, c lab.Corpora, out string, log io.Writer) error {
	lexicon, err := openLexicon(ctx, c, filepath.Join(out, "lexicon.bin"))
	if err != nil {
		return err
	}
	sentences, err := trainSentences(c)
	if err != nil {
		return err
	}
	files, err := language.Learn(courseOf(sentences, lexicon), log)
	if err != nil {
		return err
	}
	for name, file := range files {
		if err := os.WriteFile(filepath.Join(out, name), file, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(log, "%s: %d bytes\n", name, len(file))
	}
	return nil
}

func openLexicon(ctx context.Context, c lab.Corpora, path string) ([]byte, error) {
	file, err := os.ReadFile(path)
	if err == nil {
		return file, nil
	}
	if file, err = learnLexicon(ctx, c); err != nil {
		return nil, err
	}
	return file, os.WriteFile(path, file, 0o644)
}

// trainSentences reads EWT train and the part of GUM train whose texts may be
// used for any purpose.
func trainSentences(c lab.Corpora) ([]Sentence, error) {
	all, err := readFile(c, "en_ewt-ud-train.conllu.gz")
	if err != nil {
		return nil, err
	}
	gum, err := readFile(c, "en_gum-ud-train.conllu.gz")
	if err != nil {
		return nil, err
	}
	closed, err := nonCommercial(c)
	if err != nil {
		return nil, err
	}
	skip := false
	for _, s := range gum {
		if s.NewDoc {
			skip = closed[docOf(s)]
		}
		if !skip {
			all = append(all, s)
		}
	}
	return all, nil
}

func readFile(c lab.Corpora, name string) ([]Sentence, error) {
	f, err := c.Open("corpora", "ud", name)
	if err != nil {
		return nil, fmt.Errorf("read treebank: %w", err)
	}
	defer f.Close()
	all, err := ReadAll(f)
	if err != nil {
		return nil, fmt.Errorf("read treebank %s: %w", name, err)
	}
	return all, nil
}

// docOf gives the name of the document that a sentence opens.
func docOf(s Sentence) string {
	for _, c := range s.Comments {
		if name, ok := strings.CutPrefix(c, "# newdoc id = "); ok {
			return strings.TrimSpace(name)
		}
	}
	return ""
}

// nonCommercial lists the documents of GUM whose texts may not be used commercially.
func nonCommercial(c lab.Corpora) (map[string]bool, error) {
	f, err := c.Open("corpora", "ud", "gum_docs.tsv")
	if err != nil {
		return nil, fmt.Errorf("read licences of GUM: %w", err)
	}
	defer f.Close()
	closed := map[string]bool{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		cols := strings.Split(lines.Text(), "\t")
		if len(cols) > 3 && slices.Contains(strings.FieldsFunc(cols[3], func(r rune) bool { return r == ' ' || r == '-' }), "NC") {
			closed[cols[0]] = true
		}
	}
	return closed, lines.Err()
}

func courseOf(sentences []Sentence, lexicon []byte) language.Course {
	course := language.Course{Lexicon: lexicon}
	for _, s := range sentences {
		words := make([]language.Word, len(s.Words))
		for i, w := range s.Words {
			words[i] = w.Word
		}
		course.Sentences = append(course.Sentences, words)
	}
	for _, p := range paragraphs(sentences) {
		course.Paragraphs = append(course.Paragraphs, language.Paragraph{Words: p.words, Ends: p.ends})
	}
	return course
}
