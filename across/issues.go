package across

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"onrecord"
	"onrecord/across/words"
	"onrecord/codebook"
)

// Issues are the user's own names for topics, of a file issues.toml:
//
//	[[issue]]
//	name = "fight against the Islamic State"
//	topics = ["fight/islamic-state", "defeat/islamic-state"]
//	contexts = ["terrorism"]
//
// All its topics are shown and asked for as one, by its name.
type Issues struct {
	Issue []Issue `toml:"issue"`
}

// Issue is what a user calls some topics.
type Issue struct {
	Name     string             `toml:"name"`
	Topics   []onrecord.TopicID `toml:"topics"`
	Contexts []string           `toml:"contexts"` // of the codebook; found from the words if left out
}

// ReadIssues reads a file issues.toml.
func ReadIssues(path string) (Issues, error) {
	var i Issues
	meta, err := toml.DecodeFile(path, &i)
	if err != nil {
		return i, fmt.Errorf("read %s: %w", path, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return i, fmt.Errorf("read %s: there is no setting %q; an issue has name, topics and contexts", path, unknown[0])
	}
	for n, one := range i.Issue {
		if one.Name == "" || len(one.Topics) == 0 {
			return i, fmt.Errorf("read %s: issue %d needs a name and topics", path, n+1)
		}
	}
	return i, nil
}

// Topic is what statements are about.
type Topic struct {
	ID       onrecord.TopicID   `json:"id"`
	Name     string             `json:"name"` // the wording in most use, or the user's name
	Contexts []string           `json:"contexts"`
	Merged   []onrecord.TopicID `json:"merged,omitempty"` // topics that the user's issue holds
	N        int                `json:"statements"`
	wordings []wording
	at       int32 // among all
}

// wording is how statements word a topic, and what its words mean.
type wording struct {
	text     string
	concepts []string
}

// topicTable knows every topic of a record.
type topicTable struct {
	byID      map[onrecord.TopicID]*Topic // merged topics under each of their ids
	byConcept map[string][]*Topic         // that a wording has
	all       []*Topic                    // by id
}

func (r *Record) table(ctx context.Context) (*topicTable, error) {
	if r.topics != nil {
		return r.topics, nil
	}
	counts, err := r.shelf.Topics(ctx)
	if err != nil {
		return nil, err
	}
	t := &topicTable{byID: map[onrecord.TopicID]*Topic{}, byConcept: map[string][]*Topic{}}
	for _, issue := range r.issues.Issue {
		one := &Topic{ID: issue.Topics[0], Name: issue.Name, Contexts: issue.Contexts, Merged: issue.Topics, wordings: []wording{{}}}
		t.addWording(one, issue.Name)
		for _, id := range issue.Topics {
			t.byID[id] = one
		}
	}
	for _, c := range counts { // wordings in most use first
		one := t.byID[c.Topic]
		if one == nil {
			one = &Topic{ID: c.Topic, Name: c.Wording}
			t.byID[c.Topic] = one
		}
		if one.N == 0 {
			one.at = int32(len(t.all))
			t.all = append(t.all, one)
		}
		one.N += c.N
		t.addWording(one, c.Wording)
	}
	for _, one := range t.all {
		one.Name = nounFirst(one.Name, one.wordings)
		if len(one.Contexts) == 0 {
			one.Contexts = contextsOf(one)
		}
	}
	r.topics = t
	return t, nil
}

func (t *topicTable) addWording(one *Topic, text string) {
	w := wording{text, conceptsOf(text)}
	one.wordings = append(one.wordings, w)
	for _, c := range w.concepts {
		if list := t.byConcept[c]; len(list) == 0 || list[len(list)-1] != one {
			t.byConcept[c] = append(list, one)
		}
	}
}

// nounFirst takes "fight against Norland" before "fighting Norland", whichever is in more use; a
// user's name stays.
func nounFirst(name string, wordings []wording) string {
	for _, w := range wordings {
		if name != wordings[0].text {
			break
		}
		if first, _, _ := strings.Cut(w.text, " "); !strings.HasSuffix(first, "ing") && containsAll(w.concepts, wordings[0].concepts) {
			return w.text
		}
	}
	return name
}

// contextsOf is what the codebook finds a topic to be about: the upper level of topics.
func contextsOf(t *Topic) []string {
	var all []string
	for _, w := range t.wordings {
		all = append(all, w.text)
	}
	found := codebook.Plover().FindContexts(strings.Fields(strings.ToLower(strings.Join(all, " "))))
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
	var found []*Topic
	want := conceptsOf(issue)
	for _, one := range t.rarest(want) {
		if slices.ContainsFunc(one.wordings, func(w wording) bool { return containsAll(w.concepts, want) }) {
			found = append(found, one)
		}
	}
	slices.SortFunc(found, func(a, b *Topic) int { return cmp.Compare(a.at, b.at) })
	return slices.Compact(found), nil // a user's issue may be met several times
}

// rarest gives the topics of that one of some concepts which the fewest topics have.
func (t *topicTable) rarest(concepts []string) (least []*Topic) {
	for i, c := range concepts {
		if list := t.byConcept[c]; i == 0 || len(list) < len(least) {
			least = list
		}
	}
	return least
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

func containsAll(have, want []string) bool {
	for _, w := range want {
		if !slices.Contains(have, w) {
			return false
		}
	}
	return len(want) > 0
}
