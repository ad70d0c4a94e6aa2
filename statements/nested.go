package statements

import (
	"strings"

	"onrecord"
)

// keepNested places a statement that stands in another's content. Those in the
// very words of a quotation are left out.
func (w *writing) keepNested(drafts []draft, made []*statement, i int) bool {
	within := drafts[i].within
	for range drafts {
		if within < 0 {
			return w.quoteOf[drafts[i].head] < 0 || w.isLoneWord(&drafts[i])
		}
		if made[within] != nil {
			if w.quoteOf[drafts[i].head] >= 0 || made[i].Speaker.Mention == nil || speaksOfOwnSide(made[within], made[i]) {
				return false
			}
			made[i].parent = made[within]
			return true
		}
		within = drafts[within].within
	}
	return false
}

// speaksOfOwnSide reports whether a nested statement has the speaker, or the one
// spoken for, as its own speaker: what a spokesman says that his country wants
// is his statement and no second one.
func speaksOfOwnSide(outer, inner *statement) bool {
	a, b := &outer.Speaker, &inner.Speaker
	switch strings.ToLower(b.Mention.Text) {
	case "it", "he", "she", "they":
		if b.Actor == "" || (a.Actor == "" && a.Kind != onrecord.PersonSpeaks) || strings.EqualFold(b.Name, b.Mention.Text) {
			return true
		}
	case "i", "we":
		return true
	}
	return (b.Actor != "" && b.Actor == a.Actor) || (b.Name != "" && (b.Name == a.Name || b.Name == a.For))
}

// isLoneWord reads a cue whose own words alone are quoted: he "requested" that the
// ship leave.
func (w *writing) isLoneWord(d *draft) bool {
	q := w.quoteOf[d.head]
	if q < 0 || len(d.source) == 0 || w.quoteOf[d.source[0]] == q {
		return false
	}
	first, end := w.a.TokensIn(w.quotes[q].Span)
	return end-first <= 4
}
