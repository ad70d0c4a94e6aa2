package actors

import (
	"strings"

	"onrecord"
)

// halfMeant gives the state that a report of two halves calls "the north" or "the
// South": one that it names in full and that the tables know by that half.
func (r *reading) halfMeant(key string) onrecord.ActorID {
	if key != "north" && key != "south" {
		return ""
	}
	node := r.table.names.next(key)
	if node == nil {
		return ""
	}
	var meant onrecord.ActorID
	for _, s := range node.ends {
		if !s.the || r.sure[s.actor] == 0 {
			continue
		}
		if meant != "" {
			return "" // two such states are told of
		}
		meant = r.table.entries[s.actor].ID
	}
	return meant
}

const whyHalf = "half of a pair"

func (r *reading) resolveHalf(id onrecord.ActorID) onrecord.Resolution {
	return onrecord.Resolution{Actor: id, For: r.speaksFor(id), Named: true, Why: whyHalf, Certainty: 0.75}
}

// isHalf reports whether word i stands for a half by itself: "the north said", not
// "in the north" and not "the north of the country".
func (r *reading) isHalf(i int) bool {
	if r.words[i].shape != lower && r.gapBefore(i+1) == "" && r.isBareSubject(i) {
		return true
	}
	if i < 2 || r.words[i-1].key != "the" || isListed("placing", r.words[i-2].key) || isListed("moving", r.words[i-2].key) {
		return false
	}
	return r.gapBefore(i+1) != "" || r.words[i+1].key != "of" && r.words[i+1].shape == lower
}

// isBareSubject reads the headline's "South says", "North trying to": a capital
// after a break and before a word in small letters that is no preposition.
func (r *reading) isBareSubject(i int) bool {
	return (r.startsSentence(i) || strings.ContainsAny(r.words[i].gap, ",*-")) &&
		r.words[i+1].shape == lower && !isListed("rolelink", r.words[i+1].key) && !isListed("kindword", r.words[i+1].key)
}
