package events

import (
	"fmt"
	"math"
	"slices"

	"onrecord"
	"onrecord/model"
)

// weigher reads a report a second time: it was learned from reports whose
// events are told, and weighs what the rules read against the other ways to read each word.
type weigher struct {
	words    *model.Softmax // which act a word tells, if any
	readings *model.Ranker  // who has which part in it
}

// The files of the weigher.
const (
	wordWeights    = "weights/words.softmax"
	readingWeights = "weights/readings.ranker"
)

func openWeigher() (*weigher, error) {
	words, err := weightFiles.ReadFile(wordWeights)
	if err != nil {
		return nil, err
	}
	readings, err := weightFiles.ReadFile(readingWeights)
	if err != nil {
		return nil, err
	}
	return newWeigher(words, readings)
}

func newWeigher(words, readings []byte) (*weigher, error) {
	w, err := model.OpenSoftmax(words)
	if err != nil {
		return nil, err
	}
	if w.Labels() != len(plover)+1 {
		return nil, fmt.Errorf("open %s: %d labels, want %d", wordWeights, w.Labels(), len(plover)+1)
	}
	r, err := model.OpenRanker(readings)
	return &weigher{w, r}, err
}

// How likely an act must be that the rules did not read, and its type by the word alone;
// and how much likelier, as a difference of log-odds, other parties must be to take the
// place of the rules'. Chosen on the reports that are learned from.
const (
	tellAt   = 0.6
	typeAt   = 0.15
	changeAt = 0.5
	// idleAt is how likely no act is where nothing else is looked at.
	idleAt = 0.97
)

// weighReadings gives what is told by the rules' readings after the second reading.
func (s *scene) weighReadings(told []telling) []telling {
	if s.weigher == nil {
		return told
	}
	mentioned := map[int]roster{}
	out := make([]telling, 0, len(told))
	for _, q := range s.questionsOf(told) {
		q.likely = s.weigher.words.Probabilities(q.seen)
		if len(q.rules) == 0 && q.likely[0] > idleAt {
			continue
		}
		if _, known := mentioned[q.sentence]; !known {
			mentioned[q.sentence] = s.rosterOf(q.sentence)
		}
		q.lookUp(mentioned[q.sentence])
		out = append(out, s.answer(q)...)
	}
	return out
}

// answer gives what the word of a question tells. Where the rules read an act, other
// parties may take the place of theirs, but no other act.
func (s *scene) answer(q *question) []telling {
	all := q.weighed(s.weigher.readings)
	if len(q.rules) > 0 {
		best := bestOf(all, typesOf(q.rules))
		if best == nil || best.score-q.scoreOfRules(all) < changeAt*model.ScoreUnit {
			return valuesOf(q.rules)
		}
		return s.tellReading(q, best)
	}
	best := bestOf(all, plover[:])
	if best == nil || best.likely < typeAt || q.likelihood(s.weigher.readings, all) < tellAt {
		return nil
	}
	return s.tellReading(q, best)
}

// bestOf gives the best reading of one of the types; nil if there is none.
func bestOf(all []reading, types []onrecord.EventType) *reading {
	var best *reading
	for i := range all {
		if r := &all[i]; slices.Contains(types, r.of) && (best == nil || r.score > best.score) {
			best = r
		}
	}
	return best
}

func valuesOf(list []*telling) []telling {
	out := make([]telling, len(list))
	for i, t := range list {
		out[i] = *t
	}
	return out
}

// weighed gives all answers with their scores.
func (q *question) weighed(m *model.Ranker) []reading {
	var all []reading
	known := map[*uint32]int{} // the sums of parts that stand in many answers
	q.readings(func(r reading, parts [4][]uint32) {
		for i, part := range parts {
			if i == 3 {
				r.score += sumOf(m, part)
				continue
			}
			sum, ok := known[&part[0]]
			if !ok {
				sum = sumOf(m, part)
				known[&part[0]] = sum
			}
			r.score += sum
		}
		all = append(all, r)
	})
	return all
}

// likelihood is how likely the word tells any act.
func (q *question) likelihood(m *model.Ranker, all []reading) float64 {
	nothing, sum := sumOf(m, q.nothingClues()), 0.0
	for i := range all {
		sum += math.Exp(float64(all[i].score-nothing) / model.ScoreUnit)
	}
	return sum / (1 + sum)
}

// scoreOfRules is the best score of what the rules read.
func (q *question) scoreOfRules(all []reading) int {
	best := math.MinInt32
	for i := range all {
		if slices.ContainsFunc(q.rules, func(t *telling) bool { return all[i].tells(t) }) {
			best = max(best, all[i].score)
		}
	}
	return best
}

// tells reports whether a reading is what was told: a state and its organ are one here.
func (r *reading) tells(t *telling) bool {
	if t.Type != r.of || !sameSide(t.actor, r.actor.party) || t.hasRecipient != (r.recipient != nil) {
		return false
	}
	return r.recipient == nil || sameSide(t.recipient, r.recipient.party)
}

// tellReading makes the tellings of a reading: of the rules' own, if it is one of
// them; else one for each pair of the parties joined to those chosen.
func (s *scene) tellReading(q *question, r *reading) []telling {
	x := s.plainAct(q.at, r.of)
	above := s.turnAct(x)
	if len(q.rules) == 0 && (above.unreal || above.Type != r.of || q.over != nil && s.isDenial(q.over)) {
		return nil
	}
	how := turned{Type: r.of, planned: above.planned, asserts: q.cue != nil, why: "likely: " + q.lemma}
	accuser := s.accuserOf(x)
	var out []telling
	for _, p := range q.pairsOf(r) {
		t := s.newTelling(x, how, p, q.sentence)
		s.setStatus(&t, x, how, accuser)
		out = append(out, t)
	}
	return out
}

// pairsOf joins the parties of a reading with those that stand beside them.
func (q *question) pairsOf(r *reading) []pair {
	recipients := []*party{nil}
	if r.recipient != nil {
		recipients = recipients[:0]
		for _, p := range q.slots.joinedTo(r.recipient.party, false) {
			recipients = append(recipients, &p)
		}
	}
	var all []pair
	for _, a := range q.slots.joinedTo(r.actor.party, true) {
		for _, to := range recipients {
			if (to == nil || !sameSide(a, *to)) && len(all) < maxParties {
				all = append(all, pair{a, to})
			}
		}
	}
	return all
}
