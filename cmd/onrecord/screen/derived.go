package screen

import (
	"fmt"
	"strings"

	"onrecord"
	"onrecord/across"
	"onrecord/store"
)

// Positions shows positions, those on one issue together.
func (s *Screen) Positions(all []across.Position) error {
	p := s.newPage()
	var topic *across.Topic
	for i := range all {
		one := &all[i]
		if one.Topic != topic {
			topic = one.Topic
			p.topic(topic, i > 0)
		}
		p.position(one)
	}
	return s.show(p)
}

// topic begins the lines of an issue.
func (p *page) topic(t *across.Topic, apart bool) {
	if apart {
		p.newline()
	}
	p.block(0, []run{{bold, harmless(t.Name)}, {dim, harmless(aside(strings.Join(t.Contexts, ", ")))}}, harmless(string(t.ID)))
}

// aside puts words in brackets behind others.
func aside(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}

func (p *page) position(one *across.Position) {
	p.spaces(2)
	head := []run{{plain, harmless(one.Holder.Name) + " is "}, {said, string(one.Stance)}}
	if one.Toward != nil {
		head = append(head, run{plain, " it," + toward(one.Together) + harmless(one.Toward.Name)})
	}
	if one.Revises != "" {
		head = append(head, run{dim, " (was " + string(one.Revises) + ")"})
	}
	p.block(4, head, orElse(string(one.When), "date unknown"))
	p.evidence(one.Evidence)
}

func toward(together bool) string {
	if together {
		return " with "
	}
	return " toward "
}

// mostEvidence is how much evidence is shown for one thing.
const mostEvidence = 6

// evidence shows who said the words where and when.
func (p *page) evidence(all []across.Evidence) {
	for i := range all {
		if i == mostEvidence {
			p.spaces(wordsColumn)
			p.block(wordsColumn, []run{{dim, fmt.Sprintf("... and %d more (--json shows all)", len(all)-mostEvidence)}}, "")
			return
		}
		p.oneEvidence(&all[i])
	}
}

func (p *page) oneEvidence(e *across.Evidence) {
	p.quotes(e.Words)
	p.spaces(wordsColumn)
	who := joined(", ", orElse(e.Speaker, "somebody"), string(e.Day), e.Outlet)
	p.block(wordsColumn, []run{{dim, harmless(who)}}, shortID(e.Report)+" "+string(e.Statement))
}

// Alignments shows how two stand to each other, issue by issue.
func (s *Screen) Alignments(all []across.Alignment) error {
	p := s.newPage()
	for i := range all {
		p.topic(all[i].Topic, i > 0)
		for j := range all[i].Spells {
			p.spell(&all[i], &all[i].Spells[j])
		}
	}
	return s.show(p)
}

func (p *page) spell(a *across.Alignment, one *across.Spell) {
	p.spaces(2)
	p.block(4, []run{{said, string(one.Is)}, {plain, harmless(": " + a.A.Name + " and " + a.B.Name)}}, orElse(string(one.When), "date unknown"))
	p.evidence(one.OfA)
	p.evidence(one.OfB)
}

// Denials shows denials with what they deny.
func (s *Screen) Denials(all []across.Denial) error {
	p := s.newPage()
	for i := range all {
		if i > 0 {
			p.newline()
		}
		d := &all[i]
		p.block(0, []run{{said, "DENIES"}}, counted(d.Origins, "origin"))
		p.oneEvidence(&d.Denial)
		for j := range d.Denied[:min(mostEvidence, len(d.Denied))] {
			l := &d.Denied[j]
			p.spaces(2)
			p.block(4, []run{{dim, "what "}, {plain, harmless(orElse(l.To.Speaker, "somebody"))}, {dim, " said (" + harmless(l.Why) + ")"}}, fmt.Sprintf("%.2f", l.Certainty))
			p.oneEvidence(&l.To)
		}
	}
	return s.show(p)
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// Origin shows the reports of one origin as a tree.
func (s *Screen) Origin(o *across.Origin) error {
	p := s.newPage()
	children := map[onrecord.ReportID][]*across.Copied{}
	var root *across.Copied
	for i := range o.Reports {
		if r := &o.Reports[i]; r.From == nil {
			root = r
		} else {
			children[r.From.Of] = append(children[r.From.Of], r)
		}
	}
	p.block(0, []run{{bold, counted(len(o.Reports), "report") + ", 1 origin"}}, "")
	if root != nil {
		p.branch(root, children, 0)
	}
	for _, c := range o.Passages {
		p.spaces(2)
		p.block(4, []run{{dim, "passage: "}, {plain, shortID(c.Report) + " has sentences of " + shortID(c.Of)}}, harmless(c.Why))
	}
	return s.show(p)
}

func (p *page) branch(r *across.Copied, children map[onrecord.ReportID][]*across.Copied, depth int) {
	const deepest = 12
	indent := 2 * min(depth+1, deepest)
	how := ""
	if r.From != nil {
		how = string(r.From.Kind) + ", " + r.From.Why + ": "
	}
	date := "date unknown"
	if r.Published != nil {
		date = string(*r.Published)
	}
	outlet := orElse(r.Outlet, r.Dateline.Agency)
	p.spaces(indent)
	p.block(indent, []run{{dim, harmless(how)}, {plain, harmless(joined(" · ", outlet, date, orElse(r.Headline, r.Source)))}}, shortID(r.ID))
	for _, child := range children[r.ID] {
		p.branch(child, children, depth+1)
	}
}

// Profile shows what is known of an actor.
func (s *Screen) Profile(a *across.Profile) error {
	p := s.newPage()
	p.block(0, []run{{bold, harmless(a.Name)}}, harmless(string(a.ID)))
	p.spaces(2)
	p.block(4, []run{{dim, "names: "}, {plain, harmless(strings.Join(a.Names, ", "))}}, "")
	for _, r := range a.Roles {
		role := harmless(joined(", of ", r.Title, r.Of))
		if r.Told != "" {
			role += " (" + string(r.Told) + ")"
		}
		p.spaces(2)
		p.block(4, []run{{dim, "role: "}, {plain, role}}, string(r.Seen))
	}
	for i, sp := range a.Speakers {
		if i == 2*mostEvidence {
			break
		}
		p.spaces(2)
		p.block(4, []run{{dim, "speaker: "}, {plain, harmless(joined(", ", sp.Name, sp.Role))}}, counted(sp.N, "statement")+" "+string(sp.Seen))
	}
	for i := range a.Last {
		p.oneEvidence(&a.Last[i])
	}
	return s.show(p)
}

// Changes shows how positions changed.
func (s *Screen) Changes(all []across.Change) error {
	p := s.newPage()
	for i := range all {
		c := &all[i]
		p.topic(c.Topic, i > 0)
		if c.Before == nil {
			p.spaces(2)
			p.block(4, []run{{dim, "before: nothing was said"}}, "")
		} else {
			p.put(dim, "  before\n")
			p.position(c.Before)
		}
		p.put(dim, "  after\n")
		p.position(c.After)
	}
	return s.show(p)
}

// Moment shows a statement of a timeline.
func (s *Screen) Moment(day string, hit store.Hit) error {
	p := s.newPage()
	p.block(0, []run{{bold, orElse(day, "date unknown")}}, shortID(hit.Entry.Report.ID))
	p.statement(hit.Statement)
	return s.show(p)
}

// Happening shows events of several reports that are one.
func (s *Screen) Happening(h *across.Happening) error {
	p := s.newPage()
	count := joined(", ", counted(len(h.Reports), "report"), counted(h.Origins, "origin"), h.Status)
	p.block(0, []run{{bold, orElse(string(h.When), "date unknown")}}, count)
	p.event(&h.Told[0].Event)
	for i := range h.Told[1:] {
		if i == mostEvidence {
			break
		}
		t := &h.Told[i+1]
		p.spaces(wordsColumn)
		p.block(wordsColumn, []run{{dim, harmless(joined(", ", "also "+orElse(t.Outlet, "a report"), vouched(&t.Event)))}}, shortID(t.Report))
	}
	for _, f := range h.Figures {
		p.spaces(wordsColumn)
		p.block(wordsColumn, []run{{plain, harmless(fmt.Sprintf("%s: %s, says %s", f.What, f.Words.Text, f.By))}}, shortID(f.Report))
	}
	for i := range h.Denied {
		p.spaces(wordsColumn)
		p.block(wordsColumn, []run{{trouble, "denied by "}, {plain, harmless(h.Denied[i].Speaker)}}, shortID(h.Denied[i].Report))
	}
	return s.show(p)
}
