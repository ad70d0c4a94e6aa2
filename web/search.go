package web

import (
	"context"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"onrecord/search"
	"onrecord/store"
)

// filters are the fields of the form above searches and timelines.
type filters struct {
	Q, Actor, About, Issue, Type, Since, Until string
	Types                                      []string // to choose from
}

// readFilters reads the form's fields.
func (s *site) readFilters(v *visit) filters {
	get := func(name string) string { return strings.TrimSpace(v.FormValue(name)) }
	return filters{get("q"), get("actor"), get("about"), get("issue"), get("type"), get("since"), get("until"), s.Types}
}

// condition is what all filters ask for together.
func (f filters) condition() (store.Q, error) {
	q, err := search.Parse(f.Q)
	if err != nil {
		return nil, err
	}
	all := store.And{}
	if q != nil {
		all = append(all, q)
	}
	if f.Actor != "" {
		all = append(all, store.Or{store.Name{Part: store.By, Text: f.Actor}, store.Name{Part: store.Actor, Text: f.Actor}})
	}
	if f.About != "" {
		all = append(all, store.Name{Part: store.About, Text: f.About})
	}
	if f.Issue != "" {
		all = append(all, store.Name{Part: store.Topic, Text: f.Issue})
	}
	if f.Type != "" {
		all = append(all, store.Value{Field: store.Type, Is: strings.ToUpper(f.Type)})
	}
	for name, day := range map[string]string{"since": f.Since, "until": f.Until} {
		if day != "" && !isPeriod(day) {
			return nil, fmt.Errorf("%w: %s is a year, a month or a day, as 2019, 2019-02 or 2019-02-06", errBadRequest, name)
		}
	}
	if f.Since != "" || f.Until != "" {
		all = append(all, daysOf(f.Since, f.Until))
	}
	switch len(all) {
	case 0:
		return nil, nil
	case 1:
		return all[0], nil
	}
	return all, nil
}

// values are the fields as an address has them.
func (f filters) values() url.Values {
	all := url.Values{}
	for name, value := range map[string]string{
		"q": f.Q, "actor": f.Actor, "about": f.About, "issue": f.Issue, "type": f.Type, "since": f.Since, "until": f.Until,
	} {
		if value != "" {
			all.Set(name, value)
		}
	}
	return all
}

// IsOpen reports whether more than the search box is used.
func (f filters) IsOpen() bool {
	return f.Actor+f.About+f.Issue+f.Type+f.Since+f.Until != ""
}

// searchPage is what was found.
type searchPage struct {
	filters
	Groups         []hitGroup
	N              int // lines on this page
	First          int // number of the first of them
	Previous, Next string
	Timeline       string // the same as a timeline
	ByRank         bool
	Other          string // the same in the other order
}

// Ranked is how many hits are ranked.
func (searchPage) Ranked() int { return store.MostRanked }

// hitGroup is the lines found in one report.
type hitGroup struct{ Lines []line }

func (s *site) search(ctx context.Context, v *visit) (view, error) {
	f := s.readFilters(v)
	where, err := f.condition()
	if err != nil {
		return view{}, err
	}
	n, err := v.pageNumber()
	if err != nil {
		return view{}, err
	}
	p := searchPage{filters: f, ByRank: v.FormValue("sort") == "rank", First: (n-1)*perPage + 1}
	lines, err := v.lines(ctx, store.Query{Where: where, Limit: perPage + 1, Skip: (n - 1) * perPage, ByRank: p.ByRank})
	if err != nil {
		return view{}, err
	}
	p.link(n, len(lines) > perPage)
	lines = lines[:min(perPage, len(lines))]
	p.N, p.Groups = len(lines), groupHits(lines)
	return view{template: "search", title: "Search", data: p}, nil
}

// link makes the addresses of the pages around this one.
func (p *searchPage) link(n int, more bool) {
	at := func(n int, byRank bool) string {
		values := p.values()
		if byRank {
			values.Set("sort", "rank")
		}
		if n > 1 {
			values.Set("page", strconv.Itoa(n))
		}
		return "/search?" + values.Encode()
	}
	if n > 1 {
		p.Previous = at(n-1, p.ByRank)
	}
	if more {
		p.Next = at(n+1, p.ByRank)
	}
	p.Other, p.Timeline = at(1, !p.ByRank), "/timeline?"+p.values().Encode()
}

// groupHits puts neighbours of one report together.
func groupHits(lines []line) (groups []hitGroup) {
	for _, l := range lines {
		if n := len(groups); n == 0 || groups[n-1].Lines[0].Report != l.Report {
			groups = append(groups, hitGroup{})
		}
		g := &groups[len(groups)-1]
		g.Lines = append(g.Lines, l)
	}
	return groups
}

// mostPages bounds how far one may leaf: who wants all of it takes an export.
const mostPages = 500

func (v *visit) pageNumber() (int, error) {
	text := v.FormValue("page")
	if text == "" {
		return 1, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > mostPages {
		return 0, fmt.Errorf("%w: page is a number from 1 to %d", errBadRequest, mostPages)
	}
	return n, nil
}
