package across

import (
	"cmp"
	"context"
	"slices"

	"onrecord"
)

// Topic is what statements are about.
type Topic struct {
	ID       onrecord.TopicID   `json:"id"`
	Name     string             `json:"name"` // the wording in most use, or the user's name
	Contexts []string           `json:"contexts"`
	Merged   []onrecord.TopicID `json:"merged,omitempty"` // topics that the user's issue holds
	N        int                `json:"statements"`
	at       int32              // among all
}

// topicTable knows every topic of a record. Of how statements word them it keeps what the words mean, by number.
type topicTable struct {
	byID map[onrecord.TopicID]*Topic // merged topics under each of their ids
	all  []*Topic                    // by id

	wordings []*Topic         // whose each wording is
	concepts map[string]int32 // the number of each
	has      lists[int32]     // the concepts of each wording
	having   lists[int32]     // the wordings that have each concept
}

func (r *Record) table(ctx context.Context) (*topicTable, error) {
	if r.topics != nil {
		return r.topics, nil
	}
	counts, err := r.shelf.Topics(ctx)
	if err != nil {
		return nil, err
	}
	b := &topicBuilder{topicTable{byID: map[onrecord.TopicID]*Topic{}, concepts: map[string]int32{}}, nil}
	for i := range r.issues.Issue {
		b.addIssue(&r.issues.Issue[i])
	}
	for i := range counts { // wordings in most use first
		b.add(&counts[i])
	}
	r.topics = b.build()
	return r.topics, nil
}

// Topics gives the topics that an issue's words mean, in the order of their ids: all, for no
// words; those whose id it is, or else those in whose wording all its words stand, in whatever form.
func (r *Record) Topics(ctx context.Context, issue string) ([]*Topic, error) {
	t, err := r.table(ctx)
	if err != nil || issue == "" {
		return t.every(), err
	}
	if one := t.byID[onrecord.TopicID(issue)]; one != nil {
		return []*Topic{one}, nil
	}
	return t.worded(conceptsOf(issue)), nil
}

// worded gives the topics of which a wording has all of some concepts, by their ids.
func (t *topicTable) worded(concepts []string) (found []*Topic) {
	var want, least []int32
	for _, c := range concepts {
		n, known := t.concepts[c]
		if !known {
			return nil
		}
		if list := t.having.list(int(n)); len(want) == 0 || len(list) < len(least) {
			least = list
		}
		want = append(want, n)
	}
	for _, w := range least {
		if containsAll(t.has.list(int(w)), want) {
			found = append(found, t.wordings[w])
		}
	}
	slices.SortFunc(found, func(a, b *Topic) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.ID, b.ID)) })
	return slices.Compact(found) // one may have several such wordings
}

// numbers gives the places of topics among all, in order; one that no statement is about has none.
func (t *topicTable) numbers(topics []*Topic) (all []int32) {
	for _, one := range topics {
		if one.N > 0 {
			all = append(all, one.at)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// choice tells which topics are asked for, by their places: some, or all where none is chosen.
func (t *topicTable) choice(topics []*Topic, chosen bool) func(topic int32) bool {
	if !chosen {
		return func(int32) bool { return true }
	}
	numbers := t.numbers(topics) // in order
	return func(topic int32) bool {
		_, is := slices.BinarySearch(numbers, topic)
		return is
	}
}

func (t *topicTable) every() []*Topic {
	if t == nil {
		return nil
	}
	return t.all
}

func containsAll(have, want []int32) bool {
	for _, w := range want {
		if !slices.Contains(have, w) {
			return false
		}
	}
	return len(want) > 0
}
