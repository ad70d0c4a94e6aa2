package web

import (
	"context"
	"fmt"
	"net/url"
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
	Hidden      int // issues of fewer words that are not shown
	Asked       bool
}

// comparedTopic is one alignment with the places of its words on the page.
type comparedTopic struct {
	across.Alignment
	Anchor  string
	Spells  []shownSpell // the last
	Earlier int          // spells before
	At      string       // of this issue alone
}

// shownSpell is a spell with some of its words.
type shownSpell struct {
	Is       across.Relation
	When     across.EDTF
	Anchor   string
	OfA, OfB quoted
}

// How much is shown of each issue among many, and of one alone. Of an issue of which nothing is quoted any more the last
// spell is told.
const (
	mostSpells, mostSpellsAlone = 4, 30
	mostWords, mostWordsAlone   = 3, 20
)

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
	all, others, err := record.Outline(ctx, p.First.ID, p.Second.ID, p.Issue, mostRows)
	if err != nil {
		return view{}, err
	}
	p.Asked, p.Hidden = true, others
	err = p.lay(ctx, all, &quota{mostQuoted, record.Quote})
	return view{template: "compare", title: p.First.Name + " and " + p.Second.Name, data: p}, err
}

func (v *visit) name(field string) string { return strings.TrimSpace(v.FormValue(field)) }

// lay makes the grid and gives each spell a place to be opened at.
func (p *comparePage) lay(ctx context.Context, all []across.Alignment, q *quota) error {
	rows := make([][]stretch, len(all))
	for i := range all {
		t := comparedTopic{Alignment: all[i], Anchor: fmt.Sprintf("issue-%d", i+1), At: p.issueAlone(all[i].Topic)}
		if err := t.show(ctx, q, len(all) == 1); err != nil {
			return err
		}
		rows[i] = t.stretches()
		p.Alignments = append(p.Alignments, t)
	}
	p.Grid = &grid{Periods: yearsOf(rows)}
	for i, row := range rows {
		topic := all[i].Topic
		p.Grid.Rows = append(p.Grid.Rows, gridRow{topic.Name, "#" + p.Alignments[i].Anchor, showContexts(topic.Contexts), cellsOf(row, p.Grid.Periods)})
	}
	return nil
}

// issueAlone leads to the comparison on one issue.
func (p *comparePage) issueAlone(t *across.Topic) string {
	return "/compare?" + url.Values{"a": {p.First.Name}, "b": {p.Second.Name}, "issue": {string(t.ID)}}.Encode()
}

// show chooses the spells and words that are shown; more of an issue that is shown alone.
func (t *comparedTopic) show(ctx context.Context, q *quota, isAlone bool) (err error) {
	spells, words := mostSpells, mostWords
	switch {
	case isAlone:
		spells, words = mostSpellsAlone, mostWordsAlone
	case q.left == 0:
		spells = 1
	}
	t.Earlier = max(0, len(t.Alignment.Spells)-spells)
	for j, sp := range t.Alignment.Spells[t.Earlier:] {
		one := shownSpell{Is: sp.Is, When: sp.When, Anchor: fmt.Sprintf("%s-%d", t.Anchor, t.Earlier+j+1)}
		if one.OfA, err = q.take(ctx, sp.OfA, words, t.more(isAlone, &t.A)); err != nil {
			return err
		}
		if one.OfB, err = q.take(ctx, sp.OfB, words, t.more(isAlone, &t.B)); err != nil {
			return err
		}
		t.Spells = append(t.Spells, one)
	}
	return nil
}

// more leads to what is not quoted: the issue alone, or the statements that are found on it.
func (t *comparedTopic) more(isAlone bool, who *across.Actor) string {
	if isAlone {
		return wordsOn(t.Topic, who)
	}
	return t.At
}

// stretches are the spells as a row of the grid; one that is not on the page leads to the issue alone.
func (t *comparedTopic) stretches() (row []stretch) {
	for j, sp := range t.Alignment.Spells {
		at := t.At
		if j >= t.Earlier {
			at = "#" + t.Spells[j-t.Earlier].Anchor
		}
		row = append(row, stretch{string(sp.Is), sp.When, daysIn(sp.OfA, sp.OfB), at})
	}
	return row
}
