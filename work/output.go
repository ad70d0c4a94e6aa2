package work

import (
	"errors"
	"fmt"
	"os"
)

// partial is the ending of a file that is not finished.
const partial = ".part"

// Output is a file of entries, with the rejects beside it, that may be made by several runs:
// until it is finished its name ends in ".part". A run that was killed, at whatever moment,
// leaves whole lines and at most one cut one, which the next run takes away.
type Output struct {
	Entries, Rejects *os.File
	Done             int // lines that earlier runs wrote into both: the reports that are coded
	path             string
}

// ErrFinished says that there is nothing left to do for a file.
var ErrFinished = errors.New("finished by an earlier run")

// OpenOutput opens a file of entries to be made or gone on with.
func OpenOutput(path, rejects string) (*Output, error) {
	if _, err := os.Stat(path); err == nil {
		return nil, fmt.Errorf("%s: %w", path, ErrFinished)
	}
	o := &Output{path: path}
	if err := o.open(rejects); err != nil {
		return nil, errors.Join(err, o.close())
	}
	return o, nil
}

func (o *Output) open(rejects string) (err error) {
	how := os.O_RDWR | os.O_CREATE
	if _, err := os.Stat(o.path + partial); errors.Is(err, os.ErrNotExist) {
		how |= os.O_TRUNC // rejects of something else
	}
	if o.Rejects, err = os.OpenFile(rejects, how, 0o666); err != nil { // first: the entries' file tells that both are there
		return err
	}
	if o.Entries, err = os.OpenFile(o.path+partial, how, 0o666); err != nil {
		return err
	}
	for _, f := range []*os.File{o.Entries, o.Rejects} {
		lines, err := cutToWhole(f)
		if err != nil {
			return err
		}
		o.Done += lines
	}
	return nil
}

// Finish gives the file its name, once all of it is on the disk.
func (o *Output) Finish() error {
	err := errors.Join(o.Entries.Sync(), o.Rejects.Sync(), o.close())
	if err != nil {
		return err
	}
	return os.Rename(o.path+partial, o.path)
}

// Pause closes the files for a later run.
func (o *Output) Pause() error { return o.close() }

func (o *Output) close() error {
	var faults []error
	for _, f := range []*os.File{o.Entries, o.Rejects} {
		if f != nil {
			faults = append(faults, f.Close())
		}
	}
	return errors.Join(faults...)
}
