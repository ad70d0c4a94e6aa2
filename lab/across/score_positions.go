package across

import (
	"fmt"
	"slices"
	"strings"

	"onrecord"
	"onrecord/across"
	"onrecord/across/words"
)

// ScorePositions counts positions: right ones have the holder, toward whom, issue, stance and a day
// within the gold's time. What the gold lists as "may" counts neither way.
func (s *Story) ScorePositions(positions []across.Position) (c Count, faults []string) {
	found := map[[2]int]bool{}
	for _, p := range positions {
		i, j, known := s.goldStance(&p)
		switch {
		case i >= 0:
			c.Predicted, c.Right = c.Predicted+1, c.Right+1
			found[[2]int{i, j}] = true
		case known || !s.isMay(&p):
			c.Predicted++
			faults = append(faults, "wrong position: "+describe(&p))
		}
	}
	for i, g := range s.Gold.Positions {
		for j := range g.Stances {
			c.Gold++
			if found[[2]int{i, j}] {
				c.Found++
			} else {
				faults = append(faults, fmt.Sprintf("missed position: %s %v %v %v", g.Holder, g.Toward, g.Issue, g.Stances[j]))
			}
		}
	}
	slices.Sort(faults)
	return c, faults
}

// goldStance finds the stance of the gold that a position is; known reports whether the gold has the
// holder and issue at all. Of several issues worded alike the nearest is meant.
func (s *Story) goldStance(p *across.Position) (i, j int, known bool) {
	best, likest := -1, 0.0
	for i, g := range s.Gold.Positions {
		if g.Holder != p.Holder.Name || !slices.Contains(g.Toward, towardName(p)) {
			continue
		}
		if like := likeIssue(p.Topic, g.Issue); like > likest {
			best, likest = i, like
		}
	}
	if best < 0 {
		return -1, -1, false
	}
	for j, st := range s.Gold.Positions[best].Stances {
		if st[0] == string(p.Stance) && overlaps(p.When, onrecord.Date(st[1]), onrecord.Date(st[2])) {
			return best, j, true
		}
	}
	return -1, -1, true
}

func (s *Story) isMay(p *across.Position) bool {
	for _, m := range s.Gold.May {
		if m.Holder == p.Holder.Name && isIssue(p.Topic, m.Issue) {
			return true
		}
	}
	return false
}

func towardName(p *across.Position) string {
	if p.Toward == nil {
		return ""
	}
	return p.Toward.Name
}

func overlaps(when across.EDTF, goldFrom, goldTo onrecord.Date) bool {
	from, to := when.Ends()
	return from <= goldTo && goldFrom <= to
}

func isIssue(t *across.Topic, wordings []string) bool { return likeIssue(t, wordings) > 0 }

// likeIssue tells how much a topic is worded like one of the gold's issues, 0 to 1: it must have all
// words with content of the shorter of the two.
func likeIssue(t *across.Topic, wordings []string) (like float64) {
	have := contentStems(t.Name)
	for _, w := range wordings {
		want := contentStems(w)
		shorter, longer := want, have
		if len(have) < len(want) {
			shorter, longer = have, want
		}
		all := len(shorter) > 0
		for stem := range shorter {
			all = all && longer[stem]
		}
		if all {
			like = max(like, float64(len(shorter))/float64(len(longer)))
		}
	}
	return like
}

func contentStems(text string) map[string]bool {
	stems := map[string]bool{}
	for _, t := range words.Cut(onrecord.Quote{Text: strings.ToLower(text)}) {
		if t.Stem != "" && t.Class&(words.Empty|words.Links) == 0 {
			stems[t.Stem] = true
		}
	}
	return stems
}

func describe(p *across.Position) string {
	return fmt.Sprintf("%s toward %q on %q: %s %s", p.Holder.Name, towardName(p), p.Topic.Name, p.Stance, p.When)
}
