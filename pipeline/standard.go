package pipeline

import (
	"fmt"
	"sync"

	"onrecord"
	"onrecord/actors"
	"onrecord/clean"
	"onrecord/codebook"
	"onrecord/events"
	"onrecord/language"
	"onrecord/statements"
)

// Standard is the usual choice of stations, with the embedded models. It loads
// them, side by side, so a program calls it once, and only when it has something to
// read.
func Standard() (*Pipeline, error) {
	var s stations
	var all sync.WaitGroup
	faults := [4]error{}
	all.Go(func() { s.analyzer, faults[0] = language.Load() })
	all.Go(func() { s.resolver, faults[1] = actors.Load() })
	all.Go(func() { s.attributor, faults[2] = statements.Load() })
	all.Go(func() { s.coder, faults[3] = events.Load() })
	all.Wait()
	for i, station := range [...]string{"language", "actors", "statements", "events"} {
		if faults[i] != nil {
			return nil, fmt.Errorf("load %s: %w", station, faults[i])
		}
	}
	return &Pipeline{
		Cleaner: clean.New(), Analyzer: s.analyzer, Resolver: s.resolver, Attributor: s.attributor, Coder: s.coder,
		Made: provenance(map[string]learned{"language": s.analyzer, "statements": s.attributor, "events": s.coder}),
	}, nil
}

// stations are those that have something to load.
type stations struct {
	analyzer   *language.Reader
	resolver   *actors.Resolver
	attributor *statements.Attributor
	coder      *events.Coder
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
