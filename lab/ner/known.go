package ner

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"onrecord/actors"
	"onrecord/lab"
	"onrecord/language"
)

// LearnKnown packs the names of bodies that the tables of actors have, for the reader
// to lean on. It goes into the folder out, and is made anew when the tables change.
func LearnKnown(_ context.Context, _ lab.Corpora, out string, _ io.Writer) error {
	file, err := packKnown()
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "names.known.bin"), file, 0o644)
}

func packKnown() ([]byte, error) {
	names, err := actors.BodyNames()
	if err != nil {
		return nil, err
	}
	return language.PackKnownNames(names)
}
