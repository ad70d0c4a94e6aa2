package statements

import (
	"slices"
	"strings"

	"onrecord"
)

func speaksForItself(k onrecord.ActorKind) bool {
	switch k {
	case onrecord.StateActor, onrecord.BodyActor, onrecord.IGOActor, onrecord.GroupActor, onrecord.OrgActor:
		return true
	}
	return false
}

func (w *writing) speakerKind(mention int, res onrecord.Resolution) onrecord.SpeakerKind {
	if actor := w.r.Actor(res.Actor); actor != nil {
		switch actor.Kind {
		case onrecord.PersonActor:
			return onrecord.PersonSpeaks
		case onrecord.PeopleActor:
			return onrecord.PeopleSpeak
		case onrecord.MediaActor:
			return onrecord.MediaSpeaks
		case onrecord.DocumentActor:
			return onrecord.DocumentSpeaks
		}
		return onrecord.BodySpeaks
	}
	m := &w.a.Mentions[mention]
	if m.Chain >= 0 && m.Chain < len(w.a.Chains) && w.a.Chains[m.Chain].Plural {
		return onrecord.PeopleSpeak
	}
	switch m.Type {
	case onrecord.Person:
		return onrecord.PersonSpeaks
	case onrecord.Organisation, onrecord.Location:
		return onrecord.BodySpeaks
	}
	return w.kindByWords(m.Core)
}

// documentWords are papers that say something.
var documentWords = []string{"poll", "survey", "study", "report", "letter", "document", "law", "bill", "memo", "email",
	"statement", "resolution", "treaty", "record", "article", "book", "communique", "indictment", "ruling", "lawsuit", "data", "figure", "research", "analysis", "filing", "transcript"}

var mediaWords = []string{"newspaper", "agency", "channel", "station", "magazine", "daily", "weekly", "website", "broadcaster", "media", "press"}

// bodyWords are bodies of people, for which no "he" stands.
var bodyWords = []string{"court", "ministry", "government", "council", "parliament", "party", "company", "agency", "committee", "commission", "police", "army",
	"tribunal", "union", "embassy", "board", "bank", "office", "department", "administration", "coalition", "alliance", "bloc", "firm",
	"university", "hospital", "airline", "operator", "charity", "club", "federation", "association", "foundation", "institute", "organisation", "organization", "group",
	"movement", "militia", "junta", "regime", "navy", "command", "fund", "treasury", "senate", "assembly", "cabinet", "delegation", "team", "campaign",
	"church", "authority", "watchdog", "regulator"}

func (w *writing) kindByWords(span onrecord.Span) onrecord.SpeakerKind {
	first, end := w.a.TokensIn(span)
	if first >= end {
		return onrecord.PersonSpeaks
	}
	run := make([]int, 0, end-first)
	for i := first; i < end; i++ {
		run = append(run, i)
	}
	t := &w.a.Tokens[w.topOf(run)]
	lemma := strings.ToLower(t.Lemma)
	switch {
	case slices.Contains(documentWords, lemma):
		return onrecord.DocumentSpeaks
	case slices.Contains(mediaWords, lemma):
		return onrecord.MediaSpeaks
	case slices.Contains(bodyWords, lemma):
		return onrecord.BodySpeaks
	case t.XPOS == "NNS" || t.XPOS == "NNPS":
		return onrecord.PeopleSpeak
	}
	return onrecord.PersonSpeaks
}
