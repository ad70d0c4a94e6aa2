package export_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord"
	"onrecord/export"
)

// TestCoNLLUOfASentence writes a sentence that is broken over two lines and has words written as one.
func TestCoNLLUOfASentence(t *testing.T) {
	const text = "Weber didn't\n  “go”."
	quote := func(start, end int) onrecord.Quote {
		return onrecord.Quote{Span: onrecord.Span{Start: start, End: end}, Text: text[start:end]}
	}
	weber := quote(0, 5)
	e := &onrecord.Entry{
		Report: onrecord.Masthead{ID: "aa"}, Text: text,
		Statements: []onrecord.Statement{{ID: "s1", Speaker: onrecord.Speaker{Mention: &weber}, Content: []onrecord.Quote{quote(15, 23)}}},
		Events:     []onrecord.Event{{ID: "e1", Evidence: quote(0, 23), Actor: onrecord.Party{Mention: &weber}}},
	}
	token := func(start, end, head int, upos, relation string) onrecord.Token {
		return onrecord.Token{Span: onrecord.Span{Start: start, End: end}, UPOS: upos, Head: head, Deprel: relation}
	}
	tokens := []onrecord.Token{
		token(0, 5, 4, "PROPN", "nsubj"), token(6, 9, 4, "AUX", "aux"), token(9, 12, 4, "PART", "advmod"), token(15, 18, 4, "PUNCT", "punct"),
		token(18, 20, -1, "VERB", "root"), token(20, 23, 4, "PUNCT", "punct"), token(23, 24, 4, "PUNCT", "punct"),
	}
	tokens[2].Joined, tokens[4].Lemma, tokens[4].Feats = true, "go", "VerbForm=Inf"
	var out bytes.Buffer
	err := export.CoNLLU(t.Context(), &out, record{entries: give(e)}, func(context.Context, *onrecord.Entry) (*onrecord.Analysis, error) {
		return &onrecord.Analysis{Tokens: tokens, Sentences: []onrecord.Sentence{{First: 0, End: len(tokens)}}}, nil
	})
	const want = `# newdoc id = aa
# newpar id = aa-p1
# sent_id = aa-1
# text = Weber didn't “go”.
1	Weber	_	PROPN	_	_	5	nsubj	_	Span=0:5|Roles=s1:speaker,e1:actor,e1:evidence
2-3	didn't	_	_	_	_	_	_	_	_
2	did	_	AUX	_	_	5	aux	_	Span=6:9|Roles=e1:evidence
3	n't	_	PART	_	_	5	advmod	_	Span=9:12|Roles=e1:evidence
4	“	_	PUNCT	_	_	5	punct	_	Span=15:18|Roles=s1:content,e1:evidence|SpaceAfter=No
5	go	go	VERB	_	VerbForm=Inf	0	root	_	Span=18:20|Roles=s1:content,e1:evidence|SpaceAfter=No
6	”	_	PUNCT	_	_	5	punct	_	Span=20:23|Roles=s1:content,e1:evidence|SpaceAfter=No
7	.	_	PUNCT	_	_	5	punct	_	Span=23:24

`
	if diff := cmp.Diff(want, out.String()); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
}
