// Package language finds what a text says on its face: sentences, words, syntax,
// times, names, and which mentions mean one thing. Start at [Reader.Analyze].
package language

import (
	"fmt"
	"maps"
)

// Reader analyses English texts. It holds the learned models, is made once by
// [Load] and may be used by many goroutines at a time.
type Reader struct {
	names nameModels
}

// Load opens the embedded models.
func Load() (*Reader, error) {
	names, err := loadNameModels()
	if err != nil {
		return nil, fmt.Errorf("load models of names: %w", err)
	}
	return &Reader{names: names}, nil
}

// Digests tells which weights the reader runs on, by the name of the model.
func (r *Reader) Digests() map[string]string {
	all := map[string]string{}
	maps.Copy(all, r.names.digests())
	return all
}
