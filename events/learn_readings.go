package events

import (
	"slices"

	"onrecord"
	"onrecord/model"
)

// ReadAct is an event as a careful reader found it in a report.
type ReadAct struct {
	Type             onrecord.EventType
	Actor, Recipient string        // names; "" for nobody
	Words            onrecord.Span // that tell it
	// Loose: one of Words tells it, and it is not said which.
	Loose bool
}

// ReadReport is a report with all events that a careful reader found in it.
type ReadReport struct {
	Analysis    *onrecord.Analysis
	Resolutions *onrecord.Resolutions
	Statements  []onrecord.Statement
	Acts        []ReadAct
	IsName      func(told string, names []string) bool // whether one of the names is the one told
}

// How the second reading is learned; set by cross-validation on the reports learned from.
const (
	wordBits      = 17
	wordRounds    = 8
	wordFolds     = 4
	readingBits   = 19
	readingRounds = 6
	readingPrune  = 0.02
)

var wordOptions = model.LeaderOptions{Rate: 0.05, L1: 0.1, L2: 2}

// LearnReadings learns the second reading and gives its two files of weights. What a
// word tells is learned in folds, so that the readings are learned from probabilities as
// unsure as those of new reports.
func (c *Coder) LearnReadings(reports []ReadReport) (words, readings []byte, err error) {
	lessons := make([]*lesson, len(reports))
	for i := range reports {
		lessons[i] = c.open(&reports[i])
	}
	for fold := range wordFolds {
		m := learnWords(lessons, func(i int) bool { return i%wordFolds != fold })
		for i := fold; i < len(lessons); i += wordFolds {
			lessons[i].weigh(m)
		}
	}
	learner := model.NewRankerLearner(model.RankerOptions{PlainBits: readingBits, MixedBits: 4, Hidden: 1, L1: 0.1})
	for range readingRounds {
		for _, l := range lessons {
			l.teach(learner)
		}
	}
	if words, err = learnWords(lessons, func(int) bool { return true }).Pack(readingPrune); err != nil {
		return nil, nil, err
	}
	readings, err = learner.Model().Pack(readingPrune)
	return words, readings, err
}

// UseReadings gives a coder that reads a second time with these weights.
func (c *Coder) UseReadings(words, readings []byte) (*Coder, error) {
	w, err := newWeigher(words, readings)
	if err != nil {
		return nil, err
	}
	other := *c
	other.weigher = w
	return &other, nil
}

// lesson is a report that is learned from.
type lesson struct {
	*ReadReport
	questions []*question
}

func (c *Coder) open(r *ReadReport) *lesson {
	s := newScene(c, r.Analysis, r.Resolutions, r.Statements)
	l := &lesson{ReadReport: r, questions: s.questionsOf(s.completeTellings(s.readByRules()))}
	l.questions = slices.DeleteFunc(l.questions, l.isLoose)
	return l
}

// isLoose reports whether nobody said whether the word of a question tells an act.
func (l *lesson) isLoose(q *question) bool {
	for i := range l.Acts {
		if a := &l.Acts[i]; a.Loose && a.Words.Overlaps(q.token(q.at).Span) {
			return !slices.ContainsFunc(q.rules, func(t *telling) bool { return t.Type == a.Type })
		}
	}
	return false
}

// actsAt gives the acts that the word of a question tells.
func (l *lesson) actsAt(q *question) []*ReadAct {
	var acts []*ReadAct
	for i := range l.Acts {
		if l.Acts[i].Words.Overlaps(q.token(q.at).Span) {
			acts = append(acts, &l.Acts[i])
		}
	}
	return acts
}

// rightLabels gives the labels of the types that the word of a question tells.
func (l *lesson) rightLabels(q *question) []int {
	var right []int
	for _, a := range l.actsAt(q) {
		if i := slices.Index(plover[:], a.Type); i >= 0 && !slices.Contains(right, i+1) {
			right = append(right, i+1)
		}
	}
	if len(right) == 0 {
		return []int{0}
	}
	return right
}

func learnWords(lessons []*lesson, use func(int) bool) *model.Softmax {
	var examples []model.SoftmaxExample
	for i, l := range lessons {
		if !use(i) {
			continue
		}
		for _, q := range l.questions {
			examples = append(examples, model.SoftmaxExample{Features: q.seen, Right: l.rightLabels(q), Weight: 1})
		}
	}
	return model.LearnSoftmax(wordBits, len(plover)+1, wordRounds, examples, wordOptions)
}

// weigh tells of each word what it likely tells.
func (l *lesson) weigh(m *model.Softmax) {
	for _, q := range l.questions {
		q.likely = m.Probabilities(q.seen)
	}
}

// teach shows a learner every word that may tell an act, with all answers.
func (l *lesson) teach(learner *model.RankerLearner) {
	mentioned := map[int]roster{}
	for _, q := range l.questions {
		acts := l.actsAt(q)
		if len(acts) == 0 && len(q.rules) == 0 && q.likely[0] > idleAt {
			continue
		}
		if q.slots == nil && q.roster == nil {
			if _, known := mentioned[q.sentence]; !known {
				mentioned[q.sentence] = q.rosterOf(q.sentence)
			}
			q.lookUp(mentioned[q.sentence])
		}
		l.teachQuestion(learner, q, acts)
	}
}

// How much an answer teaches that is right only in part.
const (
	actorOnly = 0.5
	typeOnly  = 0.3
)

// teachQuestion shows the answers to one question: nothing, then every reading. If no
// reading is right in all, those that are right in the type and the actor are, or in
// the type.
func (l *lesson) teachQuestion(learner *model.RankerLearner, q *question, acts []*ReadAct) {
	answers := []model.Clues{{Plain: q.nothingClues()}}
	var whole, half, some []int
	q.readings(func(r reading, parts [4][]uint32) {
		at := len(answers)
		answers = append(answers, model.Clues{Plain: slices.Concat(parts[:]...)})
		for _, a := range acts {
			if a.Type != r.of {
				continue
			}
			some = append(some, at)
			actor, both := l.agree(a, &r)
			if actor {
				half = append(half, at)
			}
			if both {
				whole = append(whole, at)
			}
		}
	})
	switch {
	case len(whole) > 0:
		learner.Learn(answers, whole, 1)
	case len(half) > 0:
		learner.Learn(answers, half, actorOnly)
	case len(some) > 0:
		learner.Learn(answers, some, typeOnly)
	default:
		learner.Learn(answers, []int{0}, 1)
	}
}

// agree tells how much of a reading's parties are those of an act. Who meets whom is
// the same both ways.
func (l *lesson) agree(a *ReadAct, r *reading) (actor, both bool) {
	actor = l.isParty(a.Actor, r.actor)
	both = actor && l.isParty(a.Recipient, r.recipient)
	if !both && isMutual(a.Type) && l.isParty(a.Actor, r.recipient) && l.isParty(a.Recipient, r.actor) {
		return true, true
	}
	return actor, both
}

func (l *lesson) isParty(told string, m *member) bool {
	if told == "" || m == nil {
		return told == "" && m == nil
	}
	return l.IsName(told, []string{m.name, string(m.actor.ID), m.actor.Name})
}
