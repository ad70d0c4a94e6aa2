package language

import (
	"slices"

	"onrecord"
)

// joinUnread joins the phrases that the tagger of names left out though they have
// the words of a name found elsewhere.
func (j *joiner) joinUnread(names []int) {
	for i := range j.a.Mentions {
		m := &j.a.Mentions[i]
		if m.Form != onrecord.Nominal || j.a.Tokens[m.Head].UPOS != "PROPN" || len(j.kin[j.root(i)].name) > 0 {
			continue
		}
		words := j.words(m.Core)
		if len(words) > 0 && len(words) < 5 {
			j.joinByWords(i, words, names)
		}
	}
}

func (j *joiner) joinByWords(i int, words []string, names []int) {
	for _, k := range slices.Backward(names) {
		chain := &j.kin[j.root(k)]
		for _, name := range chain.names {
			if equalFold(words, name) || chain.class == 'p' && isNameOf(words, name) {
				j.join(k, i)
				return
			}
		}
	}
}

// isMisreadSurname tells a lone surname, read as a place's or body's name, that is
// a subject after the full name: "Faisal al-Badr left. Al-Badr said ...".
func (j *joiner) isMisreadSurname(i, k int) bool {
	a, b := &j.facts[i], &j.kin[j.root(k)]
	return (a.class == 'l' || a.class == 'o') && b.class == 'p' && len(a.name) > 0 && len(a.name) < len(b.name) && k < i &&
		j.sites[i].role == roleSubject && equalFold(a.name, b.name[len(b.name)-len(a.name):])
}
