package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/export"
	"onrecord/search"
	"onrecord/store"
)

const searchHelp = `Find statements, events and reports in the database, the newest reports first, or
with --sort rank what fits the words best.

All terms of a query must hold, unless OR stands between them; "-" or NOT turns one round;
parentheses group. Case and accents do not matter.

  ambassador            a word, in what was said, in evidence, or in names
  ambass*               words that begin so
  "recall its envoy"    words next to each other
  by:weber              who said it, or for whom, by any of the names that reports give:
                        by:Moscow finds the envoy of Russia
  as:spokesman          in what role        for:norland    for whom they speak
  about:sudland         about whom          via:tass       through which channel
  kind:deny             assert deny confirm accuse demand promise threaten hope propose
                        agree refuse condemn praise believe question
  form:direct           direct indirect mixed
  named:no              speakers without a name
  actor:norland         who did it          to:sudland     to whom
  toward:sudland        to whom it was done, or whom a statement concerns
  issue:"grain trade"   what a statement is for or against
  place:portum          where it was done, or the report was filed
  type:assault          type of the event
  status:planned        asserted claimed denied disputed planned hypothetical past
  outlet:gazette        who published it
  since:2031-03  until:2031-06-15  date:2031  date:2029..2031   the day it was said or
                        done, if the report tells, else the day it was published
  is:event              statement, event or report

A report itself is shown only where none of its statements and events fits. A query that
begins with "-" needs "--" before it.`

func (a *app) searchCommand() *cobra.Command {
	var asJSON bool
	var limit int
	var sort string
	c := &cobra.Command{
		Use:   "search QUERY",
		Short: "Find statements and events by speaker, words, type, date ...",
		Long:  searchHelp,
		Example: `  onrecord search by:weber kind:deny
  onrecord search 'about:norland since:2031-03 "recall its ambassador"'
  onrecord search --json --limit 0 type:assault status:claimed`,
		Args: cobra.MinimumNArgs(1),
		RunE: command(func(c *cobra.Command, words []string) error {
			if sort != "date" && sort != "rank" {
				return &usageError{fmt.Errorf("--sort is date or rank, not %q", sort)}
			}
			return a.search(c.Context(), strings.Join(words, " "), limit, sort == "rank", asJSON)
		}),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one hit a line: its report, and its statement or event")
	c.Flags().IntVar(&limit, "limit", 50, "most hits; 0 for all")
	c.Flags().StringVar(&sort, "sort", "date", "`date` or rank: the newest first, or what fits the words best")
	offer(c, "sort", "date", "rank")
	return c
}

func (a *app) search(ctx context.Context, query string, limit int, byRank, asJSON bool) error {
	where, err := search.Parse(query)
	if err != nil {
		return err
	}
	db, err := a.openToRead(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	ask := store.Query{Where: where, ByRank: byRank}
	if limit > 0 {
		ask.Limit = limit + 1 // one more tells that there are more
	}
	out := &hitPrinter{app: a, words: wordsOf(where), asJSON: asJSON}
	n := 0
	for hit, err := range db.Search(ctx, ask) {
		if err != nil {
			return err
		}
		if n++; limit > 0 && n > limit {
			break
		}
		if err := out.add(hit); err != nil {
			return err
		}
	}
	if err := out.flush(); err != nil {
		return err
	}
	a.noteEnd(n, limit > 0 && n > limit)
	return nil
}

// noteEnd tells what the hits themselves do not show.
func (a *app) noteEnd(n int, isCut bool) {
	switch {
	case n == 0:
		_, _ = a.stderr.Write([]byte("nothing found\n"))
	case isCut:
		_, _ = a.stderr.Write([]byte("there is more: --limit 0 shows all\n"))
	}
}

// hitPrinter shows the hits of one report together.
type hitPrinter struct {
	app    *app
	words  []string
	asJSON bool
	open   []store.Hit // hits of one report, not yet shown
}

func (p *hitPrinter) add(hit store.Hit) error {
	if p.asJSON {
		return export.WriteHit(p.app.stdout, export.Hit{Report: hit.Entry.Report, Statement: hit.Statement, Event: hit.Event})
	}
	if len(p.open) > 0 && p.open[0].Entry != hit.Entry {
		if err := p.flush(); err != nil {
			return err
		}
	}
	p.open = append(p.open, hit)
	return nil
}

func (p *hitPrinter) flush() error {
	if len(p.open) == 0 {
		return nil
	}
	hits := p.open
	p.open = nil
	return p.app.screen().Hits(hits, p.words)
}

// wordsOf gives the words that a query looks for, to show the text around them.
func wordsOf(q store.Q) (words []string) {
	switch q := q.(type) {
	case store.Words:
		return []string{q.Text}
	case store.And:
		for _, one := range q {
			words = append(words, wordsOf(one)...)
		}
	case store.Or:
		for _, one := range q {
			words = append(words, wordsOf(one)...)
		}
	}
	return words
}

// idsThatStart completes report ids in a shell.
func (a *app) idsThatStart(c *cobra.Command, args []string, prefix string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	db, err := a.openToRead(c.Context())
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	defer db.Close()
	ids, err := db.Complete(c.Context(), prefix, 50)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return texts(ids), cobra.ShellCompDirectiveNoFileComp
}

func texts(ids []onrecord.ReportID) []string {
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		out = append(out, string(id))
	}
	return out
}
