package gold

import (
	"onrecord"
	"onrecord/codebook"
)

// said is a statement of either side in the form that is compared.
type said struct {
	speaker []string // names, best first
	mention string
	role    string
	forWhom []string
	named   bool
	via     []string
	viaOwn  []string // gold only: hops that may be named and need not
	cue     string
	content []string
	kind    string
	form    string
	saidOn  *onrecord.When
	about   []string
}

// did is an event of either side in the form that is compared.
type did struct {
	kind      string
	actor     []string
	recipient []string
	status    string
	by        []string
	on        *onrecord.When
	place     []string
	evidence  string
}

func one(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}

func goldSaid(s *Statement) said {
	return said{speaker: one(s.Speaker), mention: s.Mention, role: s.Role, forWhom: one(s.For), named: s.Named, via: s.Via, viaOwn: s.ViaOwn,
		cue: s.Cue, content: s.Content, kind: s.Kind, form: s.Form, about: s.About}
}

func goldDid(e *Event) did {
	return did{kind: e.Type, actor: one(e.Actor), recipient: one(e.Recipient), status: e.Status, by: one(e.By), place: one(e.Place), evidence: e.Evidence}
}

// entryNames gives the names by which an entry knows an actor: as printed where
// it acts, its id, and its name in the list of actors.
func entryNames(e *onrecord.Entry, name string, id onrecord.ActorID) []string {
	names := append(one(name), one(string(id))...)
	for i := range e.Actors {
		if a := &e.Actors[i]; a.ID != "" && (a.ID == id || string(a.ID) == name) {
			names = append(names, one(a.Name)...)
		}
	}
	return names
}

func entrySaid(e *onrecord.Entry, s *onrecord.Statement) said {
	out := said{speaker: entryNames(e, s.Speaker.Name, s.Speaker.Actor), role: s.Speaker.Role, forWhom: entryNames(e, s.Speaker.For, ""),
		named: s.Speaker.Named, kind: string(s.Kind), form: string(s.Form), saidOn: s.SaidOn, about: s.About}
	if s.Speaker.Mention != nil {
		out.mention = s.Speaker.Mention.Text
	}
	if s.Cue != nil {
		out.cue = s.Cue.Text
	}
	for _, hop := range s.Via {
		out.via = append(out.via, hop.Name)
	}
	for _, q := range s.Content {
		out.content = append(out.content, q.Text)
	}
	return out
}

// predictedEvents are the events of an entry that are scored.
func predictedEvents(e *onrecord.Entry) []*onrecord.Event {
	var scored []*onrecord.Event
	for i := range e.Events {
		if isScored(string(e.Events[i].Type)) {
			scored = append(scored, &e.Events[i])
		}
	}
	return scored
}

func entryDid(e *onrecord.Entry, v *onrecord.Event) did {
	out := did{kind: string(v.Type), actor: partyNames(e, &v.Actor), status: plainStatus(v.Status), on: v.On,
		by: entryNames(e, v.By, ""), place: one(v.Place), evidence: v.Evidence.Text}
	if v.Recipient != nil {
		out.recipient = partyNames(e, v.Recipient)
	}
	return out
}

func partyNames(e *onrecord.Entry, p *onrecord.Party) []string {
	names := entryNames(e, p.Name, p.Actor)
	if len(names) == 0 && p.Mention != nil {
		names = one(p.Mention.Text)
	}
	return names
}

// plainStatus folds the statuses that gold does not tell apart.
func plainStatus(s onrecord.EventStatus) string {
	switch s {
	case onrecord.Hypothetical:
		return string(onrecord.Planned)
	case onrecord.Past:
		return string(onrecord.Asserted)
	}
	return string(s)
}

// isScored reports whether a type is one of PLOVER's sixteen.
func isScored(t string) bool {
	known := codebook.Plover().Type(onrecord.EventType(t))
	return known != nil && !known.Extension
}

func isSymmetric(t string) bool { return t == "CONSULT" || t == "AGREE" || t == "COOPERATE" }
