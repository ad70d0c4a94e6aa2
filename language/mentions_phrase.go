package language

import (
	"slices"
	"strings"

	"onrecord"
)

// tree gives the words that hang on each word, and how far each word's part of
// the tree reaches.
type tree struct {
	tokens []onrecord.Token
	start  []int // where a word's dependents start in list; one more than words
	list   []int
	lo, hi []int // first and last word of the part of the tree below a word
}

func growTree(a *onrecord.Analysis) *tree {
	n := len(a.Tokens)
	t := &tree{tokens: a.Tokens, start: make([]int, n+1), list: make([]int, n), lo: make([]int, n), hi: make([]int, n)}
	for i := range a.Tokens {
		t.lo[i], t.hi[i] = i, i
		if h := a.Tokens[i].Head; h >= 0 && h < n {
			t.start[h+1]++
		}
	}
	for i := range n {
		t.start[i+1] += t.start[i]
	}
	next := slices.Clone(t.start)
	for i := range a.Tokens {
		if h := a.Tokens[i].Head; h >= 0 && h < n {
			t.list[next[h]] = i
			next[h]++
		}
	}
	for _, s := range a.Sentences {
		t.reach(s)
	}
	return t
}

// reach widens the part of every word's ancestors. The climb is bounded by the
// sentence, so that a broken tree cannot hold it.
func (t *tree) reach(s onrecord.Sentence) {
	for i := s.First; i < s.End; i++ {
		at := t.tokens[i].Head
		for steps := 0; at >= s.First && at < s.End && steps < s.End-s.First; steps++ {
			t.lo[at], t.hi[at] = min(t.lo[at], i), max(t.hi[at], i)
			at = t.tokens[at].Head
		}
	}
}

// kids gives the words that hang on a word, in order.
func (t *tree) kids(i int) []int { return t.list[t.start[i]:t.start[i+1]] }

// kid gives the first dependent with the relation, -1 if there is none.
func (t *tree) kid(i int, deprel string) int {
	for _, c := range t.kids(i) {
		if relation(t.tokens[c].Deprel) == deprel {
			return c
		}
	}
	return -1
}

// phrase is a run of tokens, both ends inside.
type phrase struct{ first, last int }

// phrase gives the noun phrase of a head: all that hangs on it and describes it,
// and the core of that, without relative clauses and appositions. The other
// members of a coordination are phrases of their own.
func (f *mentionFinder) phrase(head int) (whole, core phrase) {
	whole = phrase{head, head}
	kids := f.tree.kids(head)
	predicate := f.tree.kid(head, "cop") >= 0
	for _, c := range slices.Backward(kids) {
		if c < head && describesBefore(f.a.Tokens[c].Deprel) {
			whole.first = min(whole.first, f.tree.lo[c])
		}
	}
	for i := head - 1; i > whole.first; i-- {
		if f.form(i) == ":" {
			whole.first = i + 1 // a dateline or label: "OSLO: The ministry"
			break
		}
	}
	core = whole
	bare := f.inName[head]
	inCore := true
	for _, c := range kids {
		rel := f.a.Tokens[c].Deprel
		if c < head {
			continue
		}
		if rel == "conj" || rel == "cc" || predicate && relation(rel) == "punct" {
			break
		}
		if !describesAfter(rel) {
			continue
		}
		inCore = inCore && rel != "appos" && !strings.HasSuffix(rel, ":relcl") && !(bare && isLoose(rel))
		if inCore {
			core.last = f.tree.hi[c]
		}
		whole.last = f.tree.hi[c]
	}
	return f.trim(whole), f.trim(core)
}

// isLoose tells the relations that after a name rather tell of the clause.
func isLoose(deprel string) bool {
	return deprel == "nmod" || deprel == "acl" || deprel == "advmod"
}

func describesBefore(deprel string) bool {
	switch relation(deprel) {
	case "det", "amod", "compound", "nummod", "nmod", "flat", "goeswith":
		return true
	}
	return false
}

func describesAfter(deprel string) bool {
	switch relation(deprel) {
	case "flat", "nmod", "acl", "appos", "compound", "nummod", "amod", "fixed", "goeswith", "advmod", "det":
		return true
	}
	return false
}

// trim drops signs at the ends of a phrase, but not a closing bracket or mark
// that was opened inside.
func (f *mentionFinder) trim(p phrase) phrase {
	for p.first < p.last && f.a.Tokens[p.first].UPOS == "PUNCT" {
		p.first++
	}
	for p.last > p.first && f.a.Tokens[p.last].UPOS == "PUNCT" {
		p.last--
	}
	opened := 0
	for i := p.first; i <= p.last; i++ {
		switch f.a.Text.Cut(f.a.Tokens[i].Span) {
		case "(", "[", "“":
			opened++
		case ")", "]", "”":
			opened--
		}
	}
	if next := p.last + 1; opened > 0 && next < len(f.a.Tokens) && f.a.Tokens[next].UPOS == "PUNCT" {
		if cut := f.a.Text.Cut(f.a.Tokens[next].Span); cut == ")" || cut == "]" || cut == "”" {
			p.last = next
		}
	}
	return p
}

// relation is a relation without its subtype.
func relation(deprel string) string {
	head, _, _ := strings.Cut(deprel, ":")
	return head
}

// hasFeat reports whether the features hold one, given as "Name=Value".
func hasFeat(feats, want string) bool {
	for rest := feats; rest != ""; {
		var one string
		if one, rest, _ = strings.Cut(rest, "|"); one == want {
			return true
		}
	}
	return false
}
