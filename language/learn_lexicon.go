package language

import (
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
	"onrecord/model"
)

// LexiconLearner learns from raw news which words stand in like places
// (clusters) and how words are capitalised.
type LexiconLearner struct {
	tables *wordTables
	tokens []onrecord.Token
	counts map[string]*seen
	words  []string // by falling frequency, after Fix
	index  map[string]int
	beside [4][]map[int32]float32 // by place: counts of context words
	buf    []byte
}

type seen struct{ n, small, capital, upper int }

const (
	lexiconWords = 40000
	contextWords = 1500
	clusterBits  = 10
)

// NewLexiconLearner makes a learner. Call Count with all texts, Fix, Place with
// all texts, then File.
func NewLexiconLearner() *LexiconLearner {
	return &LexiconLearner{tables: openWordTables(), counts: map[string]*seen{}}
}

func (l *LexiconLearner) cut(text string) []onrecord.Token {
	l.tokens = cutWords(l.tables, text, onrecord.Span{End: len(text)}, l.tokens[:0])
	return l.tokens
}

func (l *LexiconLearner) low(form string) []byte {
	l.buf = lowForm(l.buf[:0], form)
	return l.buf
}

// Count counts the words of a text.
func (l *LexiconLearner) Count(text string) {
	inside := false
	for _, t := range l.cut(text) {
		form := text[t.Start:t.End]
		low := l.low(form)
		s := l.counts[string(low)]
		if s == nil {
			s = &seen{}
			l.counts[string(low)] = s
		}
		s.n++
		if inside {
			s.note(form)
		}
		inside = isInside(form)
	}
}

// isInside reports whether the next word is surely not the first of a sentence.
func isInside(form string) bool {
	r, _ := utf8.DecodeLastRuneInString(form)
	return unicode.IsLetter(r) || form == ","
}

func (s *seen) note(form string) {
	r, size := utf8.DecodeRuneInString(form)
	switch {
	case unicode.IsLower(r):
		s.small++
	case unicode.IsUpper(r) && len(form) > size && strings.ToUpper(form) == form:
		s.upper++
	case unicode.IsUpper(r):
		s.capital++
	}
}

// Fix chooses the words of the lexicon.
func (l *LexiconLearner) Fix() {
	for w, s := range l.counts {
		if s.n >= 12 {
			l.words = append(l.words, w)
		}
	}
	slices.SortFunc(l.words, func(a, b string) int {
		if d := l.counts[b].n - l.counts[a].n; d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	l.words = l.words[:min(len(l.words), lexiconWords)]
	l.index = make(map[string]int, len(l.words))
	for i, w := range l.words {
		l.index[w] = i
	}
	for p := range l.beside {
		l.beside[p] = make([]map[int32]float32, len(l.words))
		for i := range l.beside[p] {
			l.beside[p][i] = map[int32]float32{}
		}
	}
}

// Place counts which words stand one and two places before and after.
func (l *LexiconLearner) Place(text string) {
	tokens := l.cut(text)
	ids := make([]int32, len(tokens))
	for i, t := range tokens {
		ids[i] = -1
		if id, ok := l.index[string(l.low(text[t.Start:t.End]))]; ok {
			ids[i] = int32(id)
		}
	}
	for i, id := range ids {
		if id < 0 {
			continue
		}
		for p, d := range [...]int{-2, -1, 1, 2} {
			if j := i + d; j >= 0 && j < len(ids) && ids[j] >= 0 && ids[j] < contextWords {
				l.beside[p][id][ids[j]]++
			}
		}
	}
}

// File clusters the words and writes the lexicon.
func (l *LexiconLearner) File() ([]byte, error) {
	clusters := clusterRows(l.rows(), len(l.beside)*contextWords)
	m := map[model.Hash]uint16{}
	for i, w := range l.words {
		m[model.HashString(w)] = clusters[i] | l.counts[w].habit()<<clusterBits
	}
	var p model.Packer
	codesOf(m).pack(&p)
	return p.File("lexicon")
}

// habit says how a word is written inside sentences, from 1: unknown, small,
// mostly small, mostly Capital, Capital, mostly UPPER.
func (s *seen) habit() uint16 {
	n := s.small + s.capital + s.upper
	switch {
	case n < 3:
		return 1
	case s.upper*2 > n:
		return 6
	case s.small*20 >= n*19:
		return 2
	case s.small*2 >= n:
		return 3
	case s.small*20 >= n:
		return 4
	}
	return 5
}

// rows gives for each word how telling its contexts are (positive pointwise
// mutual information).
func (l *LexiconLearner) rows() []sparseRow {
	context := make([]float64, len(l.beside)*contextWords)
	var total float64
	for p := range l.beside {
		for _, row := range l.beside[p] {
			for c, n := range row {
				context[p*contextWords+int(c)] += float64(n)
				total += float64(n)
			}
		}
	}
	rows := make([]sparseRow, len(l.words))
	for i := range rows {
		rows[i] = l.row(i, context, total)
	}
	return rows
}

func (l *LexiconLearner) row(i int, context []float64, total float64) sparseRow {
	var own float64
	for p := range l.beside {
		for _, n := range l.beside[p][i] {
			own += float64(n)
		}
	}
	var row sparseRow
	for p := range l.beside {
		for _, c := range slices.Sorted(maps.Keys(l.beside[p][i])) {
			at := p*contextWords + int(c)
			n := float64(l.beside[p][i][c])
			if telling := math.Log(n * total / (own * context[at])); telling > 0 {
				row.columns = append(row.columns, int32(at))
				row.values = append(row.values, float32(telling))
			}
		}
	}
	return row
}
