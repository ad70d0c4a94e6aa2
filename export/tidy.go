package export

import (
	"context"
	"strings"

	"onrecord"
	"onrecord/store"
)

// said is a statement in its report, done an event, known an actor.
type said struct {
	*onrecord.Entry
	*onrecord.Statement
}

type done struct {
	*onrecord.Entry
	*onrecord.Event
}

type known struct {
	*onrecord.Entry
	*onrecord.Actor
}

// headColumns are the columns of the report that begin the tables of what stands in it.
func headColumns[T any](head func(T) *onrecord.Masthead) []column[T] {
	return []column[T]{
		words("report", "the report's id; `onrecord show ID` shows it whole", func(t T) string { return string(head(t).ID) }),
		words("source", "the file, line or carrier's id that it was read from", func(t T) string { return head(t).Source }),
		words("url", "its address, if the carrier gave one", func(t T) string { return head(t).URL }),
		words("outlet", "who published it", func(t T) string { return head(t).Outlet }),
		words("headline", "its headline", func(t T) string { return head(t).Headline }),
		words("published", "the day on which it was published", func(t T) string { return published(head(t)) }),
	}
}

func reports() Table {
	type entry = *onrecord.Entry
	columns := append(headColumns(func(e entry) *onrecord.Masthead { return &e.Report }),
		words("byline", "who wrote it", func(e entry) string { return strings.Join(e.Report.Byline, "; ") }),
		words("place", "where it was filed", func(e entry) string { return e.Report.Dateline.Place }),
		words("agency", "the agency that filed it", func(e entry) string { return e.Report.Dateline.Agency }),
		words("language", "ISO 639-1", func(e entry) string { return e.Report.Language }),
		whole("bytes", "length of its text", func(e entry) int { return len(e.Text) }),
		whole("statements", "how many statements it has", func(e entry) int { return len(e.Statements) }),
		whole("events", "how many events it has", func(e entry) int { return len(e.Events) }),
		words("issues", "what could not be read: short names", issueKinds),
		words("program", "what made the entry: program and version", func(e entry) string { return e.Provenance.Program + " " + e.Provenance.Version }),
	)
	return tableOf("reports", "a report", columns, ofEntries(func(e entry) []entry { return []entry{e} }))
}

func issueKinds(e *onrecord.Entry) string {
	var kinds []string
	for i := range e.Issues {
		kinds = append(kinds, e.Issues[i].Kind)
	}
	return strings.Join(kinds, "; ")
}

func statements() Table {
	columns := append(headColumns(func(s said) *onrecord.Masthead { return &s.Report }),
		words("statement", "id of the statement inside its entry", func(s said) string { return string(s.ID) }),
		words("speaker", "who spoke: the fullest name that the report gives, pronouns resolved", func(s said) string { return s.Speaker.Name }),
		words("speaker_role", "the speaker's role in the words of the report", func(s said) string { return s.Speaker.Role }),
		words("speaker_for", "the state or organisation spoken for", func(s said) string { return s.Speaker.For }),
		flag("speaker_named", "`false` for \"a spokesperson\", \"officials\"", func(s said) bool { return s.Speaker.Named }),
		words("speaker_kind", "person, body, people, document, media or none", func(s said) string { return string(s.Speaker.Kind) }),
		words("speaker_actor", "id of the actor, the same in every report", func(s said) string { return string(s.Speaker.Actor) }),
		words("via", "the channels that the words came through, nearest to the report first", func(s said) string { return hops(s.Via) }),
		words("kind", "what is done with the words: assert, deny, accuse, demand ...", func(s said) string { return string(s.Kind) }),
		words("form", "direct (all in quotation marks), indirect (none) or mixed", func(s said) string { return string(s.Form) }),
		flag("negated", "`true` if the report says that it was *not* said", func(s said) bool { return s.Negated }),
		words("cue", "the reporting words", func(s said) string { return textOf(s.Cue) }),
		words("content", "what was said, cut from the text; pieces are joined with ` [...] `", func(s said) string { return allWords(s.Content) }),
		words("content_bytes", "where each piece stands, `start-end`", func(s said) string { return spans(s.Content) }),
		words("addressee", "to whom it was said", func(s said) string { return textOf(s.Addressee) }),
		words("said_from", "first day on which it may have been said, if the report tells", func(s said) string { return from(s.SaidOn) }),
		words("said_to", "last such day", func(s said) string { return to(s.SaidOn) }),
		words("about", "names of the actors that the content speaks of", func(s said) string { return strings.Join(s.About, "; ") }),
		words("parent", "id of the statement that reports this one", func(s said) string { return string(s.Parent) }),
		number("certainty", "0 to 1", func(s said) float64 { return s.Certainty }),
	)
	return tableOf("statements", "a statement: someone's words as a report gives them", columns, ofEntries(func(e *onrecord.Entry) (all []said) {
		for i := range e.Statements {
			all = append(all, said{e, &e.Statements[i]})
		}
		return all
	}))
}

func events() Table {
	columns := append(headColumns(func(v done) *onrecord.Masthead { return &v.Report }),
		words("event", "id of the event inside its entry", func(v done) string { return string(v.ID) }),
		words("type", "type of the codebook: AGREE, ASSAULT, SUPPORT ...", func(v done) string { return string(v.Type) }),
		words("mode", "how it was done", func(v done) string { return v.Mode }),
		words("contexts", "what it was about", func(v done) string { return strings.Join(v.Contexts, "; ") }),
		words("actor", "name of who did it", func(v done) string { return v.Event.Actor.Name }),
		words("actor_id", "id of that actor, the same in every report", func(v done) string { return string(v.Event.Actor.Actor) }),
		words("recipient", "name of the one to whom it was done", func(v done) string { return party(v.Recipient).Name }),
		words("recipient_id", "id of that actor", func(v done) string { return string(party(v.Recipient).Actor) }),
		words("status", "asserted (by the report), claimed, denied, disputed, planned, hypothetical or past", func(v done) string { return string(v.Status) }),
		words("by", "whose word it is, for claimed, denied and disputed", func(v done) string { return v.By }),
		words("claim", "id of the statement that says so", func(v done) string { return string(v.Claim) }),
		words("on_from", "first day on which it may have been done, if the report tells", func(v done) string { return from(v.On) }),
		words("on_to", "last such day", func(v done) string { return to(v.On) }),
		words("place", "where", func(v done) string { return v.Place }),
		words("country", "country where it was done, ISO 3166 alpha-3; empty if not told", func(v done) string { return v.Country }),
		words("evidence", "the shortest clause that says it, cut from the text", func(v done) string { return v.Evidence.Text }),
		words("evidence_bytes", "where that clause stands, `start-end`", func(v done) string { return spans([]onrecord.Quote{v.Evidence}) }),
		words("cameo", "nearest CAMEO code", func(v done) string { return v.CAMEO }),
		number("certainty", "0 to 1", func(v done) float64 { return v.Certainty }),
	)
	return tableOf("events", "an event: what one actor did to another, as one report has it", columns, ofEntries(eventsOf))
}

func eventsOf(e *onrecord.Entry) (all []done) {
	for i := range e.Events {
		all = append(all, done{e, &e.Events[i]})
	}
	return all
}

func actors() Table {
	columns := []column[known]{
		words("report", "the report's id", func(k known) string { return string(k.Report.ID) }),
		words("actor", "id of the actor, the same in every report", func(k known) string { return string(k.ID) }),
		words("name", "its fullest name", func(k known) string { return k.Name }),
		words("aliases", "other names that this report uses", func(k known) string { return strings.Join(k.Aliases, "; ") }),
		words("kind", "state, body, igo, group, organisation, media, person, people, place or document", func(k known) string { return string(k.Kind) }),
		words("country", "ISO 3166 alpha-3, or IGO, NGO, IMG ...", func(k known) string { return k.Country }),
		words("sectors", "what it does in its country, by the codebook", func(k known) string { return strings.Join(k.Sectors, "; ") }),
		words("roles", "its roles as this report words them: `title, of whom (from/to)`", func(k known) string { return rolesOf(k.Actor) }),
	}
	return tableOf("actors", "an actor in a report", columns, ofEntries(func(e *onrecord.Entry) (all []known) {
		for i := range e.Actors {
			all = append(all, known{e, &e.Actors[i]})
		}
		return all
	}))
}

func rolesOf(a *onrecord.Actor) string {
	var all []string
	for _, r := range a.Roles {
		text := r.Title
		if r.Of != "" {
			text += ", of " + r.Of
		}
		if r.From != "" || r.To != "" {
			text += " (" + string(r.From) + "/" + string(r.To) + ")"
		}
		all = append(all, text)
	}
	return strings.Join(all, "; ")
}

func links() Table {
	columns := []column[store.Pair]{
		words("report", "id of the report of the later statement, or of the one that answers", func(p store.Pair) string { return string(p.FromRef.Report) }),
		words("statement", "that statement's id in it", func(p store.Pair) string { return p.FromRef.ID }),
		words("kind", "repeats, denies, confirms, contradicts or revises", func(p store.Pair) string { return p.Kind }),
		words("to_report", "id of the report of the other statement", func(p store.Pair) string { return string(p.ToRef.Report) }),
		words("to_statement", "its id in it", func(p store.Pair) string { return p.ToRef.ID }),
		words("why", "what they were linked for", func(p store.Pair) string { return p.Why }),
		number("certainty", "0 to 1", func(p store.Pair) float64 { return p.Share }),
	}
	return tableOf("links", "what one statement does to another", columns, listed(func(ctx context.Context, r Record) ([]store.Pair, error) {
		return r.Pairs(ctx, store.PairQuery{Sort: store.StatementLine})
	}))
}

func positions() Table {
	columns := []column[store.Stand]{
		words("report", "the report's id", func(d store.Stand) string { return string(d.Ref.Report) }),
		words("statement", "id of the statement that says so", func(d store.Stand) string { return d.Ref.ID }),
		words("holder", "id of the actor whose stand it is", func(d store.Stand) string { return string(d.Holder) }),
		words("who", "id of the one who said so for it", func(d store.Stand) string { return string(d.Who) }),
		words("toward", "id of the actor whom it concerns", func(d store.Stand) string { return string(d.Toward) }),
		flag("together", "`true` if it tells how holder and toward stand with each other", func(d store.Stand) bool { return d.Together }),
		words("issue", "id of the issue", func(d store.Stand) string { return string(d.Topic) }),
		words("wording", "the issue in the words of the report", func(d store.Stand) string { return d.Wording }),
		words("stance", "for, against, conditional or mixed", func(d store.Stand) string { return string(d.Stance) }),
		words("day", "when it was said, else published", func(d store.Stand) string { return d.Day }),
		whole("start", "first byte of the words that say so", func(d store.Stand) int { return d.Start }),
		whole("end", "the byte behind them", func(d store.Stand) int { return d.End }),
	}
	return tableOf("positions", "where one statement stands to an issue", columns, listed(func(ctx context.Context, r Record) ([]store.Stand, error) {
		return r.Stands(ctx, store.StandQuery{})
	}))
}
