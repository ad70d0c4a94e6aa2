package events

import (
	"strings"

	"onrecord"
)

// scene is one report as the coder sees it: the analysis with the links that it
// asks for again and again.
type scene struct {
	*Coder
	text       *onrecord.Text
	a          *onrecord.Analysis
	r          *onrecord.Resolutions
	statements []onrecord.Statement
	children   [][]int       // by token
	headOf     map[int][]int // token -> mentions whose head it is
	nameAt     []int         // by token: index into r.Names of the name over it, -1 if none
	sideName   map[onrecord.ActorID]*onrecord.Actor
	contexts   []string // of the sentence contextsIn
	contextsIn int
}

func newScene(c *Coder, a *onrecord.Analysis, r *onrecord.Resolutions, statements []onrecord.Statement) *scene {
	a = withoutCycles(a)
	s := &scene{Coder: c, text: a.Text, a: a, r: r, statements: statements,
		children: make([][]int, len(a.Tokens)), headOf: map[int][]int{}, nameAt: make([]int, len(a.Tokens)),
		sideName: map[onrecord.ActorID]*onrecord.Actor{}}
	for i := range a.Tokens {
		if h := a.Tokens[i].Head; h >= 0 && h < len(a.Tokens) && h != i {
			s.children[h] = append(s.children[h], i)
		}
		s.nameAt[i] = -1
	}
	for m := range a.Mentions {
		if h := a.Mentions[m].Head; m < len(r.Mentions) && h >= 0 && h < len(a.Tokens) {
			s.headOf[h] = append(s.headOf[h], m)
		}
	}
	for n := range r.Names {
		first, end := a.TokensIn(r.Names[n].Span)
		for t := first; t < end && t < len(s.nameAt); t++ {
			if old := s.nameAt[t]; old < 0 || r.Names[n].Len() > r.Names[old].Len() {
				s.nameAt[t] = n
			}
		}
	}
	for i := range r.Actors {
		s.sideName[r.Actors[i].ID] = &r.Actors[i]
	}
	return s
}

// withoutCycles gives the analysis itself if its syntax is trees, else a copy in
// which heads that lie outside it or would close a circle are cut off.
func withoutCycles(a *onrecord.Analysis) *onrecord.Analysis {
	const unseen, open, done = 0, 1, 2
	state := make([]byte, len(a.Tokens))
	var tokens []onrecord.Token
	cut := func(t int) {
		if tokens == nil {
			tokens = append(tokens, a.Tokens...)
		}
		tokens[t].Head = -1
	}
	var path []int
	for start := range a.Tokens {
		path = path[:0]
		for t := start; state[t] == unseen; {
			state[t] = open
			path = append(path, t)
			head := a.Tokens[t].Head
			if head < 0 {
				break
			}
			if head >= len(a.Tokens) || state[head] == open {
				cut(t)
				break
			}
			t = head
		}
		for _, t := range path {
			state[t] = done
		}
	}
	if tokens == nil {
		return a
	}
	mended := *a
	mended.Tokens = tokens
	return &mended
}

func (s *scene) isBody(sentence int) bool {
	p := s.a.Sentences[sentence].Paragraph
	return p >= 0 && p < len(s.text.Paragraphs) && s.text.Paragraphs[p].Kind == onrecord.Body
}

func (s *scene) token(t int) *onrecord.Token { return &s.a.Tokens[t] }

// lemma gives the lower-case lemma of a token, its word where the lemma is not known.
func (s *scene) lemma(t int) string {
	if l := s.a.Tokens[t].Lemma; l != "" && l != "_" {
		return strings.ToLower(l)
	}
	return s.word(t)
}

func (s *scene) word(t int) string { return strings.ToLower(s.text.Cut(s.a.Tokens[t].Span)) }

// relation gives the relation of a token to its head without the subtype.
func (s *scene) relation(t int) string {
	base, _, _ := strings.Cut(s.a.Tokens[t].Deprel, ":")
	return base
}

// child gives the first child of t in one of the relations, subtype included; -1
// if there is none.
func (s *scene) child(t int, relations ...string) int {
	for _, k := range s.children[t] {
		for _, want := range relations {
			if s.a.Tokens[k].Deprel == want {
				return k
			}
		}
	}
	return -1
}

// preposition gives the preposition before a noun, its words joined by blanks.
func (s *scene) preposition(noun int) string {
	for _, k := range s.children[noun] {
		if s.a.Tokens[k].Deprel == "case" {
			p := s.word(k)
			for _, more := range s.children[k] {
				if s.a.Tokens[more].Deprel == "fixed" {
					p += " " + s.word(more)
				}
			}
			return p
		}
	}
	return ""
}

// conjuncts gives a token and those joined to it by "and", at most eight.
func (s *scene) conjuncts(t int) []int {
	all := []int{t}
	for _, k := range s.children[t] {
		if s.a.Tokens[k].Deprel == "conj" && s.isNominal(k) && len(all) < 8 {
			all = append(all, k)
		}
	}
	return all
}

func (s *scene) isNominal(t int) bool {
	switch s.a.Tokens[t].UPOS {
	case "NOUN", "PROPN", "PRON", "NUM", "SYM", "X":
		return true
	}
	return false
}

func (s *scene) isVerb(t int) bool { return s.a.Tokens[t].UPOS == "VERB" }

// isPassive reports whether a verb stands in the passive: its subject undergoes
// it. A past participle without "have" and without a subject is passive, whatever
// it hangs on: "the town shelled by the army", "(banned in Oslo)".
func (s *scene) isPassive(verb int) bool {
	has := false
	for _, k := range s.children[verb] {
		if s.relation(k) == "aux" && isOneOf(s.word(k), "had", "has", "have", "having", "'ve", "’ve", "'d") {
			has = true
		}
	}
	if s.child(verb, "obl:agent") >= 0 {
		return true
	}
	passive := s.child(verb, "aux:pass")
	if has {
		return passive >= 0 && isOneOf(s.word(passive), "been", "being")
	}
	if passive >= 0 || s.child(verb, "nsubj:pass") >= 0 {
		return true
	}
	if s.token(verb).XPOS != "VBN" || s.child(verb, "nsubj") >= 0 {
		return false
	}
	if head := s.token(verb).Head; s.relation(verb) == "conj" && head >= 0 && s.isVerb(head) && s.relation(head) != "conj" {
		return s.isPassive(head)
	}
	return true
}

// isNegated reports whether "not", "never" or "no" stands by the predicate, or
// "no" by its object: "brought no charges".
func (s *scene) isNegated(t int) bool {
	if o := s.child(t, "obj"); o >= 0 {
		if d := s.child(o, "det"); d >= 0 && s.word(d) == "no" {
			return true
		}
	}
	for _, k := range s.children[t] {
		if isNegator(s.word(k)) {
			switch s.relation(k) {
			case "advmod", "det", "aux", "cc":
				return true
			}
		}
	}
	return false
}

func isNegator(word string) bool {
	switch word {
	case "not", "n't", "n’t", "never", "no", "neither", "nor", "hardly":
		return true
	}
	return false
}

// subtree gives the tokens below t and t itself that keep() lets in; what it
// keeps out is not entered.
func (s *scene) subtree(t int, keep func(int) bool) []int {
	all := []int{t}
	for i := 0; i < len(all) && len(all) < 400; i++ {
		for _, k := range s.children[all[i]] {
			if keep(k) {
				all = append(all, k)
			}
		}
	}
	return all
}
