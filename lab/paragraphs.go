package lab

import (
	"strings"

	"onrecord"
)

// Paragraphs cuts a corpus's plain text into body paragraphs: what the separator
// parts, without the space around it.
func Paragraphs(words, separator string) []onrecord.Paragraph {
	var out []onrecord.Paragraph
	at := 0
	for part := range strings.SplitAfterSeq(words, separator) {
		if trimmed := strings.TrimSpace(part); trimmed != "" {
			start := at + strings.Index(part, trimmed)
			out = append(out, onrecord.Paragraph{Span: onrecord.Span{Start: start, End: start + len(trimmed)}, Kind: onrecord.Body})
		}
		at += len(part)
	}
	return out
}
