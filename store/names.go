package store

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"onrecord"
)

// ActorName is a name by which a report calls an actor.
type ActorName struct {
	Name  string // see FoldName
	Actor onrecord.ActorID
}

// ActorNames gives every name that an entry gives its actors, those who are only
// described left out.
func ActorNames(e *onrecord.Entry) (all []ActorName) {
	for i := range e.Actors {
		a := &e.Actors[i]
		if strings.HasPrefix(string(a.ID), "unnamed/") || a.Kind == onrecord.PlaceActor {
			continue
		}
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			if folded := FoldName(name); folded != "" {
				all = append(all, ActorName{folded, a.ID})
			}
		}
	}
	return all
}

// FoldName writes a name so that spellings meet: lower case, no accents, single spaces.
func FoldName(name string) string {
	return strings.TrimPrefix(strings.Join(foldedWords(name), " "), "the ")
}

func foldedWords(name string) []string {
	plain := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			return ' '
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(name))
	return strings.Fields(plain)
}

// PlaceWords gives a place's whole name and its words, folded.
func PlaceWords(place string) []string {
	whole := FoldName(place)
	if whole == "" {
		return nil
	}
	return append(strings.Fields(whole), whole)
}
