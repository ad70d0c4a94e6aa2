package web

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"onrecord"
	"onrecord/across"
	"onrecord/store"
)

// line shows one statement or one event of a report.
func (s *site) line(ctx context.Context, v *visit) (view, error) {
	entry, err := v.Get(ctx, onrecord.ReportID(v.PathValue("id")))
	if err != nil {
		return view{}, err
	}
	id := v.PathValue("line")
	if hit := store.HitIn(entry, store.StatementLine, id); hit.Statement != nil {
		return v.statement(ctx, hit)
	}
	if hit := store.HitIn(entry, store.EventLine, id); hit.Event != nil {
		return v.event(ctx, hit)
	}
	return view{}, fmt.Errorf("%w: report %s has no line %q", store.ErrNotFound, entry.Report.ID, id)
}

// statementPage is a statement with its words in context and what it has to do with others.
type statementPage struct {
	line
	Before, After string // what stands around the words in the report
	Words         []piece
	Parent        *line
	Inside        []line // statements that it reports
	Groups        []linkGroup
}

// linkGroup is the links of one kind in one direction.
type linkGroup struct {
	Title string
	Links []linkTo
}

// linkTo is the other end of a link.
type linkTo struct {
	across.Evidence
	Why       string
	Certainty float64
}

func (v *visit) statement(ctx context.Context, hit store.Hit) (view, error) {
	p := statementPage{line: lineOf(hit)}
	p.Before, p.Words, p.After = inContext(hit.Entry, hit.Statement)
	for i := range hit.Entry.Statements {
		o := &hit.Entry.Statements[i]
		other := lineOf(store.Hit{Entry: hit.Entry, Statement: o})
		switch {
		case o.ID == hit.Statement.Parent:
			p.Parent = &other
		case o.Parent == hit.Statement.ID:
			p.Inside = append(p.Inside, other)
		}
	}
	links, err := v.across.Links(ctx, across.LinkQuery{Report: hit.Entry.Report.ID, Statement: hit.Statement.ID})
	if err != nil {
		return view{}, err
	}
	p.Groups = groupLinks(links, onrecord.StatementRef{Report: hit.Entry.Report.ID, Statement: hit.Statement.ID})
	title := cmp.Or(hit.Statement.Speaker.Name, "Somebody") + ": " + string(hit.Statement.Kind)
	return view{template: "statement", title: title, data: p}, nil
}

// linkTitles says of each kind of link what is at its other end, in the order of the page.
var linkTitles = []struct {
	kind     onrecord.LinkKind
	from, to string
}{
	{onrecord.Denies, "What it denies", "Denied by"},
	{onrecord.Contradicts, "What it contradicts", "Contradicted by"},
	{onrecord.Revises, "What it revises", "Revised by"},
	{onrecord.Confirms, "What it confirms", "Confirmed by"},
	{onrecord.Repeats, "What it repeats", "Repeated by"},
}

func groupLinks(links []across.Linked, here onrecord.StatementRef) []linkGroup {
	var groups []linkGroup
	for _, t := range linkTitles {
		out, in := linkGroup{Title: t.from}, linkGroup{Title: t.to}
		for i := range links {
			l := &links[i]
			switch {
			case l.Kind != t.kind:
			case refOf(&l.From) == here:
				out.Links = append(out.Links, linkTo{l.To, l.Why, l.Certainty})
			default:
				in.Links = append(in.Links, linkTo{l.From, l.Why, l.Certainty})
			}
		}
		for _, g := range []linkGroup{in, out} {
			if len(g.Links) > 0 {
				groups = append(groups, g)
			}
		}
	}
	return groups
}

// inContext cuts the paragraphs in which a statement's words stand, and the words inside them.
func inContext(e *onrecord.Entry, s *onrecord.Statement) (before string, words []piece, after string) {
	if len(s.Content) == 0 {
		return "", nil, ""
	}
	first, last := s.Content[0].Start, s.Content[len(s.Content)-1].End
	start := strings.LastIndex(e.Text[:first], "\n\n") + 1
	end := len(e.Text)
	if i := strings.Index(e.Text[last:], "\n\n"); i >= 0 {
		end = last + i
	}
	at := first
	for _, q := range s.Content {
		if q.Start > at {
			words = append(words, piece{Text: e.Text[at:q.Start]})
		}
		words = append(words, piece{Text: q.Text, IsSaid: true})
		at = q.End
	}
	return strings.TrimLeft(e.Text[start:first], "\n"), words, e.Text[last:end]
}

// eventPage is an event with all that tells of the same act.
type eventPage struct {
	line
	*across.Happening
}

func (v *visit) event(ctx context.Context, hit store.Hit) (view, error) {
	h, err := v.across.Happening(ctx, hit.Entry.Report.ID, hit.Event.ID)
	if err != nil {
		return view{}, err
	}
	return view{template: "event", title: titleOf(hit.Event), data: eventPage{lineOf(hit), h}}, nil
}

// titleOf tells an event in short.
func titleOf(v *onrecord.Event) string {
	title := cmp.Or(v.Actor.Name, "Somebody") + " " + string(v.Type)
	if v.Recipient != nil {
		title += " " + v.Recipient.Name
	}
	return title
}
