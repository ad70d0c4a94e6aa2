package codebook

import (
	"slices"
	"strings"
)

// narrowCrimes are the contexts beside which plain crime falls away.
var narrowCrimes = [...]string{"corruption", "illegal_drugs", "trafficking", "terrorism"}

// cue is a phrase that tells a context.
type cue struct {
	context int
	rest    []string // the words after the first
}

// indexCues gives the cues of all contexts by their first word.
func (b *Codebook) indexCues() map[string][]cue {
	cues := map[string][]cue{}
	for i := range b.Contexts {
		for _, phrase := range b.Contexts[i].Cues {
			words := strings.Split(phrase, " ")
			cues[words[0]] = append(cues[words[0]], cue{i, words[1:]})
		}
	}
	return cues
}

// FindContexts gives the contexts whose cues stand among the words, those with
// most cues first. words are lower case and in the order of the text. A cue that stands
// twice counts once.
func (b *Codebook) FindContexts(words []string) []string {
	count := make([]int, len(b.Contexts))
	var met []*cue
	for at, first := range words {
		list := b.cues[first]
		for i := range list {
			if c := &list[i]; startsWith(words[at+1:], c.rest) && !slices.Contains(met, c) {
				met = append(met, c)
				count[c.context]++
			}
		}
	}
	order := make([]int, 0, len(met))
	for i, n := range count {
		if n > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(x, y int) int { return count[y] - count[x] })
	names := make([]string, len(order))
	for i, context := range order {
		names[i] = b.Contexts[context].Name
	}
	return dropWideCrime(names)
}

func startsWith(words, want []string) bool {
	return len(words) >= len(want) && slices.Equal(words[:len(want)], want)
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
