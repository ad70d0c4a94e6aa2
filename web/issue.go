package web

import (
	"context"
	"fmt"
	"net/url"
	"strconv"

	"onrecord"
	"onrecord/across"
	"onrecord/store"
)

// issuePage is who stands where on one issue.
type issuePage struct {
	*across.Topic
	Of       *across.Actor // alone; nil: everybody
	Grid     *grid
	Stands   []standOf
	Next, At string // of the page behind this, and of the issue
}

// standOf is where one holder stands toward one other, over time.
type standOf struct {
	Holder, Toward *across.Actor
	Together       bool
	Anchor         string
	Positions      []across.Position
	Shown          []shownPosition // the last of them
	Earlier        int             // positions before
	At             string          // of this holder alone
}

// shownPosition is a position with some of its words.
type shownPosition struct {
	*across.Position
	Anchor string
	Quoted quoted
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

// How much is shown of each holder among many, and of one alone.
const (
	mostPositions, mostPositionsAlone = 6, 40
	mostSaid, mostSaidAlone           = 5, 20
)

func (s *site) issue(ctx context.Context, v *visit) (view, error) {
	n, err := v.pageNumber()
	if err != nil {
		return view{}, err
	}
	record, err := v.topics(ctx)
	if err != nil {
		return view{}, err
	}
	p, err := v.issuePage(ctx, record)
	if err != nil {
		return view{}, err
	}
	q := across.PositionQuery{Issue: string(p.Topic.ID), IsBare: true}
	if p.Of != nil {
		q.Of = p.Of.ID
	}
	positions, more, err := record.MostSaid(ctx, q, (n-1)*mostRows, mostRows)
	if err != nil {
		return view{}, err
	}
	if p.put(groupPositions(positions)); more {
		p.Next = p.page(n + 1)
	}
	err = p.lay(ctx, &quota{mostQuoted, record.Quote})
	return view{template: "issue", title: p.Name, data: p}, err
}

// issuePage finds the issue that an address means, and whose stand is asked for.
func (v *visit) issuePage(ctx context.Context, record *across.Record) (*issuePage, error) {
	id := v.PathValue("id")
	topics, err := record.Topics(ctx, id)
	if err != nil {
		return nil, err
	}
	if len(topics) != 1 {
		return nil, fmt.Errorf("%w: no statement is about %q", store.ErrNotFound, id)
	}
	p := &issuePage{Topic: topics[0], At: issueAt(topics[0].ID)}
	if of := v.name("of"); of != "" {
		who, err := v.across.Actor(ctx, onrecord.ActorID(of))
		if err != nil {
			return nil, err
		}
		p.Of = &who
	}
	return p, nil
}

// page is the address of a page of this issue.
func (p *issuePage) page(n int) string {
	values := url.Values{"page": {strconv.Itoa(n)}}
	if p.Of != nil {
		values.Set("of", string(p.Of.ID))
	}
	return p.At + "?" + values.Encode()
}

// put gives the stands their places on the page.
func (p *issuePage) put(all []standOf) {
	p.Stands = all
	for i := range p.Stands {
		p.Stands[i].Anchor = fmt.Sprintf("stand-%d", i+1)
		p.Stands[i].At = p.At + "?" + url.Values{"of": {string(p.Stands[i].Holder.ID)}}.Encode()
	}
}

// groupPositions puts the positions of one holder toward one other together.
func groupPositions(positions []across.Position) (all []standOf) {
	for i := range positions {
		one := &positions[i]
		if n := len(all); n == 0 || !all[n-1].takes(one) {
			all = append(all, standOf{Holder: &one.Holder, Toward: one.Toward, Together: one.Together})
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

// lay makes the grid and chooses the words that are shown.
func (p *issuePage) lay(ctx context.Context, q *quota) error {
	rows := make([][]stretch, len(p.Stands))
	for i := range p.Stands {
		s := &p.Stands[i]
		if err := s.show(ctx, q, p.Of != nil); err != nil {
			return err
		}
		rows[i] = s.stretches()
	}
	p.Grid = &grid{Periods: yearsOf(rows)}
	for i := range p.Stands {
		p.Grid.Rows = append(p.Grid.Rows, gridRow{p.Stands[i].Title(), "#" + p.Stands[i].Anchor, "", cellsOf(rows[i], p.Grid.Periods)})
	}
	return nil
}

// show chooses the positions and words that are shown; more of a holder that is shown alone.
func (s *standOf) show(ctx context.Context, q *quota, isAlone bool) (err error) {
	positions, words, at := mostPositions, mostSaid, s.At
	if isAlone {
		positions, words, at = mostPositionsAlone, mostSaidAlone, wordsOn(s.Positions[0].Topic, s.Holder)
	}
	s.Earlier = max(0, len(s.Positions)-positions)
	for j := range s.Positions[s.Earlier:] {
		one := shownPosition{Position: &s.Positions[s.Earlier+j], Anchor: fmt.Sprintf("%s-%d", s.Anchor, s.Earlier+j+1)}
		if one.Quoted, err = q.take(ctx, one.Evidence, words, at); err != nil {
			return err
		}
		s.Shown = append(s.Shown, one)
	}
	return nil
}

// stretches are the positions as a row of the grid; one that is not on the page leads to its holder alone.
func (s *standOf) stretches() (row []stretch) {
	for j := range s.Positions {
		one, at := &s.Positions[j], s.At
		if j >= s.Earlier {
			at = "#" + s.Shown[j-s.Earlier].Anchor
		}
		row = append(row, stretch{string(one.Stance), one.When, daysIn(one.Evidence), at})
	}
	return row
}
