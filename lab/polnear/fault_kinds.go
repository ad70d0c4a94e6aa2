package polnear

import "strings"

// ofMatched names what is wrong with a matched attribution: its source, its content.
func (f *faultFinder) ofMatched(g, p mark) []string {
	var kinds []string
	if !sourceRight(g, p) {
		kinds = append(kinds, "source: "+f.whySource(g, p))
	}
	if short := without(g.tokens[content], p.tokens[content]); len(short) > 0 {
		kinds = append(kinds, "content: left out "+f.nameRun(g, short))
	} else if long := without(p.tokens[content], g.tokens[content]); len(long) > 0 {
		kinds = append(kinds, "content: took in "+f.nameRun(g, long))
	}
	return kinds
}

func (f *faultFinder) whySource(g, p mark) string {
	switch {
	case len(p.tokens[source]) == 0:
		return "none found"
	case len(g.tokens[source]) == 0:
		return "one found where none is marked"
	case common(g.tokens[source], p.tokens[source]) > 0:
		return "other bounds"
	}
	return "another one"
}

// nameRun names the words that differ by where they stand and how they begin.
func (f *faultFinder) nameRun(g mark, run []int) string {
	words := f.onlyWords(run)
	if len(words) == 0 {
		return "marks alone"
	}
	first := f.word(words[0])
	switch cueEnd := lastOf(g.tokens[cue]); {
	case f.isApart(g, words[0]):
		return "another sentence"
	case cueEnd >= 0 && words[0] > cueEnd && words[0] <= cueEnd+2 && first != "that":
		return "words next to the cue"
	case cueEnd >= 0 && words[len(words)-1] < cueEnd:
		return "words before the cue"
	}
	if name, ok := runNames[first]; ok {
		return name
	}
	return "other words"
}

// runNames tells by its first word what a stretch of words is.
var runNames = readRunNames(`
a relative clause: who which whose whom where that
joined words: and but or nor while
an adverbial clause: as when after before because if since although though unless until so despite
an infinitive: to
a phrase with a preposition: in on at for with by from of about during against under over through into without between among including
a day: monday tuesday wednesday thursday friday saturday sunday last this earlier
`)

func readRunNames(list string) map[string]string {
	names := map[string]string{}
	for line := range strings.Lines(list) {
		if name, words, ok := strings.Cut(line, ":"); ok {
			for _, w := range strings.Fields(words) {
				names[w] = name
			}
		}
	}
	return names
}

// isApart reports whether a sentence ends, or a line, between a token and the cue.
func (f *faultFinder) isApart(g mark, at int) bool {
	from, to := at, lastOf(g.tokens[cue])
	if from > to {
		from, to = to, from
	}
	if from < 0 {
		return false
	}
	for i := from; i < to; i++ {
		if w := f.word(i); w == "." || w == "?" || w == "!" || f.newLine[i+1] {
			return true
		}
	}
	return false
}

func (f *faultFinder) onlyWords(run []int) []int {
	var words []int
	for _, i := range run {
		if isWord(f.text[f.starts[i]]) {
			words = append(words, i)
		}
	}
	return words
}

func (f *faultFinder) word(i int) string {
	return strings.ToLower(string(f.text[f.starts[i]:f.ends[i]]))
}

func lastOf(sorted []int) int {
	if len(sorted) == 0 {
		return -1
	}
	return sorted[len(sorted)-1]
}

// without gives what is in a and not in b.
func without(a, b []int) []int {
	has := map[int]bool{}
	for _, i := range b {
		has[i] = true
	}
	var out []int
	for _, i := range a {
		if !has[i] {
			out = append(out, i)
		}
	}
	return out
}
