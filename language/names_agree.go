package language

import (
	"strings"

	"onrecord"
)

// nameVotes counts how often a name was read as each type in one report.
type nameVotes [len(nameTypes)]int

// agreeNames makes the names of one report agree: a string that is mostly read as
// one type is so everywhere, a surname is of the person's type, and a name found
// twice is found in its other places too.
func agreeNames(sentences [][]string, found [][]FoundName) {
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
