package language

import (
	"cmp"
	"slices"

	"onrecord"
	"onrecord/model"
)

// PronounSample is a parsed text and which of its mentions mean one thing.
type PronounSample struct {
	Analysis *onrecord.Analysis // sentences and parsed tokens
	Cluster  map[int]int        // the number of the thing that the mention with this head token means
	Partial  bool               // only the mentions in Cluster are known; of the others nothing is told
	Weight   float64            // of each pronoun; 0 means 1
	// HideGenders lets all persons be of the pronoun's gender while it is learned.
	HideGenders bool
}

// PronounOptions sets how the ranker of pronouns is learned.
type PronounOptions struct {
	Rounds int
	model.RankerOptions
}

// FindMentions finds the mentions of a parsed text and leaves them unjoined.
func (r *Reader) FindMentions(a *onrecord.Analysis) {
	a.Mentions, a.Chains = nil, nil
	r.findMentions(a, r.findNames(a))
}

// LearnPronouns learns the ranker of pronouns from texts whose mentions are found
// and gives its file of weights.
func (r *Reader) LearnPronouns(samples []PronounSample, o PronounOptions) ([]byte, error) {
	learner := model.NewRankerLearner(o.RankerOptions)
	for round := range o.Rounds {
		for i := range samples {
			r.learnPronouns(&samples[i], learner, round)
		}
	}
	return learner.Model().Pack(0.02)
}

// UsePronouns lets the reader use the ranker of the file.
func (r *Reader) UsePronouns(file []byte) error { return r.names.readPronouns(file) }

func (r *Reader) learnPronouns(s *PronounSample, learner *model.RankerLearner, round int) {
	a := *s.Analysis
	a.Mentions = slices.Clone(a.Mentions) // joining corrects their types
	j := newJoiner(&a, &r.names)
	j.joinNouns()
	j.joinSpeakers()
	for i := range a.Mentions {
		if !j.isThirdPerson(i) {
			continue
		}
		cluster, known := s.Cluster[a.Mentions[i].Head]
		if s.Partial && !known {
			if round > 0 {
				j.joinBest(i, learner)
			}
			continue
		}
		j.learnPronoun(i, cluster, known, s, learner)
	}
}

// learnPronoun learns from one pronoun and joins it as it should be.
func (j *joiner) learnPronoun(i, cluster int, known bool, s *PronounSample, learner *model.RankerLearner) {
	all, choices := j.choices(i, s.HideGenders)
	var right, untold []int // as indexes of choices; none is 0
	for n := range all {
		same, told := j.means(all[n].mention, cluster, s)
		switch {
		case same && known:
			right = append(right, n+1)
		case !told && s.Partial:
			untold = append(untold, n+1)
		}
	}
	switch {
	case len(right) > 0:
		j.join(all[right[0]-1].mention, i)
	case s.Partial && j.hasAnswer(cluster, s):
		return // the answer is no candidate
	default:
		right = append([]int{0}, untold...)
	}
	learner.Learn(choices, right, cmp.Or(s.Weight, 1))
}

// choices gives the candidates of pronoun i and the clues of none and of each.
func (j *joiner) choices(i int, hideGenders bool) ([]antecedent, []model.Clues) {
	if hideGenders {
		defer j.hideGenders(j.facts[i].gender)()
	}
	all := slices.Clone(j.candidates(i))
	clues := []model.Clues{j.noneClues(i, all)}
	for n := range all {
		clues = append(clues, j.pairClues(i, &all[n], model.Clues{}))
	}
	return all, clues
}

// hasAnswer reports whether the cluster has another mention than the pronoun.
func (j *joiner) hasAnswer(cluster int, s *PronounSample) bool {
	n := 0
	for _, c := range s.Cluster {
		if c == cluster {
			n++
		}
	}
	return n > 1
}

// means reports whether the chain of mention k has a mention of the cluster, and
// whether any of its mentions is told.
func (j *joiner) means(k, cluster int, s *PronounSample) (same, told bool) {
	for _, m := range j.kin[j.root(k)].members {
		if c, ok := s.Cluster[j.a.Mentions[m].Head]; ok {
			same, told = same || c == cluster, true
		}
	}
	return same, told
}

// FindChains finds the names, mentions and chains of parsed tokens.
func (r *Reader) FindChains(a *onrecord.Analysis) {
	r.FindMentions(a)
	r.joinChains(a)
}

// JoinChains joins the mentions of a text again.
func (r *Reader) JoinChains(a *onrecord.Analysis) {
	a.Chains = nil
	r.joinChains(a)
}
