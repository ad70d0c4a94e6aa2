package main

import (
	"fmt"
	"io"
	"os"

	"onrecord/export"
	"onrecord/ingest"
	"onrecord/work"
)

// codeOutput is where the entries and the rejects of "onrecord code" go.
type codeOutput struct {
	entries io.Writer
	reject  func(work.Reject) error
	aside   bool // rejects are kept, not only told
	done    int  // reports coded by earlier runs
	close   func(complete bool) error
}

// openCodeOutput opens the files that were asked for, else standard output, and tells
// people of rejects that nobody keeps.
func (a *app) openCodeOutput(f codeFlags) (*codeOutput, error) {
	switch {
	case f.out != "":
		return openCodeFile(f)
	case f.rejects != "":
		how := os.O_TRUNC
		if f.from != (ingest.Resume{}) { // the rejects of the run that is gone on with stay
			how = os.O_APPEND
		}
		rejects, err := os.OpenFile(f.rejects, os.O_WRONLY|os.O_CREATE|how, 0o666)
		if err != nil {
			return nil, err
		}
		return &codeOutput{entries: a.stdout, reject: rejectTo(rejects), aside: true,
			close: func(bool) error { return rejects.Close() }}, nil
	}
	tell := func(r work.Reject) error {
		a.complain(fmt.Errorf("line %d: %s", r.Line, r.Reason))
		return nil
	}
	return &codeOutput{entries: a.stdout, reject: tell, close: func(bool) error { return nil }}, nil
}

func openCodeFile(f codeFlags) (*codeOutput, error) {
	if f.rejects == "" {
		f.rejects = f.out + ".rejects"
	}
	file, err := work.OpenOutput(f.out, f.rejects)
	if err != nil {
		return nil, err
	}
	return &codeOutput{entries: file.Entries, reject: rejectTo(file.Rejects), aside: true, done: file.Done,
		close: func(complete bool) error {
			if !complete {
				return file.Pause()
			}
			return file.Finish()
		}}, nil
}

func rejectTo(w io.Writer) func(work.Reject) error {
	return func(r work.Reject) error { return export.WriteJSON(wholeLines{w}, r) }
}

// wholeLines takes a line in one Write, whole or not at all.
type wholeLines struct{ io.Writer }

func (w wholeLines) Write(line []byte) (int, error) {
	if err := work.WriteWhole(w.Writer, line); err != nil {
		return 0, err
	}
	return len(line), nil
}
