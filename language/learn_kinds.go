package language

import (
	"maps"
	"slices"
	"strings"

	"onrecord/model"
)

// knownTags lists the tag pairs of the words, by name.
func knownTags(sentences [][]Word) []string {
	set := map[string]bool{}
	for _, s := range sentences {
		for _, w := range s {
			set[w.UPOS+" "+w.XPOS] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// learnKinds gives words that have the same tags the same class.
func learnKinds(sentences [][]Word) codes {
	counts := map[model.Hash]map[string]int{}
	var buf []byte
	for _, s := range sentences {
		for _, w := range s {
			buf = lowForm(buf[:0], w.Form)
			h := model.HashString(buf)
			if counts[h] == nil {
				counts[h] = map[string]int{}
			}
			counts[h][w.UPOS+" "+w.XPOS]++
		}
	}
	classes := map[string]uint16{}
	kinds := map[model.Hash]uint16{}
	for _, h := range slices.Sorted(maps.Keys(counts)) {
		class, ok := kindOf(counts[h])
		if !ok {
			continue
		}
		if classes[class] == 0 {
			classes[class] = uint16(len(classes) + 1)
		}
		kinds[h] = classes[class]
	}
	return codesOf(kinds)
}

// kindOf names the tags of a word, leaving out rare ones; a word seen once or
// twice has none, as words of new texts often have not.
func kindOf(tags map[string]int) (string, bool) {
	total := 0
	for _, n := range tags {
		total += n
	}
	if total < 3 {
		return "", false
	}
	var names []string
	for _, tag := range slices.Sorted(maps.Keys(tags)) {
		if tags[tag]*25 >= total {
			names = append(names, tag)
		}
	}
	return strings.Join(names, "|"), true
}
