package polnear

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"unicode"
)

// Counts are right answers, answers given and answers wanted.
type Counts struct{ Right, Given, Wanted int }

// Precision in per cent.
func (c Counts) Precision() float64 { return percent(c.Right, c.Given) }

// Recall in per cent.
func (c Counts) Recall() float64 { return percent(c.Right, c.Wanted) }

// F1 in per cent.
func (c Counts) F1() float64 { return percent(2*c.Right, c.Given+c.Wanted) }

func percent(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}

func (c *Counts) add(right, given, wanted int) {
	c.Right, c.Given, c.Wanted = c.Right+right, c.Given+given, c.Wanted+wanted
}

// The parts of an attribution, in the order of the scores.
const (
	source = iota
	cue
	content
	parts
)

// Scores of predicted attributions against the marked ones.
type Scores struct {
	Relation, RelationSource   Counts // cues overlap, contents half alike; and the source right
	Statement, StatementSource Counts // the same without the condition on cues
	Token, SpanExact           [parts]Counts
	RecallBy, PrecisionBy      map[string]*Share
}

// Share counts the attributions of one kind, those matched and those matched
// with the right source.
type Share struct{ N, Found, Right int }

// Score compares predictions with the marked articles, by article id.
func Score(gold, predicted []Article) (Scores, error) {
	s := Scores{RecallBy: map[string]*Share{}, PrecisionBy: map[string]*Share{}}
	byID := map[string]*Article{}
	for i := range predicted {
		if byID[predicted[i].ID] != nil {
			return s, fmt.Errorf("score articles: id %s predicted twice", predicted[i].ID)
		}
		byID[predicted[i].ID] = &predicted[i]
	}
	for i := range gold {
		var given []Attribution
		if p := byID[gold[i].ID]; p != nil {
			given = p.Attributions
		}
		s.addArticle(&gold[i], given)
	}
	return s, nil
}

func (s *Scores) addArticle(a *Article, given []Attribution) {
	t := indexTokens(a.Text)
	want, have := t.marks(a.Attributions), t.marks(given)
	s.addTokens(want, have)
	s.addSpans(want, have)

	pairs := match(want, have, true)
	right := 0
	foundG, foundP := map[int]bool{}, map[int]bool{}
	for _, p := range pairs {
		ok := sourceRight(want[p[0]], have[p[1]])
		if ok {
			right++
		}
		foundG[p[0]], foundP[p[1]] = ok, ok
	}
	s.Relation.add(len(pairs), len(have), len(want))
	s.RelationSource.add(right, len(have), len(want))
	addKinds(s.RecallBy, t, want, foundG)
	addKinds(s.PrecisionBy, t, have, foundP)

	pairs, right = match(want, have, false), 0
	for _, p := range pairs {
		if sourceRight(want[p[0]], have[p[1]]) {
			right++
		}
	}
	s.Statement.add(len(pairs), len(have), len(want))
	s.StatementSource.add(right, len(have), len(want))
}

func addKinds(to map[string]*Share, t *tokens, marks []mark, found map[int]bool) {
	for i, m := range marks {
		for _, kind := range t.kinds(m.raw) {
			share := to[kind]
			if share == nil {
				share = &Share{}
				to[kind] = share
			}
			share.N++
			if right, matched := found[i]; matched {
				share.Found++
				if right {
					share.Right++
				}
			}
		}
	}
}

func (s *Scores) addTokens(want, have []mark) {
	for part := range parts {
		g, p := allTokens(want, part), allTokens(have, part)
		s.Token[part].add(common(g, p), len(p), len(g))
	}
}

func allTokens(marks []mark, part int) []int {
	var all []int
	for _, m := range marks {
		all = append(all, m.tokens[part]...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func (s *Scores) addSpans(want, have []mark) {
	for part := range parts {
		g, p := allLines(want, part), allLines(have, part)
		both := 0
		for run := range g {
			if p[run] {
				both++
			}
		}
		s.SpanExact[part].add(both, len(p), len(g))
	}
}

func allLines(marks []mark, part int) map[[2]int]bool {
	all := map[[2]int]bool{}
	for _, m := range marks {
		for _, run := range m.lines[part] {
			all[run] = true
		}
	}
	return all
}

// match pairs marks one to one, the most alike first.
func match(want, have []mark, needCue bool) [][2]int {
	type pair struct {
		alike [parts]float64
		g, p  int
	}
	var all []pair
	for g := range want {
		for p := range have {
			if needCue && len(want[g].tokens[cue]) > 0 && common(want[g].tokens[cue], have[p].tokens[cue]) == 0 {
				continue
			}
			c := alike(want[g].tokens[content], have[p].tokens[content])
			if c < 0.5 || len(want[g].tokens[content])+len(have[p].tokens[content]) == 0 {
				continue
			}
			all = append(all, pair{[parts]float64{c, alike(want[g].tokens[cue], have[p].tokens[cue]),
				alike(want[g].tokens[source], have[p].tokens[source])}, g, p})
		}
	}
	slices.SortFunc(all, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.alike[0], a.alike[0]), cmp.Compare(b.alike[1], a.alike[1]),
			cmp.Compare(b.alike[2], a.alike[2]), cmp.Compare(a.g, b.g), cmp.Compare(a.p, b.p))
	})
	var out [][2]int
	usedG, usedP := map[int]bool{}, map[int]bool{}
	for _, x := range all {
		if !usedG[x.g] && !usedP[x.p] {
			usedG[x.g], usedP[x.p] = true, true
			out = append(out, [2]int{x.g, x.p})
		}
	}
	return out
}

func sourceRight(g, p mark) bool { return alike(g.tokens[source], p.tokens[source]) >= 0.5 }

// alike is the F1 of two sorted sets.
func alike(a, b []int) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	return 2 * float64(common(a, b)) / float64(len(a)+len(b))
}

func common(a, b []int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// tokens are the scorer's own: a run of word characters, or one other character.
type tokens struct {
	text         []rune
	starts, ends []int
	newLine      []bool // a line break stands before the token
}

// mark is an attribution as token numbers.
type mark struct {
	raw    Attribution
	tokens [parts][]int
	lines  [parts][][2]int // runs of tokens, cut at line breaks
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_' }

func isBlank(r rune) bool { return unicode.IsSpace(r) || (r >= 0x1c && r <= 0x1f) }

func indexTokens(text string) *tokens {
	t := &tokens{text: []rune(text)}
	line := false
	for i := 0; i < len(t.text); {
		r := t.text[i]
		if isBlank(r) {
			line = line || r == '\n'
			i++
			continue
		}
		j := i + 1
		for isWord(r) && j < len(t.text) && isWord(t.text[j]) {
			j++
		}
		t.starts, t.ends, t.newLine = append(t.starts, i), append(t.ends, j), append(t.newLine, line && i > 0)
		i, line = j, false
	}
	return t
}

// within gives the tokens of which the span covers a character.
func (t *tokens) within(s [2]int) (first, end int) {
	first = sort.Search(len(t.ends), func(i int) bool { return t.ends[i] > s[0] })
	end = sort.Search(len(t.starts), func(i int) bool { return t.starts[i] >= s[1] })
	return first, max(first, end)
}

func (t *tokens) marks(all []Attribution) []mark {
	out := make([]mark, 0, len(all))
	for _, a := range all {
		m := mark{raw: a}
		for part, spans := range [parts][][2]int{source: a.Source, cue: a.Cue, content: a.Content} {
			for _, s := range spans {
				first, end := t.within(s)
				for i := first; i < end; i++ {
					m.tokens[part] = append(m.tokens[part], i)
				}
			}
			slices.Sort(m.tokens[part])
			m.tokens[part] = slices.Compact(m.tokens[part])
			m.lines[part] = t.runs(m.tokens[part])
		}
		out = append(out, m)
	}
	return out
}

func (t *tokens) runs(sorted []int) [][2]int {
	var out [][2]int
	for _, i := range sorted {
		if n := len(out); n > 0 && out[n-1][1] == i && !t.newLine[i] {
			out[n-1][1] = i + 1
			continue
		}
		out = append(out, [2]int{i, i + 1})
	}
	return out
}
