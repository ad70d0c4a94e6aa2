package statements

import (
	"slices"

	"onrecord"
)

// passVia hands channels on: within a sentence to all words of one speaker, and
// to the words with which the speaker goes on. An agency that the dateline names
// beside the outlet is the way of all that came no other way.
func (w *writing) passVia() {
	for i := 1; i < len(w.said); i++ {
		before, s := w.said[i-1], w.said[i]
		if !sameSpeaker(before, s) {
			continue
		}
		together := w.sentence[before.head] == w.sentence[s.head]
		if !s.ownVia && len(before.Via) > 0 && (together || s.carriesOn) {
			s.Via = slices.Clone(before.Via)
		}
		if together && !before.ownVia && len(before.Via) == 0 {
			before.Via = slices.Clone(s.Via)
		}
	}
	if agency := w.creditedAgency(); agency != "" {
		for _, s := range w.said {
			if len(s.Via) == 0 && s.parent == nil {
				s.Via = []onrecord.Hop{{Name: agency, Kind: onrecord.AgencyHop}}
			}
		}
	}
}

func sameSpeaker(a, b *statement) bool {
	if a.Speaker.Actor != "" || b.Speaker.Actor != "" {
		return a.Speaker.Actor == b.Speaker.Actor
	}
	return a.Speaker.Name != "" && a.Speaker.Name == b.Speaker.Name
}
