package words

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

// frequencies.txt tells in how many of a thousand news reports a stem stands, for
// those that are not rare. lab/across counts them.
//
//go:embed frequencies.txt
var frequencyFile string

const (
	rare   = 10.0 // weight of a stem that the table does not list
	lowest = 0.5
)

var weights = sync.OnceValue(func() map[string]float64 {
	table := map[string]float64{}
	eachLine(frequencyFile, func(perMille, list string) {
		share, err := strconv.ParseFloat(perMille, 64)
		if err != nil || share <= 0 {
			return // the table is tested
		}
		for stem := range strings.FieldsSeq(list) {
			table[stem] = max(lowest, -math.Log2(share/1000))
		}
	})
	return table
})

// Weight is how much a stem tells: the bits that it is worth where one reads in a
// news report, 10 at most.
func Weight(stem string) float64 {
	if w, ok := weights()[stem]; ok {
		return min(w, rare)
	}
	return rare
}

// Stem gives the stem of a lower-case word.
func Stem(word string) string { return stem(word) }
