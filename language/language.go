// Package language finds what a text says on its face: sentences, words, syntax,
// times, names, and which mentions mean one thing. Start at [Reader.Analyze].
package language

import (
	"fmt"
	"maps"
	"sync"

	"onrecord/model"
)

// Reader analyses English texts. It holds the learned models, is made once by
// [Load] and may be used by many goroutines at a time.
type Reader struct {
	tables     *wordTables
	lexicon    codes       // cluster and habit by hash of the low form
	kinds      codes       // class of tags by hash of the low form
	borders    *model.Rows // of sentences
	network    *network    // reads tags and trees
	inflection *inflection
	names      nameModels
	desks      sync.Pool
	digested   map[string]string
}

// Load opens the embedded models.
func Load() (*Reader, error) {
	r := newReader()
	if err := r.loadSyntax(); err != nil {
		return nil, fmt.Errorf("load models of syntax: %w", err)
	}
	if err := r.loadEncoder(); err != nil {
		return nil, fmt.Errorf("load encoder: %w", err)
	}
	names, err := loadNameModels()
	if err != nil {
		return nil, fmt.Errorf("load models of names: %w", err)
	}
	r.names = names
	return r, nil
}

func (r *Reader) loadEncoder() error {
	file, err := weightFiles.ReadFile("weights/encoder.bin")
	if err != nil {
		return err
	}
	return r.UseEncoder(file)
}

func newReader() *Reader {
	r := &Reader{tables: openWordTables(), digested: map[string]string{}}
	r.desks.New = func() any { return r.newDesk() }
	return r
}

// Digests tells which weights the reader runs on, by the name of the model.
func (r *Reader) Digests() map[string]string {
	all := maps.Clone(r.digested)
	maps.Copy(all, r.names.digests())
	return all
}
