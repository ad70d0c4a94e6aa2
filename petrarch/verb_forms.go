package petrarch

import "strings"

// verbForm is a verb with the words that belong to it on both sides.
type verbForm struct {
	before []string
	word   string
	after  []string
}

// parseVerb reads "ABANDON", "+BEEF_UP", "WIRE_+TAP" or "LASH OUT": "+" marks the
// word that is inflected; without it, it is the first.
func parseVerb(s string) (verbForm, bool) {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '_' || r == ' ' || r == '\t' })
	if len(parts) == 0 {
		return verbForm{}, false
	}
	marked := 0
	for i, p := range parts {
		if strings.HasPrefix(p, "+") {
			marked = i
		}
	}
	var form verbForm
	for i, p := range parts {
		words := splitWord(strings.TrimPrefix(p, "+"))
		switch {
		case len(words) == 0:
			return verbForm{}, false
		case i < marked:
			form.before = append(form.before, words...)
		case i > marked:
			form.after = append(form.after, words...)
		default: // "RE-OPEN": its last part is inflected
			form.before = append(form.before, words[:len(words)-1]...)
			form.word = words[len(words)-1]
		}
	}
	return form, true
}

// inflect forms the regular forms of a verb.
func inflect(w string) []string {
	stem, endsInE := strings.CutSuffix(w, "E")
	switch {
	case len(w) < 2:
		return nil
	case endsInE:
		return []string{w + "S", w + "D", stem + "ING"}
	case strings.HasSuffix(w, "Y") && !strings.ContainsAny(w[len(w)-2:len(w)-1], "AEIOU"):
		stem = strings.TrimSuffix(w, "Y")
		return []string{stem + "IES", stem + "IED", w + "ING"}
	case strings.HasSuffix(w, "S"), strings.HasSuffix(w, "SH"), strings.HasSuffix(w, "CH"), strings.HasSuffix(w, "X"):
		return []string{w + "ES", w + "ED", w + "ING"}
	}
	return []string{w + "S", w + "ED", w + "ING"}
}
