package language

import (
	"context"
	"strings"
	"testing"

	"onrecord"
)

// hostileUnits are made to be looked at again and again: what may begin an address,
// a number, a prefix, an abbreviation, a quotation.
var hostileUnits = []string{
	"a", "A", "(", ".", "-", "'", "’", "“", "é", "\u0301", "\u200b", " ", "\n", "1-", "a-", "a/", "a.", "A. ", "1,", "a@", "_", "#a",
	"w.a/", ".(", "[1]", "x’s", "a&", "5pm",
}

// fuzzSeeds adds what the cutting of words treats by rules of its own.
func fuzzSeeds(f *testing.F) {
	for _, unit := range hostileUnits {
		f.Add([]byte(strings.Repeat(unit, 30)))
	}
	for _, s := range []string{"He didn't.", "\"a\" b.", "....", "“‘(", "x’s’s’s", "U.S.\n\n- b\n• c", "é\u0301 \u200b\ufeff", "\xff\xfe a\x00b",
		"a—b…c", "''", "U.S.-led", "1.2.3.4,5:6/7", "http://", "@@#a_b", "\x00 \u2028a"} {
		f.Add([]byte(s))
	}
}

// FuzzCutWords holds that the tokens of any bytes follow each other, do not overlap
// and leave out nothing but spaces and controls.
func FuzzCutWords(f *testing.F) {
	fuzzSeeds(f)
	tables := openWordTables()
	f.Fuzz(func(t *testing.T, raw []byte) {
		words := strings.ToValidUTF8(string(raw), "?")
		at := 0
		for i, token := range append(cutWords(tables, words, onrecord.Span{End: len(words)}, nil), onrecord.Token{Span: onrecord.Span{Start: len(words), End: len(words)}}) {
			if token.Start < at || token.End > len(words) || token.Start > token.End {
				t.Fatalf("token %d stands at [%d,%d) after %d", i, token.Start, token.End, at)
			}
			for _, r := range words[at:token.Start] {
				if !isLeftOut(r) {
					t.Fatalf("%q is left out before token %d", r, i)
				}
			}
			at = token.End
		}
	})
}

// FuzzParse holds that any bytes have a whole analysis: trees, lemmas, spans.
func FuzzParse(f *testing.F) {
	fuzzSeeds(f)
	f.Fuzz(func(t *testing.T, raw []byte) {
		if _, _, err := loaded(t).Parse(context.Background(), textOf("", string(raw))); err == nil {
			checkParse(t, parse(t, textOf("", string(raw))))
		} else if strings.ToValidUTF8(string(raw), "") == string(raw) {
			t.Fatal(err)
		}
	})
}
