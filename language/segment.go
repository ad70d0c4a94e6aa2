package language

import (
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// segment cuts the paragraphs into sentences and words.
func (r *Reader) segment(a *onrecord.Analysis) []onrecord.Issue {
	for i, p := range a.Text.Paragraphs {
		first := len(a.Tokens)
		start := -1
		words := a.Text.Words
		for at := p.Start; at <= p.End; {
			c, size := rune(' '), 1
			if at < p.End {
				c, size = utf8.DecodeRuneInString(words[at:])
			}
			if unicode.IsSpace(c) {
				if start >= 0 {
					a.Tokens = append(a.Tokens, onrecord.Token{Span: onrecord.Span{Start: start, End: at}, Head: -1})
				}
				start = -1
			} else if start < 0 {
				start = at
			}
			at += size
		}
		if end := len(a.Tokens); end > first {
			a.Sentences = append(a.Sentences, onrecord.Sentence{
				Span:  onrecord.Span{Start: a.Tokens[first].Start, End: a.Tokens[end-1].End},
				First: first, End: end, Paragraph: i,
			})
		}
	}
	return nil
}

func (r *Reader) tag(text *onrecord.Text, tokens []onrecord.Token) {
	for i := range tokens {
		tokens[i].UPOS, tokens[i].XPOS, tokens[i].Lemma = "NOUN", "NN", text.Cut(tokens[i].Span)
	}
}

func (r *Reader) parse(text *onrecord.Text, tokens []onrecord.Token, first int) {
	for i := range tokens {
		tokens[i].Head, tokens[i].Deprel = first+i-1, "dep"
	}
	tokens[0].Head, tokens[0].Deprel = -1, "root"
}
