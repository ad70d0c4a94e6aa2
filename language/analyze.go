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
	a, issues, err := r.Parse(ctx, text)
	if err != nil {
		return nil, nil, err
	}
	readTimes(a)
	names := r.findNames(a)
	r.findMentions(a, names)
	r.joinChains(a)
	return a, issues, nil
}

// Parse is the first half of Analyze: sentences, words and trees.
func (r *Reader) Parse(ctx context.Context, text *onrecord.Text) (*onrecord.Analysis, []onrecord.Issue, error) {
	a := &onrecord.Analysis{Text: text}
	if lang := text.Imprint.Language; lang != "" && lang != "en" {
		return a, []onrecord.Issue{notRead(lang)}, nil
	}
	if !utf8.ValidString(text.Words) {
		return nil, nil, errors.New("read words: text is not UTF-8")
	}
	d := r.openDesk()
	defer r.desks.Put(d)
	issues := d.segment(a)
	if err := d.readSentences(ctx, a); err != nil {
		return nil, nil, err
	}
	return a, issues, nil
}

func notRead(lang string) onrecord.Issue {
	return onrecord.Issue{
		Station: onrecord.AtLanguage,
		Kind:    "language-not-read",
		Note:    fmt.Sprintf("the text is in %q; only English is read", lang),
	}
}
