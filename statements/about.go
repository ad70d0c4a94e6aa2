package statements

import (
	"slices"
	"strings"

	"onrecord"
)

// aboutOf names the actors that the content speaks of, in the order of their first
// words there: by name, or by a pronoun or a noun that means them. The speaker and
// the side spoken for count only if they are named.
func (w *writing) aboutOf(s *statement) []string {
	type place struct {
		at   int
		name string
	}
	var places []place
	for _, c := range s.Content {
		for _, n := range w.r.Within(c.Span) {
			if actor := w.r.Actor(n.Actor); w.isSpokenOf(actor) && !(actor.Kind == onrecord.BodyActor && w.isCommon(n.Span)) && !(actor.ID == s.Speaker.Actor && actor.Kind == onrecord.PersonActor) {
				places = append(places, place{n.Start, actor.Name})
			}
		}
		for i := range w.a.Mentions {
			m := &w.a.Mentions[i]
			if i >= len(w.r.Mentions) || !c.Span.Contains(m.Span) || m.Form != onrecord.Nominal {
				continue
			}
			actor := w.r.Actor(w.r.Mentions[i].Actor)
			if w.isSpokenOf(actor) && !isOffice(actor.Kind) && w.isNamedHere(actor.ID) && actor.ID != s.Speaker.Actor && actor.Name != s.Speaker.For && !w.isOwnWord(m) {
				places = append(places, place{m.Start, actor.Name})
			}
		}
	}
	if at := w.ownCountry(s); at >= 0 && s.Speaker.For != "" {
		places = append(places, place{at, s.Speaker.For})
	}
	slices.SortStableFunc(places, func(a, b place) int { return a.at - b.at })
	var about []string
	for _, p := range places {
		if !slices.Contains(about, p.name) {
			about = append(about, p.name)
		}
	}
	return about
}

// ownCountry finds "his country" or "her government" in what is said; -1 if it is
// not there.
func (w *writing) ownCountry(s *statement) int {
	for _, i := range s.content {
		switch w.low[i] {
		case "country", "government", "nation":
			if own := w.child(i, "nmod:poss"); own >= 0 && w.a.Tokens[own].UPOS == "PRON" && w.low[own] != "your" {
				return w.a.Tokens[i].Start
			}
		}
	}
	return -1
}

// isSpokenOf leaves out places, nameless people, and networks that something was
// shown on.
func (w *writing) isSpokenOf(actor *onrecord.Actor) bool {
	return actor != nil && actor.Name != "" && actor.Kind != onrecord.PlaceActor && actor.Kind != onrecord.PeopleActor &&
		actor.Hop != onrecord.NetworkHop && !strings.HasPrefix(string(actor.ID), "unnamed/")
}

// isOffice reports whether an actor is one that common nouns stand for too often to
// mean it: "the army", "the newspaper".
func isOffice(k onrecord.ActorKind) bool {
	return k == onrecord.BodyActor || k == onrecord.MediaActor || k == onrecord.DocumentActor
}

// isCommon reports whether words end in a common noun: "Russian embassy".
func (w *writing) isCommon(span onrecord.Span) bool {
	words := strings.Fields(w.a.Text.Cut(span))
	return len(words) > 0 && !startsLarge(words[len(words)-1])
}

// isNamedHere reports whether the report names an actor anywhere.
func (w *writing) isNamedHere(id onrecord.ActorID) bool {
	return slices.ContainsFunc(w.r.Names, func(n onrecord.ActorName) bool { return n.Actor == id })
}

// isOwnWord reports whether a mention is a word by which a speaker means himself or
// the one spoken to.
func (w *writing) isOwnWord(m *onrecord.Mention) bool {
	switch w.low[m.Head] {
	case "i", "we", "me", "us", "my", "our", "myself", "ourselves", "you", "your", "who", "which", "that", "what":
		return true
	}
	return false
}
