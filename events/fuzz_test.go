package events

import (
	"math/rand/v2"
	"testing"

	"onrecord"
)

// FuzzCode throws analyses at the coder whose syntax, mentions and statements
// are drawn by chance: it must come back, and every quote must cut the text.
func FuzzCode(f *testing.F) {
	f.Add(uint64(1), "Ruritania accused Graustark of bombing the Reds and said there would be no talks .")
	f.Add(uint64(7), "\xff é ( must not ) Ruritania will not \u2019 attack who Vale by Graustark")
	c := loadWhole(f)
	f.Fuzz(func(t *testing.T, seed uint64, text string) {
		st := randomStage(rand.New(rand.NewPCG(seed, seed)), text)
		for _, e := range c.Code(st.analysis, st.resolved, st.statements) {
			quotes := append([]onrecord.Quote{e.Evidence, *e.Actor.Mention}, e.Also...)
			if e.Recipient != nil {
				quotes = append(quotes, *e.Recipient.Mention)
			}
			for _, q := range quotes {
				if q.IsEmpty() || st.text.Words[q.Start:q.End] != q.Text {
					t.Fatalf("%+v does not cut the text", q)
				}
			}
			if e.Certainty < 0 || e.Certainty > 1 {
				t.Fatalf("certainty is %v", e.Certainty)
			}
		}
	})
}

var (
	randomTags      = []string{"NOUN", "PROPN", "VERB", "AUX", "ADJ", "PRON", "ADP", "PUNCT", "DET", "SCONJ"}
	randomPenn      = []string{"VBD", "VBN", "VBG", "VB", "NN", "NNS", ""}
	randomRelations = []string{
		"nsubj", "obj", "obl", "nmod", "conj", "xcomp", "ccomp", "advcl", "acl", "acl:relcl", "amod", "compound", "case", "mark", "aux",
		"aux:pass", "nsubj:pass", "nmod:poss", "appos", "det", "parataxis", "root",
	}
)

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

func randomStage(r *rand.Rand, text string) *stage {
	st := &stage{text: &onrecord.Text{Words: text, Imprint: onrecord.Imprint{Published: "2021-05-10"}},
		analysis: &onrecord.Analysis{}, resolved: &onrecord.Resolutions{Actors: cast}}
	st.text.Paragraphs = []onrecord.Paragraph{{Span: onrecord.Span{End: len(text)}, Kind: onrecord.Body}}
	a := st.analysis
	a.Text = st.text
	words, _ := openLexicon()
	for _, w := range words.cutWords(text) {
		a.Tokens = append(a.Tokens, onrecord.Token{Span: onrecord.Span{Start: w.start, End: w.end}, UPOS: pick(r, randomTags), XPOS: pick(r, randomPenn), Deprel: pick(r, randomRelations)})
	}
	for i := range a.Tokens {
		a.Tokens[i].Head = r.IntN(len(a.Tokens)+1) - 1
		if r.IntN(3) == 0 {
			span := a.Tokens[i].Span
			id := pick(r, cast).ID
			st.resolved.Names = append(st.resolved.Names, onrecord.ActorName{Span: span, Actor: id})
			a.Mentions = append(a.Mentions, onrecord.Mention{Span: span, Core: span, Head: i, Form: onrecord.Name, Type: onrecord.Location})
			st.resolved.Mentions = append(st.resolved.Mentions, onrecord.Resolution{Actor: id, For: "RURI", Named: r.IntN(2) == 0})
		}
	}
	if n := len(a.Tokens); n > 0 {
		cut := r.IntN(n)
		for _, part := range [][2]int{{0, cut}, {cut, n}} {
			if part[0] < part[1] {
				span := onrecord.Span{Start: a.Tokens[part[0]].Start, End: a.Tokens[part[1]-1].End}
				a.Sentences = append(a.Sentences, onrecord.Sentence{Span: span, First: part[0], End: part[1]})
			}
		}
		st.addRandomStatement(r)
	}
	return st
}

func (st *stage) addRandomStatement(r *rand.Rand) {
	tokens := st.analysis.Tokens
	from := r.IntN(len(tokens))
	content := st.text.Quote(onrecord.Span{Start: tokens[from].Start, End: tokens[len(tokens)-1].End})
	cue := st.text.Quote(pick(r, tokens).Span)
	st.statements = []onrecord.Statement{{
		ID: "s1", Kind: pick(r, []onrecord.StatementKind{onrecord.Assert, onrecord.Deny, onrecord.Accuse, onrecord.Demand, onrecord.Refuse}),
		Speaker: onrecord.Speaker{Name: "Anna Vale", Actor: "person/vale", For: "Ruritania", Named: r.IntN(2) == 0}, Cue: &cue, Content: []onrecord.Quote{content},
	}}
}
