package screen

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord"
)

// Columns at which the parts of a line of the record begin: its id, what it is,
// and its words.
const (
	labelColumn = 4
	wordsColumn = 11
)

// Record shows an entry: its masthead, then who said what, then who did what,
// then what could not be read.
func (s *Screen) Record(e *onrecord.Entry) error {
	p := s.newPage()
	p.masthead(&e.Report)
	p.lines(e)
	return s.show(p)
}

func (p *page) lines(e *onrecord.Entry) {
	if len(e.Statements)+len(e.Events)+len(e.Issues) == 0 {
		p.put(dim, "no statement and no event found\n")
	}
	for i := range e.Statements {
		p.statement(&e.Statements[i])
	}
	for i := range e.Events {
		p.event(&e.Events[i])
	}
	for i := range e.Issues {
		p.issue(&e.Issues[i])
	}
}

func (p *page) masthead(r *onrecord.Masthead) {
	date := "published on an unknown date"
	if r.Published != nil {
		date = string(*r.Published)
	}
	top := joined(" · ", r.Outlet, date, dateline(r.Dateline), strings.Join(r.Byline, ", "))
	p.block(0, []run{{plain, harmless(top)}}, "")
	if r.Headline != "" {
		p.block(0, []run{{bold, harmless(r.Headline)}}, "")
	}
	p.block(0, []run{{dim, harmless(joined(" ", string(r.ID), r.Source))}}, "")
	p.newline()
}

func dateline(d onrecord.Dateline) string { return joined(", ", d.Place, d.Agency) }

// label begins a line of the record and leaves off at its words.
func (p *page) label(id string, s style, what string) {
	p.put(dim, id)
	p.spaces(max(1, labelColumn-columns(id)))
	p.put(s, what)
	p.spaces(max(1, wordsColumn-max(labelColumn, columns(id)+1)-len(what)))
}

func (p *page) statement(s *onrecord.Statement) {
	p.label(string(s.ID), said, "SAID")
	head := []run{{bold, harmless(orElse(s.Speaker.Name, "somebody"))}}
	if about := speakerAside(&s.Speaker); about != "" && p.introduce(s.Speaker.Name+about) {
		head = append(head, run{plain, " (" + harmless(about) + ")"})
	}
	head = append(head, run{plain, harmless(circumstances(s))})
	kind := string(s.Kind)
	if s.Negated {
		kind = "not said: " + kind
	}
	p.block(wordsColumn, head, joined(", ", kind, string(s.Form)))
	p.quotes(s.Content)
}

// speakerAside is what stands in brackets behind a name: "envoy; for Russia".
func speakerAside(s *onrecord.Speaker) string {
	aside := []string{}
	if s.Role != "" && !strings.Contains(s.Name, s.Role) {
		aside = append(aside, s.Role)
	}
	if s.For != "" && s.For != s.Name {
		aside = append(aside, "for "+s.For)
	}
	if !s.Named {
		aside = append(aside, "not named")
	}
	return strings.Join(aside, "; ")
}

// introduce reports whether a speaker comes up for the first time on the page: a
// role is told once.
func (p *page) introduce(speaker string) bool {
	known := p.introduced[speaker]
	p.introduced[speaker] = true
	return !known
}

// circumstances tells through whom, to whom, when and about whom.
func circumstances(s *onrecord.Statement) string {
	var c strings.Builder
	if len(s.Via) > 0 {
		names := make([]string, 0, len(s.Via))
		for _, hop := range s.Via {
			names = append(names, hop.Name)
		}
		c.WriteString(" via " + strings.Join(names, ", "))
	}
	if s.Addressee != nil {
		c.WriteString(" to " + s.Addressee.Text)
	}
	c.WriteString(when(s.SaidOn))
	if len(s.About) > 0 {
		c.WriteString(" about " + strings.Join(s.About, ", "))
	}
	if s.Parent != "" {
		c.WriteString(" inside " + string(s.Parent))
	}
	return c.String()
}

// when words an interval of days, with a space before it.
func when(w *onrecord.When) string {
	switch {
	case w == nil || w.From == "" && w.To == "":
		return ""
	case w.From == w.To && w.From.IsDay():
		return " on " + string(w.From)
	case w.From == w.To:
		return " in " + string(w.From)
	case isWhole(w, w.From[:min(4, len(w.From))]):
		return " in " + string(w.From[:4])
	case isWhole(w, w.From[:min(7, len(w.From))]):
		return " in " + string(w.From[:7])
	case w.To == "":
		return " since " + string(w.From)
	case w.From == "":
		return " until " + string(w.To)
	}
	return " between " + string(w.From) + " and " + string(w.To)
}

// isWhole reports whether an interval is exactly a month or a year.
func isWhole(w *onrecord.When, period onrecord.Date) bool {
	first, known := period.First()
	last, _ := period.Last()
	return known && onrecord.DateOf(first) == w.From && onrecord.DateOf(last) == w.To
}

func (p *page) event(v *onrecord.Event) {
	p.label(string(v.ID), did, "DID")
	head := []run{{bold, harmless(orElse(v.Actor.Name, "somebody"))}, {plain, " " + harmless(string(v.Type))}}
	if v.Mode != "" {
		head = append(head, run{plain, " (" + harmless(v.Mode) + ")"})
	}
	if v.Recipient != nil {
		head = append(head, run{bold, " " + harmless(v.Recipient.Name)})
	}
	place := ""
	if v.Place != "" {
		place = " in " + v.Place
	}
	head = append(head, run{plain, harmless(when(v.On) + place)})
	p.block(wordsColumn, head, harmless(vouched(v)))
	p.quotes(append([]onrecord.Quote{v.Evidence}, v.Also...))
}

// vouched says whose word an event is; one that is disputed is still its claimer's.
func vouched(v *onrecord.Event) string {
	by, rest := string(v.Status), ""
	if v.Status == onrecord.Disputed {
		by, rest = string(onrecord.Claimed), ", disputed"
	}
	if v.By != "" {
		by += " by " + v.By
	}
	if v.Claim != "" {
		by += " in " + string(v.Claim)
	}
	return by + rest
}

func (p *page) issue(i *onrecord.Issue) {
	p.label("", trouble, "ISSUE")
	p.block(wordsColumn, []run{{plain, harmless(joined(": ", string(i.Station), i.Kind, i.Note))}}, "")
	if i.Words != nil {
		p.quotes([]onrecord.Quote{*i.Words})
	}
}

// quotes shows words and where they stand.
func (p *page) quotes(quotes []onrecord.Quote) {
	for _, q := range quotes {
		p.spaces(wordsColumn)
		p.block(wordsColumn, []run{{plain, inQuotes(harmless(q.Text))}}, fmt.Sprintf("%d-%d", q.Start, q.End))
	}
}

// inQuotes puts marks around words that do not bring their own.
func inQuotes(text string) string {
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	if slices.Contains([]rune(`"“„«‘'`), first) && slices.Contains([]rune(`"”“»’',`), last) {
		return text
	}
	return "“" + text + "”"
}

func joined(with string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), with)
}

func orElse(text, other string) string {
	if text == "" {
		return other
	}
	return text
}
