package statements

import (
	"slices"
)

// rewriteQuoted mends the frames of "the agency quoted a minister as saying":
// the minister speaks and the agency passes it on. It reads the order of the
// words, which is firm, rather than the tree.
func (w *writing) rewriteQuoted(drafts []draft) {
	for i := range drafts {
		d := &drafts[i]
		quoting, saying := w.findAsSaying(d)
		if saying < 0 || w.quoteOf[quoting] >= 0 {
			continue
		}
		person, medium := w.partsOfQuoting(d, quoting, saying)
		if len(person) == 0 {
			continue
		}
		d.source, d.hop = person, medium
		d.cue = trimToRun(d.cue, quoting, saying)
		if len(d.content) == 0 || d.content[0] <= saying {
			d.content = w.saidAround(d, person[0], saying)
		}
		d.sure = max(d.sure, sureEnough+0.2)
		for j := range drafts {
			if o := &drafts[j]; j != i && (o.head == quoting || o.head == saying) {
				o.sure = 0
			}
		}
	}
}

// maxQuotedName bounds the words between "quoted" and "as saying".
const maxQuotedName = 45

// findAsSaying finds the quoting verb and the "saying" of a draft that is headed
// by either.
func (w *writing) findAsSaying(d *draft) (quoting, saying int) {
	sent := w.a.Sentences[w.sentence[d.head]]
	if w.isSaying(d.head) {
		for q := d.head - 2; q >= sent.First && d.head-q < maxQuotedName; q-- {
			if isQuoting(w.a.Tokens[q].Lemma) && w.a.Tokens[q].UPOS == "VERB" {
				return q, d.head
			}
		}
	}
	if isQuoting(w.a.Tokens[d.head].Lemma) {
		for x := d.head + 2; x < sent.End && x-d.head < maxQuotedName; x++ {
			if w.isSaying(x) {
				return d.head, x
			}
		}
	}
	return -1, -1
}

func isQuoting(lemma string) bool { return lemma == "quote" || lemma == "cite" || lemma == "report" }

// isSaying reports whether a word is the "saying" of "as saying".
func (w *writing) isSaying(i int) bool {
	return i > 0 && w.low[i-1] == "as" && (w.low[i] == "saying" || w.low[i] == "telling" || w.low[i] == "stating")
}

// partsOfQuoting gives who is quoted and what quotes: "the agency quoted the
// minister as saying", "the minister was quoted as saying by the agency".
func (w *writing) partsOfQuoting(d *draft, quoting, saying int) (person, medium []int) {
	if quoting > 0 && w.a.Tokens[quoting-1].Lemma == "be" {
		subject := w.child(quoting, "nsubj")
		if subject < 0 || subject > quoting {
			return nil, nil
		}
		if quoting+2 < saying && w.low[quoting+1] == "by" {
			medium = w.trimMarks(numbers(quoting+2, saying-1))
		}
		return w.trimMarks(numbers(w.first[subject], w.last[subject]+1)), medium
	}
	person = w.trimMarks(numbers(quoting+1, saying-1))
	if subject := w.child(quoting, "nsubj"); subject >= 0 && subject < quoting {
		medium = w.phrase(subject)
	} else if n := len(d.source); n > 0 && d.source[n-1] < quoting {
		medium = d.source
	}
	return person, medium
}

// trimMarks drops commas at the ends of a run.
func (w *writing) trimMarks(run []int) []int {
	for len(run) > 0 && w.a.Tokens[run[0]].UPOS == "PUNCT" {
		run = run[1:]
	}
	for len(run) > 0 && w.a.Tokens[run[len(run)-1]].UPOS == "PUNCT" {
		run = run[:len(run)-1]
	}
	return run
}

// trimToRun makes the cue the quoting verb, which stands before the name.
func trimToRun(cue []int, quoting, saying int) []int {
	cue = slices.DeleteFunc(slices.Clone(cue), func(i int) bool { return i > quoting && i < saying-1 })
	if !slices.Contains(cue, quoting) {
		return []int{quoting}
	}
	return runAround(cue, quoting)
}

// saidAround gives the words after "saying", else the quotation that the tag closes:
// `"We go on," he was quoted as saying`.
func (w *writing) saidAround(d *draft, person, saying int) []int {
	if rest := w.restOfSentence(saying); len(rest) > 1 || person == 0 {
		return rest
	}
	before := slices.DeleteFunc(slices.Clone(d.content), func(i int) bool { return i >= person })
	if len(before) == 0 && w.isQuoteMark(person-1) && w.quoteOf[person-1] >= 0 {
		return w.quotationBefore(person)
	}
	return before
}

// restOfSentence gives the words after "saying".
func (w *writing) restOfSentence(saying int) []int {
	rest := numbers(saying+1, w.a.Sentences[w.sentence[saying]].End)
	if len(rest) > 0 && w.low[rest[0]] == "that" {
		rest = rest[1:]
	}
	if n := len(rest); n > 0 && w.low[rest[n-1]] == "." {
		rest = rest[:n-1]
	}
	return rest
}
