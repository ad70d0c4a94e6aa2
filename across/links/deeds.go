package links

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/across/words"
)

// tellsDeed guesses, without syntax, which words tell what is done: those behind an
// auxiliary, "to", "not", a pronoun or a name that is no adjective, and those in "-ed".
func tellsDeed(tokens []words.Token, i int) bool {
	if tokens[i].Class&words.Light != 0 || leadsToDeed(tokens[i+1:]) || staysSo(tokens[i:]) || i > 0 && isCapital(tokens[i].Text) {
		return false
	}
	if i > 0 && strings.HasSuffix(tokens[i].Lower, "ing") && tokens[i-1].Class&words.Links != 0 { // "accused of shelling"
		return true
	}
	if t := &tokens[i]; strings.HasSuffix(t.Lower, "ed") && !strings.HasSuffix(t.Lower, "eed") && len(t.Lower) >= 4 {
		return true
	}
	for i--; i >= 0; i-- {
		before := &tokens[i]
		switch {
		case before.Class&(words.Helps|words.Subject) != 0, before.Class&words.Negates != 0 && before.Lower != "no", before.Lower == "longer":
			return true
		case before.Actor != "":
			return !before.Adjective && !strings.HasSuffix(before.Lower, "'s")
		case !strings.HasSuffix(before.Lower, "ly") && before.Lower != "also" && before.Lower != "now":
			return false
		}
	}
	return false
}

// isCapital reports whether a word is written as names are: "the road to Portum" tells no deed.
func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// refusesTo reports whether tokens begin with a refusal of a deed, which is the same as not doing it: "refuses
// to pay".
func refusesTo(tokens []words.Token) bool {
	return len(tokens) > 1 && tokens[1].Lower == "to" && isRefusal(tokens[0].Stem)
}

func isRefusal(stem string) bool {
	switch stem {
	case "refus", "declin", "unwil", "unwilling", "unreadi":
		return true
	}
	return false
}

// staysSo reports whether a word only says that something goes on: "would stay closed".
func staysSo(tokens []words.Token) bool {
	switch tokens[0].Lower {
	case "stay", "stays", "stayed", "remain", "remains", "remained", "keep", "kept":
		return len(tokens) > 1 && tokens[1].IsContent()
	}
	return false
}

// leadsToDeed reports whether the deed is behind a word and not the word itself: "started
// to fill", "agreed on Friday to resume".
func leadsToDeed(behind []words.Token) bool {
	for i := range behind[:min(4, len(behind))] {
		if behind[i].Lower == "to" {
			return i+1 < len(behind) && behind[i+1].IsContent()
		}
		if behind[i].IsContent() || behind[i].IsMark() {
			return false
		}
	}
	return false
}
