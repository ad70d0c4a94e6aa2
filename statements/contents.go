package statements

import (
	"slices"
	"strings"

	"onrecord"
)

// addresseeOf finds whom the words were said to: "told a news briefing",
// "said to reporters".
func (w *writing) addresseeOf(d *draft) *onrecord.Quote {
	if len(d.to) > 0 {
		q := w.a.Text.Quote(w.cover(d.to))
		return &q
	}
	for _, at := range d.cue {
		for _, c := range w.children[at] {
			if holds(d.source, c) || !w.isAddressee(at, c) || holds(d.content, c) && !isBidding(w.a.Tokens[at].Lemma) {
				continue
			}
			run := w.phrase(c)
			for n, i := range run {
				if holds(d.content, i) && !holds(d.content, c) || holds(d.source, i) || (n > 0 && (w.low[i] == "that" || w.beginsDay(i))) {
					run = run[:n]
					break
				}
			}
			if len(run) > 0 {
				q := w.a.Text.Quote(w.cover(run))
				return &q
			}
		}
	}
	return nil
}

// freeAddressee takes the one spoken to out of the content: the noun phrase
// right behind "told" or "assured", when more is said than that.
func (w *writing) freeAddressee(d *draft) {
	if !takesAddressee(w.a.Tokens[d.head].Lemma) {
		return
	}
	from := d.cue[len(d.cue)-1] + 1
	end := from
	for end < len(w.low) && holds(d.content, end) && w.quoteOf[end] < 0 && w.a.Tokens[end].UPOS != "PUNCT" && w.low[end] != "that" && w.low[end] != "to" && !w.beginsDay(end) {
		end++
	}
	if end == from || w.hasVerb(from, end) || !w.mayBeginName(from) {
		return
	}
	rest := slices.DeleteFunc(slices.Clone(d.content), func(i int) bool { return i >= from && i < end })
	if n := len(rest); n > 0 && (w.hasVerb(rest[0], rest[n-1]+1) || w.quoteOf[rest[0]] >= 0) {
		d.content, d.to = rest, numbers(from, end)
	}
}

// beginsDay reports whether a time expression begins at a token or behind the
// preposition there.
func (s *scene) beginsDay(i int) bool {
	return slices.ContainsFunc(s.a.Times, func(t onrecord.Time) bool {
		first, _ := s.a.TokensIn(t.Span)
		return first == i || (first == i+1 && s.a.Tokens[i].UPOS == "ADP")
	})
}

func takesAddressee(lemma string) bool {
	switch lemma {
	case "tell", "inform", "assure", "remind", "notify", "reassure", "brief", "advise":
		return true
	}
	return false
}

// isBidding names the verbs whose hearer is the one who is to act: "asked the council to
// meet" is said to the council, and is what is asked.
func isBidding(lemma string) bool {
	switch lemma {
	case "ask", "urge", "order", "instruct":
		return true
	}
	return false
}

func (w *writing) isAddressee(verb, c int) bool {
	rel := w.a.Tokens[c].Deprel
	switch strings.ToLower(w.a.Tokens[verb].Lemma) {
	case "tell", "inform", "assure", "remind", "notify", "reassure", "brief", "advise", "address":
		return c > verb && (rel == "obj" || rel == "iobj")
	case "ask", "urge", "order", "instruct":
		return rel == "iobj" || rel == "obj" && c > verb && w.child(verb, "xcomp", "ccomp") > c
	case "warn", "call":
		return rel == "iobj"
	}
	if rel != "obl" {
		return false
	}
	to := w.child(c, "case")
	return to >= 0 && w.low[to] == "to"
}

// addLoneQuotations gives quoted sentences that no cue reports to the speaker
// whose quoted words stand just before them.
func (w *writing) addLoneQuotations() {
	drafts := make([]draft, 0, len(w.said))
	for _, s := range w.said {
		drafts = append(drafts, *s.draft)
	}
	for _, o := range w.orphans(drafts, w.quoteTokens()) {
		if w.coveredShare(o) > 0 || o.end-o.first < 6 || !w.isBody(o.first) || w.awaitsTag(o) {
			continue
		}
		before := w.lastBefore(o)
		if before == nil || before.Form == onrecord.Indirect || w.paragraph(o.first)-before.paragraph > 1 {
			continue
		}
		if w.isNextTo(before, o) {
			before.content = append(before.content, numbers(o.first, o.end)...)
			before.Content = append(before.Content, w.a.Text.Quote(w.cover(numbers(o.first, o.end))))
			before.About = w.aboutOf(before)
			continue
		}
		d := &draft{head: o.first, content: numbers(o.first, o.end), source: before.source, within: -1}
		s := &statement{draft: d, paragraph: w.paragraph(o.first), first: o.first}
		s.Content = []onrecord.Quote{w.a.Text.Quote(w.cover(d.content))}
		s.Form, s.Kind, s.Speaker, s.Certainty = onrecord.Direct, onrecord.Assert, before.Speaker, 0.4
		s.Speaker.Mention = nil
		s.Via, s.About = slices.Clone(before.Via), w.aboutOf(s)
		w.said = append(w.said, s)
	}
}

// isNextTo reports whether a quotation without a cue goes on with a statement's quoted
// words: it opens the next paragraph, or follows in the same one, and the words
// stand before it.
func (w *writing) isNextTo(before *statement, o tokenRun) bool {
	last := before.content[len(before.content)-1]
	if before.Form == onrecord.Indirect || last >= o.first || before.cue == nil {
		return false
	}
	from := max(last, before.cue[len(before.cue)-1])
	if n := len(before.source); n > 0 {
		from = max(from, before.source[n-1])
	}
	return w.paragraph(o.first)-before.paragraph <= 1 && o.first-from < 12 && !w.hasVerb(from+1, o.first)
}

// awaitsTag reports whether a quotation ends in a comma before more words: a tag tells
// who said it, though it was not read.
func (w *writing) awaitsTag(o tokenRun) bool {
	return o.end < len(w.low) && o.end >= 2 && w.low[o.end-2] == "," && w.paragraph(o.end) == w.paragraph(o.first)
}

func (w *writing) lastBefore(o tokenRun) *statement {
	var last *statement
	for _, s := range w.said {
		if s.place() < o.first && (last == nil || s.place() > last.place()) && s.parent == nil {
			last = s
		}
	}
	return last
}
