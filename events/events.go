// Package events finds who did what to whom. Start at [Coder.Code]: it reads acts
// off the words that name them (lexicon/predicates), takes the parties from
// the syntax, and asks the statements whose word it is. A second reading, learned
// from reports whose events are told, weighs every word again (weigh_readings.go).
// [Classifier] answers the smaller question, which act lies between two parties that
// are already known.
package events

import (
	"fmt"
	"strconv"

	"onrecord"
	"onrecord/codebook"
	"onrecord/model"
)

// Coder codes events. It is made once by [Load] and may be used by many
// goroutines at a time.
type Coder struct {
	words     *lexicon
	book      *codebook.Codebook
	relations *Classifier
	circles   *circles
	weigher   *weigher // nil: nothing is read a second time
}

// Load opens the embedded word lists and weights.
func Load() (*Coder, error) {
	words, err := openLexicon()
	if err != nil {
		return nil, fmt.Errorf("load words of events: %w", err)
	}
	relations, err := LoadClassifier()
	if err != nil {
		return nil, fmt.Errorf("load classifier of events: %w", err)
	}
	circles, err := openCircles()
	if err != nil {
		return nil, fmt.Errorf("load circles of words: %w", err)
	}
	weigher, err := openWeigher()
	if err != nil {
		return nil, fmt.Errorf("load second reading of events: %w", err)
	}
	return &Coder{words: words, book: codebook.Plover(), relations: relations, circles: circles, weigher: weigher}, nil
}

// Digests tells which weights the coder runs on, by the name of the model.
func (c *Coder) Digests() map[string]string {
	digests := map[string]string{}
	for name, file := range map[string]string{"relation": relationWeights, "words": wordWeights, "readings": readingWeights} {
		if packed, err := weightFiles.ReadFile(file); err == nil {
			digests[name] = model.Digest(packed)
		}
	}
	return digests
}

// Code gives the events of a report, in the order of their evidence. One act that
// stands in several places is one event.
func (c *Coder) Code(a *onrecord.Analysis, r *onrecord.Resolutions, statements []onrecord.Statement) []onrecord.Event {
	s := newScene(c, a, r, statements)
	told := s.withoutNature(s.weighReadings(s.completeTellings(s.readByRules())))
	events := s.judgeClaims(mergeTellings(told))
	for i := range events {
		events[i].ID = onrecord.EventID("e" + strconv.Itoa(i+1))
	}
	return events
}

// readByRules gives what the words of the lexicon, the statements and their demands
// tell.
func (s *scene) readByRules() []telling {
	var told []telling
	for i := range s.a.Sentences {
		if s.isBody(i) {
			told = append(told, s.readSentence(i)...)
		}
	}
	told = s.tellSpeeches(told)
	return append(told, s.tellDemands()...)
}
