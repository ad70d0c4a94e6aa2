package across

import (
	"strings"

	"onrecord"
)

// likeness is how well words found fit words of the gold: the part of the gold's words that are
// there, less a little for what else is.
func likeness(gold, found string) float64 {
	want, have := strings.Fields(plainWords(gold)), map[string]bool{}
	all := strings.Fields(plainWords(found))
	for _, w := range all {
		have[w] = true
	}
	n := 0
	for _, w := range want {
		if have[w] {
			n++
		}
	}
	if len(want) == 0 || float64(n) < 0.6*float64(len(want)) {
		return 0
	}
	return float64(n)/float64(len(want)) - 0.001*float64(len(all))
}

func plainWords(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`"“”.,;:()`, r) {
			return ' '
		}
		return r
	}, strings.ToLower(text))
}

// statementAt finds the statement that a place of the gold means.
func (s *Story) statementAt(ref string) (onrecord.StatementRef, bool) {
	no, want := cutRef(ref)
	e := s.byNo[no]
	if e == nil {
		return onrecord.StatementRef{}, false
	}
	best, at := 0.0, -1
	for i := range e.Statements {
		if isWrapper(e, &e.Statements[i]) {
			continue
		}
		if l := likeness(want, contentOf(&e.Statements[i])); l > best {
			best, at = l, i
		}
	}
	if at < 0 {
		return onrecord.StatementRef{}, false
	}
	return onrecord.StatementRef{Report: e.Report.ID, Statement: e.Statements[at].ID}, true
}

// wrapperOf gives the statement around another that holds the words of the gold too: "Norland refuses to pay" around
// "to pay".
func (s *Story) wrapperOf(ref onrecord.StatementRef, gold string) (onrecord.StatementRef, bool) {
	no, want := cutRef(gold)
	e := s.byNo[no]
	parent := onrecord.StatementID("")
	for i := range e.Statements {
		if e.Statements[i].ID == ref.Statement {
			parent = e.Statements[i].Parent
		}
	}
	for i := range e.Statements {
		if o := &e.Statements[i]; parent != "" && o.ID == parent && likeness(want, contentOf(o)) > 0 {
			return onrecord.StatementRef{Report: ref.Report, Statement: parent}, true
		}
	}
	return ref, false
}

// isWrapper reports whether another statement stands inside this one.
func isWrapper(e *onrecord.Entry, s *onrecord.Statement) bool {
	for i := range e.Statements {
		if e.Statements[i].Parent == s.ID && likeness(contentOf(&e.Statements[i]), contentOf(s)) > 0 {
			return true
		}
	}
	return false
}

func contentOf(s *onrecord.Statement) string {
	var words []string
	for _, q := range s.Content {
		words = append(words, q.Text)
	}
	return strings.Join(words, " ")
}

// eventAt finds the events that a place of the gold means: all whose evidence fits as well as any.
func (s *Story) eventsAt(ref string) (found []eventRef) {
	no, want := cutRef(ref)
	e := s.byNo[no]
	if e == nil {
		return nil
	}
	for i := range e.Events {
		if likeness(want, e.Events[i].Evidence.Text) > 0 {
			found = append(found, eventRef{e.Report.ID, e.Events[i].ID})
		}
	}
	return found
}

type eventRef struct {
	report onrecord.ReportID
	event  onrecord.EventID
}
