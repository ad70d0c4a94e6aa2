package actors

import (
	"slices"
	"strings"
)

// use says as what a spelling stands for its actor.
type use uint8

const (
	asName      use = iota
	asAdjective     // "Russian"
	asPeople        // "Russians"
	asSeat          // a city: "Moscow"; stands for the state only where it is no place
	asMetonym       // "Kremlin"
	asPast          // "Soviet Union"
	asSurname       // "Putin"
)

// spelling is one way to write the name of an actor.
type spelling struct {
	actor  int32 // index into table.entries
	use    use
	weak   bool    // needs company to be believed
	the    bool    // written with "the" before it, which is no part of the name
	shapes []shape // least shape of each word
	exact  string  // how it must be written where capitals stand inside a word: "LeT"
	loud   bool    // written with "The": a paper, if "The" has its capital inside a sentence
	users  bool    // from the user's own file
	tail   string  // sign that must follow: "+" of "OPEC+"
}

// trie finds spellings word by word. Its nodes are shared and read-only after
// loading.
type trie struct {
	few  []branch         // the branches of most nodes
	many map[string]*trie // of a node with many, in place of few
	ends []spelling
}

type branch struct {
	key  string
	node *trie
}

const fewBranches = 8

// next gives the node that a word leads to; nil if none does.
func (t *trie) next(key string) *trie {
	if t.many != nil {
		return t.many[key]
	}
	for i := range t.few {
		if t.few[i].key == key {
			return t.few[i].node
		}
	}
	return nil
}

// add puts a spelling, as it stands in a table, into the trie.
func (t *trie) add(written string, s spelling) {
	written, s.weak = strings.CutSuffix(written, "?")
	written, alone := strings.CutPrefix(written, "=")
	if rest, ok := strings.CutPrefix(written, "the "); ok {
		s.the, written = true, rest
	} else if rest, ok := strings.CutPrefix(written, "The "); ok && !strings.HasPrefix(written, "The Hague") {
		s.the, s.loud, written = true, !strings.Contains(rest, " "), rest
	}
	if isMixed(written) {
		s.exact = written
	}
	if strings.HasSuffix(written, "+") {
		s.tail = "+"
	}
	words := splitWords(written)
	s.shapes = make([]shape, len(words))
	for i, w := range words {
		s.shapes[i] = neededShape(w)
		t = t.step(edge(w, i == 0))
	}
	if alone {
		t.ends = nil
	}
	t.ends = append(t.ends, s)
}

// isMixed reports whether a single word has small letters before capitals.
func isMixed(s string) bool {
	return len(s) < 6 && s != strings.ToUpper(s) && strings.ToLower(s[1:]) != s[1:] && !strings.ContainsAny(s, " -")
}

func (t *trie) step(key string) *trie {
	n := t.next(key)
	if n != nil {
		return n
	}
	n = &trie{}
	switch {
	case t.many != nil:
		t.many[key] = n
	case len(t.few) < fewBranches:
		t.few = append(t.few, branch{key, n})
	default:
		t.many = make(map[string]*trie, 4*fewBranches)
		for _, b := range t.few {
			t.many[b.key] = b.node
		}
		t.many[key], t.few = n, nil
	}
	return n
}

// branches lists the branches of a node by key.
func (t *trie) branches() []branch {
	all := slices.Clone(t.few)
	for key, node := range t.many {
		all = append(all, branch{key, node})
	}
	slices.SortFunc(all, func(a, b branch) int { return strings.Compare(a.key, b.key) })
	return all
}

// edge is what a word is looked up by: its key, with the hard signs before it
// where it is not the first of its name.
func edge(w word, first bool) string {
	if first || w.gap == "" {
		return w.key
	}
	return w.gap + w.key
}

// neededShape lets long abbreviations be written as words ("Unicef") but not
// short ones: "IS", "US" and "WHO" are words of another sort in small letters.
func neededShape(w word) shape {
	if w.shape == caps && len(w.key) > 4 {
		return initial
	}
	if w.shape == caps && len(w.key) == 1 {
		return initial
	}
	return w.shape
}

// hit is a run of words that may be a name.
type hit struct {
	first, end int // words [first, end)
	spellings  []spelling
}

// hitsAt gives the runs that start at word i, longest last.
func (t *trie) hitsAt(text string, words []word, i int) []hit {
	var hits []hit
	for j := i; j < len(words); j++ {
		if t = t.next(edge(words[j], j == i)); t == nil {
			break
		}
		if fit := fitting(t.ends, text, words, i, j+1); len(fit) > 0 {
			hits = append(hits, hit{i, j + 1, fit})
		}
	}
	return hits
}

// fitting keeps the spellings whose case, article and tail the words [i,j) have.
func fitting(ends []spelling, text string, words []word, i, j int) []spelling {
	var fit []spelling
	for _, s := range ends {
		if s.fits(text, words, i, j) {
			s.weak = s.weak || s.loud && !isLoud(text, words, i)
			fit = append(fit, s)
		}
	}
	return fit
}

func (s *spelling) fits(text string, words []word, i, j int) bool {
	for k, need := range s.shapes {
		if words[i+k].shape < need || k > 0 && isTornInitial(text, words[i+k-1], words[i+k]) {
			return false
		}
	}
	if s.exact != "" && text[words[i].Start:words[j-1].End] != s.exact {
		return false
	}
	if s.the && s.weak && (i == 0 || words[i-1].key != "the" || words[i].gap != "") {
		return false
	}
	if s.the && len(s.shapes) == 1 && (i == 0 || words[i-1].key != "the") {
		return false
	}
	return strings.HasPrefix(text[words[j-1].End:], s.tail)
}

// isTornInitial reports whether two single letters stand apart without a stop:
// "A U" is not "A.U.".
func isTornInitial(text string, a, b word) bool {
	return a.Len() == 1 && b.Len() == 1 && !strings.HasPrefix(text[a.End:], ".")
}

// isLoud reports whether "The" stands before word i with its capital though no
// sentence starts there: "told The Times".
func isLoud(text string, words []word, i int) bool {
	if i < 2 || words[i-1].shape != initial || words[i-1].key != "the" || words[i].gap != "" {
		return false
	}
	return words[i-1].gap == "" && text[words[i-2].End:words[i-1].Start] == " "
}
