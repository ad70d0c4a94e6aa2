package web

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"onrecord"
	"onrecord/across"
)

// statementsOf gives n statements of a year, without their words.
func statementsOf(year, n int) (all []across.Evidence) {
	for i := range n {
		all = append(all, across.Evidence{Statement: onrecord.StatementID(fmt.Sprint("s", i)), Day: onrecord.Date(fmt.Sprintf("%d-01-%02d", year, 1+i%28))})
	}
	return all
}

// quoting counts what is quoted.
func quoting(n *int) *quota {
	return &quota{mostQuoted, func(_ context.Context, all []across.Evidence) error { *n += len(all); return nil }}
}

// TestIssuesTellOfAllAndQuoteFew lays out an issue of more holders, positions and statements than a page shows: all of
// them are counted, and what is not quoted is led to.
func TestIssuesTellOfAllAndQuoteFew(t *testing.T) {
	topic := &across.Topic{ID: "fill/dam", Name: "fill the dam"}
	var positions []across.Position
	for holder := range mostRows {
		for year := range 10 {
			positions = append(positions, across.Position{
				Holder: across.Actor{ID: onrecord.ActorID(fmt.Sprint("a", holder)), Name: fmt.Sprint("A", holder)}, Topic: topic,
				Stance: onrecord.StanceFor, When: across.EDTF(fmt.Sprint(2010 + year)), Evidence: statementsOf(2010+year, 9),
			})
		}
	}
	quoted, p := 0, &issuePage{Topic: topic, At: "/issues/fill/dam"}
	p.put(groupPositions(positions))
	if err := p.lay(t.Context(), quoting(&quoted)); err != nil {
		t.Fatal(err)
	}
	if len(p.Stands) != mostRows || quoted != mostQuoted {
		t.Errorf("%d holders, %d statements quoted", len(p.Stands), quoted)
	}
	for i, s := range p.Stands {
		told := 9 * s.Earlier
		for _, one := range s.Shown {
			told += len(one.Quoted.Last) + one.Quoted.More
		}
		if told != 90 || s.Earlier != 10-mostPositions || !strings.Contains(p.Grid.Rows[i].Cells[0].At, "of="+string(s.Holder.ID)) {
			t.Errorf("of %s %d of 90 statements are told, %d times before, cell %+v", s.Holder.Name, told, s.Earlier, p.Grid.Rows[i].Cells[0])
		}
	}
}

func TestNextPageOfAnIssueIsOfTheSameHolder(t *testing.T) {
	p := &issuePage{At: "/issues/fill/dam"}
	if got := p.page(2); got != "/issues/fill/dam?page=2" {
		t.Error(got)
	}
	p.Of = &across.Actor{ID: "person/a b"}
	if got := p.page(3); got != "/issues/fill/dam?of=person%2Fa+b&page=3" {
		t.Error(got)
	}
}

// TestComparisonsTellOfAllAndQuoteFew does the same for two actors.
func TestComparisonsTellOfAllAndQuoteFew(t *testing.T) {
	var all []across.Alignment
	for i := range mostRows {
		al := across.Alignment{A: across.Actor{Name: "A"}, B: across.Actor{Name: "B"}, Topic: &across.Topic{ID: onrecord.TopicID(fmt.Sprint("t", i)), Name: "t"}}
		for year := range 6 {
			al.Spells = append(al.Spells, across.Spell{Is: across.Aligned, When: across.EDTF(fmt.Sprint(2010 + year)), OfA: statementsOf(2010+year, 5), OfB: statementsOf(2010+year, 2)})
		}
		all = append(all, al)
	}
	quoted, p := 0, &comparePage{First: across.Actor{Name: "A"}, Second: across.Actor{Name: "B"}}
	if err := p.lay(t.Context(), all, quoting(&quoted)); err != nil {
		t.Fatal(err)
	}
	if len(p.Alignments) != mostRows || quoted != mostQuoted {
		t.Errorf("%d issues, %d statements quoted", len(p.Alignments), quoted)
	}
	for i, one := range p.Alignments {
		told := 7 * one.Earlier
		for _, s := range one.Spells {
			told += len(s.OfA.Last) + s.OfA.More + len(s.OfB.Last) + s.OfB.More
		}
		if at := p.Grid.Rows[i].Cells[0].At; told != 42 || at != one.At || !strings.Contains(at, "issue=t") {
			t.Errorf("issue %d tells of %d of 42 statements, its first cell leads to %s", i, told, at)
		}
	}
}
