package language

import (
	"io"

	"onrecord"
	"onrecord/model"
)

// nameTypes are the types of names, in the order of the tags.
var nameTypes = [...]onrecord.EntityType{onrecord.Person, onrecord.Organisation, onrecord.Location, onrecord.Other}

// Places of a word in a name. The tag of a word is 0 outside names, else
// 1 + 4*type + place.
const (
	aloneInName = iota
	firstInName
	insideName
	lastInName
)

// nameTags are the tags' names: "O", "S-PER", "B-PER", "I-PER", "E-PER", ...
func nameTags() []string {
	tags := []string{"O"}
	for _, t := range nameTypes {
		for _, place := range []string{"S-", "B-", "I-", "E-"} {
			tags = append(tags, place+string(t))
		}
	}
	return tags
}

// mayJoinNames says whether tag b may follow tag a: a name that began must end.
// a is -1 at the start of a sentence, b at its end.
func mayJoinNames(a, b int) bool {
	open := a > 0 && ((a-1)%4 == firstInName || (a-1)%4 == insideName)
	goesOn := b > 0 && ((b-1)%4 == insideName || (b-1)%4 == lastInName)
	if open != goesOn {
		return false
	}
	return !open || (a-1)/4 == (b-1)/4
}

// NameSample is one sentence to learn names from: its words and the set of right
// tags of each, bit 0 for outside names, bit 1 + 4*type + place for the others.
type NameSample struct {
	Words []string
	Tags  []uint32
}

// TagOfName gives the bit of a place in a name of the type: 0 alone, 1 first,
// 2 inside, 3 last.
func TagOfName(t onrecord.EntityType, place int) uint32 {
	for i, known := range nameTypes {
		if known == t {
			return 1 << (1 + 4*i + place)
		}
	}
	return 1
}

// leanOutside makes a word outside of names likelier than the training sets say:
// in texts unlike them the tagger finds too many names, not too few.
const leanOutside = 90

// LearnNames learns the tagger of names from reports and gives its file of
// weights. What is known of words must be what the tagger will run with.
func LearnNames(reports [][]NameSample, words *WordTable, rounds int, log io.Writer) ([]byte, error) {
	var samples []model.SequenceSample
	for _, report := range reports {
		sentences := make([][]string, len(report))
		for i, s := range report {
			sentences[i] = s.Words
		}
		for i, features := range newNameFeaturer(words).features(sentences) {
			samples = append(samples, model.SequenceSample{Features: features, Allowed: report[i].Tags})
		}
	}
	school := model.SequenceSchool{Tags: nameTags(), MayJoin: mayJoinNames, Rounds: rounds, MinCount: 2, Prune: 0.02, Lean: leanOutside, Log: log}
	return school.Learn(samples).File(namesModel)
}
