package store

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"onrecord"
)

// Voice tells how many reports of a day give an actor a role, or how many statements of a day somebody makes for it.
// Stores may add it up as entries come and go, as [Talk].
type Voice struct {
	VoiceKey
	N int
}

// VoiceKey is what is counted together.
type VoiceKey struct {
	Actor    onrecord.ActorID
	Sort     string        // RoleVoice or SpeakerVoice
	Name, Of string        // a title and of what it is; who speaks and in what role
	From, To onrecord.Date // of a role, as reports tell
	Day      onrecord.Date // on which the report was put out; "" if unknown
}

// Heard is a role of an actor, or somebody who speaks for it, with the first and the last day of which it is known.
type Heard struct {
	Name, Of    string
	From, To    onrecord.Date // of a role, as reports tell
	First, Last onrecord.Date // "" if no day is known
	N           int
}

// The sorts of voice.
const (
	RoleVoice    = "role"
	SpeakerVoice = "speaker"
)

// Voices counts the roles of those who speak in an entry, or for whom somebody speaks, and who speaks for whom. Who is
// only described is left out.
func Voices(e *onrecord.Entry) []Voice {
	names, heard := namesOf(e.Actors), map[onrecord.ActorID]bool{}
	n := map[VoiceKey]int{}
	day := onrecord.Date("")
	if e.Report.Published != nil {
		day = *e.Report.Published
	}
	for i := range e.Statements {
		s := &e.Statements[i].Speaker
		own, side := s.Actor, names.idOf(s.For)
		heard[own], heard[side] = true, true
		if side != "" && side != own && !isUnnamed(side) {
			n[VoiceKey{Actor: side, Sort: SpeakerVoice, Name: s.Name, Of: s.Role, Day: day}]++
		}
	}
	for i := range e.Actors {
		a := &e.Actors[i]
		if !heard[a.ID] || isUnnamed(a.ID) {
			continue
		}
		for _, r := range a.Roles {
			n[VoiceKey{a.ID, RoleVoice, r.Title, r.Of, r.From, r.To, day}] = 1
		}
	}
	all := make([]Voice, 0, len(n))
	for _, key := range slices.SortedFunc(maps.Keys(n), compareVoice) {
		all = append(all, Voice{key, n[key]})
	}
	return all
}

func isUnnamed(id onrecord.ActorID) bool { return strings.HasPrefix(string(id), "unnamed/") }

func compareVoice(a, b VoiceKey) int {
	return cmp.Or(cmp.Compare(a.Actor, b.Actor), cmp.Compare(a.Sort, b.Sort), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Of, b.Of),
		cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Day, b.Day))
}
