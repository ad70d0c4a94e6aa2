package pipeline

import (
	"fmt"

	"onrecord"
	"onrecord/actors"
	"onrecord/clean"
	"onrecord/codebook"
	"onrecord/events"
	"onrecord/language"
	"onrecord/statements"
)

// Standard is the usual choice of stations, with the embedded models. It loads
// them, so a program calls it once, and only when it has something to read.
func Standard() (*Pipeline, error) {
	analyzer, err := language.Load()
	if err != nil {
		return nil, fmt.Errorf("load language: %w", err)
	}
	resolver, err := actors.Load()
	if err != nil {
		return nil, fmt.Errorf("load actors: %w", err)
	}
	attributor, err := statements.Load()
	if err != nil {
		return nil, fmt.Errorf("load statements: %w", err)
	}
	coder, err := events.Load()
	if err != nil {
		return nil, fmt.Errorf("load events: %w", err)
	}
	return &Pipeline{
		Cleaner: clean.New(), Analyzer: analyzer, Resolver: resolver, Attributor: attributor, Coder: coder,
		Made: provenance(map[string]learned{"language": analyzer, "statements": attributor, "events": coder}),
	}, nil
}

// learned is a station that runs on learned weights.
type learned interface{ Digests() map[string]string }

func provenance(stations map[string]learned) onrecord.Provenance {
	models := map[string]string{}
	for station, s := range stations {
		for model, digest := range s.Digests() {
			models[station+"/"+model] = digest
		}
	}
	return onrecord.Provenance{Program: "onrecord", Version: Version(), Codebook: codebook.Version, Models: models}
}
