package events

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"onrecord"
)

// stage is a report made by hand: each sentence is its words with their syntax,
// "word/lemma/UPOS/head/deprel", head counted from 1 inside the sentence, 0 for
// the root. names says which words name which actor.
type stage struct {
	text       *onrecord.Text
	analysis   *onrecord.Analysis
	resolved   *onrecord.Resolutions
	statements []onrecord.Statement
}

// cast is the actors of the made-up reports.
var cast = []onrecord.Actor{
	{ID: "RURI", Name: "Ruritania", Kind: onrecord.StateActor, Country: "RURI"},
	{ID: "GRAU", Name: "Graustark", Kind: onrecord.StateActor, Country: "GRAU"},
	{ID: "SYLD", Name: "Syldavia", Kind: onrecord.StateActor, Country: "SYLD"},
	{ID: "reds", Name: "Red Front", Kind: onrecord.GroupActor, Country: "SYLD"},
	{ID: "person/vale", Name: "Anna Vale", Kind: onrecord.PersonActor, Country: "RURI", Roles: []onrecord.Role{{Title: "minister", Of: "Ruritania"}}},
}

var nameWords = map[string]onrecord.ActorID{
	"Ruritania": "RURI", "Ruritanian": "RURI", "Graustark": "GRAU", "Graustarkian": "GRAU", "Graustarkians": "GRAU", "Syldavia": "SYLD", "Reds": "reds", "Vale": "person/vale",
}

// tagOf gives the Penn tags that the coder asks for, from lemma and word.
func tagOf(word, upos, deprel string) string {
	switch {
	case upos == "PROPN" && strings.HasSuffix(word, "ians"):
		return "NNPS"
	case upos != "VERB":
		return ""
	case strings.HasSuffix(word, "ing"):
		return "VBG"
	case deprel == "acl" && strings.HasSuffix(word, "ed"):
		return "VBN"
	}
	return "VB"
}

func newStage(t testing.TB, sentences ...string) *stage {
	t.Helper()
	st := &stage{analysis: &onrecord.Analysis{}, resolved: &onrecord.Resolutions{Actors: cast}}
	var words strings.Builder
	for _, sentence := range sentences {
		st.addSentence(t, &words, strings.Fields(sentence))
	}
	st.text = &onrecord.Text{Words: words.String(), Imprint: onrecord.Imprint{Published: "2021-05-10"}}
	st.text.Paragraphs = []onrecord.Paragraph{{Span: onrecord.Span{End: words.Len()}, Kind: onrecord.Body}}
	st.analysis.Text = st.text
	return st
}

func (st *stage) addSentence(t testing.TB, text *strings.Builder, fields []string) {
	t.Helper()
	a := st.analysis
	first := len(a.Tokens)
	start := text.Len()
	for _, field := range fields {
		part := strings.Split(field, "/")
		if len(part) != 5 {
			t.Fatalf("token %q has %d parts, want 5", field, len(part))
		}
		head, err := strconv.Atoi(part[3])
		if err != nil {
			t.Fatalf("token %q: %v", field, err)
		}
		span := onrecord.Span{Start: text.Len(), End: text.Len() + len(part[0])}
		if id, ok := nameWords[part[0]]; ok {
			st.resolved.Names = append(st.resolved.Names, onrecord.ActorName{Span: span, Actor: id, Adjective: part[2] == "ADJ"})
		}
		at := first + head - 1
		if head == 0 {
			at = -1
		}
		a.Tokens = append(a.Tokens, onrecord.Token{Span: span, Lemma: part[1], UPOS: part[2], Head: at, Deprel: part[4], XPOS: tagOf(part[0], part[2], part[4])})
		text.WriteString(part[0] + " ")
	}
	a.Sentences = append(a.Sentences, onrecord.Sentence{Span: onrecord.Span{Start: start, End: text.Len() - 1}, First: first, End: len(a.Tokens)})
}

// quote cuts the first place of the words.
func (st *stage) quote(words string) onrecord.Quote {
	at := strings.Index(st.text.Words, words)
	return st.text.Quote(onrecord.Span{Start: at, End: at + len(words)})
}

// says puts a statement with the content over the words of the report.
func (st *stage) says(id string, kind onrecord.StatementKind, speaker onrecord.Speaker, content string) onrecord.Statement {
	return onrecord.Statement{ID: onrecord.StatementID(id), Kind: kind, Speaker: speaker, Content: []onrecord.Quote{st.quote(content)}}
}

// inShort writes events as the tests compare them.
func inShort(events []onrecord.Event) string {
	var lines []string
	for _, e := range events {
		recipient := "-"
		if e.Recipient != nil {
			recipient = e.Recipient.Name
		}
		line := fmt.Sprintf("%s %s %s, %s", e.Actor.Name, e.Type, recipient, e.Status)
		if e.By != "" {
			line += " by " + e.By
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "; ")
}

// load gives a coder that goes by its rules alone: what they read is what most tests
// are about.
func load(t testing.TB) *Coder {
	t.Helper()
	c := *loadWhole(t)
	c.weigher = nil
	return &c
}

func loadWhole(t testing.TB) *Coder {
	t.Helper()
	c, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}
