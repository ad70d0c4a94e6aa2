package across

import (
	"context"
	"strings"

	"onrecord"
	"onrecord/store"
)

// Evidence is a statement with the words that prove something.
type Evidence struct {
	Report    onrecord.ReportID    `json:"report"`
	Outlet    string               `json:"outlet"`
	Statement onrecord.StatementID `json:"statement"`
	Speaker   string               `json:"speaker"`
	For       string               `json:"for,omitempty"`
	Day       onrecord.Date        `json:"day"`   // on which it was said, else published; "" if unknown
	Words     []onrecord.Quote     `json:"words"` // pieces that do not adjoin

	span onrecord.Span // the part that proves; empty for all
}

// same reports whether two pieces of evidence are the same words.
func (e *Evidence) same(o *Evidence) bool {
	return e.Report == o.Report && e.Statement == o.Statement && e.span == o.span
}

// Quote adds the words to evidence that was given without them.
func (r *Record) Quote(ctx context.Context, all []Evidence) (err error) {
	for i := range all {
		if e := &all[i]; e.Words == nil {
			if *e, err = r.evidence(ctx, onrecord.StatementRef{Report: e.Report, Statement: e.Statement}, e.span); err != nil {
				return err
			}
		}
	}
	return nil
}

// text is the words of all pieces.
func (e *Evidence) text() string {
	var all []string
	for _, q := range e.Words {
		all = append(all, q.Text)
	}
	return strings.Join(all, " ")
}

// evidence cuts the words of a statement. span is the part that proves; empty for all.
func (r *Record) evidence(ctx context.Context, ref onrecord.StatementRef, span onrecord.Span) (Evidence, error) {
	e, s, err := holding(ctx, r, ref.Report, string(ref.Statement), func(e *onrecord.Entry) *onrecord.Statement { return statement(e, ref.Statement) })
	if err != nil {
		return Evidence{}, err
	}
	if s == nil {
		return Evidence{}, store.ErrNotFound
	}
	words := s.Content
	if !span.IsEmpty() {
		if span.Start < 0 || span.End > len(e.Text) {
			return Evidence{}, store.ErrUnreadable
		}
		words = []onrecord.Quote{{Span: span, Text: e.Text[span.Start:span.End]}}
	}
	outlet := e.Report.Outlet
	if outlet == "" {
		outlet = e.Report.Dateline.Agency
	}
	return Evidence{
		Report: ref.Report, Outlet: outlet, Statement: s.ID, Speaker: s.Speaker.Name, For: s.Speaker.For, Day: saidOn(e, s),
		Words: words, span: span,
	}, nil
}

func statement(e *onrecord.Entry, id onrecord.StatementID) *onrecord.Statement {
	for i := range e.Statements {
		if e.Statements[i].ID == id {
			return &e.Statements[i]
		}
	}
	return nil
}

func saidOn(e *onrecord.Entry, s *onrecord.Statement) onrecord.Date {
	if s.SaidOn != nil && s.SaidOn.From != "" {
		return s.SaidOn.From
	}
	if e.Report.Published != nil {
		return *e.Report.Published
	}
	return ""
}

func statementRef(ref store.LineRef) onrecord.StatementRef {
	return onrecord.StatementRef{Report: ref.Report, Statement: onrecord.StatementID(ref.ID)}
}
