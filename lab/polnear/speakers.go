package polnear

import (
	"strings"
	"unicode"

	"onrecord"
	"onrecord/actors"
	"onrecord/lab"
	"onrecord/statements"
)

// Entity is whom a source stands for.
type Entity struct {
	Name     string `json:"name"`     // first name in the text, else the longest phrase; "" if only pronouns
	Identity string `json:"identity"` // title of its page, "Ola_Holt"; "" if it has none
}

// speakers makes statements of the articles of GUM and tells, of those that match a marked
// attribution, how many name whom its source stands for.
func (s set) speakers(t *statements.Attributor) ([]lab.Figure, error) {
	resolver, err := actors.Load()
	if err != nil {
		return nil, err
	}
	all, news := Share{}, Share{}
	for i := range s.articles {
		said := t.Attribute(s.analyses[i], resolver.Resolve(s.analyses[i]))
		share := countSpeakers(&s.articles[i], said)
		all.add(share)
		if isNews(&s.articles[i]) {
			news.add(share)
		}
	}
	return []lab.Figure{
		{Task: "polnear", Set: "gum-dev", Measure: "resolved speaker, of matched", Value: percent(all.Right, all.Found)},
		{Task: "polnear", Set: "gum-news", Measure: "resolved speaker, of matched", Value: percent(news.Right, news.Found)},
	}, nil
}

func (s *Share) add(o Share) { s.N, s.Found, s.Right = s.N+o.N, s.Found+o.Found, s.Right+o.Right }

// countSpeakers matches statements with the attributions whose entity has a name.
func countSpeakers(a *Article, said []onrecord.Statement) Share {
	var share Share
	var given []Attribution
	var names []string
	r := countRunes(a.Text)
	for i := range said {
		if s := &said[i]; s.Cue != nil {
			given = append(given, Attribution{Cue: [][2]int{r.pair(s.Cue.Span)}, Content: r.pairs(spansOf(s.Content))})
			names = append(names, s.Speaker.Name)
		}
	}
	t := indexTokens(a.Text)
	for _, p := range match(t.marks(a.Attributions), t.marks(given), true) {
		of := a.Attributions[p[0]].Entity
		if of == nil || of.Name == "" {
			continue
		}
		share.Found++
		if name := names[p[1]]; likeNames(name, of.Name) || likeNames(name, strings.ReplaceAll(of.Identity, "_", " ")) {
			share.Right++
		}
	}
	share.N = len(a.Attributions)
	return share
}

func spansOf(quotes []onrecord.Quote) []onrecord.Span {
	spans := make([]onrecord.Span, 0, len(quotes))
	for _, q := range quotes {
		spans = append(spans, q.Span)
	}
	return spans
}

// likeNames asks for a token F1 of .5, articles aside.
func likeNames(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	both := 0
	for word := range x {
		if y[word] {
			both++
		}
	}
	return both > 0 && 4*both >= len(x)+len(y)
}

func nameWords(name string) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		switch w {
		case "the", "a", "an", "s", "of":
		default:
			words[w] = true
		}
	}
	return words
}
