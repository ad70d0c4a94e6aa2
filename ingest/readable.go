package ingest

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// Marks at the beginning of a file that tell its encoding.
var (
	bom8    = []byte("\xef\xbb\xbf")
	bom16LE = []byte("\xff\xfe")
	bom16BE = []byte("\xfe\xff")
)

// magic names the kinds of file that people hand over by mistake.
var magic = []struct{ opens, what string }{
	{"%PDF-", "a PDF file"}, {"PK\x03\x04", "a ZIP or Office file"}, {"\xd0\xcf\x11\xe0", "an old Office file"},
	{"\x89PNG", "an image"}, {"\xff\xd8\xff", "an image"}, {"GIF8", "an image"}, {"SQLite format 3\x00", "an SQLite database"},
	{"\x7fELF", "a program"}, {"\x1f\x8b", "gzip data"}, {"\x28\xb5\x2f\xfd", "zstd data"}, {"BZh", "bzip2 data"}, {"\xfd7zXZ", "xz data"},
	{"Rar!", "a RAR archive"}, {"7z\xbc\xaf", "a 7z archive"}, {"{\\rtf", "an RTF file"}, {"PAR1", "a Parquet file"},
}

// checkReadable refuses raw bytes in which no words can stand.
func checkReadable(raw []byte) error {
	if len(bytes.Trim(bytes.TrimPrefix(raw, bom8), " \t\r\n\f\v\x00")) == 0 {
		return ErrEmpty
	}
	for _, m := range magic {
		if bytes.HasPrefix(raw, []byte(m.opens)) && !isPlainWords(raw, len(m.opens)) {
			return fmt.Errorf("%s: %w", m.what, ErrBinary)
		}
	}
	if isBinary(raw) {
		return ErrBinary
	}
	return nil
}

// isPlainWords saves a report that only begins like a file of another kind:
// "BZh" or "Rar!" may open a text.
func isPlainWords(raw []byte, after int) bool {
	head := raw[after:min(len(raw), after+512)]
	return isASCIILetters(raw[:after]) && utf8.Valid(trimRune(head)) && !isBinary(raw)
}

func isASCIILetters(b []byte) bool {
	for _, c := range b {
		if (c|0x20 < 'a' || c|0x20 > 'z') && c != '!' {
			return false
		}
	}
	return true
}

// trimRune takes off a rune that the end of b splits.
func trimRune(b []byte) []byte {
	for i := 0; i < utf8.UTFMax && len(b) > 0 && !utf8.Valid(b); i++ {
		b = b[:len(b)-1]
	}
	return b
}

// isBinary reports whether NULs or control bytes stand in the bytes as they do in
// no text. Text in UTF-16 holds NULs; its byte order mark tells it.
func isBinary(raw []byte) bool {
	if bytes.HasPrefix(raw, bom16LE) || bytes.HasPrefix(raw, bom16BE) {
		return false
	}
	if bytes.IndexByte(raw, 0) >= 0 {
		return true
	}
	head, control := raw[:min(len(raw), sniffBytes)], 0
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1b' || c == 0x7f {
			control++
		}
	}
	return control*100 > len(head)*2 // some feeds hold a stray control byte; 2 in 100 are no text
}
