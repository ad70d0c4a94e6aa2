// Package happenings joins events of different reports that tell of one act. Start at
// [Events], which makes the events of an entry comparable, and [Compare], which judges two.
//
// Nothing is added up or averaged: what each report tells stays its own, figures and all.
package happenings

import (
	"slices"

	"onrecord"
	"onrecord/across/links"
	"onrecord/across/words"
)

// Event is an event made comparable.
type Event struct {
	Report    onrecord.ReportID  `json:"-"`
	Event     onrecord.EventID   `json:"-"`
	From      int                `json:"d,omitempty"` // first day, else the day of publication; 0 if unknown
	To        int                `json:"u,omitempty"`
	Told      bool               `json:"t,omitempty"` // the report tells the day
	Type      onrecord.EventType `json:"y"`
	Doer      string             `json:"a,omitempty"`
	Recipient string             `json:"b,omitempty"`
	Place     string             `json:"p,omitempty"`
	Terms     []string           `json:"w,omitempty"` // stems of the evidence
	Past      bool               `json:"x,omitempty"` // background
}

// Events makes the events of an entry comparable, in their order.
func Events(e *onrecord.Entry) []Event {
	reader := words.NewReader(e)
	all := make([]Event, 0, len(e.Events))
	for i := range e.Events {
		all = append(all, readEvent(e, &e.Events[i], reader))
	}
	return all
}

func readEvent(e *onrecord.Entry, v *onrecord.Event, reader *words.Reader) Event {
	one := Event{Report: e.Report.ID, Event: v.ID, Type: v.Type, Doer: partyKey(&v.Actor), Recipient: partyKey(v.Recipient),
		Place: words.Stem(v.Place), Past: v.Status == onrecord.Past}
	one.readDays(e, v)
	for _, t := range reader.Read("", v.Evidence) {
		if t.IsContent() && !slices.Contains(one.Terms, t.Stem) {
			one.Terms = append(one.Terms, t.Stem)
		}
	}
	return one
}

func (one *Event) readDays(e *onrecord.Entry, v *onrecord.Event) {
	if v.On != nil {
		one.From, one.To = links.DayOf(v.On.From), links.DayOf(v.On.To)
	}
	one.Told = one.From != 0 && one.To != 0
	if !one.Told && e.Report.Published != nil {
		one.From = links.DayOf(*e.Report.Published)
		one.To = one.From
	}
}

// partyKey names a party alike in all reports.
func partyKey(p *onrecord.Party) string {
	switch {
	case p == nil:
		return ""
	case p.Actor != "":
		return string(p.Actor)
	}
	return words.Stem(p.Name)
}
