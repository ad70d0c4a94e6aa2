package web

import (
	"context"
	"fmt"
	"strings"

	"onrecord/across"
)

// comparePage is how two actors stand to each other, issue by issue.
type comparePage struct {
	A, B, Issue string
	Names       []doer // to choose from
	First       across.Actor
	Second      across.Actor
	Grid        *grid
	Alignments  []comparedTopic
	Asked       bool
}

// comparedTopic is one alignment with the places of its words on the page.
type comparedTopic struct {
	across.Alignment
	Anchor string
}

func (s *site) compare(ctx context.Context, v *visit) (view, error) {
	p := comparePage{A: v.name("a"), B: v.name("b"), Issue: v.name("issue")}
	var err error
	if p.Names, err = v.actorsToChoose(ctx); err != nil {
		return view{}, err
	}
	if p.A == "" || p.B == "" {
		return view{template: "compare", title: "Compare", data: p}, nil
	}
	if p.First, err = v.across.Find(ctx, p.A); err != nil {
		return view{}, err
	}
	if p.Second, err = v.across.Find(ctx, p.B); err != nil {
		return view{}, err
	}
	record, err := v.topics(ctx)
	if err != nil {
		return view{}, err
	}
	all, err := record.Compare(ctx, p.First.ID, p.Second.ID, p.Issue)
	if err != nil {
		return view{}, err
	}
	p.Asked = true
	p.lay(all)
	return view{template: "compare", title: p.First.Name + " and " + p.Second.Name, data: p}, nil
}

func (v *visit) name(field string) string { return strings.TrimSpace(v.FormValue(field)) }

// lay makes the grid and gives each spell a place to be opened at.
func (p *comparePage) lay(all []across.Alignment) {
	sortBy(all, func(a across.Alignment) int { return -len(daysIn(evidenceOf(a)...)) })
	var rows [][]stretch
	for i := range all {
		t := comparedTopic{all[i], fmt.Sprintf("issue-%d", i+1)}
		var row []stretch
		for j := range t.Spells {
			sp := &t.Spells[j]
			row = append(row, stretch{string(sp.Is), sp.When, daysIn(sp.OfA, sp.OfB), "#" + t.SpellAnchor(j)})
		}
		rows = append(rows, row)
		p.Alignments = append(p.Alignments, t)
	}
	p.Grid = &grid{Periods: yearsOf(rows)}
	for i, row := range rows {
		topic := all[i].Topic
		p.Grid.Rows = append(p.Grid.Rows, gridRow{topic.Name, "#" + p.Alignments[i].Anchor, showContexts(topic.Contexts), cellsOf(row, p.Grid.Periods)})
	}
}

// SpellAnchor names the place of a spell on the page.
func (t comparedTopic) SpellAnchor(n int) string { return fmt.Sprintf("%s-%d", t.Anchor, n+1) }

func evidenceOf(a across.Alignment) (all [][]across.Evidence) {
	for i := range a.Spells {
		all = append(all, a.Spells[i].OfA, a.Spells[i].OfB)
	}
	return all
}
