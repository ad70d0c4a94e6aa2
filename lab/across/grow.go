package across

import (
	"fmt"

	"onrecord"
)

// grow gives the nth variation of an entry: a report of the same length on another day in which every
// rarer word is another of the lexicon, so that it is no copy, while actors, deeds and common words stay,
// so that it has something to do with the others. The spans stay right.
func (l *lexicon) grow(e *onrecord.Entry, n int) *onrecord.Entry {
	if n == 0 {
		return e
	}
	v := *e
	v.Report.ID = onrecord.NewReportID(string(e.Report.ID), fmt.Append(nil, n))
	if e.Report.Published != nil {
		day := shiftDay(*e.Report.Published, n)
		v.Report.Published = &day
	}
	v.Text = l.turn(e.Text, n)
	cut := func(q onrecord.Quote) onrecord.Quote {
		return onrecord.Quote{Span: q.Span, Text: v.Text[q.Start:q.End]}
	}
	v.Clutter = cutAll(e.Clutter, cut)
	v.Statements = make([]onrecord.Statement, len(e.Statements))
	for i, s := range e.Statements {
		s.Content = cutAll(s.Content, cut)
		s.Cue, s.Addressee, s.Speaker.Mention = cutOne(s.Cue, cut), cutOne(s.Addressee, cut), cutOne(s.Speaker.Mention, cut)
		s.Via = append([]onrecord.Hop(nil), s.Via...)
		for j := range s.Via {
			s.Via[j].Words = cutOne(s.Via[j].Words, cut)
		}
		s.SaidOn = shiftWhen(s.SaidOn, n)
		v.Statements[i] = s
	}
	v.Events = make([]onrecord.Event, len(e.Events))
	for i, x := range e.Events {
		x.Evidence, x.Also = cut(x.Evidence), cutAll(x.Also, cut)
		x.Actor.Mention = cutOne(x.Actor.Mention, cut)
		if x.Recipient != nil {
			r := *x.Recipient
			r.Mention = cutOne(r.Mention, cut)
			x.Recipient = &r
		}
		x.On = shiftWhen(x.On, n)
		v.Events[i] = x
	}
	v.Issues = nil
	return &v
}

func cutAll(all []onrecord.Quote, cut func(onrecord.Quote) onrecord.Quote) []onrecord.Quote {
	cuts := make([]onrecord.Quote, 0, len(all))
	for _, q := range all {
		cuts = append(cuts, cut(q))
	}
	return cuts
}

func cutOne(q *onrecord.Quote, cut func(onrecord.Quote) onrecord.Quote) *onrecord.Quote {
	if q == nil {
		return nil
	}
	c := cut(*q)
	return &c
}

// shiftDay moves a day by up to eight years, another way for each variation.
func shiftDay(d onrecord.Date, n int) onrecord.Date {
	first, ok := d.First()
	if !ok {
		return d
	}
	return onrecord.DateOf(first.AddDate(0, 0, n*7919%2922-1461))
}

func shiftWhen(w *onrecord.When, n int) *onrecord.When {
	if w == nil || !w.From.IsDay() || !w.To.IsDay() {
		return w
	}
	return &onrecord.When{From: shiftDay(w.From, n), To: shiftDay(w.To, n), Text: w.Text}
}
