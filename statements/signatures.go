package statements

// signedBy reads `"We lost three weeks." — Anna Berg`: a dash between words that are
// quoted and the name of who said them, with nothing more in its line. The dash of a
// post stands behind words without marks: `We lost three weeks — Anna Berg (@aberg)`.
func (s *scene) signedBy(dash int) (source, cue, content []int) {
	if !isDash(s.low[dash]) || dash == 0 || dash+1 >= len(s.low) || s.quoteOf[dash] >= 0 || s.paragraph(dash+1) != s.paragraph(dash) {
		return nil, nil, nil
	}
	source = s.signature(dash + 1)
	if len(source) == 0 {
		return nil, nil, nil
	}
	before := dash - 1
	switch {
	case s.paragraph(dash)-s.paragraph(before) > 1:
		return nil, nil, nil
	case s.quoteOf[before] >= 0 && s.isQuoteMark(before):
		content = s.quotationBefore(dash)
	case s.paragraph(before) == s.paragraph(dash) && s.isHandle(source[len(source)-1]+1):
		content = numbers(s.paragraphStart(dash), dash)
	default:
		return nil, nil, nil
	}
	return source, []int{dash}, content
}

// maxSignature bounds the words of a name that signs.
const maxSignature = 8

// signature gives the name that starts at a token, if nothing but a comma, a bracket or
// the next quotation stands behind it in its paragraph.
func (s *scene) signature(from int) []int {
	end := from
	for end < len(s.low) && s.paragraph(end) == s.paragraph(from) && s.quoteOf[end] < 0 && s.low[end] != "," && s.low[end] != "(" && s.low[end] != "." {
		if end-from == maxSignature || s.hasVerb(end, end+1) || s.a.Tokens[end].UPOS == "CCONJ" {
			return nil
		}
		end++
	}
	for i := from; i < end; i++ {
		if s.a.Tokens[i].UPOS == "PROPN" {
			return numbers(from, end)
		}
	}
	return nil
}

// isHandle reports whether the bracket of a poster's handle stands at a token: "(@aberg)".
func (s *scene) isHandle(i int) bool {
	return i+1 < len(s.low) && s.low[i] == "(" && s.low[i+1][0] == '@'
}

func (s *scene) paragraphStart(i int) int {
	for i > 0 && s.paragraph(i-1) == s.paragraph(i) {
		i--
	}
	return i
}

func isDash(word string) bool {
	switch word {
	case "-", "--", "–", "—", "―":
		return true
	}
	return false
}
