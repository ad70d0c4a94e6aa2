// Package petrarch codes who did what to whom with the dictionaries of PETRARCH:
// files of actors, agents and verbs that event-data projects have kept for years.
// Start at [Open], which reads them, and [Dictionaries.CodeSentence]; [NewCoder]
// puts them in the place of the product's own coder of events.
//
// PETRARCH looks at constituents of a parse; here base noun phrases, the phrases
// that prepositions hang on them, lists and the reach of a verb are taken from the
// product's dependency trees. docs/petrarch.md tells what of the format is read.
package petrarch

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
)

// Files names the dictionary files. Agents and Discards may be missing.
type Files struct {
	Actors   []string // one after another, as if they were one file
	Agents   []string
	Verbs    string
	Discards string
}

// Dictionaries are what the files say. They are read-only.
type Dictionaries struct {
	actors   *phraseIndex[actor]
	agents   *phraseIndex[agent]
	verbs    *verbBook
	discards []discard
	digest   string
}

// maxFileBytes bounds a dictionary file; the largest in use have two megabytes.
const maxFileBytes = 64 << 20

// Open reads the dictionary files. An error names the file and the line.
func Open(files Files) (*Dictionaries, error) {
	if len(files.Actors) == 0 || files.Verbs == "" {
		return nil, errors.New("read PETRARCH dictionaries: actors and verbs are needed")
	}
	d := &Dictionaries{actors: newPhraseIndex[actor](), agents: newPhraseIndex[agent](), verbs: newVerbBook()}
	sum := sha256.New()
	for _, part := range []struct {
		names []string
		read  func(lines []line) error
	}{
		{files.Actors, d.readActors}, {files.Agents, d.readAgents},
		{one(files.Verbs), d.readVerbs}, {one(files.Discards), d.readDiscards},
	} {
		for _, name := range part.names {
			if err := readFile(name, sum, part.read); err != nil {
				return nil, err
			}
		}
	}
	d.actors.sort()
	d.agents.sort()
	d.digest = hex.EncodeToString(sum.Sum(nil)[:8])
	return d, nil
}

func one(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}

func readFile(name string, sum io.Writer, read func([]line) error) error {
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("read PETRARCH dictionary: %w", err)
	}
	defer f.Close()
	lines, err := readLines(name, io.TeeReader(f, sum))
	if err != nil {
		return err
	}
	return read(lines)
}

// Digest names the contents of the files, for an entry's provenance.
func (d *Dictionaries) Digest() string { return d.digest }
