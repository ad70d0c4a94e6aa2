package language

import (
	"context"
	"errors"
	"fmt"
	"unicode/utf8"

	"onrecord"
)

// Analyze reads the headline, subheads, captions and body of a text. A text that
// says it is not in English is left unread, with an issue.
func (r *Reader) Analyze(ctx context.Context, text *onrecord.Text) (*onrecord.Analysis, []onrecord.Issue, error) {
	return r.AnalyzeInSteps(ctx, text, func(Step) {})
}

// Step is a part of an analysis, as the lab times them.
type Step string

// The steps, in their order.
const (
	Cutting Step = "cutting"
	Trees   Step = "tags and trees"
	Times   Step = "times"
	Names   Step = "names"
	Chains  Step = "chains"
)

// AnalyzeInSteps does what Analyze does and calls done after each step.
func (r *Reader) AnalyzeInSteps(ctx context.Context, text *onrecord.Text, done func(Step)) (*onrecord.Analysis, []onrecord.Issue, error) {
	d := r.openDesk()
	defer r.desks.Put(d)
	a, issues, err := d.parse(ctx, text, done)
	if err != nil {
		return nil, nil, err
	}
	readTimes(a)
	done(Times)
	names := d.namesOf(a)
	done(Names)
	r.findMentions(a, names)
	r.joinChains(a)
	done(Chains)
	return a, issues, nil
}

// Parse is the first half of Analyze: sentences, words and trees.
func (r *Reader) Parse(ctx context.Context, text *onrecord.Text) (*onrecord.Analysis, []onrecord.Issue, error) {
	d := r.openDesk()
	defer r.desks.Put(d)
	return d.parse(ctx, text, func(Step) {})
}

func (d *desk) parse(ctx context.Context, text *onrecord.Text, done func(Step)) (*onrecord.Analysis, []onrecord.Issue, error) {
	a := &onrecord.Analysis{Text: text}
	if lang := text.Imprint.Language; lang != "" && lang != "en" {
		return a, []onrecord.Issue{notRead(lang)}, nil
	}
	if !utf8.ValidString(text.Words) {
		return nil, nil, errors.New("read words: text is not UTF-8")
	}
	issues := d.segment(a)
	done(Cutting)
	if err := d.readSentences(ctx, a); err != nil {
		return nil, nil, err
	}
	done(Trees)
	return a, issues, nil
}

func notRead(lang string) onrecord.Issue {
	return onrecord.Issue{
		Station: onrecord.AtLanguage,
		Kind:    "language-not-read",
		Note:    fmt.Sprintf("the text is in %q; only English is read", lang),
	}
}
