package language

import (
	"unicode"
	"unicode/utf8"
)

func hashWord(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

func startsUpper(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first)
}

// nameFeatures collects the feature keys of one pair.
type nameFeatures []uint32

// add puts in the feature that template's parts have these values.
func (f *nameFeatures) add(template uint32, parts ...uint32) {
	h := template*0x9e3779b1 + 0x7f4a7c15
	for _, p := range parts {
		h ^= p
		h *= 0x85ebca6b
		h ^= h >> 15
	}
	*f = append(*f, h*0xc2b2ae35^h>>13)
}
