package coref

import (
	"context"

	"onrecord"
	"onrecord/language"
)

// readPassage replaces a passage's answers by the reader's.
func readPassage(ctx context.Context, reader *language.Reader, p *passage) error {
	a, err := analysePassage(ctx, reader, p)
	if err != nil {
		return err
	}
	p.takeAnswers(a)
	return nil
}

// takeAnswers replaces the answers by an analysis's: a name is right if a mention
// in the pronoun's chain covers it or stands inside it.
func (p *passage) takeAnswers(a *onrecord.Analysis) {
	at := byteSpans(p.Text, p.Pronoun, p.A, p.B)
	chain := chainAt(a, at[0])
	p.ACoref, p.BCoref = inChain(a, chain, at[1]), inChain(a, chain, at[2])
}

func analysePassage(ctx context.Context, reader *language.Reader, p *passage) (*onrecord.Analysis, error) {
	text := &onrecord.Text{Words: p.Text, Paragraphs: []onrecord.Paragraph{{Span: onrecord.Span{End: len(p.Text)}, Kind: onrecord.Body}}}
	a, _, err := reader.Analyze(ctx, text)
	return a, err
}

// byteSpans turns spans in runes to spans in bytes.
func byteSpans(text string, spans ...[2]int) []onrecord.Span {
	var starts []int
	for i := range text {
		starts = append(starts, i)
	}
	starts = append(starts, len(text))
	out := make([]onrecord.Span, len(spans))
	for i, s := range spans {
		if s[0] >= 0 && s[0] <= s[1] && s[1] < len(starts) {
			out[i] = onrecord.Span{Start: starts[s[0]], End: starts[s[1]]}
		}
	}
	return out
}

// chainAt gives the chain of the pronoun that stands at the span, -1 if none.
func chainAt(a *onrecord.Analysis, s onrecord.Span) int {
	for i := range a.Mentions {
		if m := &a.Mentions[i]; m.Span == s {
			return m.Chain
		}
	}
	return -1
}

func inChain(a *onrecord.Analysis, chain int, name onrecord.Span) bool {
	if chain < 0 {
		return false
	}
	for _, i := range a.Chains[chain].Mentions {
		if m := &a.Mentions[i]; m.Form != onrecord.Pronoun && m.Core.Overlaps(name) && headIn(a, m, name) {
			return true
		}
	}
	return false
}

// headIn reports whether the head of a mention stands in the name, or is joined
// to a word in it as a title is.
func headIn(a *onrecord.Analysis, m *onrecord.Mention, name onrecord.Span) bool {
	if name.Contains(a.Tokens[m.Head].Span) {
		return true
	}
	return m.Form == onrecord.Name && m.Contains(name)
}
