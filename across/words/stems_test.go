package words

import (
	"strings"
	"testing"
)

// TestStemRemembersEachWordForItself looks that words which share a place are never taken for each other.
func TestStemRemembersEachWordForItself(t *testing.T) {
	for range 2 {
		for i := range 3 * len(lately) {
			word := strings.Repeat("walk", i%5) + string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676%26)) + "ings"
			if got, want := stem(word), readStem(word); got != want {
				t.Fatalf("stem(%q) = %q, want %q", word, got, want)
			}
		}
	}
}
