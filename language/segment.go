package language

import (
	"fmt"

	"onrecord"
)

// Bounds of what is read of one report.
const (
	maxSentence = 240    // tokens; a longer one is cut
	maxTokens   = 200000 // of a report; the rest is left unread
)

// segment cuts the paragraphs into words and sentences.
func (d *desk) segment(a *onrecord.Analysis) (issues []onrecord.Issue) {
	for i, p := range a.Text.Paragraphs {
		if !isRead(p.Kind) || p.Start < 0 || p.End > len(a.Text.Words) {
			continue
		}
		first := len(a.Tokens)
		a.Tokens = cutWords(d.tables, a.Text.Words, p.Span, a.Tokens)
		if len(a.Tokens) > maxTokens {
			a.Tokens = a.Tokens[:maxTokens]
			issues = append(issues, tooLong(a.Text, a.Tokens[maxTokens-1].Span))
		}
		for _, t := range a.Tokens[first:] {
			d.lookAt(a.Text.Cut(t.Span))
		}
		d.cutSentences(a, first, i)
		if issues != nil {
			break
		}
	}
	return issues
}

func isRead(kind onrecord.ParagraphKind) bool {
	switch kind {
	case onrecord.Headline, onrecord.Subhead, onrecord.Caption, onrecord.Body:
		return true
	}
	return false
}

func tooLong(text *onrecord.Text, last onrecord.Span) onrecord.Issue {
	words := text.Quote(last)
	return onrecord.Issue{
		Station: onrecord.AtLanguage,
		Kind:    "text-too-long",
		Note:    fmt.Sprintf("only the first %d words were read, up to this one", maxTokens),
		Words:   &words,
	}
}

// cutSentences groups the tokens from first on, which are one paragraph.
func (d *desk) cutSentences(a *onrecord.Analysis, first, paragraph int) {
	tokens := a.Tokens[first:]
	g := gaps{words: a.Text.Words, tokens: tokens, looks: d.looks[first:]}
	from := 0
	for i := 1; i <= len(tokens); i++ {
		g.pass(i-1, from)
		if i < len(tokens) && i-from < maxSentence && !d.isBorder(&g, i) {
			continue
		}
		a.Sentences = append(a.Sentences, onrecord.Sentence{
			Span:      onrecord.Span{Start: tokens[from].Start, End: tokens[i-1].End},
			First:     first + from,
			End:       first + i,
			Paragraph: paragraph,
		})
		from = i
	}
}

// isBorder reports whether a sentence ends between tokens i-1 and i.
func (d *desk) isBorder(g *gaps, i int) bool {
	if !g.isCandidate(i) {
		return false
	}
	if g.opensItem(i) {
		return true
	}
	d.features = g.features(d.features[:0], i)
	d.borders.Score(d.scores[:], d.features)
	return d.scores[1] > d.scores[0]
}
