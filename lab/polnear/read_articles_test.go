package polnear

import (
	"strings"
	"testing"
)

func TestReadArticlesCountsCodePoints(t *testing.T) {
	in := `{"id":"a","text":"“Né,” dit Zoë.","attributions":[{"source":[[10,13]],"cue":[[6,9]],"content":[[0,5]]}]}`
	articles, err := ReadArticles(strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	r := countRunes(articles[0].Text)
	a := articles[0].Attributions[0]
	for want, spans := range map[string][][2]int{"Zoë": a.Source, "dit": a.Cue, "“Né,”": a.Content} {
		span := r.span(spans[0])
		if got := articles[0].Text[span.Start:span.End]; got != want {
			t.Errorf("cut %q, want %q", got, want)
		}
		if r.pair(span) != spans[0] {
			t.Errorf("%v comes back as %v", spans[0], r.pair(span))
		}
	}
}

func TestReadArticlesRefuses(t *testing.T) {
	for name, in := range map[string]string{
		"no JSON":         `{"id":`,
		"beyond the text": `{"id":"a","text":"ab","attributions":[{"cue":[[0,3]]}]}`,
		"turned span":     `{"id":"a","text":"ab","attributions":[{"cue":[[2,1]]}]}`,
	} {
		if _, err := ReadArticles(strings.NewReader(in)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzReadArticles(f *testing.F) {
	f.Add(`{"id":"a","text":"“a” é","attributions":[{"source":[[0,1]],"cue":[[1,2]],"content":[[0,5]]}]}`)
	f.Fuzz(func(t *testing.T, in string) {
		articles, err := ReadArticles(strings.NewReader(in))
		if err != nil {
			return
		}
		seen := map[string]bool{}
		for i := range articles {
			if seen[articles[i].ID] {
				return
			}
			seen[articles[i].ID] = true
			layOut(articles[i].Text)
		}
		if _, err := Score(articles, articles); err != nil {
			t.Fatal(err)
		}
	})
}
