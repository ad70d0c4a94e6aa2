package statements

import (
	"onrecord/model"
)

// learnRoles learns the labels of a cue's words and which lone quotations belong
// to it; reader gives the models that weigh the cues of a lesson.
func learnRoles(lessons []Lesson, which []int, reader func(int) *Attributor, rounds int, o LearnOptions) (*model.Chain, *model.Logistic) {
	roles := model.NewChainLearner(o.RoleBits, roleLabels, roleContexts, o.Roles)
	joins := model.NewLogisticLearner(14, o.Joins)
	for round := range rounds {
		for _, n := range shuffled(which, round) {
			s := setScene(lessons[n].Analysis, o.Classes)
			s.weighCues(reader(n).cues)
			drafts := s.trueDrafts(lessons[n].Frames)
			for i := range drafts {
				s.showRoles(roles, &drafts[i])
			}
			s.showJoins(joins, drafts)
		}
	}
	return roles.Model(), joins.Model()
}

func (s *scene) showRoles(roles *model.ChainLearner, d *draft) {
	v := s.viewRoles(d.head)
	rows, contexts := v.rows()
	truth := make([]int, len(rows))
	for label, part := range [][]int{inSource: d.source, inCue: d.cue, inContent: d.content} {
		for _, i := range part {
			if i >= v.first && i < v.end {
				truth[i-v.first] = label
			}
		}
	}
	roles.Learn(rows, contexts, truth)
}

// showJoins shows the quotations that are content of a frame of another
// sentence, and those that are not.
func (s *scene) showJoins(joins *model.LogisticLearner, drafts []draft) {
	runs := s.quoteTokens()
	near := make([]draft, len(drafts))
	for i, d := range drafts {
		v := s.viewRoles(d.head)
		near[i] = d
		near[i].content = nil
		for _, j := range d.content {
			if j >= v.first && j < v.end {
				near[i].content = append(near[i].content, j)
			}
		}
		near[i].growQuotes(s, runs)
	}
	for _, o := range s.orphans(near, runs) {
		for _, i := range o.rivals(s, near) {
			belongs := holds(drafts[i].content, (o.first+o.end)/2)
			joins.Learn(s.joinFeatures(o, &near[i], near, nil), belongs)
			if belongs {
				near[i].add(o)
			}
		}
	}
}
