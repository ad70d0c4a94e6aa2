package actors

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed words.txt
var wordFile string

// wordLists are the closed word lists of this package, by name: a line of
// words.txt is "name: word word ...", a list may take several lines.
var wordLists = sync.OnceValue(func() map[string]map[string]bool {
	lists := map[string]map[string]bool{}
	for line := range strings.Lines(wordFile) {
		name, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if lists[name] == nil {
			lists[name] = map[string]bool{}
		}
		for _, w := range strings.Fields(words) {
			lists[name][w] = true
		}
	}
	return lists
})

func isListed(list, key string) bool { return wordLists()[list][key] }

func isTitleWord(key string) bool  { return isListed("title", key) || isRoleNoun(key) }
func isCommonWord(key string) bool { return isListed("common", key) }
func isRoleNoun(key string) bool {
	return isListed("office", key) || isListed("agent", key) || isListed("private", key)
}

// isDemonym reports whether a word is the adjective of an actor by itself.
func isDemonym(t *table, w word) bool {
	n := t.names.next(w.key)
	if n == nil {
		return false
	}
	for _, s := range n.ends {
		if s.use == asAdjective {
			return true
		}
	}
	return false
}
