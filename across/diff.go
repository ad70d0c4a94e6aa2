package across

import (
	"context"

	"onrecord"
)

// Change is how an actor's position on a topic differs between two days.
type Change struct {
	Topic  *Topic    `json:"issue"`
	Toward *Actor    `json:"toward"`
	Before *Position `json:"before"` // the last until the first day; null if none
	After  *Position `json:"after"`  // the last until the second day
}

// IsChange reports whether the stance differs.
func (c *Change) IsChange() bool { return c.Before == nil || c.Before.Stance != c.After.Stance }

// Diff gives, for each topic and toward whom, what an actor said last until one day and what it
// said last after that, until another.
func (r *Record) Diff(ctx context.Context, of onrecord.ActorID, issue string, until, then onrecord.Date) ([]Change, error) {
	positions, err := r.Positions(ctx, PositionQuery{Of: of, Issue: issue})
	if err != nil {
		return nil, err
	}
	var all []Change
	for i := range positions {
		p := &positions[i]
		if n := len(all); n == 0 || !sameLine(&all[n-1], p) {
			all = append(all, Change{Topic: p.Topic, Toward: p.Toward})
		}
		c := &all[len(all)-1]
		c.take(p, lastDay(until), lastDay(then))
	}
	var changes []Change
	for _, c := range all {
		if c.After != nil {
			changes = append(changes, c)
		}
	}
	return changes, nil
}

func sameLine(c *Change, p *Position) bool {
	sameToward := c.Toward == nil && p.Toward == nil || c.Toward != nil && p.Toward != nil && c.Toward.ID == p.Toward.ID
	return c.Topic == p.Topic && sameToward
}

// take sorts the evidence of a position by the two days.
func (c *Change) take(p *Position, until, then onrecord.Date) {
	before, after := *p, *p
	before.Evidence, after.Evidence = nil, nil
	for _, e := range p.Evidence {
		switch day := lastDay(e.Day); {
		case day == "":
		case day <= until:
			before.Evidence = append(before.Evidence, e)
		case day <= then:
			after.Evidence = append(after.Evidence, e)
		}
	}
	if len(before.Evidence) > 0 {
		before.When = spanOf(before.Evidence)
		c.Before = &before
	}
	if len(after.Evidence) > 0 {
		after.When = spanOf(after.Evidence)
		c.After = &after
	}
}

func spanOf(evidence []Evidence) (when EDTF) {
	for _, e := range evidence {
		when = when.widen(e.Day)
	}
	return when
}

func lastDay(d onrecord.Date) onrecord.Date {
	last, ok := d.Last()
	if !ok {
		return ""
	}
	return onrecord.DateOf(last)
}
