package store

import (
	"cmp"
	"slices"
	"time"

	"onrecord"
)

// Line is what an implementation indexes of one statement, one event or the
// report itself. See [Lines].
type Line struct {
	Sort        string // StatementLine, EventLine or ReportLine
	ID          string // of the statement or event; "" for the report
	Start       int    // where it stands in the text
	From, To    string // first and last day, "2015-12-29"; "" if unknown
	Values      map[Field]string
	Names       map[Part][]string // with the aliases that the report gives
	Words       []string          // pieces that do not adjoin
	Doer        onrecord.ActorID  // the speaker, or the actor of an event
	RecipientID onrecord.ActorID
	For         onrecord.ActorID   // for whom a statement is made, if not for the speaker alone; "" if for nobody who is named
	About       []onrecord.ActorID // who is named and spoken about in a statement
	Place       string             // "" if none
}

// Lines takes an entry apart into what can be searched, so that every
// implementation finds the same: the report first, then statements and events.
func Lines(e *onrecord.Entry) []Line {
	names := namesOf(e.Actors)
	lines := make([]Line, 0, 1+len(e.Statements)+len(e.Events))
	lines = append(lines, reportLine(e))
	for i := range e.Statements {
		lines = append(lines, statementLine(&e.Statements[i], names))
	}
	for i := range e.Events {
		lines = append(lines, eventLine(&e.Events[i], names))
	}
	published := lines[0]
	for i := range lines {
		if line := &lines[i]; line.From == "" && line.To == "" {
			line.From, line.To = published.From, published.To
		}
		lines[i].Names[Outlet] = known(e.Report.Outlet)
		lines[i].Values[Sort] = lines[i].Sort
	}
	return lines
}

func reportLine(e *onrecord.Entry) Line {
	line := Line{
		Sort:   ReportLine,
		Names:  map[Part][]string{},
		Values: map[Field]string{},
		Words:  append([]string{e.Report.Headline}, OwnText(e)...),
		Place:  e.Report.Dateline.Place,
	}
	if day := e.Report.Published; day != nil {
		line.From, line.To = firstDay(*day), lastDay(*day)
	}
	return line
}

// OwnText gives the text of a report without its clutter: what lies between is not
// of this report, and nobody who looks for it means this report.
func OwnText(e *onrecord.Entry) (pieces []string) {
	at := 0
	for _, q := range e.Clutter { // in order
		if q.Start > at {
			pieces = append(pieces, e.Text[at:q.Start])
		}
		at = max(at, q.End)
	}
	return append(pieces, e.Text[at:])
}

func statementLine(s *onrecord.Statement, names aliases) Line {
	line := Line{
		Sort: StatementLine, ID: string(s.ID), Start: s.Content[0].Start, Doer: s.Speaker.Actor,
		Values: map[Field]string{Kind: string(s.Kind), Form: string(s.Form), Named: yesNo(s.Speaker.Named)},
		Names: map[Part][]string{
			By:    unique(append(names.of(s.Speaker.Actor, s.Speaker.Name), names.named(s.Speaker.For)...)),
			As:    known(s.Speaker.Role),
			For:   names.named(s.Speaker.For),
			About: names.named(s.About...),
		},
		Words: cutWords(s.Content...),
	}
	line.For = forWhom(s, names)
	for _, name := range s.About {
		line.About = append(line.About, names.idOf(name))
	}
	line.About = onlyNamed(line.About)
	for _, hop := range s.Via {
		line.Names[Via] = append(line.Names[Via], names.named(hop.Name)...)
	}
	line.From, line.To = days(s.SaidOn)
	return line
}

func forWhom(s *onrecord.Statement, names aliases) onrecord.ActorID {
	if id := names.idOf(s.Speaker.For); id != s.Speaker.Actor && !isUnnamed(id) {
		return id
	}
	return ""
}

func eventLine(v *onrecord.Event, names aliases) Line {
	doer := names.of(v.Actor.Actor, v.Actor.Name)
	line := Line{
		Sort: EventLine, ID: string(v.ID), Start: v.Evidence.Start, Doer: v.Actor.Actor, Place: v.Place,
		Values: map[Field]string{Type: string(v.Type), Status: string(v.Status)},
		Names:  map[Part][]string{By: names.named(v.By), Actor: doer, About: doer},
		Words:  cutWords(append([]onrecord.Quote{v.Evidence}, v.Also...)...),
	}
	if to := v.Recipient; to != nil {
		line.RecipientID = to.Actor
		line.Names[Recipient] = names.of(to.Actor, to.Name)
		line.Names[About] = append(slices.Clone(doer), line.Names[Recipient]...)
	}
	line.From, line.To = days(v.On)
	return line
}

func cutWords(quotes ...onrecord.Quote) []string {
	words := make([]string, 0, len(quotes))
	for _, q := range quotes {
		words = append(words, q.Text)
	}
	return words
}

func days(w *onrecord.When) (from, to string) {
	if w == nil {
		return "", ""
	}
	from, to = firstDay(w.From), lastDay(w.To)
	return cmp.Or(from, firstDay(w.To)), cmp.Or(to, lastDay(w.From)) // a half-known interval is as long as its known end
}

func firstDay(d onrecord.Date) string { return dayOf(d.First()) }

func lastDay(d onrecord.Date) string { return dayOf(d.Last()) }

func dayOf(t time.Time, ok bool) string {
	if !ok {
		return ""
	}
	return string(onrecord.DateOf(t))
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// aliases are the actors of one entry, by id and by every name they go by.
type aliases struct {
	byID   map[onrecord.ActorID]*onrecord.Actor
	byName map[string]*onrecord.Actor
}

func namesOf(actors []onrecord.Actor) aliases {
	names := aliases{map[onrecord.ActorID]*onrecord.Actor{}, map[string]*onrecord.Actor{}}
	for i := range actors {
		a := &actors[i]
		names.byID[a.ID] = a
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			if _, taken := names.byName[name]; !taken {
				names.byName[name] = a
			}
		}
	}
	return names
}

// of gives all names of an actor, or the name alone if the actor is not known.
func (n aliases) of(id onrecord.ActorID, name string) []string {
	a := n.byID[id]
	if a == nil {
		return n.named(name)
	}
	return unique(append([]string{name, a.Name}, a.Aliases...))
}

// named gives the names with all other names of those who bear them.
func (n aliases) named(names ...string) []string {
	var all []string
	for _, name := range names {
		all = append(all, name)
		if a := n.byName[name]; a != nil {
			all = append(append(all, a.Name), a.Aliases...)
		}
	}
	return unique(all)
}

// unique drops empty and repeated names and keeps the order.
func unique(names []string) []string {
	seen := map[string]bool{"": true}
	var out []string
	for _, name := range names {
		if !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
	}
	return out
}

func known(name string) []string { return unique([]string{name}) }
