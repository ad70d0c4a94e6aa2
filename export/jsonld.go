package export

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"

	"onrecord"
)

// thing is a node of schema.org.
type thing map[string]any

// JSONLD writes one report a line as linked data in the words of schema.org: a NewsArticle whose parts
// are Quotations (words in quotation marks) and Claims (words retold), and the Events that it tells of.
func JSONLD(ctx context.Context, w io.Writer, r Record) error {
	for entry, err := range r.Entries(ctx) {
		if err != nil {
			return err
		}
		if err := writeJSON(w, articleOf(entry)); err != nil {
			return err
		}
	}
	return nil
}

func articleOf(e *onrecord.Entry) thing {
	article := thing{"@context": "https://schema.org", "@type": "NewsArticle", "@id": urn(e, "")}
	set(article, "url", e.Report.URL)
	set(article, "headline", e.Report.Headline)
	set(article, "datePublished", published(&e.Report))
	set(article, "inLanguage", e.Report.Language)
	if e.Report.Outlet != "" {
		article["publisher"] = thing{"@type": "Organization", "name": e.Report.Outlet}
	}
	var said, done []thing
	for i := range e.Statements {
		said = append(said, wordsOf(e, &e.Statements[i]))
	}
	for i := range e.Events {
		done = append(done, eventOf(e, &e.Events[i]))
	}
	if said != nil {
		article["hasPart"] = said
	}
	if done != nil {
		article["about"] = done
	}
	return article
}

// wordsOf is a statement. Where it stands is told in bytes, as everywhere.
func wordsOf(e *onrecord.Entry, s *onrecord.Statement) thing {
	kind := "Claim"
	if s.Form == onrecord.Direct {
		kind = "Quotation"
	}
	one := thing{
		"@type": kind, "@id": urn(e, string(s.ID)), "text": allWords(s.Content), "identifier": "bytes " + spans(s.Content),
		"author": agentOf(e, onrecord.Party{Name: s.Speaker.Name, Actor: s.Speaker.Actor}, s.Speaker.Kind == onrecord.PersonSpeaks),
		"genre":  string(s.Kind),
	}
	if s.SaidOn != nil {
		set(one, "dateCreated", from(s.SaidOn))
	}
	var about []thing
	for _, name := range s.About {
		about = append(about, thing{"@type": "Thing", "name": name})
	}
	if about != nil {
		one["about"] = about
	}
	if s.Parent != "" {
		one["isPartOf"] = thing{"@id": urn(e, string(s.Parent))}
	}
	return one
}

// eventOf is an event: an Action too, since it has an agent and a recipient.
func eventOf(e *onrecord.Entry, v *onrecord.Event) thing {
	one := thing{
		"@type": []string{"Event", "Action"}, "@id": urn(e, string(v.ID)), "name": strings.TrimSpace(fmt.Sprintf("%s %s %s", v.Actor.Name, v.Type, party(v.Recipient).Name)),
		"additionalType": string(v.Type), "disambiguatingDescription": string(v.Status), "description": v.Evidence.Text,
		"identifier": "bytes " + spans([]onrecord.Quote{v.Evidence}), "agent": agentOf(e, v.Actor, false),
	}
	if v.Recipient != nil {
		one["recipient"] = agentOf(e, *v.Recipient, false)
	}
	set(one, "startDate", from(v.On))
	set(one, "endDate", to(v.On))
	if v.Place != "" {
		place := thing{"@type": "Place", "name": v.Place}
		set(place, "addressCountry", v.Country)
		one["location"] = place
	}
	if v.Claim != "" {
		one["subjectOf"] = thing{"@id": urn(e, string(v.Claim))}
	}
	return one
}

// agentOf is who spoke or acted: a Person, else an Organization.
func agentOf(e *onrecord.Entry, p onrecord.Party, isPerson bool) thing {
	s := sideOf(e, p)
	kind := "Organization"
	if isPerson || s.Actor != nil && s.Actor.Kind == onrecord.PersonActor {
		kind = "Person"
	}
	agent := thing{"@type": kind, "name": cmp.Or(p.Name, "somebody")}
	if p.Actor != "" {
		agent["@id"] = "urn:onrecord:actor:" + string(p.Actor)
	}
	return agent
}

func urn(e *onrecord.Entry, line string) string {
	id := "urn:onrecord:report:" + string(e.Report.ID)
	if line != "" {
		id += "#" + line
	}
	return id
}

func set(t thing, key, value string) {
	if value != "" {
		t[key] = value
	}
}
