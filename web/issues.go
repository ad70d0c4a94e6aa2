package web

import (
	"context"
	"fmt"
	"strings"

	"onrecord"
	"onrecord/across"
	"onrecord/store"
)

// issuesPage lists what statements are for or against.
type issuesPage struct {
	Find   string
	Topics []*across.Topic
	More   int // left out of the list
	Lone   int // of which one statement tells: behind a link
}

// mostIssues bounds the list: others are found by their words.
const mostIssues = 150

func (s *site) issues(ctx context.Context, v *visit) (view, error) {
	p := issuesPage{Find: v.name("find")}
	record, err := v.topics(ctx)
	if err != nil {
		return view{}, err
	}
	topics, err := record.Topics(ctx, p.Find)
	if err != nil {
		return view{}, err
	}
	p.Topics, p.Lone = withCompany(topics, p.Find != "" || v.FormValue("lone") != "")
	sortBy(p.Topics, func(t *across.Topic) int { return -len(strings.Fields(t.Name)) }) // one word tells little
	sortBy(p.Topics, func(t *across.Topic) int { return -t.N })
	if p.More = len(p.Topics) - mostIssues; p.More > 0 {
		p.Topics = p.Topics[:mostIssues]
	}
	return view{template: "issues", title: "Issues", data: p}, nil
}

// withCompany keeps the issues of which several statements tell, and counts the others: words that
// were said once may be anything ("alone", "late"). All are kept where all are wanted, or none has
// company.
func withCompany(topics []*across.Topic, all bool) (kept []*across.Topic, lone int) {
	for _, t := range topics {
		if t.N > 1 {
			kept = append(kept, t)
		}
	}
	if all || len(kept) == 0 {
		return append([]*across.Topic(nil), topics...), 0
	}
	return kept, len(topics) - len(kept)
}

// issuePage is who stands where on one issue.
type issuePage struct {
	*across.Topic
	Grid   *grid
	Stands []standOf
}

// standOf is where one holder stands toward one other, over time.
type standOf struct {
	Holder, Toward *across.Actor
	Together       bool
	Anchor         string
	Positions      []across.Position
}

// Title says who stands toward whom.
func (s standOf) Title() string {
	switch {
	case s.Toward == nil:
		return s.Holder.Name
	case s.Together:
		return s.Holder.Name + " with " + s.Toward.Name
	}
	return s.Holder.Name + " toward " + s.Toward.Name
}

// PositionAnchor names the place of a position on the page.
func (s standOf) PositionAnchor(n int) string { return fmt.Sprintf("%s-%d", s.Anchor, n+1) }

func (s *site) issue(ctx context.Context, v *visit) (view, error) {
	id := onrecord.TopicID(v.PathValue("id"))
	record, err := v.topics(ctx)
	if err != nil {
		return view{}, err
	}
	topics, err := record.Topics(ctx, string(id))
	if err != nil {
		return view{}, err
	}
	if len(topics) != 1 {
		return view{}, fmt.Errorf("%w: no statement is about %q", store.ErrNotFound, id)
	}
	positions, err := record.Positions(ctx, across.PositionQuery{Issue: string(topics[0].ID)})
	if err != nil {
		return view{}, err
	}
	p := issuePage{Topic: topics[0], Stands: groupPositions(positions)}
	p.lay()
	return view{template: "issue", title: p.Name, data: p}, nil
}

// groupPositions puts the positions of one holder toward one other together.
func groupPositions(positions []across.Position) (all []standOf) {
	for i := range positions {
		one := &positions[i]
		if n := len(all); n == 0 || !all[n-1].takes(one) {
			all = append(all, standOf{Holder: &one.Holder, Toward: one.Toward, Together: one.Together, Anchor: fmt.Sprintf("stand-%d", n+1)})
		}
		s := &all[len(all)-1]
		s.Positions = append(s.Positions, *one)
	}
	return all
}

func (s *standOf) takes(p *across.Position) bool {
	sameToward := s.Toward == nil && p.Toward == nil || s.Toward != nil && p.Toward != nil && s.Toward.ID == p.Toward.ID
	return s.Holder.ID == p.Holder.ID && sameToward && s.Together == p.Together
}

func (p *issuePage) lay() {
	rows := make([][]stretch, len(p.Stands))
	for i := range p.Stands {
		for j := range p.Stands[i].Positions {
			one := &p.Stands[i].Positions[j]
			rows[i] = append(rows[i], stretch{string(one.Stance), one.When, daysIn(one.Evidence), "#" + p.Stands[i].PositionAnchor(j)})
		}
	}
	p.Grid = &grid{Periods: yearsOf(rows)}
	for i := range p.Stands {
		p.Grid.Rows = append(p.Grid.Rows, gridRow{p.Stands[i].Title(), "#" + p.Stands[i].Anchor, "", cellsOf(rows[i], p.Grid.Periods)})
	}
}
