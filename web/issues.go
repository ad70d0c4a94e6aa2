package web

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord/across"
)

// issuesPage lists what statements are for or against.
type issuesPage struct {
	Find   string
	Topics []*across.Topic
	More   int // left out of the list
	Lone   int // of which one statement tells: behind a link
}

// mostIssues bounds the list: others are found by their words.
const mostIssues = 150

func (s *site) issues(ctx context.Context, v *visit) (view, error) {
	p := issuesPage{Find: v.name("find")}
	record, err := v.topics(ctx)
	if err != nil {
		return view{}, err
	}
	lone := v.FormValue("lone") != ""
	if p.Find != "" {
		err = p.list(ctx, record, true)
	} else {
		p, err = recall(ctx, v, fmt.Sprint("issues ", lone), func(ctx context.Context) (all issuesPage, err error) { return all, all.list(ctx, record, lone) })
	}
	return view{template: "issues", title: "Issues", data: p}, err
}

// list gives the issues of most statements.
func (p *issuesPage) list(ctx context.Context, record *across.Record, all bool) error {
	topics, err := record.Topics(ctx, p.Find)
	p.Topics, p.Lone = withCompany(topics, all)
	sortBy(p.Topics, func(t *across.Topic) int { return -len(strings.Fields(t.Name)) }) // one word tells little
	sortBy(p.Topics, func(t *across.Topic) int { return -t.N })
	if p.More = len(p.Topics) - mostIssues; p.More > 0 {
		p.Topics = slices.Clone(p.Topics[:mostIssues])
	}
	return err
}

// withCompany keeps the issues of which several statements tell, and counts the others: words that
// were said once may be anything ("alone", "late"). All are kept where all are wanted, or none has
// company.
func withCompany(topics []*across.Topic, all bool) (kept []*across.Topic, lone int) {
	for _, t := range topics {
		if t.N > 1 {
			kept = append(kept, t)
		}
	}
	if all || len(kept) == 0 {
		return append([]*across.Topic(nil), topics...), 0
	}
	return kept, len(topics) - len(kept)
}
