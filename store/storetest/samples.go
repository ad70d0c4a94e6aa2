package storetest

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"onrecord"
)

// Embassy is a valid entry with a denial: reports by it are of 4 March 2031.
func Embassy() *onrecord.Entry {
	text := "NORHAVEN: Foreign Minister Anna Weber said on Monday that Norland “will recall its ambassador” from Südland. " +
		"A spokesman for Sudland denied any breach, the Norland Press reported."
	e := blank("aa01", "The Norland Gazette", "Norland to recall envoy", text, "2031-03-04")
	e.Actors = []onrecord.Actor{
		actor("NOR", "Norland", onrecord.StateActor, "Norhaven"),
		actor("SUD", "Sudland", onrecord.StateActor, "Südland"),
		actor("person/anna-weber", "Anna Weber", onrecord.PersonActor, "Ms Weber"),
	}
	e.Statements = []onrecord.Statement{
		{
			ID:      "s1",
			Speaker: onrecord.Speaker{Name: "Anna Weber", Role: "Foreign Minister", For: "Norland", Named: true, Kind: onrecord.PersonSpeaks, Actor: "person/anna-weber", Mention: quote(text, "Foreign Minister Anna Weber")},
			Via:     []onrecord.Hop{},
			Cue:     quote(text, "said"),
			Content: []onrecord.Quote{*quote(text, "Norland “will recall its ambassador” from Südland")},
			Form:    onrecord.Mixed, Kind: onrecord.Assert,
			SaidOn: &onrecord.When{From: "2031-03-03", To: "2031-03-03", Text: "on Monday"},
			About:  []string{"Norland", "Sudland"}, Certainty: 0.9,
		},
		{
			ID:      "s2",
			Speaker: onrecord.Speaker{Name: "A spokesman for Sudland", Role: "spokesman", For: "Sudland", Kind: onrecord.PersonSpeaks, Mention: quote(text, "A spokesman for Sudland")},
			Via:     []onrecord.Hop{{Name: "Norland Press", Kind: onrecord.AgencyHop, Words: quote(text, "the Norland Press reported")}},
			Cue:     quote(text, "denied"),
			Content: []onrecord.Quote{*quote(text, "any breach")},
			Form:    onrecord.Indirect, Kind: onrecord.Deny, About: []string{}, Certainty: 0.8,
		},
	}
	e.Events = []onrecord.Event{{
		ID: "e1", Type: "REDUCE", Contexts: []string{}, Status: onrecord.Planned, By: "Anna Weber", Claim: "s1",
		Actor:     onrecord.Party{Name: "Norland", Actor: "NOR", Mention: quote(text, "Norland")},
		Recipient: &onrecord.Party{Name: "Sudland", Actor: "SUD", Mention: quote(text, "Südland")},
		Evidence:  *quote(text, "recall its ambassador"), Certainty: 0.7,
	}}
	return e
}

// Harbour is a valid entry of 1 May 2031 with an event that nobody claims.
func Harbour() *onrecord.Entry {
	text := "Gunmen attacked the harbour of Portum in May 2029.\n“We do not negotiate with attackers,” the mayor told reporters."
	e := blank("ab02", "Portum Daily", "A harbour remembers", text, "2031-05-01")
	e.Text += "\nMore: Storm hits coast\nThe harbour is calm."
	e.Clutter = []onrecord.Quote{*quote(e.Text, "More: Storm hits coast")}
	e.Actors = []onrecord.Actor{actor("people/gunmen", "gunmen", onrecord.PeopleActor)}
	e.Statements = []onrecord.Statement{{
		ID:      "s1",
		Speaker: onrecord.Speaker{Name: "the mayor", Role: "mayor", Kind: onrecord.PersonSpeaks, Mention: quote(text, "the mayor")},
		Via:     []onrecord.Hop{}, Cue: quote(text, "told"),
		Content: []onrecord.Quote{*quote(text, "“We do not negotiate with attackers,”")},
		Form:    onrecord.Direct, Kind: onrecord.Refuse, About: []string{}, Certainty: 1,
	}}
	e.Events = []onrecord.Event{{
		ID: "e1", Type: "ASSAULT", Contexts: []string{}, Status: onrecord.Past,
		Actor: onrecord.Party{Name: "gunmen", Actor: "people/gunmen", Mention: quote(text, "Gunmen")},
		On:    &onrecord.When{From: "2029-05", To: "2029-05", Text: "in May 2029"},
		Place: "Portum Bay", Evidence: *quote(text, "Gunmen attacked the harbour of Portum"), Certainty: 0.6,
	}}
	return e
}

// Undated is a valid entry that does not tell when it was published.
func Undated() *onrecord.Entry {
	text := "Norland is large. It was told, the poll says, that trade grows."
	e := blank("b003", "", "", text, "")
	e.Statements = []onrecord.Statement{{
		ID:      "s1",
		Speaker: onrecord.Speaker{Name: "the poll", Named: false, Kind: onrecord.DocumentSpeaks, Mention: quote(text, "the poll")},
		Via:     []onrecord.Hop{}, Cue: quote(text, "says"), Content: []onrecord.Quote{*quote(text, "trade grows")},
		Form: onrecord.Indirect, Kind: onrecord.Assert, About: []string{}, Certainty: 1,
	}}
	return e
}

func blank(id onrecord.ReportID, outlet, headline, text string, published onrecord.Date) *onrecord.Entry {
	e := &onrecord.Entry{
		Report:  onrecord.Masthead{ID: id, Source: string(id) + ".txt", Outlet: outlet, Headline: headline, Byline: []string{}, Language: "en"},
		Text:    text,
		Clutter: []onrecord.Quote{}, Events: []onrecord.Event{}, Actors: []onrecord.Actor{}, Issues: []onrecord.Issue{},
		Provenance: onrecord.Provenance{Program: "onrecord", Version: "v0.1.0", Codebook: "1", Models: map[string]string{"tagger": "0000"}},
	}
	if published != "" {
		e.Report.Published = &published
	}
	return e
}

func actor(id onrecord.ActorID, name string, kind onrecord.ActorKind, aliases ...string) onrecord.Actor {
	return onrecord.Actor{ID: id, Name: name, Kind: kind, Aliases: append([]string{}, aliases...), Sectors: []string{}, Roles: []onrecord.Role{}}
}

// quote finds words in a text; the samples are broken if they are not there.
func quote(text, words string) *onrecord.Quote {
	start := strings.Index(text, words)
	if start < 0 {
		panic("sample text lacks " + words)
	}
	return &onrecord.Quote{Span: onrecord.Span{Start: start, End: start + len(words)}, Text: words}
}

func digestOf(raw []byte) string {
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}
