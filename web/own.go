package web

import (
	"context"
	"fmt"
	"net/url"

	"onrecord"
	"onrecord/across"
	"onrecord/store"
)

// ownPage lists the statements or events of an actor, or about one, as the record counts them: by who it is and not by
// what it is called.
type ownPage struct {
	ownQuery
	Who, Whom across.Actor
	Groups    []hitGroup
	Next      int
	At        string
}

// ownQuery is what the page is asked for.
type ownQuery struct {
	store.Talked
	Sort         string // StatementLine or EventLine; "" is both
	Since, Until string
}

// at is the address of the page.
func (q ownQuery) at() string {
	values := url.Values{}
	for name, value := range map[string]string{"is": q.Sort, "by": string(q.By), "about": string(q.About), "since": q.Since, "until": q.Until} {
		if value != "" {
			values.Set(name, value)
		}
	}
	return "/own?" + values.Encode()
}

// where is the condition of the page.
func (q ownQuery) where() store.And {
	all := store.And{q.Talked}
	if q.Sort != "" {
		all = append(all, isA(q.Sort))
	}
	if q.Since+q.Until != "" {
		all = append(all, daysOf(q.Since, q.Until))
	}
	return all
}

func (s *site) own(ctx context.Context, v *visit) (view, error) {
	n, err := v.pageNumber()
	if err != nil {
		return view{}, err
	}
	q := ownQuery{store.Talked{By: onrecord.ActorID(v.FormValue("by")), About: onrecord.ActorID(v.FormValue("about"))}, v.FormValue("is"), v.name("since"), v.name("until")}
	if err := q.check(v.Sums() != nil); err != nil {
		return view{}, err
	}
	p := ownPage{ownQuery: q, At: q.at()}
	if p.Who, err = v.across.Actor(ctx, q.By); err != nil {
		return view{}, err
	}
	if p.Whom, err = v.across.Actor(ctx, q.About); err != nil {
		return view{}, err
	}
	lines, err := v.lines(ctx, store.Query{Where: q.where(), Limit: perPage + 1, Skip: (n - 1) * perPage})
	if len(lines) > perPage {
		lines, p.Next = lines[:perPage], n+1
	}
	p.Groups = groupHits(lines)
	return view{template: "own", title: "What is on record", data: p}, err
}

// check refuses what cannot be asked.
func (q *ownQuery) check(isAdded bool) error {
	switch {
	case !isAdded:
		return fmt.Errorf("%w: this record finds actors by name: use the search", errBadRequest)
	case q.By == "" && q.About == "", q.Sort != "" && q.Sort != store.StatementLine && q.Sort != store.EventLine:
		return fmt.Errorf("%w: name who (by) or whom (about); what it is may be is=statement or is=event", errBadRequest)
	}
	for _, day := range []string{q.Since, q.Until} {
		if day != "" && !isPeriod(day) {
			return fmt.Errorf("%w: since and until are a year, a month or a day, as 2019, 2019-02 or 2019-02-06", errBadRequest)
		}
	}
	return nil
}
