package words

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed concepts.txt
var conceptFile string

// Concept is what several words mean nearly alike.
type Concept struct {
	Name     string
	Opposite bool // the word means its opposite: "reject" beside "accept"
	Attitude bool // it tells how somebody stands to a thing, and not what is so
}

// concepts is the table of concepts.txt by stem.
var concepts = sync.OnceValue(func() map[string]Concept {
	table := map[string]Concept{}
	eachLine(conceptFile, func(name, list string) {
		name, isAttitude := strings.CutSuffix(name, "!")
		alike, opposite, _ := strings.Cut(list, "/")
		for word := range strings.FieldsSeq(alike) {
			table[stem(word)] = Concept{name, false, isAttitude}
		}
		for word := range strings.FieldsSeq(opposite) {
			table[stem(word)] = Concept{name, true, isAttitude}
		}
	})
	return table
})

// conceptNames are the names of the concepts that the table lists.
var conceptNames = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for _, c := range concepts() {
		names[c.Name] = true
	}
	return names
})

// IsConcept reports whether the table lists a concept of that name.
func IsConcept(name string) bool { return conceptNames()[name] }

// HasConcept reports whether the table lists a stem.
func HasConcept(stem string) bool {
	_, ok := concepts()[stem]
	return ok
}

// ConceptOf gives the concept of a stem; a stem that is in none is one by itself.
func ConceptOf(stem string) Concept {
	if c, ok := concepts()[stem]; ok {
		return c
	}
	return Concept{Name: stem}
}
