package coref

import (
	"encoding/json"

	"onrecord"
	"onrecord/language"
)

// parseWords gives the sentences of an analysis the reader's trees.
func parseWords(reader *language.Reader, a *onrecord.Analysis) {
	for _, s := range a.Sentences {
		tokens := a.Tokens[s.First:s.End]
		words := make([]language.Word, len(tokens))
		for i, t := range tokens {
			words[i] = language.Word{Form: a.Text.Cut(t.Span), Head: -1, UPOS: "X"}
		}
		reader.Syntax(words)
		for i, w := range words {
			t := &tokens[i]
			t.UPOS, t.XPOS, t.Lemma, t.Feats, t.Deprel = w.UPOS, w.XPOS, w.Lemma, w.Feats, w.Deprel
			if t.Head = w.Head; t.Head >= 0 {
				t.Head += s.First
			}
		}
	}
}

// singleton reads a mention that stands alone: [first, last, type, name].
func singleton(raw json.RawMessage) (m mention, kind string, ok bool) {
	var fields []any
	if json.Unmarshal(raw, &fields) != nil || len(fields) < 3 {
		return m, "", false
	}
	first, isFirst := fields[0].(float64)
	last, isLast := fields[1].(float64)
	kind, isKind := fields[2].(string)
	return mention{int(first), int(last)}, kind, isFirst && isLast && isKind
}

// sample gives what a passage tells of its pronoun.
func (p *passage) sample(a *onrecord.Analysis) language.PronounSample {
	s := language.PronounSample{Analysis: a, Cluster: map[int]int{}, Partial: true}
	at := byteSpans(p.Text, p.Pronoun, p.A, p.B)
	number := func(same bool, other int) int {
		if same {
			return 0
		}
		return other
	}
	for k, cluster := range []int{0, number(p.ACoref, 1), number(p.BCoref, 2)} {
		first, end := a.TokensIn(at[k])
		if h, ok := headOf(a, mention{first, end - 1}); ok && end > first {
			s.Cluster[h] = cluster
		}
	}
	return s
}
