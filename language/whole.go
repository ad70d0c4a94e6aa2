package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wholeEnd gives the end of an address, file name, tag or face that starts at
// the place and is never cut; the place itself if there is none. chunk is where
// the run without spaces starts.
func wholeEnd(words string, chunk, at, end int) int {
	if at > chunk && isWordRune(runeBefore(words, at, chunk)) {
		return at
	}
	rest := words[at:end]
	if strings.EqualFold(rest, "w/") {
		return end
	}
	if n := faceLen(rest); n > 0 {
		return at + n
	}
	if n := addressLen(rest); n > 0 {
		return at + n
	}
	if len(rest) > 1 && (rest[0] == '#' || rest[0] == '@') {
		if c, _ := utf8.DecodeRuneInString(rest[1:]); unicode.IsLetter(c) {
			return at + 1 + nameLen(rest[1:])
		}
	}
	return at
}

// nameLen measures the letters, digits and low lines at the start.
func nameLen(s string) int {
	for i, c := range s {
		if !isWordRune(c) && c != '_' {
			return i
		}
	}
	return len(s)
}

func faceLen(s string) int {
	for _, face := range [...]string{":-)", ";-)", ":-(", ":)", ";)", ":(", ":D", ":P", ";P", "=)", "<3", "^_^"} {
		if rest, ok := strings.CutPrefix(s, face); ok && (rest == "" || !isWordRune(runeAt(rest, 0, len(rest)))) {
			return len(face)
		}
	}
	return 0
}

// maxAddress is how far an address is looked for: what has no spaces may be long, and
// each of its words may begin one.
const maxAddress = 1024

// addressLen measures a web or mail address or a file name. The signs that end a
// sentence or close a bracket are not part of it.
func addressLen(s string) int {
	if s == "" || s[0] > 127 || !isWordRune(rune(s[0])) {
		return 0
	}
	if len(s) > maxAddress {
		n := maxAddress
		for !utf8.RuneStart(s[n]) {
			n--
		}
		s = s[:n]
	}
	trimmed := strings.TrimRight(s, ".,;:!?)]}>\"'”’»")
	if len(trimmed) < 4 || strings.IndexByte(trimmed, '.') < 0 && strings.IndexByte(trimmed, '@') < 0 {
		return 0
	}
	if n := strings.IndexAny(trimmed, ")>\"”<"); n >= 0 {
		trimmed = trimmed[:n]
	}
	lower := strings.ToLower(trimmed)
	switch {
	case strings.HasPrefix(lower, "http:") || strings.HasPrefix(lower, "https:") || strings.HasPrefix(lower, "www."):
		return len(trimmed)
	case isMail(lower), isSite(lower):
		return len(trimmed)
	}
	return 0
}

func isMail(s string) bool {
	name, host, ok := strings.Cut(s, "@")
	return ok && name != "" && len(host) > 2 && isWordRune(rune(name[0])) && !strings.ContainsAny(s, ",;")
}

// isSite reports whether the words are a domain or file name: "abc.com/x", "a.pdf".
func isSite(s string) bool {
	host, _, _ := strings.Cut(s, "/")
	dot := strings.LastIndexByte(host, '.')
	if dot <= 0 || !isWordRune(rune(host[0])) || strings.ContainsAny(host, ",;:'’—–…") || strings.Contains(host, "..") {
		return false
	}
	switch host[dot+1:] {
	case "com", "org", "net", "gov", "edu", "info", "int", "mil", "uk", "ru", "ua", "de", "fr", "eu",
		"doc", "docx", "pdf", "xls", "xlsx", "txt", "html", "htm", "jpg", "png", "gif", "ppt", "zip", "php":
		return true
	}
	return false
}
