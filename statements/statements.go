// Package statements answers who said this: it finds the statements that a
// report gives, with speaker, cue, content, the channels they came through and
// the day they were said. Start at [Attributor.Attribute].
//
// A learned model finds the words that report (cues), labels whom and what each
// reports, and joins quotations that stand alone; rules over words and syntax
// say what kind of statement it is and who the speaker is.
package statements

import (
	_ "embed"
	"fmt"

	"onrecord/model"
)

//go:embed weights/cues.bin
var cueWeights []byte

//go:embed weights/roles.bin
var roleWeights []byte

//go:embed weights/joins.bin
var joinWeights []byte

//go:embed weights/verdicts.bin
var verdictWeights []byte

// Attributor finds statements. It is made once by [Load] and may be used by many
// goroutines at a time.
type Attributor struct {
	cues  *model.Logistic
	roles *model.Chain
	joins *model.Logistic

	verdicts *model.Logistic
	classes  *WordClasses
}

// Load opens the embedded models.
func Load() (*Attributor, error) {
	t, err := openModels(cueWeights, roleWeights, joinWeights, verdictWeights)
	if err == nil {
		t.classes, err = OpenWordClasses(classWeights)
	}
	if err != nil {
		return nil, fmt.Errorf("load models of statements: %w", err)
	}
	return t, nil
}

func openModels(cues, roles, joins, verdicts []byte) (*Attributor, error) {
	t := &Attributor{}
	var err error
	if t.cues, err = model.OpenLogistic(cues); err != nil {
		return nil, fmt.Errorf("cues: %w", err)
	}
	if t.roles, err = model.OpenChain(roles); err != nil {
		return nil, fmt.Errorf("roles: %w", err)
	}
	if t.joins, err = model.OpenLogistic(joins); err != nil {
		return nil, fmt.Errorf("joins: %w", err)
	}
	if len(verdicts) == 0 {
		return t, nil
	}
	if t.verdicts, err = model.OpenLogistic(verdicts); err != nil {
		return nil, fmt.Errorf("verdicts: %w", err)
	}
	return t, nil
}

// Digests tells which weights the attributor runs on, by the name of the model.
func (t *Attributor) Digests() map[string]string {
	return map[string]string{
		"cues":     model.Digest(cueWeights),
		"roles":    model.Digest(roleWeights),
		"joins":    model.Digest(joinWeights),
		"verdicts": model.Digest(verdictWeights),
		"words":    model.Digest(classWeights),
	}
}
