package language

import "onrecord"

// nameSpan is a name found in the running words: tokens [First, End).
type nameSpan struct {
	First, End int
	Type       onrecord.EntityType
}

// nameModels are the learned models of names, mentions and chains.
type nameModels struct{}

func loadNameModels() (nameModels, error) { return nameModels{}, nil }

func (m nameModels) digests() map[string]string { return nil }

// findNames finds the names, in order and without overlap.
func (r *Reader) findNames(a *onrecord.Analysis) []nameSpan { return nil }
