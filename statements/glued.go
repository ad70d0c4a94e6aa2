package statements

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// cutGlued parts sentences that the report prints without a blank between them, as in
// `We go on."He left`: what is said stands on the cue's side.
func (w *writing) cutGlued(d *draft) {
	sent := w.a.Sentences[w.sentence[d.head]]
	for i := sent.First + 2; i < sent.End; i++ {
		if !w.isGlued(i) {
			continue
		}
		other := func(j int) bool {
			return j >= sent.First && j < sent.End && (j >= i) != (d.head >= i)
		}
		d.content = slices.DeleteFunc(slices.Clone(d.content), other)
		d.source = slices.DeleteFunc(slices.Clone(d.source), other)
	}
}

// isGlued reports whether a word begins a sentence right behind the closing mark of a
// quotation that ended its own.
func (w *writing) isGlued(i int) bool {
	t := &w.a.Tokens[i]
	if w.quoteOf[i] >= 0 || !w.isQuoteMark(i-1) || w.quoteOf[i-1] < 0 || w.a.Tokens[i-1].End != t.Start {
		return false
	}
	switch w.low[i-2] {
	case ".", "!", "?", "...", "…":
	default:
		return false
	}
	r, _ := utf8.DecodeRuneInString(w.a.Text.Words[t.Start:])
	return unicode.IsUpper(r)
}
