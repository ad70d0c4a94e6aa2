package language

import (
	"onrecord"
	"onrecord/model"
)

// pronounBits sizes the table of the ranker's features: 2 to its power.
const pronounBits = 16

// PronounSample is a parsed text and which of its mentions mean one thing.
type PronounSample struct {
	Analysis *onrecord.Analysis // sentences and parsed tokens
	Cluster  map[int]int        // the number of the thing that the mention with this head token means
	Partial  bool               // only the mentions in Cluster are known; of the others nothing is told
}

// LearnPronouns learns the ranker of pronouns and gives its file of weights.
func (r *Reader) LearnPronouns(samples []PronounSample, rounds int) ([]byte, error) {
	learner := model.NewLogisticLearner(pronounBits, model.LeaderOptions{L1: 0.5, Rate: 0.05})
	for range rounds {
		for i := range samples {
			r.learnPronouns(&samples[i], learner)
		}
	}
	return learner.Model().Pack(0.02)
}

func (r *Reader) learnPronouns(s *PronounSample, learner *model.LogisticLearner) {
	a := *s.Analysis
	a.Mentions, a.Chains = nil, nil
	r.findMentions(&a, r.findNames(&a))
	j := newJoiner(&a, &r.names)
	j.joinPhrases()
	j.joinAliases()
	j.joinNames()
	j.joinNominals()
	j.joinSpeakers()
	for i := range a.Mentions {
		cluster, known := s.Cluster[a.Mentions[i].Head]
		if !j.isThirdPerson(i) || s.Partial && !known {
			continue
		}
		right := -1
		for rank, k := range j.candidates(i) {
			same, told := j.means(k, cluster, s)
			same = same && known
			if !told && s.Partial {
				continue
			}
			learner.Learn(j.pairFeatures(i, k, rank), same)
			if same && right < 0 {
				right = k
			}
		}
		if right >= 0 {
			j.join(right, i)
		}
	}
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
	a.Mentions, a.Chains = nil, nil
	r.findMentions(a, r.findNames(a))
	r.joinChains(a)
}
