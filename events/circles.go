package events

import (
	"fmt"
	"strings"
	"sync"
)

// circles are words that belong together, by stem: of deeds ("contact": tell, call,
// meet) and of parties ("media": reporter, newspaper).
type circles struct{ deeds, parties map[string]string }

var openCircles = sync.OnceValues(func() (*circles, error) {
	l, err := openLexicon()
	if err != nil {
		return nil, err
	}
	c := &circles{deeds: map[string]string{}, parties: map[string]string{}}
	err = eachLine("circles.txt", func(line string) error {
		name, words, _ := strings.Cut(line, ":")
		kind, circle, _ := strings.Cut(name, " ")
		to, known := map[string]map[string]string{"deed": c.deeds, "party": c.parties}[kind]
		if !known || circle == "" {
			return fmt.Errorf("%q is no circle", name)
		}
		for _, w := range strings.Fields(words) {
			if before, twice := to[l.stem(w)]; twice && before != circle {
				return fmt.Errorf("%q stands in %s and %s", w, before, circle)
			}
			to[l.stem(w)] = circle
		}
		return nil
	})
	return c, err
})

// add adds the circles of deeds by where they stand, seen from the two sides,
// and those of the parties with the deed before them.
func (c *circles) add(set *featureSet, words []flatWord, zones []zone) {
	last := lastOf(zones, inSource)
	before, firstAfter, all := "", true, ""
	for i, w := range words {
		if zones[i] == inTarget && (i == 0 || zones[i-1] != inTarget) {
			set.add("ct %s", before)
		}
		deed := c.deeds[w.stem]
		if deed != "" {
			c.addDeed(set, deed, zones[i], i-last, firstAfter)
			firstAfter = firstAfter && i <= last
			if zones[i] == between && !strings.Contains(all, deed) {
				all += " " + deed
			}
		}
		isSide := zones[i] == inSource || zones[i] == inTarget
		if deed != "" && !isSide {
			before = deed
		}
		if party := c.parties[w.stem]; party != "" && isSide {
			set.add("party %c %s", zones[i], party)
			set.add("party %c %s %s", zones[i], party, before)
		}
	}
	set.add("call%s", all)
}

// addDeed adds a deed so many words behind the source.
func (c *circles) addDeed(set *featureSet, deed string, at zone, behind int, isFirst bool) {
	set.add("c %s", deed)
	set.add("c %c %s", at, deed)
	if behind > 0 && behind <= nearReach {
		set.add("cn %s", deed)
	}
	if behind > 0 && behind <= 2 {
		set.add("cnn %s", deed)
	}
	if behind > 0 && isFirst {
		set.add("cf %s", deed)
	}
}

// lastOf is the last word in a zone, -1 if there is none.
func lastOf(zones []zone, z zone) int {
	last := -1
	for i := range zones {
		if zones[i] == z {
			last = i
		}
	}
	return last
}
