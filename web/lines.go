package web

import (
	"cmp"
	"strings"

	"onrecord"
	"onrecord/store"
)

// line is a statement or an event as a card shows it.
type line struct {
	Report    *onrecord.Masthead
	Statement *onrecord.Statement // or
	Event     *onrecord.Event     // or, with neither, the report itself
	Excerpt   string              // of such a report
	Day       onrecord.Date       // on which it was said or done, else published
	IsTold    bool                // the report tells the day
}

func lineOf(hit store.Hit) line {
	l := line{Report: &hit.Entry.Report, Statement: hit.Statement, Event: hit.Event}
	var on *onrecord.When
	switch {
	case hit.Statement != nil:
		on = hit.Statement.SaidOn
	case hit.Event != nil:
		on = hit.Event.On
	default:
		l.Excerpt = excerpt(hit.Entry)
	}
	if on != nil {
		l.Day, l.IsTold = cmp.Or(on.From, on.To), true
	} else if p := hit.Entry.Report.Published; p != nil {
		l.Day = *p
	}
	return l
}

// longest is how many bytes of a report stand for the whole.
const longest = 240

// excerpt is how the own text of a report begins, cut at a space.
func excerpt(e *onrecord.Entry) string {
	for _, piece := range store.OwnText(e) {
		if len(piece) <= longest {
			return piece
		}
		for at := longest; at > 0; at-- {
			if piece[at] == ' ' || piece[at] == '\n' {
				return piece[:at] + " …"
			}
		}
	}
	return ""
}

// Published is the day on which the report was put out; "" if unknown.
func (l line) Published() onrecord.Date {
	if l.Report.Published == nil {
		return ""
	}
	return *l.Report.Published
}

// outletOf is who put a report out, as far as it is known.
func outletOf(r *onrecord.Masthead) string { return cmp.Or(r.Outlet, r.Dateline.Agency) }

// Outlet is who put the report out; "" if unknown.
func (l line) Outlet() string { return outletOf(l.Report) }

// Role is what stands behind the speaker's name, unless the name tells it.
func (l line) Role() string {
	sp := &l.Statement.Speaker
	if strings.Contains(strings.ToLower(sp.Name), strings.ToLower(sp.Role)) {
		return ""
	}
	return sp.Role
}

// For is whom the speaker speaks for, if not for itself.
func (l line) For() string {
	sp := &l.Statement.Speaker
	if sp.For == sp.Name {
		return ""
	}
	return sp.For
}
