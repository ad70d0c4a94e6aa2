package events

import (
	"fmt"

	"onrecord"
	"onrecord/model"
)

// Relation is a question to the classifier: what does Source do to Target in
// this text? An empty span means that it is not told.
type Relation struct {
	Text           string
	Source, Target onrecord.Span
}

// zone is where a word stands, seen from the two sides.
type zone byte

const (
	leftOf   zone = 'l'
	inSource zone = 's'
	between  zone = 'b'
	inTarget zone = 't'
	rightOf  zone = 'r'
)

// featureSet collects hashed features.
type featureSet struct {
	list []uint32
	room []byte
}

func (f *featureSet) add(format string, args ...any) {
	f.room = fmt.Appendf(f.room[:0], format, args...)
	f.list = append(f.list, uint32(model.HashString(f.room)))
}

// Features gives the hashed features of a relation: its words by zone, the words
// near the sides, and the senses and circles that the lexicon knows for them.
func (f *flatLexicon) features(q Relation) []uint32 {
	words := f.cutWords(q.Text)
	zones := zonesOf(words, q)
	set := &featureSet{}
	set.add("order %v %v %v", q.Source.Start < q.Target.Start, q.Target.IsEmpty(), q.Source.IsEmpty())
	addWords(set, words, zones)
	addNear(set, words, zones)
	f.addSenses(set, words, zones)
	f.circles.add(set, words, zones)
	return set.list
}

func zonesOf(words []flatWord, q Relation) []zone {
	first, second := q.Source, q.Target
	if second.IsEmpty() {
		second = onrecord.Span{Start: len(q.Text), End: len(q.Text)}
	}
	if first.Start > second.Start {
		first, second = second, first
	}
	zones := make([]zone, len(words))
	for i, w := range words {
		at := onrecord.Span{Start: w.start, End: w.end}
		switch {
		case q.Source.Overlaps(at):
			zones[i] = inSource
		case q.Target.Overlaps(at):
			zones[i] = inTarget
		case w.start < first.Start:
			zones[i] = leftOf
		case w.start < second.Start:
			zones[i] = between
		default:
			zones[i] = rightOf
		}
	}
	return zones
}

func addWords(set *featureSet, words []flatWord, zones []zone) {
	for i, w := range words {
		set.add("w %s", w.stem)
		set.add("z %c %s", zones[i], w.stem)
	}
}

// nearReach is how far from the source its deed mostly stands.
const nearReach = 5

// addNear adds the words that follow the source and come before the target, and
// the pairs of the words that follow the source.
func addNear(set *featureSet, words []flatWord, zones []zone) {
	last := -1
	for i, z := range zones {
		if z == inSource {
			last = i
		}
		if z == inTarget && i > 0 && zones[i-1] != inTarget {
			set.add("t %s", words[i-1].stem)
			if i > 1 {
				set.add("tt %s %s", words[i-2].stem, words[i-1].stem)
			}
		}
	}
	if last < 0 {
		return
	}
	near := words[last+1 : min(len(words), last+1+nearReach)]
	for i, w := range near {
		set.add("n %s", w.stem)
		set.add("n%d %s", min(i, 2), w.stem)
		for _, v := range near[i+1:] {
			set.add("p %s %s", w.stem, v.stem)
		}
	}
}

func (f *flatLexicon) addSenses(set *featureSet, words []flatWord, zones []zone) {
	turned, after, nearest := "", false, false
	for i, w := range words {
		after = after || zones[i] == inSource
		kind := f.turns[w.stem]
		if p := f.match(words, i); p != nil && zones[i] != inSource {
			t := p.sense.Type
			set.add("s %s", t)
			set.add("pat %s", p.written)
			set.add("ts %s", turnedType(turned, t))
			set.add("s %c %s %v", zones[i], t, p.class != nil)
			set.add("s %s %s", turned, t)
			if after && !nearest {
				set.add("first %s %s", turned, t)
				set.add("fts %s", turnedType(turned, t))
				nearest = true
			}
		}
		if kind != "" {
			set.add("k %s %c", kind, zones[i])
			turned = kind
		}
		if isNegation(w.stem) {
			set.add("not %c", zones[i])
			turned = "not"
		}
	}
}

// turnedType is what a sense becomes below a word that turns it.
func turnedType(kind string, t onrecord.EventType) onrecord.EventType {
	out := turned{Type: t}
	switch kind {
	case "end":
		turnSign(&out)
	case "refuse", "not":
		out.Type = "REJECT"
	case "pledge", "decide":
		turnPledge(&out)
	case "threaten":
		out.Type = "THREATEN"
	}
	return out.Type
}

func isNegation(stem string) bool {
	return stem == "not" || stem == "no" || stem == "never" || stem == "t" || stem == "without"
}
