package records

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"onrecord"
	"onrecord/actors"
	"onrecord/codebook"
	"onrecord/events"
	"onrecord/language"
	"onrecord/pipeline"
	"onrecord/statements"
)

// Predict reads records and writes the events that the program finds in their
// sentences. Gold events in the input are not looked at.
func Predict(ctx context.Context, in io.Reader, out io.Writer) error {
	reader, err := newReader()
	if err != nil {
		return err
	}
	return predictEach(ctx, in, out, reader.read)
}

// predictEach writes what is read of each record, a line each.
func predictEach[R any](ctx context.Context, in io.Reader, out io.Writer, read func(context.Context, R) (Prediction, error)) error {
	records, err := readLines[R](in)
	if err != nil {
		return err
	}
	w := json.NewEncoder(out)
	for _, r := range records {
		found, err := read(ctx, r)
		if err != nil {
			return err
		}
		if err := w.Encode(found); err != nil {
			return err
		}
	}
	return nil
}

// reader takes a record's sentence through the stations.
type reader struct {
	pipeline *pipeline.Pipeline
}

func newReader() (*reader, error) {
	analyzer, err := language.Load()
	if err != nil {
		return nil, err
	}
	resolver, err := actors.Load()
	if err != nil {
		return nil, err
	}
	attributor, err := statements.Load()
	if err != nil {
		return nil, err
	}
	coder, err := events.Load()
	if err != nil {
		return nil, err
	}
	return &reader{&pipeline.Pipeline{
		Cleaner: wholeText{}, Analyzer: analyzer, Resolver: resolver, Attributor: attributor, Coder: coder,
	}}, nil
}

// wholeText takes the whole of a record for body.
type wholeText struct{}

func (wholeText) Clean(r *onrecord.Report) (*onrecord.Text, []onrecord.Issue, error) {
	words := strings.ToValidUTF8(string(r.Raw), "\uFFFD")
	return &onrecord.Text{
		Report: r, Words: words, Imprint: onrecord.Imprint{Published: r.Published, Language: "en"},
		Paragraphs: []onrecord.Paragraph{{Span: onrecord.Span{End: len(words)}, Kind: onrecord.Body}},
	}, nil, nil
}

func (r *reader) read(ctx context.Context, record Record) (Prediction, error) {
	entry, err := r.entry(ctx, record)
	if err != nil {
		return Prediction{}, err
	}
	return Prediction{ID: record.ID, Events: eventsOf(entry)}, nil
}

func (r *reader) entry(ctx context.Context, record Record) (*onrecord.Entry, error) {
	published, err := onrecord.ParseDate(record.Date)
	if err != nil {
		published = "" // records without a date have none
	}
	entry, err := r.pipeline.Read(ctx, &onrecord.Report{
		ID: onrecord.ReportID(record.ID), Source: record.ID, Raw: []byte(record.Text), MediaType: onrecord.PlainText, Published: published,
	})
	if err != nil {
		return nil, fmt.Errorf("read record %s: %w", record.ID, err)
	}
	return entry, nil
}

// eventsOf puts the events of an entry into the form of the records, which have
// no status: what is to come has a type of its own there. What two do together is
// told once for each of them. Parties are codes there, so an event of somebody who
// has none is left out.
func eventsOf(entry *onrecord.Entry) []Event {
	found := make([]Event, 0, len(entry.Events))
	for i := range entry.Events {
		e := &entry.Events[i]
		one := Event{Actors: []Side{sideOf(entry, &e.Actor)}, Recipients: []Side{{Code: unknown}}, Type: string(e.Type), Code: e.CAMEO}
		if to := typeToCome(e.Type); to != e.Type && (e.Status == onrecord.Planned || e.Status == onrecord.Hypothetical) {
			one.Type = string(to) // CAMEO as coded by machines has no tense
		}
		if e.Recipient != nil {
			one.Recipients[0] = sideOf(entry, e.Recipient)
		}
		if codeOf(one.Actors) == "" || codeOf(one.Recipients) == "" {
			continue
		}
		found = append(found, one)
		if isMutual(e) {
			one.Actors, one.Recipients = one.Recipients, one.Actors
			found = append(found, one)
		}
	}
	return found
}

// isMutual reports whether both sides of an event did the same: they met, talked or
// telephoned. A visit has a visitor.
func isMutual(e *onrecord.Event) bool {
	return e.Type == "CONSULT" && e.Mode != "visit" && e.Recipient != nil
}

// typeToCome is PLOVER's type of an act that is only to come: consent, a
// concession in words, or a threat.
func typeToCome(t onrecord.EventType) onrecord.EventType {
	switch codebook.Plover().Type(t).Quad {
	case codebook.VerbalCooperation, codebook.MaterialCooperation:
		if t == "RETREAT" || t == "CONCEDE" {
			return "CONCEDE"
		}
		return "AGREE"
	case codebook.MaterialConflict:
		return "THREATEN"
	}
	return t
}

func sideOf(entry *onrecord.Entry, p *onrecord.Party) Side {
	side := Side{Text: p.Name}
	if p.Mention != nil {
		side.Text = p.Mention.Text
	}
	for i := range entry.Actors {
		if a := &entry.Actors[i]; a.ID == p.Actor {
			side.Code = a.Country
			if len(a.Sectors) > 0 {
				side.Sector = a.Sectors[0]
			}
		}
	}
	return side
}
