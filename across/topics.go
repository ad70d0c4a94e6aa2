package across

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"onrecord"
	"onrecord/across/words"
	"onrecord/codebook"
	"onrecord/store"
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

// topicBuilder gathers topics.
type topicBuilder struct {
	topicTable
	texts []wording
}

// wording is how statements word a topic, and what its words mean.
type wording struct {
	topic    *Topic
	text     string
	concepts []int32
}

func (b *topicBuilder) addIssue(issue *Issue) {
	one := &Topic{ID: issue.Topics[0], Name: issue.Name, Contexts: issue.Contexts, Merged: issue.Topics}
	b.addWording(one, issue.Name)
	for _, id := range issue.Topics {
		b.byID[id] = one
	}
}

func (b *topicBuilder) add(c *store.TopicCount) {
	one := b.byID[c.Topic]
	if one == nil {
		one = &Topic{ID: c.Topic, Name: c.Wording}
		b.byID[c.Topic] = one
	}
	if one.N == 0 {
		one.at = int32(len(b.all))
		b.all = append(b.all, one)
	}
	one.N += c.N
	b.addWording(one, c.Wording)
}

func (b *topicBuilder) addWording(one *Topic, text string) {
	w := wording{topic: one, text: text}
	for _, c := range conceptsOf(text) {
		n, known := b.concepts[c]
		if !known {
			n = int32(len(b.concepts))
			b.concepts[c] = n
		}
		w.concepts = append(w.concepts, n)
	}
	b.texts = append(b.texts, w)
}

// build names the topics and makes the lists.
func (b *topicBuilder) build() *topicTable {
	t, of := b.topicTable, map[*Topic][]*wording{}
	for i := range b.texts {
		w := &b.texts[i]
		t.wordings, of[w.topic] = append(t.wordings, w.topic), append(of[w.topic], w)
	}
	for _, one := range t.all {
		if one.Merged == nil {
			one.Name = nounFirst(of[one])
		}
		if len(one.Contexts) == 0 {
			one.Contexts = contextsOf(of[one])
		}
	}
	t.has = newLists(len(b.texts), func(add func(int, int32)) { b.eachConcept(func(wording, concept int32) { add(int(wording), concept) }) })
	t.having = newLists(len(t.concepts), func(add func(int, int32)) { b.eachConcept(func(wording, concept int32) { add(int(concept), wording) }) })
	return &t
}

func (b *topicBuilder) eachConcept(add func(wording, concept int32)) {
	for i := range b.texts {
		for _, concept := range b.texts[i].concepts {
			add(int32(i), concept)
		}
	}
}

// nounFirst takes "fight against Norland" before "fighting Norland", whichever is in more use.
func nounFirst(all []*wording) string {
	for _, w := range all {
		if first, _, _ := strings.Cut(w.text, " "); !strings.HasSuffix(first, "ing") && containsAll(w.concepts, all[0].concepts) {
			return w.text
		}
	}
	return all[0].text
}

// contextsOf is what the codebook finds a topic to be about: the upper level of topics.
func contextsOf(all []*wording) []string {
	var texts []string
	for _, w := range all {
		texts = append(texts, w.text)
	}
	found := codebook.Plover().FindContexts(strings.Fields(strings.ToLower(strings.Join(texts, " "))))
	if found == nil {
		found = []string{}
	}
	return found
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

// conceptsOf gives the concepts of words with content, and names as they are.
func conceptsOf(text string) (concepts []string) {
	for _, t := range words.Cut(onrecord.Quote{Text: text}) {
		if t.Stem != "" && t.Class&words.Empty == 0 {
			concepts = append(concepts, words.ConceptOf(t.Stem).Name)
		}
	}
	return concepts
}

func containsAll(have, want []int32) bool {
	for _, w := range want {
		if !slices.Contains(have, w) {
			return false
		}
	}
	return len(want) > 0
}
