package language

import (
	"slices"

	"onrecord"
	"onrecord/model/encoder"
)

// nameTypes are the types of names, in the order of the encoder's labels.
var nameTypes = [...]onrecord.EntityType{onrecord.Person, onrecord.Organisation, onrecord.Location, onrecord.Other}

// Places of a word in a name. The label of a word is 0 outside names, else
// 1 + 4*type + place.
const (
	aloneInName = iota
	firstInName
	insideName
	lastInName
)

// nameDecoder finds the best row of labels in which every name is whole. Its room
// is used again.
type nameDecoder struct {
	steps []nameStep
}

// nameStep tells how a word was best reached: with no name open after it, or with
// one of each type.
type nameStep struct {
	closed uint8 // the label that closes a name or stands outside
	opened [len(nameTypes)]bool
}

// nameScores are the best sums of scores up to a word.
type nameScores struct {
	closed float32
	open   [len(nameTypes)]float32
}

const outOfReach = -1e30

// decode gives the names of a sentence from the labels' scores of its words, in order.
func (d *nameDecoder) decode(scores []float32) []FoundName {
	n := len(scores) / encoder.Labels
	d.steps = d.steps[:0]
	now := nameScores{}
	for k := range now.open {
		now.open[k] = outOfReach
	}
	for i := range n {
		var step nameStep
		now, step = now.after(scores[i*encoder.Labels:][:encoder.Labels])
		d.steps = append(d.steps, step)
	}
	return d.readBack()
}

// after adds a word. Of two equal sums the first stands.
func (s nameScores) after(labels []float32) (next nameScores, step nameStep) {
	next.closed = s.closed + labels[0]
	for k := range s.open {
		base := 1 + 4*k
		if sum := s.closed + labels[base+aloneInName]; sum > next.closed {
			next.closed, step.closed = sum, uint8(base+aloneInName)
		}
		if sum := s.open[k] + labels[base+lastInName]; sum > next.closed {
			next.closed, step.closed = sum, uint8(base+lastInName)
		}
		next.open[k] = s.open[k] + labels[base+insideName]
		if sum := s.closed + labels[base+firstInName]; sum > next.open[k] {
			next.open[k], step.opened[k] = sum, true
		}
	}
	return next, step
}

// readBack follows the steps from the end, where no name is open.
func (d *nameDecoder) readBack() []FoundName {
	var found []FoundName
	for i := len(d.steps) - 1; i >= 0; i-- {
		label := d.steps[i].closed
		if label == 0 {
			continue
		}
		kind, place := int(label-1)/4, int(label-1)%4
		end := i + 1
		if place == lastInName {
			for i--; i > 0 && !d.steps[i].opened[kind]; i-- {
			}
		}
		found = append(found, FoundName{First: i, End: end, Type: nameTypes[kind]})
	}
	slices.Reverse(found)
	return found
}
