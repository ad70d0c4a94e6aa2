package coref

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"

	"onrecord"
	"onrecord/lab"
)

// readTrees reads a treebank's words by document, without what has no number of
// its own. Heads count from the start of the document.
func readTrees(c lab.Corpora, file string) (map[string][]onrecord.Token, error) {
	f, err := c.Open("corpora", "ud", file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := map[string][]onrecord.Token{}
	name, base := "", 0
	lines := bufio.NewScanner(f)
	lines.Buffer(make([]byte, 1<<20), maxLine)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "# newdoc id = "):
			name, base = strings.TrimPrefix(line, "# newdoc id = "), 0
		case line == "":
			base = len(out[name])
		case line[0] != '#':
			t, ok, err := readTreeWord(line, base)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
			if ok {
				out[name] = append(out[name], t)
			}
		}
	}
	return out, lines.Err()
}

func readTreeWord(line string, base int) (onrecord.Token, bool, error) {
	fields := strings.Split(line, "\t")
	if len(fields) < 8 {
		return onrecord.Token{}, false, fmt.Errorf("%d fields", len(fields))
	}
	if strings.ContainsAny(fields[0], "-.") {
		return onrecord.Token{}, false, nil
	}
	head, err := strconv.Atoi(fields[6])
	t := onrecord.Token{Lemma: fields[2], UPOS: fields[3], XPOS: fields[4], Feats: fields[5], Head: base + head - 1, Deprel: fields[7]}
	if head == 0 {
		t.Head = -1
	}
	return t, true, err
}

// putTrees gives an analysis the words of a treebank.
func putTrees(a *onrecord.Analysis, tree []onrecord.Token) error {
	if len(tree) != len(a.Tokens) {
		return fmt.Errorf("%d words in the treebank, %d here", len(tree), len(a.Tokens))
	}
	for i := range tree {
		span := a.Tokens[i].Span
		a.Tokens[i] = tree[i]
		a.Tokens[i].Span = span
	}
	return nil
}
