package words

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"onrecord"
	"onrecord/codebook"
)

// names finds actors by what they are called.
type names struct {
	byFirst map[string][]name // by first word, longer names first
}

type name struct {
	words     []string
	actor     onrecord.ActorID
	adjective bool
	isCapital bool // a city that stands for a government, where it does not tell a place
}

// newNames knows the actors of an entry, and states by their usual names and adjectives.
func newNames(actors []onrecord.Actor) *names {
	n := &names{byFirst: map[string][]name{}}
	for i := range actors {
		if a := &actors[i]; isNamed(a) {
			for _, called := range append([]string{a.Name}, a.Aliases...) {
				n.add(called, a.ID, false)
			}
		}
	}
	for _, list := range n.byFirst {
		slices.SortStableFunc(list, func(a, b name) int { return cmp.Compare(len(b.words), len(a.words)) })
	}
	return n
}

// isNamed leaves out who is only described, and places: a place in a statement is
// where, not who.
func isNamed(a *onrecord.Actor) bool {
	return a.Kind != onrecord.PeopleActor && a.Kind != onrecord.PlaceActor && a.Kind != onrecord.DocumentActor &&
		!strings.HasPrefix(string(a.ID), "unnamed/")
}

func (n *names) add(called string, actor onrecord.ActorID, adjective bool) {
	words := nameWords(called)
	if len(words) == 0 {
		return
	}
	n.byFirst[words[0]] = append(n.byFirst[words[0]], name{words: words, actor: actor, adjective: adjective})
}

// nameWords cuts a name as texts are cut; case tells "IS" from "is".
func nameWords(called string) (words []string) {
	for _, t := range cut(nil, onrecord.Quote{Text: called}) {
		words = append(words, t.Text)
	}
	if len(words) > 1 && strings.EqualFold(words[0], "the") {
		words = words[1:]
	}
	return words
}

// named gives the actor of a name; "" if there is none.
func (n *names) named(called string) onrecord.ActorID {
	words := nameWords(called)
	if len(words) == 0 {
		return ""
	}
	for _, list := range [][]name{n.byFirst[words[0]], stateNames().byFirst[words[0]]} {
		for _, one := range list {
			if slices.Equal(one.words, words) {
				return one.actor
			}
		}
	}
	return ""
}

// mark names the tokens: the longest name that begins at a token is meant.
func (n *names) mark(tokens []Token) {
	for i := 0; i < len(tokens); {
		one, ok := n.at(tokens[i:])
		if !ok {
			i++
			continue
		}
		if !one.isCapital || !isPlace(tokens, i) {
			for j := range one.words {
				tokens[i+j].Actor, tokens[i+j].Adjective = one.actor, one.adjective
			}
		}
		i += len(one.words)
	}
}

// isPlace reports whether a name tells where: "talks in Moscow", and not "Moscow said".
func isPlace(tokens []Token, at int) bool {
	if at == 0 {
		return false
	}
	switch tokens[at-1].Lower {
	case "in", "at", "near", "from", "to", "through", "outside", "around", "of":
		return true
	}
	return false
}

func (n *names) at(tokens []Token) (name, bool) {
	first := strings.TrimSuffix(strings.TrimSuffix(tokens[0].Text, "'s"), "’s")
	for _, list := range [][]name{n.byFirst[first], stateNames().byFirst[first]} {
		for _, one := range list {
			if one.standsAt(tokens) {
				return one, true
			}
		}
	}
	return name{}, false
}

func (one name) standsAt(tokens []Token) bool {
	if len(one.words) > len(tokens) {
		return false
	}
	for i, word := range one.words {
		text := tokens[i].Text
		if i == len(one.words)-1 {
			text = strings.TrimSuffix(strings.TrimSuffix(text, "'s"), "’s")
		}
		if text != word {
			return false
		}
	}
	return true
}

// stateNames knows every state by its usual name, capital and adjectives.
var stateNames = sync.OnceValue(func() *names {
	n := &names{byFirst: map[string][]name{}}
	for _, c := range codebook.Countries() {
		id := onrecord.ActorID(c.Alpha3)
		for _, called := range slices.Concat([]string{c.Name}, c.Names, c.Metonyms) {
			n.addSure(called, id, false)
		}
		for _, called := range slices.Concat(c.Adjectives, c.People) {
			n.addSure(called, id, true)
		}
		for _, called := range c.Capitals {
			n.addCapital(called, id)
		}
	}
	for _, list := range n.byFirst {
		slices.SortStableFunc(list, func(a, b name) int { return cmp.Compare(len(b.words), len(a.words)) })
	}
	return n
})

func (n *names) addCapital(called string, actor onrecord.ActorID) {
	if words := nameWords(called); len(words) > 0 && !strings.HasSuffix(called, "?") {
		n.byFirst[words[0]] = append(n.byFirst[words[0]], name{words: words, actor: actor, isCapital: true})
	}
}

// addSure leaves out spellings that often mean something else.
func (n *names) addSure(called string, actor onrecord.ActorID, adjective bool) {
	if !strings.HasSuffix(called, "?") {
		n.add(called, actor, adjective)
	}
}
