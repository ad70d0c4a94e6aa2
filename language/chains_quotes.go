package language

import "onrecord"

// numberQuotes numbers the quotations of a report by token, 0 outside. A
// paragraph that ends inside a quotation ends it.
func numberQuotes(a *onrecord.Analysis) []int {
	out := make([]int, len(a.Tokens))
	quote, open, paragraph := 0, false, -1
	for _, s := range a.Sentences {
		if s.Paragraph != paragraph {
			paragraph, open = s.Paragraph, false
		}
		for i := s.First; i < s.End; i++ {
			switch a.Text.Cut(a.Tokens[i].Span) {
			case "“", "``":
				open = true
				quote++
			case "”", "''":
				open = false
			case `"`:
				if open = !open; open {
					quote++
				}
			}
			if open {
				out[i] = quote
			}
		}
	}
	return out
}
