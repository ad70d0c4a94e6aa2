package actors

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// titleCase writes each word with one capital: "JUBA/KHARTOUM" as
// "Juba/Khartoum", since datelines shout.
func titleCase(s string) string {
	var b strings.Builder
	inWord := false
	for _, r := range s {
		if inWord {
			b.WriteRune(unicode.ToLower(r))
		} else {
			b.WriteRune(unicode.ToUpper(r))
		}
		inWord = unicode.IsLetter(r) || r == utf8.RuneError
	}
	return b.String()
}

// titleIfShouted mends a name in capitals: "JUBA" is "Juba", "NATO" and "J.R."
// stay.
func titleIfShouted(name string) string {
	if len(name) > 4 && shapeOf(name) == caps && strings.ToUpper(name) == name && !strings.ContainsAny(name, ".") {
		return titleCase(name)
	}
	return name
}
