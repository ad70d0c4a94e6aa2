package ud

import "strings"

// paragraph is the raw text of a run of sentences, and where each ends.
type paragraph struct {
	words  string
	ends   []int // byte offset after the last token of each sentence
	newDoc bool
}

// paragraphs rebuilds the raw text of a treebank from its tokens, as the shared
// tasks did: spaces as SpaceAfter says, a new paragraph at each newpar and newdoc.
func paragraphs(sentences []Sentence) []paragraph {
	var all []paragraph
	var text strings.Builder
	flush := func() {
		if len(all) > 0 {
			all[len(all)-1].words = text.String()
		}
		text.Reset()
	}
	for i, s := range sentences {
		if i == 0 || s.NewPar {
			flush()
			all = append(all, paragraph{newDoc: s.NewDoc})
		}
		end := appendSurface(&text, s)
		p := &all[len(all)-1]
		p.ends = append(p.ends, end)
	}
	flush()
	return all
}

// appendSurface writes the tokens of a sentence and gives where the last ends.
func appendSurface(text *strings.Builder, s Sentence) (end int) {
	for i := 0; i < len(s.Words); {
		w := s.Words[i]
		form, parts := w.Form, 1
		if w.Parts > 1 {
			form, parts = w.Surface, w.Parts
		}
		text.WriteString(form)
		end = text.Len()
		i += parts
		if i > len(s.Words) || !s.Words[i-1].NoSpace {
			text.WriteByte(' ')
		}
	}
	return end
}
