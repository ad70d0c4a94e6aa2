package links

import (
	"slices"
	"strings"

	"onrecord/across/words"
)

// likeness tells how near in meaning the words of two claims are: those of the first lie in rows.
type likeness struct {
	rows, columns []words.Meaning
	near          []float64
}

// nearEnough is from where words count as having something in common.
const nearEnough = 0.36

// newLikeness compares all words of two claims, and those around them.
func newLikeness(x, y *Claim) *likeness {
	l := &likeness{rows: x.meanings(), columns: y.meanings()}
	l.near = make([]float64, 0, len(l.rows)*len(l.columns))
	for i := range l.rows {
		for j := range l.columns {
			near := l.rows[i].Near(&l.columns[j])
			if near < nearEnough {
				near = 0
			}
			l.near = append(l.near, near)
		}
	}
	return l
}

// meanings are those of a claim's words and of those around it. They are kept: a claim is compared with many.
func (c *Claim) meanings() []words.Meaning {
	if c.known != nil {
		return c.known
	}
	c.known = []words.Meaning{}
	add := func(stems []string) {
		for _, stem := range stems {
			if placeOf(c.known, stem) < 0 {
				c.known = append(c.known, words.MeaningOf(stem))
			}
		}
	}
	for i := range c.Clauses {
		add(c.Clauses[i].Terms)
	}
	add(c.Context)
	return c.known
}

func placeOf(all []words.Meaning, stem string) int {
	return slices.IndexFunc(all, func(m words.Meaning) bool { return m.Stem == stem })
}

// nearest tells how near one of the second claim's words comes to a word of the first.
func (l *likeness) nearest(row int, columns []int) (near float64) {
	for _, j := range columns {
		near = max(near, l.near[row*len(l.columns)+j])
	}
	return near
}

// parts are how much of what some words of each claim tell some of the other's tell too, in the same words or in
// words near in meaning.
func (l *likeness) parts(rows, columns []int) (ofRows, ofColumns float64) {
	all, shared := 0.0, 0.0
	best := make([]float64, len(columns))
	for _, i := range rows {
		nearest := 0.0
		for k, j := range columns {
			near := l.near[i*len(l.columns)+j]
			nearest, best[k] = max(nearest, near), max(best[k], near)
		}
		all += l.rows[i].Weight
		shared += l.rows[i].Weight * nearest
	}
	ofRows, all, shared = shared/max(1, all), 0, 0
	for k, j := range columns {
		all += l.columns[j].Weight
		shared += l.columns[j].Weight * best[k]
	}
	return ofRows, shared / max(1, all)
}

// countShared counts the words that tell something and are told by both, in the same words or nearly so.
func (l *likeness) countShared(rows, columns []int) (n int) {
	const tells, alike = 3, 0.6
	for _, i := range rows {
		if l.rows[i].Weight >= tells && l.nearest(i, columns) >= alike {
			n++
		}
	}
	return n
}

// closest is how near any two of the words come.
func (l *likeness) closest(rows, columns []int) (near float64) {
	for _, i := range rows {
		near = max(near, l.nearest(i, columns))
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
func (l *likeness) sharedWords(rows, columns []int) string {
	var shared []string
	for _, i := range rows {
		for _, j := range columns {
			if near := l.near[i*len(l.columns)+j]; near > 0 && near == l.nearest(i, columns) {
				shared = append(shared, pairName(l.rows[i].Stem, l.columns[j].Stem))
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
