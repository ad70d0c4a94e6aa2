package codebook

import (
	"slices"
	"strings"
)

// narrowCrimes are the contexts beside which plain crime falls away.
var narrowCrimes = [...]string{"corruption", "illegal_drugs", "trafficking", "terrorism"}

// FindContexts gives the contexts whose cues stand among the words, those with
// most cues first. words are lower case and in the order of the text.
func (b *Codebook) FindContexts(words []string) []string {
	text := " " + strings.Join(words, " ") + " "
	type found struct {
		name string
		cues int
	}
	var all []found
	for i := range b.Contexts {
		n := 0
		for _, cue := range b.Contexts[i].Cues {
			if strings.Contains(text, " "+cue+" ") {
				n++
			}
		}
		if n > 0 {
			all = append(all, found{b.Contexts[i].Name, n})
		}
	}
	slices.SortStableFunc(all, func(x, y found) int { return y.cues - x.cues })
	names := make([]string, 0, len(all))
	for _, f := range all {
		names = append(names, f.name)
	}
	return dropWideCrime(names)
}

// dropWideCrime takes crime out beside a narrower crime, but not beside cyber.
func dropWideCrime(contexts []string) []string {
	if slices.Contains(contexts, "cyber") {
		return contexts
	}
	for _, narrow := range narrowCrimes {
		if slices.Contains(contexts, narrow) {
			return slices.DeleteFunc(contexts, func(c string) bool { return c == "crime" })
		}
	}
	return contexts
}
