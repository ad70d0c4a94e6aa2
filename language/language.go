// Package language finds what a text says on its face: sentences, words, syntax,
// times, names, and which mentions mean one thing. Start at [Reader.Analyze].
//
// Whatever the text, time and memory grow with its length and no faster: a sentence
// is cut after 240 tokens, of a report 200,000 are read, and an address of more than
// 1 KB is cut. A run of 5,000 words without a stop so costs what 5,000 words in short
// sentences cost, well under a second.
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

// Load opens the embedded models, those of names beside those of syntax: opening
// them is most of the time to the first result.
func Load() (*Reader, error) {
	r := newReader()
	var syntax, names error
	var both sync.WaitGroup
	both.Go(func() { syntax = r.loadSyntax() })
	both.Go(func() { r.names, names = loadNameModels() })
	both.Wait()
	if syntax != nil {
		return nil, fmt.Errorf("load models of syntax: %w", syntax)
	}
	if names != nil {
		return nil, fmt.Errorf("load models of names: %w", names)
	}
	return r, nil
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
