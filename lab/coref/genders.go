package coref

import (
	"io"
	"strings"
	"unicode"
)

// How sure it must be whose name a given name is.
const (
	genderTimes  = 3
	genderShareM = 0.80
	genderShareF = 0.67 // "he" follows any name by chance more often than "she"
	genderReach  = 14   // words after the name
)

// learnGenders counts which of "he" and "she" comes first after names of two or
// three capitalised words in raw news, by the first word.
func learnGenders(raw io.Reader) (map[string]string, error) {
	counts := map[string]*[2]int{}
	err := EachRawReport(raw, func(sentences [][]string) {
		for _, s := range sentences {
			countGenders(s, counts)
		}
	})
	out := map[string]string{}
	for name, n := range counts {
		sum := float64(n[0] + n[1])
		switch {
		case sum < genderTimes:
		case float64(n[0]) >= genderShareM*sum:
			out[name] = "m"
		case float64(n[1]) >= genderShareF*sum:
			out[name] = "f"
		}
	}
	return out, err
}

func countGenders(s []string, counts map[string]*[2]int) {
	for i := 0; i < len(s); i++ {
		end := i
		for end < len(s) && isNameWord(s[end]) {
			end++
		}
		if n := end - i; n != 2 && n != 3 {
			i = max(i, end-1)
			continue
		}
		if sex := firstPronoun(s[end:min(len(s), end+genderReach)]); sex >= 0 {
			name := strings.ToLower(s[i])
			if counts[name] == nil {
				counts[name] = &[2]int{}
			}
			counts[name][sex]++
		}
		i = end
	}
}

// firstPronoun gives 0 for he, 1 for she, -1 if another name comes before or
// there is none.
func firstPronoun(s []string) int {
	for _, w := range s {
		switch w {
		case "he", "his", "him", "himself":
			return 0
		case "she", "her", "herself":
			return 1
		}
		if isNameWord(w) && w != "I" {
			return -1
		}
	}
	return -1
}

func isNameWord(w string) bool {
	upper, lower := 0, 0
	for i, r := range w {
		switch {
		case i == 0 && !unicode.IsUpper(r):
			return false
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper > 0 && (lower > 0 || len(w) <= 2)
}
