package statements

import (
	"testing"
	"unicode/utf8"

	"onrecord"
)

// FuzzAttribute reads analyses that no language station would make: broken
// trees, mentions and times out of place.
func FuzzAttribute(f *testing.F) {
	t, err := Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("“We pay,” said Ann . The envoy denied it\nBob told Reuters that it failed", uint64(7))
	f.Add("quoted him as saying so , he added : “ ” what they say", uint64(99))
	f.Fuzz(func(t2 *testing.T, words string, seed uint64) {
		if !utf8.ValidString(words) || len(words) > 600 {
			return
		}
		a, r := wildAnalysis(words, seed)
		got := t.Attribute(a, r)
		entry := onrecord.Entry{Report: onrecord.Masthead{ID: "x"}, Text: words, Statements: got, Actors: r.Actors}
		if err := entry.CheckValid(); err != nil {
			t2.Fatal(err)
		}
	})
}

// wildAnalysis cuts words at blanks and hangs them at random.
func wildAnalysis(words string, seed uint64) (*onrecord.Analysis, *onrecord.Resolutions) {
	text := laidOut(words)
	a := &onrecord.Analysis{Text: text}
	next := func(n int) int { seed = mix(seed, 12345); return int(seed>>33) % max(1, n) }
	rels := []string{"nsubj", "obj", "ccomp", "advcl", "conj", "obl", "case", "root", "punct", "aux", "xcomp", "appos"}
	tags := [][2]string{{"VERB", "VBD"}, {"NOUN", "NN"}, {"PROPN", "NNP"}, {"VERB", "VBG"}, {"PUNCT", ","}, {"ADP", "IN"}, {"PRON", "PRP"}, {"AUX", "MD"}}
	for p, paragraph := range text.Paragraphs {
		first := len(a.Tokens)
		start := -1
		for i := paragraph.Start; i <= paragraph.End; i++ {
			if i == paragraph.End || words[i] == ' ' {
				if start >= 0 {
					tag := tags[next(len(tags))]
					span := onrecord.Span{Start: start, End: i}
					a.Tokens = append(a.Tokens, onrecord.Token{Span: span, Lemma: text.Cut(span), UPOS: tag[0], XPOS: tag[1], Deprel: rels[next(len(rels))]})
				}
				start = -1
			} else if start < 0 {
				start = i
			}
		}
		n := len(a.Tokens)
		if n == first {
			continue
		}
		for i := first; i < n; i++ {
			a.Tokens[i].Head = first + next(n-first+1) - 1
		}
		a.Sentences = append(a.Sentences, onrecord.Sentence{Span: onrecord.Span{Start: a.Tokens[first].Start, End: a.Tokens[n-1].End}, First: first, End: n, Paragraph: p})
	}
	r := &onrecord.Resolutions{Actors: []onrecord.Actor{{ID: "x", Name: "X", Kind: onrecord.MediaActor}}}
	for i := range a.Tokens {
		if next(3) == 0 {
			a.Mentions = append(a.Mentions, onrecord.Mention{Span: a.Tokens[i].Span, Core: a.Tokens[i].Span, Head: i, Form: onrecord.Name, Type: onrecord.Person, Chain: -1})
			r.Mentions = append(r.Mentions, onrecord.Resolution{Actor: "x", Named: next(2) == 0})
			a.Times = append(a.Times, onrecord.Time{Span: a.Tokens[i].Span, Kind: onrecord.TimeDate, Value: "2020-01-01", From: "2020-01-01", To: "2020-01-01"})
		}
	}
	return a, r
}
