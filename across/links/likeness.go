package links

import (
	"slices"
	"strings"

	"onrecord/across/words"
)

// likeness tells how near in meaning the words of two claims are.
type likeness struct {
	own, other []words.Meaning
	near       []float64 // of own[i] and other[j] at i*len(other)+j
}

// nearEnough is from where words count as having something in common.
const nearEnough = 0.36

// newLikeness compares all words of two claims, and those around them.
func newLikeness(x, y *Claim) *likeness {
	l := &likeness{own: meanings(x), other: meanings(y)}
	l.near = make([]float64, 0, len(l.own)*len(l.other))
	for i := range l.own {
		for j := range l.other {
			near := l.own[i].Near(&l.other[j])
			if near < nearEnough {
				near = 0
			}
			l.near = append(l.near, near)
		}
	}
	return l
}

func meanings(c *Claim) (all []words.Meaning) {
	add := func(stems []string) {
		for _, stem := range stems {
			if placeOf(all, stem) < 0 {
				all = append(all, words.MeaningOf(stem))
			}
		}
	}
	for i := range c.Clauses {
		add(c.Clauses[i].Terms)
	}
	add(c.Context)
	return all
}

func placeOf(all []words.Meaning, stem string) int {
	return slices.IndexFunc(all, func(m words.Meaning) bool { return m.Stem == stem })
}

// turned is the same seen from the other claim.
func (l *likeness) turned() *likeness {
	t := &likeness{own: l.other, other: l.own, near: make([]float64, len(l.near))}
	for i := range l.own {
		for j := range l.other {
			t.near[j*len(l.own)+i] = l.near[i*len(l.other)+j]
		}
	}
	return t
}

// nearest tells how near one of the other claim's words comes to one of the own.
func (l *likeness) nearest(own int, others []int) (near float64) {
	for _, j := range others {
		near = max(near, l.near[own*len(l.other)+j])
	}
	return near
}

// part is how much of what own words tell others tell too, in the same words or in words near in meaning.
func (l *likeness) part(own, others []int) float64 {
	shared, all := 0.0, 0.0
	for _, i := range own {
		all += l.own[i].Weight
		shared += l.own[i].Weight * l.nearest(i, others)
	}
	return shared / max(1, all)
}

// closest is how near any of the own words comes to any of the others.
func (l *likeness) closest(own, others []int) (near float64) {
	for _, i := range own {
		near = max(near, l.nearest(i, others))
	}
	return near
}

// places gives where stems stand among meanings.
func places(all []words.Meaning, stems []string) []int {
	at := make([]int, 0, len(stems))
	for _, stem := range stems {
		if i := placeOf(all, stem); i >= 0 {
			at = append(at, i)
		}
	}
	return at
}

// sharedWords names what is told by both, two words where they are not one.
func (l *likeness) sharedWords(own, others []int) string {
	var shared []string
	for _, i := range own {
		for _, j := range others {
			if near := l.near[i*len(l.other)+j]; near > 0 && near == l.nearest(i, others) {
				shared = append(shared, pairName(l.own[i].Stem, l.other[j].Stem))
				break
			}
		}
	}
	return strings.Join(shared, " ")
}

func pairName(a, b string) string {
	if a == b {
		return a
	}
	return a + "~" + b
}
