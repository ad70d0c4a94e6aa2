package statements

import (
	"slices"
	"strings"
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
			d.content = w.restOfSentence(saying)
		}
		d.sure = max(d.sure, sureEnough+0.2)
		for j := range drafts {
			if o := &drafts[j]; j != i && (o.head == quoting || o.head == saying) {
				o.sure = 0
			}
		}
	}
}

// rewriteCiting reads "the agency reported, citing three officials, that ...": the
// officials speak and the agency passes it on.
func (w *writing) rewriteCiting(drafts []draft) {
	for i := range drafts {
		c := &drafts[i]
		if w.low[c.head] != "citing" {
			continue
		}
		from := c.cue[len(c.cue)-1] + 1
		end := from
		for end < len(w.low) && w.sentence[end] == w.sentence[c.head] && w.low[end] != "," && w.low[end] != "." && w.low[end] != "that" {
			end++
		}
		if end == from || w.hasVerb(from, end) {
			continue
		}
		for j := range drafts {
			host := &drafts[j]
			if j == i || w.sentence[host.head] != w.sentence[c.head] || len(host.source) == 0 || !w.isMedium(host.source) {
				continue
			}
			host.source, host.hop = numbers(from, end), host.source
			host.content = slices.DeleteFunc(slices.Clone(host.content), func(k int) bool { return k >= c.cue[0] && k < end })
			c.sure = 0
			break
		}
	}
}

func (w *writing) isMedium(source []int) bool {
	_, ok := w.mediumHop(source, false)
	return ok
}

// foldMedia makes "Doe said that ..., according to the agency" one statement: Doe's,
// through the agency.
func (w *writing) foldMedia() {
	folded := map[*statement]bool{}
	for _, s := range w.said {
		p := s.parent
		if p == nil || p.Speaker.Kind != "media" || p.Speaker.Mention == nil || 5*len(s.content) < 3*len(p.content) {
			continue
		}
		s.parent = p.parent
		folded[p] = true
		if hop, ok := w.mediumHop(p.source, true); ok && !w.isOutlet(hop.Name) && len(s.Via) == 0 {
			s.Via, s.ownVia, s.hearsay = append(s.Via, hop), true, true
		}
		if s.SaidOn == nil {
			s.SaidOn = p.SaidOn
		}
	}
	w.said = slices.DeleteFunc(w.said, func(s *statement) bool { return folded[s] })
	for _, s := range w.said {
		if folded[s.parent] {
			s.parent = nil
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

// resolveRunOn gives "he added" and pronouns that no name was found for to the
// last speaker of the same sort.
func (w *writing) resolveRunOn() {
	slices.SortStableFunc(w.said, func(a, b *statement) int { return a.place() - b.place() })
	for i, s := range w.said {
		if s.Speaker.Mention == nil || s.parent != nil {
			continue
		}
		pronoun := strings.ToLower(s.Speaker.Mention.Text)
		single := pronoun == "he" || pronoun == "she"
		if !single && pronoun != "it" && pronoun != "they" {
			continue
		}
		if !strings.EqualFold(s.Speaker.Name, pronoun) && s.Speaker.Name != "" && !(single && w.isAdding(s)) {
			continue
		}
		if before := w.speakerBefore(i, single); before != nil && !clashesWith(before, pronoun) {
			mention := s.Speaker.Mention
			s.Speaker = before.Speaker
			s.Speaker.Mention = mention
		}
	}
}

// clashesWith reports whether a statement's speaker was called by the pronoun of
// the other sex.
func clashesWith(before *statement, pronoun string) bool {
	if before.Speaker.Mention == nil {
		return false
	}
	said := strings.ToLower(before.Speaker.Mention.Text)
	return (said == "he" || said == "she") && said != pronoun && (pronoun == "he" || pronoun == "she")
}

// speakerBefore gives the last statement before the i-th that a person made, or
// that no person made.
func (w *writing) speakerBefore(i int, person bool) *statement {
	for i--; i >= 0; i-- {
		b := w.said[i]
		if b.parent != nil || b.Speaker.Name == "" {
			continue
		}
		if (b.Speaker.Kind == "person") == person {
			return b
		}
	}
	return nil
}

// isAdding reports whether a cue goes on with the words before it.
func (w *writing) isAdding(s *statement) bool {
	for _, i := range s.cue {
		switch w.a.Tokens[i].Lemma {
		case "add", "continue", "conclude":
			return true
		case "go":
			return strings.HasPrefix(s.Cue.Text, "went on") || strings.HasPrefix(s.Cue.Text, "goes on")
		}
	}
	return false
}
