package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// nameVotes counts how often a name was read as each type in one report.
type nameVotes [len(nameTypes)]int

// agreeNames makes the names of one report agree: a string that is mostly read as
// one type is so everywhere, a surname is of the person's type, and a name found
// twice is found in its other places too.
func agreeNames(sentences [][]string, found [][]FoundName) {
	for i := range found {
		for k := range found[i] {
			trimName(sentences[i], &found[i][k])
		}
	}
	votes := map[string]*nameVotes{}
	surnames := map[string]int{}
	for i, names := range found {
		for _, n := range names {
			words := sentences[i][n.First:n.End]
			key := strings.Join(words, " ")
			if votes[key] == nil {
				votes[key] = &nameVotes{}
			}
			votes[key][typeIndex(n.Type)]++
			if n.Type == onrecord.Person && len(words) > 1 {
				surnames[words[len(words)-1]]++
			}
		}
	}
	for i, names := range found {
		for k := range names {
			n := &names[k]
			words := sentences[i][n.First:n.End]
			if len(words) == 1 && surnames[words[0]] > 0 && votes[words[0]][0]+surnames[words[0]] >= votes[words[0]].sum()-votes[words[0]][0] {
				n.Type = onrecord.Person
				continue
			}
			n.Type = votes[strings.Join(words, " ")].settle(n.Type)
		}
		found[i] = addMissed(sentences[i], names, votes)
	}
}

func typeIndex(t onrecord.EntityType) int {
	for i, known := range nameTypes {
		if known == t {
			return i
		}
	}
	return len(nameTypes) - 1
}

func (v *nameVotes) sum() int {
	sum := 0
	for _, n := range v {
		sum += n
	}
	return sum
}

// settle gives the type that two thirds of the places have, else the one read.
func (v *nameVotes) settle(read onrecord.EntityType) onrecord.EntityType {
	for i, n := range v {
		if 3*n >= 2*v.sum() {
			return nameTypes[i]
		}
	}
	return read
}

// addMissed finds single words that were names twice elsewhere in the report,
// always of one type, and are left out here though capitalised.
func addMissed(words []string, names []FoundName, votes map[string]*nameVotes) []FoundName {
	var out []FoundName
	k, end := 0, 0
	for i, word := range words {
		if k < len(names) && names[k].First == i {
			out = append(out, names[k])
			end = names[k].End
			k++
		}
		if i < end || i == 0 || isAcross(words, i) {
			continue
		}
		if v := votes[word]; v != nil && v.sum() >= 2 {
			for t, n := range v {
				if n == v.sum() {
					out = append(out, FoundName{i, i + 1, nameTypes[t]})
				}
			}
		}
	}
	return out
}

// isAcross tells a word beside another capitalised one, with which it makes up
// something else: "Taliban" in "Taliban Street".
func isAcross(words []string, i int) bool {
	return startsUpper(words[i-1]) || i+1 < len(words) && startsUpper(words[i+1])
}

// trimName cuts a name before a bracket that it opens, and cuts signs and genitives
// off its end and small words off its start: "village of Tarn 's" is "Tarn".
func trimName(words []string, n *FoundName) {
	for i := n.First + 1; i < n.End; i++ {
		if words[i] == "(" || words[i] == "[" {
			n.End = i
		}
	}
	for n.End-n.First > 1 && isTrailing(words[n.End-1]) {
		n.End--
	}
	first := n.First
	for first < n.End && isSmall(words[first]) && !isParticle(words[first]) {
		first++
		for first < n.End-1 && isParticle(words[first]) && isSmall(words[first]) {
			first++
		}
	}
	if first < n.End {
		n.First = first
	}
}

// isTrailing tells what may follow a name but never ends one: a genitive, a sign.
func isTrailing(word string) bool {
	if word == "'s" || word == "’s" {
		return true
	}
	return strings.IndexFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 && word != "!" && word != "+"
}

func isSmall(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r) && strings.IndexFunc(word, unicode.IsUpper) < 0
}

// isParticle tells the small words that a name may start with.
func isParticle(word string) bool {
	switch word {
	case "de", "del", "della", "di", "da", "dos", "du", "la", "le", "van", "von", "den", "der", "ten", "ter", "al", "el", "bin", "ibn", "abu", "of", "d'", "the":
		return true
	}
	return strings.HasPrefix(word, "al-") || strings.HasPrefix(word, "el-")
}
