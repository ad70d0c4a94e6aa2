package language

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"onrecord/model"
)

// example is a sentence of the treebank, ready to learn from.
type example struct {
	words []Word
	looks []look
	gold  []uint8 // tags
	tags  []uint8 // as predicted by a tagger that did not see the sentence
}

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

// examples looks at the words of the sentences.
func examples(sentences [][]Word, lexicon, kinds codes, tags []string) []example {
	l := looker{lexicon: lexicon, kinds: kinds}
	all := make([]example, len(sentences))
	for i, s := range sentences {
		e := example{words: s}
		for _, w := range s {
			tag, _ := slices.BinarySearch(tags, w.UPOS+" "+w.XPOS)
			e.looks = append(e.looks, l.look(w.Form))
			e.gold = append(e.gold, uint8(tag))
		}
		e.looks[0].shape += firstOfSentence
		all[i] = e
	}
	return all
}

// course is how long and how hard a pass is taught. The first pass only has to
// guess for the second what stands ahead.
type course struct {
	rounds int
	margin float32 // about 70 features vote: a narrow win is luck
}

const (
	firstRounds, firstMargin   = 8, 30
	secondRounds, secondMargin = 16, 80
	foldRounds, foldMargin     = 4, 60 // enough for taggers that only make training data
	tagPrune                   = 2
)

// learnTagger learns both passes. The second learns from first passes that were
// made on the other half of the sentences, or it would trust them too much.
func learnTagger(all []example, tags []string, kinds codes) *tagger {
	t := &tagger{tags: tags, classes: tagClasses(tags), kinds: kinds}
	first := make([][]uint8, len(all))
	d := bareDesk()
	for half := range 2 {
		var in []example
		for i := range all {
			if i%2 != half {
				in = append(in, all[i])
			}
		}
		rows := learnPass(in, nil, firstTagFeatures, len(tags), course{firstRounds, firstMargin})
		for i := half; i < len(all); i += 2 {
			first[i] = onePass(d, rows, firstTagFeatures, all[i].looks, nil)
		}
	}
	t.first = learnPass(all, nil, firstTagFeatures, len(tags), course{firstRounds, firstMargin})
	t.second = learnPass(all, first, fullTagFeatures, len(tags), course{secondRounds, secondMargin})
	return t
}

// tagFeatures see word i, the words around it and the tags before it.
type tagFeatures func(to []model.Hash, looks []look, tags []uint8, i int) []model.Hash

// onePass appends the tags of a sentence as a single pass finds them.
func onePass(d *desk, rows *model.Rows, features tagFeatures, looks []look, tags []uint8) []uint8 {
	scores := d.scores[:rows.Classes()]
	for i := range looks {
		rows.Score(scores, features(d.features[:0], looks, tags, i))
		tags = append(tags, uint8(model.Best(scores)))
	}
	return tags
}

func bareDesk() *desk {
	return &desk{Reader: &Reader{}, scores: make([]int32, 256), features: make([]model.Hash, 0, 256)}
}

// learnPass learns a single pass, or the second if the results of the first are
// given.
func learnPass(all []example, first [][]uint8, see tagFeatures, classes int, c course) *model.Rows {
	l := model.NewRowsLearner(classes)
	scores := make([]float32, classes)
	rng := rand.New(rand.NewPCG(5, 6))
	var features []model.Hash
	var tags []uint8
	for range c.rounds {
		for _, at := range rng.Perm(len(all)) {
			e := &all[at]
			tags = tags[:0]
			if first != nil {
				tags = append(tags, first[at]...)
			}
			for i := range e.looks {
				features = see(features[:0], e.looks, tags[:i], i)
				if first != nil {
					features = aheadTagFeatures(features, e.looks, tags, i)
				}
				tag := uint8(l.Learn(scores, features, int(e.gold[i]), c.margin))
				tags = append(tags[:i], tag)
				if first != nil {
					tags = tags[:len(e.looks)]
				}
			}
		}
	}
	return l.Freeze(tagPrune)
}
