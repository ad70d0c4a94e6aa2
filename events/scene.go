package events

import (
	"iter"
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
	low        []string      // by token: the word in small letters
	lemmas     []string      // by token, in small letters
	stems      []string      // by token, "" until it is asked for
	children   [][]int       // by token
	headOf     map[int][]int // token -> mentions whose head it is
	nameAt     []int         // by token: index into r.Names of the name over it, -1 if none
	sideName   map[onrecord.ActorID]*onrecord.Actor
	contexts   []string // of the sentence contextsIn
	contextsIn int
	namedLands map[string]int  // see namings
	home       *onrecord.Actor // see homeState
	homeKnown  bool
	homeLand   string // see homeCountry
	landKnown  bool
	named      map[onrecord.ActorID]int // see timesNamed
}

func newScene(c *Coder, a *onrecord.Analysis, r *onrecord.Resolutions, statements []onrecord.Statement) *scene {
	a = withoutCycles(a)
	s := &scene{Coder: c, text: a.Text, a: a, r: r, statements: statements,
		children: make([][]int, len(a.Tokens)), headOf: map[int][]int{}, nameAt: make([]int, len(a.Tokens)),
		sideName: map[onrecord.ActorID]*onrecord.Actor{}}
	s.spellWords()
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

// spellWords writes words and lemmas in small letters.
func (s *scene) spellWords() {
	n := len(s.a.Tokens)
	s.low, s.lemmas, s.stems = make([]string, n), make([]string, n), make([]string, n)
	for i := range s.a.Tokens {
		t := &s.a.Tokens[i]
		s.low[i] = strings.ToLower(s.text.Cut(t.Span))
		if s.lemmas[i] = s.low[i]; t.Lemma != "" && t.Lemma != "_" {
			s.lemmas[i] = strings.ToLower(t.Lemma)
		}
	}
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

// tokensOf runs through the tokens of a sentence.
func (s *scene) tokensOf(sentence int) iter.Seq[int] {
	return func(yield func(int) bool) {
		at := s.a.Sentences[sentence]
		for t := at.First; t < min(at.End, len(s.a.Tokens)); t++ {
			if !yield(t) {
				return
			}
		}
	}
}
