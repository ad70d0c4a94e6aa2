package across

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"iter"
	"math"
	"slices"
	"strings"

	"onrecord"
)

// cast is the rarer actors of some reports. More reports bring more actors: their number grows with a
// power of the number of reports. Variations of reports do likewise where some of them give the rarer
// actors other names; those in many reports are the same in all.
type cast struct {
	rare  map[onrecord.ActorID]bool
	fixed map[string]bool  // words of names that stay
	names map[int][]string // words of rarer actors' names by length, in order
}

// inMany is in how many of the reports an actor stands that stays in all variations.
const inMany = 5

func readCast(entries iter.Seq[*onrecord.Entry]) *cast {
	in := map[onrecord.ActorID]int{}
	for e := range entries {
		for i := range e.Actors {
			in[e.Actors[i].ID]++
		}
	}
	c := &cast{map[onrecord.ActorID]bool{}, map[string]bool{}, map[int][]string{}}
	words := map[string]bool{}
	for e := range entries {
		for i := range e.Actors {
			a, into := &e.Actors[i], c.fixed
			if in[a.ID] < inMany {
				c.rare[a.ID], into = true, words
			}
			for _, name := range append([]string{a.Name}, a.Aliases...) {
				eachName(name, func(start, end int) { into[name[start:end]] = true })
			}
		}
	}
	for word := range words {
		if !c.fixed[word] {
			c.names[len(word)] = append(c.names[len(word)], word)
		}
	}
	for _, list := range c.names {
		slices.Sort(list)
	}
	return c
}

// heaps is the power with which actors grow in the 2,730 reports that growth is measured with: 10,409
// in the first 1,000, 20,850 in all.
const heaps = 0.69

// worldOf numbers the world whose rarer actors a variation has: a new one as often as actors grow, else
// one that was there. The reports themselves are world 0.
func worldOf(n int) int {
	worlds := func(n int) int { return int(math.Round(math.Pow(float64(n+1), heaps))) }
	if n == 0 || worlds(n) > worlds(n-1) {
		return worlds(n) - 1
	}
	return int(hashOf("world", n) % uint64(worlds(n)))
}

// recast gives an entry with the rarer actors of a world. Names keep their lengths, so spans stay right.
func (c *cast) recast(e *onrecord.Entry, world int) (*onrecord.Entry, error) {
	if world == 0 {
		return e, nil
	}
	form, err := json.Marshal(e)
	if err != nil {
		return nil, err
	}
	names, ids := c.newNames(e, world)
	text := string(form)
	out := []byte(text)
	eachName(text, func(start, end int) { copy(out[start:end], names[text[start:end]]) })
	recast := new(onrecord.Entry)
	if err := json.Unmarshal([]byte(strings.NewReplacer(ids...).Replace(string(out))), recast); err != nil {
		return nil, fmt.Errorf("recast %s: %w", e.Report.ID, err)
	}
	return recast, nil
}

// newNames gives for the words of rarer names others of their lengths, and for each quoted id another.
func (c *cast) newNames(e *onrecord.Entry, world int) (names map[string]string, ids []string) {
	names = map[string]string{}
	for i := range e.Actors {
		a := &e.Actors[i]
		if !c.rare[a.ID] {
			continue
		}
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			eachName(name, func(start, end int) {
				word := name[start:end]
				if list := c.names[len(word)]; !c.fixed[word] && len(list) > 0 {
					names[word] = list[hashOf(word, world)%uint64(len(list))]
				}
			})
		}
		ids = append(ids, fmt.Sprintf("%q", a.ID), fmt.Sprintf("%q", fmt.Sprintf("%s-%d", a.ID, world)))
	}
	return names, ids
}

func hashOf(what ...any) uint64 {
	h := fnv.New64a()
	_, _ = fmt.Fprint(h, what...)
	return h.Sum64() >> 1
}

// eachName gives the words of a capital and at least three small letters.
func eachName(text string, do func(start, end int)) {
	isLetter := func(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= 0x80 }
	for start := 0; start < len(text); start++ {
		if text[start] < 'A' || text[start] > 'Z' || start > 0 && (isLetter(text[start-1]) || text[start-1] == '\\') {
			continue
		}
		end := start + 1
		for end < len(text) && text[end] >= 'a' && text[end] <= 'z' {
			end++
		}
		if end-start > 3 && (end == len(text) || !isLetter(text[end])) {
			do(start, end)
		}
		start = end - 1
	}
}
