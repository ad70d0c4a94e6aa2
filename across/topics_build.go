package across

import (
	"strings"

	"onrecord"
	"onrecord/across/words"
	"onrecord/codebook"
	"onrecord/store"
)

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

// conceptsOf gives the concepts of words with content, and names as they are.
func conceptsOf(text string) (concepts []string) {
	for _, t := range words.Cut(onrecord.Quote{Text: text}) {
		if t.Stem != "" && t.Class&words.Empty == 0 {
			concepts = append(concepts, words.ConceptOf(t.Stem).Name)
		}
	}
	return concepts
}
