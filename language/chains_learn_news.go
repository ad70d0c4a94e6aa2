package language

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// PronounsByGender finds each "he" and "she" of a report that can be only one of
// the named persons around it, since the others are of the other gender. The sample
// tells whom they stand for; learning it with the genders hidden is learning what
// else shows that. A report without such a pronoun gives no clusters.
func (r *Reader) PronounsByGender(a *onrecord.Analysis) PronounSample {
	s := PronounSample{Analysis: a, Cluster: map[int]int{}, Partial: true, HideGenders: true}
	j := newJoiner(a, &r.names)
	j.joinNouns()
	for i := range a.Mentions {
		if j.facts[i].gender == 0 || !j.isThirdPerson(i) {
			continue
		}
		if k := j.onlyOfGender(i); k >= 0 {
			j.join(k, i)
			s.Cluster[a.Mentions[i].Head] = j.root(k)
		}
	}
	if len(s.Cluster) == 0 {
		return s
	}
	for i := range a.Mentions {
		if root := j.root(i); a.Mentions[i].Form != onrecord.Pronoun && j.isNamedPerson(root) {
			s.Cluster[a.Mentions[i].Head] = root
		}
	}
	return s
}

// onlyOfGender gives the latest mention of the one named person that pronoun i can
// be by its gender; -1 if there are more or none, or nobody else to choose.
func (j *joiner) onlyOfGender(i int) int {
	show := j.hideGenders(j.facts[i].gender)
	all := slices.Clone(j.candidates(i))
	show()
	found, others := -1, 0
	for _, c := range all {
		root := j.root(c.mention)
		if j.kin[root].class != 'p' {
			continue
		}
		switch j.kin[root].gender {
		case 0:
			return -1
		case j.facts[i].gender:
			if found >= 0 || !j.isNamedPerson(root) {
				return -1
			}
			found = c.mention
		default:
			others++
		}
	}
	if others == 0 {
		return -1
	}
	return found
}

func (j *joiner) isNamedPerson(root int) bool {
	return j.kin[root].class == 'p' && len(j.kin[root].name) > 0
}

// hideGenders makes all that have a gender have the given one, until show.
func (j *joiner) hideGenders(gender byte) (show func()) {
	facts, kin := slices.Clone(j.facts), slices.Clone(j.kin)
	hide := func(g *byte) {
		if *g != 0 {
			*g = gender
		}
	}
	for i := range j.facts {
		hide(&j.facts[i].gender)
		hide(&j.kin[i].gender)
		hide(&j.kin[i].told)
	}
	return func() { j.facts, j.kin = facts, kin }
}

// TellsOfBoth reports whether a text has the full names of a man and of a woman, by
// their given names. It is quick, to choose texts for [Reader.PronounsByGender].
func (r *Reader) TellsOfBoth(text string) bool {
	var seen [2]bool
	given := byte(0)
	for word := range strings.FieldsSeq(text) {
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) {
			given = 0
			continue
		}
		switch given {
		case 'm':
			seen[0] = true
		case 'f':
			seen[1] = true
		}
		given = r.names.genders[strings.ToLower(word)]
	}
	return seen[0] && seen[1]
}
