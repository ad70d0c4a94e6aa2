package statements

import "slices"

// mendPieces joins or drops the pieces that a content was broken into.
func (s *scene) mendPieces(d *draft, drafts []draft) {
	if len(d.content) == 0 || s.quoteOf[d.head] >= 0 {
		return
	}
	s.dropTitle(d)
	s.dropBehindTag(d)
	s.dropMainClause(d)
	s.fillGaps(d, drafts)
}

// maxGap bounds the words between two pieces that are taken for one.
const maxGap = 10

// fillGaps joins pieces behind the cue that nothing but a few words of their own sentence
// part: nobody else speaks there.
func (s *scene) fillGaps(d *draft, drafts []draft) {
	last := d.cue[len(d.cue)-1]
	for k := len(d.content) - 1; k > 0; k-- {
		from, to := d.content[k-1]+1, d.content[k]
		if from == to || from <= last || to-from > maxGap || s.sentence[from-1] != s.sentence[to] || s.sentence[to] != s.sentence[d.head] || s.isTaken(from, to, d, drafts) {
			continue
		}
		d.content = slices.Insert(slices.Clone(d.content), k, numbers(from, to)...)
	}
}

// isTaken reports whether a source, or the cue of a likely frame, stands in [from, to).
func (s *scene) isTaken(from, to int, d *draft, drafts []draft) bool {
	inside := func(i int) bool { return i >= from && i < to }
	if slices.ContainsFunc(d.source, inside) || slices.Contains(s.low[from:to], "but") || slices.Contains(s.low[from:to], ";") {
		return true
	}
	return slices.ContainsFunc(drafts, func(o draft) bool { return o.cueOdds > 0.5 && inside(o.head) && !slices.Equal(o.source, d.source) })
}

// dropBehindTag keeps of `"We stay," the mayor told the council, whose term ends in May` what
// stands before the tag.
func (s *scene) dropBehindTag(d *draft) {
	first, last := d.tag()
	if !holds(d.content, first-1) && !holds(d.content, first-2) {
		return
	}
	if hasVerb := s.hasVerb(d.content[0], first); !hasVerb && !s.hasQuote(d.content[0], first) || s.goesOnBehind(d, last, hasVerb && s.quoteOf[first-1] >= 0) {
		return
	}
	d.content = slices.DeleteFunc(slices.Clone(d.content), func(i int) bool {
		return i > last && s.sentence[i] == s.sentence[d.head] && s.quoteOf[i] < 0
	})
}

// tag gives the first and the last token of a cue and its source.
func (d *draft) tag() (first, last int) {
	first, last = d.cue[0], d.cue[len(d.cue)-1]
	if n := len(d.source); n > 0 {
		first, last = min(first, d.source[0]), max(last, d.source[n-1])
	}
	return first, last
}

// goesOnBehind reports whether the content goes on behind a tag: a quoted sentence only with
// more of a quotation or a joining word, others right behind the tag or behind its comma.
func (s *scene) goesOnBehind(d *draft, last int, isQuoted bool) bool {
	n, _ := slices.BinarySearch(d.content, last+1)
	if n == len(d.content) || s.sentence[d.content[n]] != s.sentence[d.head] {
		return false
	}
	i := d.content[n]
	switch {
	case s.quoteOf[i] >= 0:
		return true
	case isQuoted:
		return s.joins(i)
	}
	return i <= last+2 && s.low[last+1] != ";" || s.isParted(last, i)
}

// dropTitle leaves out the quotation of "In his book, “Waves,” he said that ...": words
// stand before it, and what is said follows the cue.
func (s *scene) dropTitle(d *draft) {
	if len(d.source) == 0 || d.source[0] > d.head || d.source[0] == 0 || s.quoteOf[d.source[0]-1] < 0 {
		return
	}
	last, end := d.cue[len(d.cue)-1], d.source[0]
	q := s.quoteOf[end-1]
	first := end - 1
	for first > 0 && s.quoteOf[first-1] == q {
		first--
	}
	sent := s.a.Sentences[s.sentence[d.head]].First
	if first <= sent || s.hasVerb(sent, first) || s.hasVerb(first, end) || d.content[0] < first {
		return
	}
	rest := slices.DeleteFunc(slices.Clone(d.content), func(i int) bool { return i < end })
	if len(rest) == 0 {
		return
	}
	if isClause := rest[0] <= last+2 && s.hasVerb(rest[0], rest[len(rest)-1]+1); isClause || s.quoteOf[rest[0]] >= 0 {
		d.content = rest
	}
}

// isParted reports whether the comma that ends a tag, or an "and", stands between the tag and
// a token, so that the words before the tag go on there.
func (s *scene) isParted(last, i int) bool {
	for j := last + 1; j <= i && j <= last+8; j++ {
		if s.parts(j) {
			return s.low[j] != ";" && (j+1 >= len(s.low) || !s.isRelativeClause(j+1))
		}
	}
	return i <= last+8 && (s.a.Tokens[i-1].UPOS == "CCONJ" || s.joins(i))
}

func (s *scene) joins(i int) bool {
	return s.a.Tokens[i].UPOS == "CCONJ" || s.a.Tokens[i].UPOS == "SCONJ"
}

// dropMainClause leaves out the clause before "..., though he said that ...": it is the
// report's own.
func (s *scene) dropMainClause(d *draft) {
	if len(d.source) == 0 || d.source[0] > d.head || d.source[0] == 0 {
		return
	}
	mark := d.source[0] - 1
	switch s.low[mark] {
	case "though", "although", "while", "whereas", "because", "after", "as", "when", "since":
	default:
		return
	}
	after := slices.DeleteFunc(slices.Clone(d.content), func(i int) bool { return i < mark && s.quoteOf[i] < 0 })
	if len(after) > 0 && after[0] > d.head && s.hasVerb(after[0], after[len(after)-1]+1) {
		d.content = after
	}
}
