package events

import (
	"math"
	"strconv"

	"onrecord/model"
)

// clues collects the hashed features of one question.
type clues struct {
	list []uint32
}

// newClues has room for about so many.
func newClues(n int) *clues { return &clues{list: make([]uint32, 0, n)} }

// add joins the number of a template and its values to a feature.
func (c *clues) add(template int, values ...string) {
	h := model.Hash(template)
	for i, v := range values {
		h = model.Join2(template+i, h, model.HashString(v))
	}
	c.list = append(c.list, uint32(h))
}

// oddsOf tells a probability coarsely, by its odds.
func oddsOf(p float64) string {
	const least = 1e-3
	p = min(max(p, least), 1-least)
	return strconv.Itoa(int(math.Round(2 * math.Log2(p/(1-p)))))
}

// amountOf tells a number coarsely.
func amountOf(n int) string {
	switch {
	case n <= 4:
		return strconv.Itoa(max(n, 0))
	case n <= 7:
		return "5 to 7"
	case n <= 12:
		return "8 to 12"
	}
	return "many"
}

func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}
