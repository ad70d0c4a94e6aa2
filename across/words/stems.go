package words

import (
	"hash/maphash"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// stemOf gives the stem of a lower word, which may own something.
func stemOf(lower string) string { return stem(strings.TrimSuffix(lower, "'s")) }

// stem looks a frequent word up, and the others among those that were read lately.
func stem(word string) string {
	if ownStems()[word] {
		return word
	}
	if len(word) > longWord {
		return readStem(word)
	}
	place := &lately[maphash.String(latelySeed, word)%uint64(len(lately))]
	if known := place.Load(); known != nil && known.word == word {
		return known.stem
	}
	word = strings.Clone(word) // so that the text in which it stands is not kept
	known := &stemmed{word, readStem(word)}
	place.Store(known)
	return known.stem
}

// stemmed is a word with its stem.
type stemmed struct{ word, stem string }

// lately are words that were read before, each where its digest says, until another comes there: few words make up most
// of any text.
var (
	lately     [1 << 12]atomic.Pointer[stemmed]
	latelySeed = maphash.MakeSeed()
)

// ownStems are the frequent words that are stems themselves, as half of the words of a text are.
var ownStems = sync.OnceValue(func() map[string]bool {
	own := map[string]bool{}
	for word := range weights() {
		if readStem(word) == word {
			own[word] = true
		}
	}
	return own
})

func readStem(word string) string {
	env := snowballstem.NewEnv(word)
	english.Stem(env)
	return env.Current()
}
