package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/across"
	"onrecord/store"
)

// database is a store with the tables of what follows from many reports.
type database interface {
	store.Store
	across.Tables
	across.Shelf
	across.Searcher
	store.Overview
}

// question is what the commands that ask across reports share.
type question struct {
	db     database
	record *across.Record
}

// ask opens the database for a question. The user's issues are read from the file given, else from
// issues.toml beside the database, if there is one.
func (a *app) ask(ctx context.Context, issuesFile string) (*question, error) {
	db, err := a.openToRead(ctx)
	if err != nil {
		return nil, err
	}
	issues, err := a.issues(issuesFile)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	q := &question{db, across.NewRecord(db, issues)}
	if err := a.noteUnderived(ctx, db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return q, nil
}

func (a *app) issues(file string) (across.Issues, error) {
	if file != "" {
		return across.ReadIssues(file)
	}
	path, err := a.databasePath()
	if err != nil {
		return across.Issues{}, err
	}
	beside := filepath.Join(filepath.Dir(path), "issues.toml")
	if _, err := os.Stat(beside); errors.Is(err, fs.ErrNotExist) {
		return across.Issues{}, nil
	}
	return across.ReadIssues(beside)
}

// noteUnderived tells that the answer leaves reports out.
func (a *app) noteUnderived(ctx context.Context, db database) error {
	waiting, err := db.Underived(ctx, across.Rules, 1)
	if err != nil {
		return err
	}
	if len(waiting) > 0 {
		_, err = a.stderr.Write([]byte("some reports wait to be compared with the others: run \"onrecord derive\"\n"))
	}
	return err
}

func (q *question) close() error { return q.db.Close() }

// answer opens the database, runs a deed and closes it.
func (a *app) answer(ctx context.Context, issuesFile string, deed func(*question) error) error {
	q, err := a.ask(ctx, issuesFile)
	if err != nil {
		return err
	}
	return firstOf(deed(q), q.close())
}

// find gives the actor that a name of the command line means; "" means nobody.
func (q *question) find(ctx context.Context, name string) (across.Actor, error) {
	if name == "" {
		return across.Actor{}, nil
	}
	return q.record.Find(ctx, name)
}

// askFlags are flags that several of the commands have.
type askFlags struct {
	asJSON        bool
	issue, issues string
}

func (f *askFlags) addTo(c *cobra.Command, what string) {
	c.Flags().BoolVar(&f.asJSON, "json", false, "print "+what+" as one line of JSON each")
}

func (f *askFlags) addIssueTo(c *cobra.Command) {
	c.Flags().StringVar(&f.issue, "issue", "", "only this issue: its id, or words of it, such as \"fight\"")
	c.Flags().StringVar(&f.issues, "issues", "", "`file` with names of your own for issues (default issues.toml beside the database)")
}

// day reads a date of the command line.
func day(text string) (onrecord.Date, error) {
	d, err := onrecord.ParseDate(text)
	if err != nil {
		return "", &usageError{err}
	}
	return d, nil
}
