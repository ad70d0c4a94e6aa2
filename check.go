package onrecord

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// ErrInvalidEntry is wrapped by every fault that [Entry.CheckValid] finds.
var ErrInvalidEntry = errors.New("invalid entry")

// CheckValid tests the invariants of an entry: every span cuts the text at rune
// borders and its quote equals the cut, every statement and event has evidence,
// every reference exists. It returns the first fault found.
func (e *Entry) CheckValid() error {
	for _, check := range []func() error{e.checkReport, e.checkStatements, e.checkEvents, e.checkIssues} {
		if err := check(); err != nil {
			return fmt.Errorf("%w: report %s: %w", ErrInvalidEntry, e.Report.ID, err)
		}
	}
	return nil
}

func (e *Entry) checkReport() error {
	if e.Report.ID == "" {
		return errors.New("no report id")
	}
	if !utf8.ValidString(e.Text) {
		return errors.New("text is not UTF-8")
	}
	return e.checkQuotes("clutter", e.Clutter...)
}

func (e *Entry) checkStatements() error {
	seen := map[StatementID]bool{"": true}
	for i := range e.Statements {
		s := &e.Statements[i]
		if s.ID == "" || seen[s.ID] {
			return fmt.Errorf("statement %d: id %q empty or used twice", i, s.ID)
		}
		seen[s.ID] = true
		if err := e.checkStatement(s); err != nil {
			return fmt.Errorf("statement %s: %w", s.ID, err)
		}
	}
	for i := range e.Statements {
		if p := e.Statements[i].Parent; !seen[p] {
			return fmt.Errorf("statement %s: parent %s does not exist", e.Statements[i].ID, p)
		}
	}
	return nil
}

func (e *Entry) checkStatement(s *Statement) error {
	if len(s.Content) == 0 {
		return errors.New("no content")
	}
	if err := e.checkActor(s.Speaker.Actor); err != nil {
		return err
	}
	quotes := append([]Quote(nil), s.Content...)
	quotes = appendQuotes(quotes, s.Cue, s.Addressee, s.Speaker.Mention)
	for _, hop := range s.Via {
		quotes = appendQuotes(quotes, hop.Words)
	}
	return e.checkQuotes("words", quotes...)
}

func (e *Entry) checkEvents() error {
	claims := map[StatementID]bool{"": true}
	for i := range e.Statements {
		claims[e.Statements[i].ID] = true
	}
	seen := map[EventID]bool{"": true}
	for i := range e.Events {
		v := &e.Events[i]
		switch {
		case seen[v.ID]:
			return fmt.Errorf("event %d: id %q empty or used twice", i, v.ID)
		case !claims[v.Claim]:
			return fmt.Errorf("event %s: claim %s does not exist", v.ID, v.Claim)
		case v.Evidence.IsEmpty():
			return fmt.Errorf("event %s: no evidence", v.ID)
		}
		seen[v.ID] = true
		if err := e.checkEvent(v); err != nil {
			return fmt.Errorf("event %s: %w", v.ID, err)
		}
	}
	return nil
}

func (e *Entry) checkEvent(v *Event) error {
	quotes := appendQuotes(append([]Quote{v.Evidence}, v.Also...), v.Actor.Mention)
	if err := e.checkActor(v.Actor.Actor); err != nil {
		return err
	}
	if v.Recipient != nil {
		quotes = appendQuotes(quotes, v.Recipient.Mention)
		if err := e.checkActor(v.Recipient.Actor); err != nil {
			return err
		}
	}
	return e.checkQuotes("evidence", quotes...)
}

func (e *Entry) checkIssues() error {
	for _, issue := range e.Issues {
		if err := e.checkQuotes(issue.Kind, appendQuotes(nil, issue.Words)...); err != nil {
			return err
		}
	}
	return nil
}

func (e *Entry) checkActor(id ActorID) error {
	if id == "" {
		return nil
	}
	for i := range e.Actors {
		if e.Actors[i].ID == id {
			return nil
		}
	}
	return fmt.Errorf("actor %s does not exist", id)
}

func (e *Entry) checkQuotes(what string, quotes ...Quote) error {
	for _, q := range quotes {
		switch {
		case q.Start < 0 || q.Start > q.End || q.End > len(e.Text):
			return fmt.Errorf("%s: span [%d,%d) lies outside the text of %d bytes", what, q.Start, q.End, len(e.Text))
		case e.Text[q.Start:q.End] != q.Text:
			return fmt.Errorf("%s: span [%d,%d) cuts %q, not %q", what, q.Start, q.End, e.Text[q.Start:q.End], q.Text)
		case !utf8.ValidString(q.Text):
			return fmt.Errorf("%s: span [%d,%d) splits a rune", what, q.Start, q.End)
		}
	}
	return nil
}

// appendQuotes adds the quotes that are there.
func appendQuotes(to []Quote, maybe ...*Quote) []Quote {
	for _, q := range maybe {
		if q != nil {
			to = append(to, *q)
		}
	}
	return to
}
