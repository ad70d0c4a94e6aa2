package across

import (
	"context"
	"fmt"

	"onrecord"
	"onrecord/across"
)

// Scores is what a story scores.
type Scores struct {
	Origins, Positions, Alignments Count
	Links                          LinkScore
	HappeningsP, HappeningsR       float64
	Faults                         []string
}

// HappeningsF1 is the B3 score of happenings.
func (s *Scores) HappeningsF1() float64 {
	return 200 * s.HappeningsP * s.HappeningsR / max(1e-9, s.HappeningsP+s.HappeningsR)
}

// Measure derives a story in a store of its own and scores what comes out.
func (s *Story) Measure(ctx context.Context) (sc Scores, err error) {
	k, err := keep(ctx, s.Entries)
	if err != nil {
		return sc, err
	}
	defer k.remove()
	record := across.NewRecord(k, across.Issues{})
	links, err := k.links(ctx)
	if err != nil {
		return sc, err
	}
	sc.Links = s.ScoreLinks(links)
	sc.Faults = append(sc.Faults, sc.Links.Faults...)
	if err := s.measureOrigins(ctx, record, &sc); err != nil {
		return sc, err
	}
	if err := s.measurePositions(ctx, record, &sc); err != nil {
		return sc, err
	}
	if err := s.measureAlignments(ctx, record, &sc); err != nil {
		return sc, err
	}
	sc.HappeningsP, sc.HappeningsR, _, err = s.scoreHappenings(ctx, k)
	return sc, err
}

func (s *Story) measureOrigins(ctx context.Context, r *across.Record, sc *Scores) error {
	origin := map[onrecord.ReportID]onrecord.ReportID{}
	for _, e := range s.Entries {
		o, err := r.Origin(ctx, e.Report.ID)
		if err != nil {
			return err
		}
		origin[e.Report.ID] = o.Root
	}
	count, faults := s.ScoreOrigins(origin)
	sc.Origins, sc.Faults = count, append(sc.Faults, faults...)
	return nil
}

func (s *Story) measurePositions(ctx context.Context, r *across.Record, sc *Scores) error {
	all, err := r.Positions(ctx, across.PositionQuery{})
	if err != nil {
		return err
	}
	count, faults := s.ScorePositions(all)
	sc.Positions, sc.Faults = count, append(sc.Faults, faults...)
	return nil
}

// measureAlignments looks whether each alignment of the gold is found with the right relation on its day.
func (s *Story) measureAlignments(ctx context.Context, r *across.Record, sc *Scores) error {
	for _, g := range s.Gold.Alignments {
		a, err := r.Find(ctx, g.Of[0])
		if err != nil {
			return err
		}
		b, err := r.Find(ctx, g.Of[1])
		if err != nil {
			return err
		}
		all, err := r.Compare(ctx, a.ID, b.ID, "")
		if err != nil {
			return err
		}
		for _, is := range g.Is {
			sc.Alignments.Gold++
			if hasSpell(all, g.Issue, is) {
				sc.Alignments.Found++
			} else {
				sc.Faults = append(sc.Faults, fmt.Sprintf("missed alignment: %v on %v: %v", g.Of, g.Issue, is))
			}
		}
	}
	return nil
}

func hasSpell(all []across.Alignment, issue []string, is [2]string) bool {
	for _, al := range all {
		if !isIssue(al.Topic, issue) {
			continue
		}
		for _, spell := range al.Spells {
			if day := onrecord.Date(is[1]); string(spell.Is) == is[0] && overlaps(spell.When, day, day) {
				return true
			}
		}
	}
	return false
}
