package clean

import (
	"fmt"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// decode makes valid UTF-8 of the bytes of a plain text. Bytes that are UTF-8
// already stay as they are; others are read by their byte order mark, else as their
// carrier declares, else as Windows-1252, which gives every byte a meaning.
func decode(raw []byte, declared string) (string, error) {
	if utf8.Valid(raw) {
		return string(raw), nil
	}
	encoding, name, _ := charset.DetermineEncoding(raw, mime.FormatMediaType("text/plain", map[string]string{"charset": declared}))
	if name == "utf-8" { // broken in a few places only
		return strings.ToValidUTF8(string(raw), string(utf8.RuneError)), nil
	}
	words, err := encoding.NewDecoder().Bytes(raw)
	if err != nil {
		return "", fmt.Errorf("decode %s text: %w", name, err)
	}
	return strings.ToValidUTF8(string(words), string(utf8.RuneError)), nil
}
