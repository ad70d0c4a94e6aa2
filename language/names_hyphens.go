package language

import (
	"slices"
	"strings"
	"unicode"

	"onrecord"
)

// notInNames are words that hang on a person's name by a hyphen and are none of it: "Berg-era", "Ola Berg-led".
var notInNames = map[string]bool{
	"led": true, "born": true, "era": true, "style": true, "like": true, "run": true, "held": true, "elect": true, "type": true, "free": true,
	"esque": true, "friendly": true, "loyal": true, "owned": true, "less": true, "in": true, "and": true, "to": true, "the": true, "linked": true,
}

// joinHyphens takes persons' names on over a hyphen: words are cut at it, and the finder of names often stops
// there: "Kang Do-hyun", "Charles Weah-Kollie". Two names joined by one stay two: "the Doe-Berg summit".
func joinHyphens(a *onrecord.Analysis, first int, names []FoundName) []FoundName {
	for k := 0; k < len(names); k++ {
		n := &names[k]
		for n.Type == onrecord.Person && hyphenGoesOn(a, first+n.End, n.End-n.First > 1) {
			if k+1 == len(names) || names[k+1].First > n.End+1 {
				n.End += 2
				continue
			}
			if names[k+1].First > n.End && n.End-n.First == 1 {
				break
			}
			n.End = names[k+1].End
			names = slices.Delete(names, k+1, k+2)
		}
	}
	return names
}

// hyphenGoesOn reports whether the token at is a hyphen between two words of one name; small words go on with
// long names only.
func hyphenGoesOn(a *onrecord.Analysis, at int, isLong bool) bool {
	if at < 1 || at+1 >= len(a.Tokens) || a.SentenceOf(at-1) != a.SentenceOf(at+1) {
		return false
	}
	sign, next := a.Tokens[at], a.Tokens[at+1]
	if w := a.Text.Cut(sign.Span); w != "-" && w != "‑" || a.Tokens[at-1].End != sign.Start || sign.End != next.Start {
		return false
	}
	word := a.Text.Cut(next.Span)
	if startsUpper(word) {
		return true
	}
	return isLong && !notInNames[word] && !strings.HasSuffix(word, "ed") && strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}
