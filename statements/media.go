package statements

import (
	"slices"
	"strings"

	"onrecord"
)

// mediumHop tells whether words name a medium; sure if the place in the sentence
// says so already.
func (w *writing) mediumHop(run []int, sure bool) (onrecord.Hop, bool) {
	if len(run) == 0 {
		return onrecord.Hop{}, false
	}
	span := w.cover(run)
	q := w.a.Text.Quote(span)
	hop := onrecord.Hop{Name: plainName(q.Text), Kind: kindOfMedium(q.Text), Words: &q}
	mention := w.mentionAt(run)
	if mention >= 0 && mention < len(w.r.Mentions) {
		if actor := w.r.Actor(w.r.Mentions[mention].Actor); actor != nil && (actor.Kind == onrecord.MediaActor || sure) {
			hop.Name = actor.Name
			return hop, true
		}
	}
	for _, n := range w.r.Within(span) {
		if actor := w.r.Actor(n.Actor); actor != nil && actor.Kind == onrecord.MediaActor {
			hop.Name = actor.Name
			return hop, true
		}
	}
	if sure {
		return hop, true
	}
	if name, ok := w.mediumByNoun(run); ok {
		hop.Name = name
		return hop, true
	}
	for _, i := range run {
		if w.a.Tokens[i].UPOS != "PROPN" && slices.Contains(mediaWords, strings.ToLower(w.a.Tokens[i].Lemma)) || isMediaName(w.low[i]) {
			return hop, startsLarge(hop.Name)
		}
	}
	return onrecord.Hop{}, false
}

// mediumByNoun reads "the newspaper El Mundo", whose name stands behind the noun, and
// "a radio station in the south", which has none.
func (w *writing) mediumByNoun(run []int) (string, bool) {
	for n, i := range run {
		switch strings.ToLower(w.a.Tokens[i].Lemma) {
		case "newspaper", "station", "magazine", "broadcaster", "daily", "weekly", "agency", "channel", "website":
		default:
			continue
		}
		if n+1 < len(run) && w.a.Tokens[run[n+1]].UPOS == "PROPN" {
			return w.a.Text.Cut(w.cover(run[n+1:])), true
		}
		if w.low[run[0]] == "a" || w.low[run[0]] == "an" {
			return w.a.Text.Cut(w.cover(run)), w.low[i] != "agency" && w.low[i] != "website" && w.low[i] != "channel"
		}
	}
	return "", false
}

func isMediaName(low string) bool {
	switch low {
	case "tv", "television", "radio", "news", "newspaper", "agency":
		return true
	}
	return false
}

// kindOfMedium reads the sort of channel from the words that name it.
func kindOfMedium(words string) onrecord.HopKind {
	low := strings.ToLower(words)
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(x string) bool { return strings.Contains(low, x) })
	}
	switch {
	case has("agency", "newswire", "wire service"):
		return onrecord.AgencyHop
	case has("newspaper", "daily", "magazine", "weekly", "gazette", "tribune", "times", "post"):
		return onrecord.NewspaperHop
	case has("television", " tv", "radio", "channel", "broadcaster", "network"):
		return onrecord.BroadcasterHop
	case has("website", ".com", "portal", "site"):
		return onrecord.WebsiteHop
	case has("ministry", "embassy", "office", "government", "service"):
		return onrecord.BodyHop
	}
	return onrecord.AgencyHop
}

// isOutlet reports whether a medium is the report's own.
func (w *writing) isOutlet(name string) bool {
	outlet := w.a.Text.Imprint.Outlet
	return outlet != "" && sameMedium(outlet, name)
}

// sameMedium compares names of media: one may be the longer form of the other,
// word by word.
func sameMedium(a, b string) bool {
	a, b = " "+mediumKey(a)+" ", " "+mediumKey(b)+" "
	return len(a) > 3 && len(b) > 3 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a) || strings.HasSuffix(a, b) || strings.HasSuffix(b, a))
}

func mediumKey(name string) string {
	name = strings.ToLower(name)
	for _, drop := range []string{"the ", "news agency", "newspaper", " agency", " news", ".com", ".org", "."} {
		name = strings.ReplaceAll(name, drop, "")
	}
	return strings.Join(strings.FieldsFunc(name, func(r rune) bool { return !isLetterOrDigit(r) }), " ")
}

// creditedAgency is the agency that the dateline names beside the outlet itself
// ("CITY (Outlet / Agency - date)"). A report that is the agency's own whole,
// "CITY (Agency) -", came through no one else.
func (w *writing) creditedAgency() string {
	imprint := &w.a.Text.Imprint
	if imprint.Dateline.Agency == "" || imprint.Outlet == "" || sameMedium(imprint.Outlet, imprint.Dateline.Agency) {
		return ""
	}
	for _, p := range w.a.Text.Paragraphs {
		if p.Kind != onrecord.DateLine {
			continue
		}
		words := strings.ToLower(w.a.Text.Cut(p.Span))
		if strings.Contains(words, strings.ToLower(imprint.Dateline.Agency)) && strings.Contains(words, firstWord(mediumKey(imprint.Outlet))) {
			return imprint.Dateline.Agency
		}
	}
	return ""
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}
