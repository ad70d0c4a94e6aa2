package coref

import (
	"io"
	"slices"
	"strings"
	"unicode"
)

// How sure it must be whose name a given name is.
const (
	genderTimes  = 2
	genderShareM = 0.80
	genderShareF = 0.67 // "he" follows any name by chance more often than "she"
	genderReach  = 14   // words after the name
)

// learnGenders counts by given name what raw news shows of its bearers: which of
// "he" and "she" comes first after the full name or, later in the report, the
// surname, and "Mr" or "Ms" before the surname.
func learnGenders(raw io.Reader) (map[string]string, error) {
	counts := map[string]*[2]int{}
	for text, err := range rawTexts(raw) {
		if err != nil {
			return nil, err
		}
		countGenders(rawSentences(text), counts)
	}
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
	return out, nil
}

// bearer is a run of capitalised words that may be a person's name.
type bearer struct {
	words []string
	title int      // 0 for "Mr", 1 for "Ms", -1 for none
	after []string // the words that follow
}

func countGenders(sentences [][]string, counts map[string]*[2]int) {
	all := bearers(sentences)
	given := givenNames(all)
	for _, b := range all {
		name := strings.ToLower(b.words[0])
		if len(b.words) == 1 {
			name = given[b.words[0]]
		}
		if name == "" {
			continue
		}
		for _, sex := range [2]int{b.title, firstPronoun(b.after)} {
			if sex < 0 {
				continue
			}
			if counts[name] == nil {
				counts[name] = &[2]int{}
			}
			counts[name][sex]++
		}
	}
}

// givenNames gives the given name by surname, "" for those that two persons of the
// report bear.
func givenNames(all []bearer) map[string]string {
	out := map[string]string{}
	for _, b := range all {
		if len(b.words) < 2 {
			continue
		}
		surname, name := b.words[len(b.words)-1], strings.ToLower(b.words[0])
		if other, known := out[surname]; known && other != name {
			name = ""
		}
		out[surname] = name
	}
	return out
}

// bearers finds the runs of one to three capitalised words, without the title
// before them.
func bearers(sentences [][]string) []bearer {
	var out []bearer
	for n, s := range sentences {
		for i := 0; i < len(s); i++ {
			end := i
			for end < len(s) && isNameWord(s[end]) {
				end++
			}
			if end == i {
				continue
			}
			b := bearer{words: s[i:end], title: -1}
			b.dropTitle()
			if len(b.words) >= 1 && len(b.words) <= 3 {
				if b.after = s[end:min(len(s), end+genderReach)]; len(b.after) < genderReach && n+1 < len(sentences) {
					b.after = slices.Concat(b.after, sentences[n+1][:min(2, len(sentences[n+1]))])
				}
				out = append(out, b)
			}
			i = end
		}
	}
	return out
}

func (b *bearer) dropTitle() {
	if len(b.words) < 2 {
		return
	}
	switch strings.TrimSuffix(b.words[0], ".") {
	case "Mr", "Sir":
		b.title = 0
	case "Mrs", "Ms", "Miss":
		b.title = 1
	default:
		return
	}
	b.words = b.words[1:]
}

// firstPronoun gives 0 for he, 1 for she, -1 if another name comes before or
// there is none.
func firstPronoun(s []string) int {
	for _, w := range s {
		switch w {
		case "he", "his", "him", "himself", "He", "His":
			return 0
		case "she", "her", "herself", "She", "Her":
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
