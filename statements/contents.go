package statements

import (
	"slices"
	"strings"

	"onrecord"
)

// aboutOf names the actors that the content speaks of, without the speaker.
func (w *writing) aboutOf(s *statement) []string {
	var about []string
	for _, c := range s.Content {
		for _, n := range w.r.Within(c.Span) {
			actor := w.r.Actor(n.Actor)
			if actor == nil || actor.ID == s.Speaker.Actor && actor.Kind == onrecord.PersonActor || actor.Kind == onrecord.PlaceActor || actor.Kind == onrecord.PeopleActor {
				continue
			}
			if !slices.Contains(about, actor.Name) {
				about = append(about, actor.Name)
			}
		}
	}
	return about
}

// addresseeOf finds whom the words were said to: "told a news briefing",
// "said to reporters".
func (w *writing) addresseeOf(d *draft) *onrecord.Quote {
	for _, at := range d.cue {
		for _, c := range w.children[at] {
			if holds(d.content, c) || holds(d.source, c) || !w.isAddressee(at, c) {
				continue
			}
			run := w.phrase(c)
			for n, i := range run {
				if holds(d.content, i) || holds(d.source, i) || (n > 0 && w.low[i] == "that") {
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

func (w *writing) isAddressee(verb, c int) bool {
	rel := w.a.Tokens[c].Deprel
	switch strings.ToLower(w.a.Tokens[verb].Lemma) {
	case "tell", "inform", "assure", "remind", "notify", "reassure", "brief", "advise", "address":
		return rel == "obj" || rel == "iobj"
	case "ask", "urge", "warn", "order", "instruct", "call":
		return rel == "iobj"
	}
	if rel != "obl" {
		return false
	}
	to := w.child(c, "case")
	return to >= 0 && w.low[to] == "to"
}

// rewriteQuoted mends the frames of "the agency quoted a minister as saying":
// the minister speaks and the agency passes it on.
func (w *writing) rewriteQuoted(drafts []draft) {
	for i := range drafts {
		d := &drafts[i]
		quoting := d.head
		if up := w.head(d.head); up >= 0 && w.isSaying(d.head) && isQuoting(w.a.Tokens[up].Lemma) {
			quoting = up
		}
		if !isQuoting(w.a.Tokens[quoting].Lemma) {
			continue
		}
		saying := -1
		for _, c := range w.children[quoting] {
			if w.isSaying(c) {
				saying = c
			}
		}
		if saying < 0 {
			continue
		}
		person, medium := w.child(quoting, "obj"), w.child(quoting, "nsubj")
		if person < 0 {
			person, medium = w.child(quoting, "nsubj"), w.child(quoting, "obl")
		}
		if person < 0 || holds(d.content, person) {
			continue
		}
		d.source = w.clip(person, saying, d)
		if medium >= 0 && !holds(d.content, medium) && w.a.Tokens[medium].UPOS != "PRON" {
			d.hop = w.phrase(medium)
		}
		d.sure = max(d.sure, sureEnough+0.2)
		for j := range drafts {
			if o := &drafts[j]; j != i && (o.head == quoting || o.head == saying) {
				o.sure = 0
			}
		}
	}
}

func isQuoting(lemma string) bool { return lemma == "quote" || lemma == "cite" || lemma == "report" }

// isSaying reports whether a word is the "saying" of "as saying".
func (w *writing) isSaying(i int) bool {
	if w.a.Tokens[i].XPOS != "VBG" {
		return false
	}
	for _, c := range w.children[i] {
		if w.low[c] == "as" {
			return true
		}
	}
	return i > 0 && w.low[i-1] == "as"
}

// clip gives a phrase up to the word "as" of the saying, without commas at the
// ends.
func (w *writing) clip(top, saying int, d *draft) []int {
	var run []int
	for i := w.first[top]; i <= w.last[top]; i++ {
		if i >= saying || holds(d.content, i) || (w.low[i] == "as" && i > top) {
			break
		}
		run = append(run, i)
	}
	for len(run) > 1 && w.a.Tokens[run[len(run)-1]].UPOS == "PUNCT" {
		run = run[:len(run)-1]
	}
	return run
}

// addLoneQuotations gives quoted sentences that no cue reports to the speaker
// whose quoted words stand just before them.
func (w *writing) addLoneQuotations() {
	drafts := make([]draft, 0, len(w.said))
	for _, s := range w.said {
		drafts = append(drafts, *s.draft)
	}
	for _, o := range w.orphans(drafts, w.quoteTokens()) {
		if w.coveredShare(o) > 0 || o.end-o.first < 6 || !w.isBody(o.first) {
			continue
		}
		before := w.lastBefore(o)
		if before == nil || before.Form == onrecord.Indirect || w.paragraph(o.first)-before.paragraph > 1 {
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

func (w *writing) lastBefore(o tokenRun) *statement {
	var last *statement
	for _, s := range w.said {
		if s.place() < o.first && (last == nil || s.place() > last.place()) && s.parent == nil {
			last = s
		}
	}
	return last
}
