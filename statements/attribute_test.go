package statements_test

import (
	"context"
	"strings"
	"testing"

	"onrecord"
	"onrecord/actors"
	"onrecord/language"
	"onrecord/statements"
)

// stations are opened once for all tests of this file.
type stations struct {
	language   *language.Reader
	actors     *actors.Resolver
	statements *statements.Attributor
}

func openStations(tb testing.TB) stations {
	tb.Helper()
	l, err := language.Load()
	if err != nil {
		tb.Fatal(err)
	}
	a, err := actors.Load()
	if err != nil {
		tb.Fatal(err)
	}
	s, err := statements.Load()
	if err != nil {
		tb.Fatal(err)
	}
	return stations{l, a, s}
}

// layText makes a text whose lines are body paragraphs.
func layText(words string) *onrecord.Text {
	text := &onrecord.Text{Report: &onrecord.Report{}, Words: words, Imprint: onrecord.Imprint{
		Outlet: "The Harbour Gazette", Published: "2021-06-10", Language: "en"}}
	at := 0
	for line := range strings.SplitSeq(words, "\n") {
		if line != "" {
			text.Paragraphs = append(text.Paragraphs, onrecord.Paragraph{
				Span: onrecord.Span{Start: at, End: at + len(line)}, Kind: onrecord.Body})
		}
		at += len(line) + 1
	}
	return text
}

func (s stations) read(tb testing.TB, text *onrecord.Text) ([]onrecord.Statement, *onrecord.Resolutions) {
	tb.Helper()
	a, _, err := s.language.Analyze(context.Background(), text)
	if err != nil {
		tb.Fatal(err)
	}
	r := s.actors.Resolve(a)
	return s.statements.Attribute(a, r), r
}

func contentOf(s *onrecord.Statement) string {
	var pieces []string
	for _, c := range s.Content {
		pieces = append(pieces, c.Text)
	}
	return strings.Join(pieces, " … ")
}

func viaOf(s *onrecord.Statement) string {
	var names []string
	for _, h := range s.Via {
		names = append(names, h.Name)
	}
	return strings.Join(names, ", ")
}

func TestAttribute(t *testing.T) {
	s := openStations(t)
	for _, test := range []struct {
		name, words                        string
		speaker, cue, content, via, to, on string
		kind                               onrecord.StatementKind
		form                               onrecord.StatementForm
		negated                            bool
	}{
		{
			name: "indirect", words: "Foreign minister Anna Berg said on Tuesday that the talks would go on.",
			speaker: "Anna Berg", cue: "said", content: "the talks would go on", on: "2021-06-08",
			kind: onrecord.Assert, form: onrecord.Indirect,
		},
		{
			name: "inverted", words: "“The port is safe,” said Anna Berg.",
			speaker: "Anna Berg", cue: "said", content: "“The port is safe,”", kind: onrecord.Assert, form: onrecord.Direct,
		},
		{
			name: "closing tag with apposition", words: "The bridge was closed overnight, Anna Berg, a spokeswoman for the port, said by telephone.",
			speaker: "Anna Berg", cue: "said", content: "The bridge was closed overnight", kind: onrecord.Assert, form: onrecord.Indirect,
		},
		{
			name: "both sides of the tag", words: "\"We will stay,\" Anna Berg said. \"Nobody leaves.\"",
			speaker: "Anna Berg", cue: "said", content: "\"We will stay,\" … \"Nobody leaves.\"", kind: onrecord.Assert, form: onrecord.Direct,
		},
		{
			name: "denial", words: "The Taliban denied the report.",
			speaker: "Taliban", cue: "denied", content: "the report", kind: onrecord.Deny, form: onrecord.Indirect,
		},
		{
			name: "quoted by an agency", words: "The Interfax news agency quoted Anna Berg as saying that the talks had failed.",
			speaker: "Anna Berg", cue: "quoted", content: "the talks had failed", via: "Interfax", kind: onrecord.Assert, form: onrecord.Indirect,
		},
		{
			name: "told a medium", words: "“The port is safe,” Anna Berg told Reuters.",
			speaker: "Anna Berg", cue: "told", content: "“The port is safe,”", via: "Reuters", to: "Reuters", kind: onrecord.Assert, form: onrecord.Direct,
		},
		{
			name: "told a meeting", words: "Anna Berg told a meeting of fishermen on Monday that the port would be dredged.",
			speaker: "Anna Berg", cue: "told", content: "the port would be dredged", to: "a meeting of fishermen", on: "2021-06-07", kind: onrecord.Assert, form: onrecord.Indirect,
		},
		{
			name: "according to", words: "According to experts in Geneva, the talks have failed.",
			speaker: "experts in Geneva", cue: "According to", content: "the talks have failed", kind: onrecord.Assert, form: onrecord.Indirect,
		},
		{
			name: "hope behind said", words: "“We hope to find a way out of this war,” said Anna Berg.",
			speaker: "Anna Berg", cue: "said", content: "“We hope to find a way out of this war,”", kind: onrecord.Hope, form: onrecord.Direct,
		},
		{
			name: "not said", words: "Anna Berg did not say that the talks had failed.",
			speaker: "Anna Berg", cue: "did not say", content: "the talks had failed", kind: onrecord.Assert, form: onrecord.Indirect, negated: true,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, _ := s.read(t, layText(test.words))
			if len(got) != 1 {
				t.Fatalf("%d statements, want 1: %+v", len(got), got)
			}
			g := &got[0]
			for what, pair := range map[string][2]string{
				"speaker": {strings.TrimPrefix(g.Speaker.Name, "the "), test.speaker},
				"content": {contentOf(g), test.content}, "via": {viaOf(g), test.via},
				"kind": {string(g.Kind), string(test.kind)}, "form": {string(g.Form), string(test.form)},
			} {
				if pair[0] != pair[1] {
					t.Errorf("%s is %q, want %q", what, pair[0], pair[1])
				}
			}
			if g.Cue == nil || g.Cue.Text != test.cue {
				t.Errorf("cue is %+v, want %q", g.Cue, test.cue)
			}
			if test.to != "" && (g.Addressee == nil || g.Addressee.Text != test.to) {
				t.Errorf("addressee is %+v, want %q", g.Addressee, test.to)
			}
			if test.on != "" && (g.SaidOn == nil || string(g.SaidOn.From) != test.on) {
				t.Errorf("said on %+v, want %s", g.SaidOn, test.on)
			}
			if g.Negated != test.negated {
				t.Errorf("negated is %v", g.Negated)
			}
		})
	}
}

func TestAttributeLeavesOut(t *testing.T) {
	s := openStations(t)
	for name, words := range map[string]string{
		"the writer's voice": "I think that the port is lovely in spring.",
		"speech about":       "The minister commented on the talks.",
		"what could be said": "The council may say that the port is closed.",
		"plain events":       "The ship left the port at dawn and sank off the coast.",
	} {
		if got, _ := s.read(t, layText(words)); len(got) != 0 {
			t.Errorf("%s: found %q by %q", name, contentOf(&got[0]), got[0].Speaker.Name)
		}
	}
}

func TestAttributeGivesValidEntries(t *testing.T) {
	s := openStations(t)
	words := "Zoë Müller sagte – no: “Né,” said Zoë Müller’s aide.\n“First.\n“Second,” he added. \"Odd mark, she said.\n" +
		"The ministry said Anna Berg had denied that “it” was so, according to Reuters.\n: ” said “.\n"
	text := layText(words)
	got, r := s.read(t, text)
	entry := onrecord.Entry{Report: onrecord.Masthead{ID: "x"}, Text: words, Statements: got, Actors: r.Actors}
	if err := entry.CheckValid(); err != nil {
		t.Error(err)
	}
}

func BenchmarkAttribute(b *testing.B) {
	s := openStations(b)
	paragraph := "“The port is safe,” said Anna Berg, a spokeswoman for the ministry. She added that the talks would go on, " +
		"while officials in the capital denied any contact with the rebels.\n"
	text := layText(strings.Repeat(paragraph, 12))
	a, _, err := s.language.Analyze(context.Background(), text)
	if err != nil {
		b.Fatal(err)
	}
	r := s.actors.Resolve(a)
	b.SetBytes(int64(len(text.Words)))
	b.ReportAllocs()
	for b.Loop() {
		s.statements.Attribute(a, r)
	}
	b.ReportMetric(float64(len(a.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
