package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"

	"golang.org/x/term"

	"onrecord/cmd/onrecord/screen"
	"onrecord/pipeline"
	"onrecord/store/postgres"
	"onrecord/store/sqlite"
)

// app is what every subcommand shares: where it reads and writes, and how it gets
// the pipeline and the store. Tests put others in place.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
	load           func() (*pipeline.Pipeline, error) // the models: only for commands that read
	open           func(context.Context, string, sqlite.Options) (database, error)
	database       string // --db
	dictionaries   dictionaries
}

func newApp() *app {
	return &app{
		stdin: os.Stdin, stdout: output{os.Stdout}, stderr: os.Stderr, getenv: os.Getenv,
		load: loadStandard,
		open: func(ctx context.Context, path string, o sqlite.Options) (database, error) {
			return sqlite.Open(ctx, path, o)
		},
	}
}

// loadStandard opens the models with the garbage collector at rest: what they leave
// behind is little and bounded, and walking a heap that only grows costs a fifth of the wait.
func loadStandard() (*pipeline.Pipeline, error) {
	percent := debug.SetGCPercent(-1)
	defer debug.SetGCPercent(percent)
	return pipeline.Standard()
}

// databasePath is the file or the address of --db, else of ONRECORD_DB, else the place that the
// XDG base directory specification gives.
func (a *app) databasePath() (string, error) {
	if a.database != "" {
		return a.database, nil
	}
	if path := a.getenv("ONRECORD_DB"); path != "" {
		return path, nil
	}
	data := a.getenv("XDG_DATA_HOME")
	if !filepath.IsAbs(data) { // the specification: ignore relative paths
		home, err := os.UserHomeDir()
		if err != nil {
			return "", fmt.Errorf("find the database: %w; name one with --db", err)
		}
		data = filepath.Join(home, ".local", "share")
	}
	return filepath.Join(data, "onrecord", "onrecord.db"), nil
}

// openToRead opens a database that must be there.
func (a *app) openToRead(ctx context.Context) (database, error) {
	path, err := a.databasePath()
	if err != nil {
		return nil, err
	}
	if postgres.IsAddress(path) {
		return openServer(ctx, path, postgres.Options{ReadOnly: true})
	}
	s, err := a.open(ctx, path, sqlite.Options{ReadOnly: true})
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("there is no database at %s: \"onrecord add FILE...\" makes it", path)
	}
	return s, err
}

// openServer opens a PostgreSQL database.
func openServer(ctx context.Context, address string, o postgres.Options) (database, error) {
	s, err := postgres.Open(ctx, address, o)
	if err != nil {
		return nil, err // and no store, which a nil *Store would be
	}
	return s, nil
}

// openToWrite makes the database if it is missing, and its folder if that is the
// default one. It tells the name to show to people.
func (a *app) openToWrite(ctx context.Context) (database, string, error) {
	return a.openWriting(ctx, postgres.Options{})
}

func (a *app) openWriting(ctx context.Context, o postgres.Options) (database, string, error) {
	path, err := a.databasePath()
	if err != nil {
		return nil, "", err
	}
	if postgres.IsAddress(path) {
		s, err := openServer(ctx, path, o)
		return s, postgres.Name(path), err
	}
	if a.database == "" && a.getenv("ONRECORD_DB") == "" {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return nil, "", err
		}
	}
	s, err := a.open(ctx, path, sqlite.Options{Progress: a.renewing()})
	return s, path, err
}

// screen is standard output as a place for people: as wide as the terminal, in
// colours only on one, and never with NO_COLOR.
func (a *app) screen() *screen.Screen {
	width, colour := 0, false
	if o, ok := a.stdout.(output); ok && term.IsTerminal(int(o.Fd())) {
		colour = a.getenv("NO_COLOR") == "" && a.getenv("TERM") != "dumb"
		if columns, _, err := term.GetSize(int(o.Fd())); err == nil {
			width = columns
		}
	}
	return screen.New(a.stdout, width, colour)
}

// isWatched reports whether a person sees standard error as it is written.
func (a *app) isWatched() bool {
	f, ok := a.stderr.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// output is standard output; its errors say so.
type output struct{ *os.File }

func (o output) Write(b []byte) (int, error) {
	n, err := o.File.Write(b)
	var path *os.PathError
	if errors.As(err, &path) {
		err = fmt.Errorf("write output: %w", path.Err) // "/dev/stdout" would say less
	}
	return n, err
}
