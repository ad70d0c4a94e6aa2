package language

import (
	"cmp"
	"maps"
	"slices"

	"onrecord/model"
)

// ballot counts what is said of each key.
type ballot map[model.Hash]map[string]int

func (b ballot) vote(key model.Hash, value string) {
	if b[key] == nil {
		b[key] = map[string]int{}
	}
	b[key][value]++
}

// winners numbers the values that win a key, from 1.
func (b ballot) winners() (map[model.Hash]uint16, []string) {
	numbers := map[string]uint16{}
	var values []string
	table := map[model.Hash]uint16{}
	for _, key := range slices.Sorted(maps.Keys(b)) {
		best := slices.MaxFunc(slices.Sorted(maps.Keys(b[key])), func(x, y string) int {
			return cmp.Compare(b[key][x], b[key][y])
		})
		if numbers[best] == 0 {
			if len(values) == 1<<16-1 {
				continue
			}
			values = append(values, best)
			numbers[best] = uint16(len(values))
		}
		table[key] = numbers[best]
	}
	return table, values
}

// inflected is a word as far as its inflection goes.
type inflected struct {
	small string
	tag   uint8
}

// learnInflection counts lemmas and features in the treebank.
func learnInflection(sentences [][]Word, tags []string) *inflection {
	lemmas, feats := ballot{}, ballot{}
	seen := map[inflected]bool{}
	for _, s := range sentences {
		for _, w := range s {
			small := smallForm(nil, w.Form)
			number, _ := slices.BinarySearch(tags, w.UPOS+" "+w.XPOS)
			tag := uint8(number)
			feats.vote(wholeKey(small, tag), w.Feats)
			feats.vote(endingKey(small, 0, tag), w.Feats)
			if w.Lemma == "_" && w.Form != "_" {
				continue
			}
			seen[inflected{string(small), tag}] = true
			rule := ruleOf(w.Form, string(small), w.Lemma)
			lemmas.vote(wholeKey(small, tag), rule)
			for n := 0; n <= min(longestEnding, len(small)); n++ {
				lemmas.vote(endingKey(small, n, tag), rule)
			}
		}
	}
	rules, rule := lemmas.winners()
	shown, features := feats.winners()
	return &inflection{
		tags: tags, rules: rule, lemmas: codesOf(telling(rules, seen)),
		features: features, shown: codesOf(tellingFeatures(shown, seen)),
	}
}

// telling drops the keys that say no more than a shorter ending does.
func telling(rules map[model.Hash]uint16, seen map[inflected]bool) map[model.Hash]uint16 {
	words := slices.SortedFunc(maps.Keys(seen), func(a, b inflected) int {
		return cmp.Or(cmp.Compare(a.small, b.small), cmp.Compare(a.tag, b.tag))
	})
	kept := map[model.Hash]uint16{}
	for n := 0; n <= longestEnding+1; n++ {
		for _, w := range words {
			small := []byte(w.small)
			key := wholeKey(small, w.tag)
			if n <= longestEnding {
				if n > len(small) {
					continue
				}
				key = endingKey(small, n, w.tag)
			}
			if rules[key] != byShorter(kept, small, n-1, w.tag) {
				kept[key] = rules[key]
			}
		}
	}
	return kept
}

func byShorter(kept map[model.Hash]uint16, small []byte, n int, tag uint8) uint16 {
	for n = min(n, len(small)); n >= 0; n-- {
		if rule := kept[endingKey(small, n, tag)]; rule != 0 {
			return rule
		}
	}
	return 0
}

// tellingFeatures drops the words whose features are those of their tag.
func tellingFeatures(shown map[model.Hash]uint16, seen map[inflected]bool) map[model.Hash]uint16 {
	kept := maps.Clone(shown)
	for w := range seen {
		small := []byte(w.small)
		if key := wholeKey(small, w.tag); shown[key] == shown[endingKey(small, 0, w.tag)] {
			delete(kept, key)
		}
	}
	return kept
}
