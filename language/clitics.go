package language

import (
	"slices"
	"strings"
)

// cutWord adds a word, cut into its parts if it is a contraction.
func (c *cutter) cutWord(start, end int) {
	word := c.words[start:end]
	lower := strings.ToLower(word)
	if parts, ok := c.tables.contractions[lower]; ok && len(lower) == len(word) {
		c.addParts(start, parts)
		return
	}
	if parts, ok := c.misspelt(lower, end); ok && len(lower) == len(word) {
		c.addParts(start, parts)
		return
	}
	var cuts [4]int
	n := 0
	for stop := end; n < len(cuts); n++ {
		at := cliticStart(c.words[start:stop]) + start
		if at <= start {
			break
		}
		cuts[n], stop = at, at
	}
	from, joined := start, false
	for i := n - 1; i >= 0; i-- {
		c.add(from, cuts[i], joined)
		from, joined = cuts[i], true
	}
	c.add(from, end, joined)
}

// misspelt tells "its not" from "its aim": the word after shows a contraction.
func (c *cutter) misspelt(lower string, end int) (parts string, ok bool) {
	row, ok := c.tables.misspelt[lower]
	if !ok {
		return "", false
	}
	parts, followers, _ := strings.Cut(row, "\t")
	rest := strings.TrimLeft(c.words[end:c.end], " ")
	next := strings.ToLower(rest[:nameLen(rest)])
	return parts, next != "" && slices.Contains(strings.Fields(followers), next)
}

func (c *cutter) addParts(start int, parts string) {
	joined := false
	for part := range strings.FieldsSeq(parts) {
		c.add(start, start+len(part), joined)
		start, joined = start+len(part), true
	}
}

// cliticStart gives where the last clitic of a word starts, 0 if there is none:
// "n't" in "don't", "'s" in "Moscow's".
func cliticStart(word string) int {
	at := strings.LastIndexAny(word, "'’")
	if at <= 0 {
		return 0
	}
	tail := strings.TrimLeft(word[at:], "'’")
	switch strings.ToLower(tail) {
	case "s", "m", "re", "ve", "ll", "d":
		return at
	case "t":
		if at > 1 && (word[at-1] == 'n' || word[at-1] == 'N') {
			return at - 1
		}
	}
	return 0
}
