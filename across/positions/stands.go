// Package positions finds where statements stand: who is for or against what, and toward whom.
// Start at [Stands]. What a statement is about, its topic, is cut from its own words: what is
// done and to what ("fight against the Islamic State"), named by what the words mean, so that
// one topic has one name in every report and every record.
package positions

import (
	"slices"
	"strings"

	"onrecord"
	"onrecord/across/links"
	"onrecord/across/words"
)

// Stand is where a statement stands to a topic.
type Stand struct {
	Statement onrecord.StatementID
	Topic     onrecord.TopicID
	Wording   string // how the statement words it
	Holder    onrecord.ActorID
	Who       onrecord.ActorID // who said so
	Toward    onrecord.ActorID // whom it concerns; "" for the thing itself
	Together  bool             // it tells how the holder stands with Toward, and not only to the thing
	Stance    onrecord.Stance
	Day       onrecord.Date
	Words     onrecord.Span // the clause that says so
}

// Stands gives the stands of an entry's statements, in their order.
func Stands(e *onrecord.Entry) (all []Stand) {
	reader := words.NewReader(e)
	sides := links.Sides(e, reader)
	for i := range e.Statements {
		s := &e.Statements[i]
		if s.Negated || s.Kind == onrecord.Deny || s.Kind == onrecord.Question || isDenied(e, s) {
			continue
		}
		for _, side := range holders(s, sides[i], reader) {
			r := &reading{entry: e, statement: s, reader: reader, side: side}
			all = append(all, r.stands()...)
		}
	}
	tieBare(e, reader, all)
	return all
}

// isDenied reports whether a statement stands inside one that denies it: "denied that it had refused a treaty".
func isDenied(e *onrecord.Entry, s *onrecord.Statement) bool {
	return s.Parent != "" && slices.ContainsFunc(e.Statements, func(o onrecord.Statement) bool { return o.ID == s.Parent && o.Kind == onrecord.Deny })
}

// holders are those for whom a statement speaks: its side, or both of "the two governments".
func holders(s *onrecord.Statement, side onrecord.ActorID, reader *words.Reader) []onrecord.ActorID {
	if side != "" {
		return []onrecord.ActorID{side}
	}
	name := strings.ToLower(s.Speaker.Name)
	if !strings.HasPrefix(name, "the two ") && !strings.HasPrefix(name, "both ") {
		return nil
	}
	var both []onrecord.ActorID
	for _, t := range reader.Read("", s.Content...) {
		if t.Actor != "" && !t.Adjective && !slices.Contains(both, t.Actor) && len(both) < 2 {
			both = append(both, t.Actor)
		}
	}
	return both
}

// reading is a statement that is read for its stands.
type reading struct {
	entry     *onrecord.Entry
	statement *onrecord.Statement
	reader    *words.Reader
	side      onrecord.ActorID
	other     onrecord.ActorID // the last actor but the side that was named
	seen      map[seen]bool
}

type seen struct {
	topic  onrecord.TopicID
	toward onrecord.ActorID
}

// mostStands bounds how many stands one statement has.
const mostStands = 8

func (r *reading) stands() (all []Stand) {
	r.seen = map[seen]bool{}
	tokens := r.reader.Read(r.side, r.statement.Content...)
	first := true
	for _, clause := range clauses(tokens) {
		all = append(all, r.clause(clause, first)...)
		r.remember(clause)
		first = false
		if len(all) > mostStands {
			return all[:mostStands]
		}
	}
	return all
}

// clauses parts tokens at the marks that end a thought, and at "but".
func clauses(tokens []words.Token) (all [][]words.Token) {
	start := 0
	for i := range tokens {
		t := &tokens[i]
		if ends := t.IsMark() && isEnd(t.Text); ends || t.Class&words.Turns != 0 || i > 0 && tokens[i-1].Start > t.Start {
			all = append(all, tokens[start:i])
			start = i
		}
	}
	return append(all, tokens[start:])
}

func isEnd(mark string) bool {
	switch mark {
	case ".", ";", ":", "!", "?", ",", "—", "–", "(", "\"", "“", "”":
		return true
	}
	return false
}

// remember notes the last actor named beside the side itself.
func (r *reading) remember(clause []words.Token) {
	for i := range clause {
		if id := clause[i].Actor; r.isOther(id) && !clause[i].Adjective {
			r.other = id
		}
	}
}

func (r *reading) isOther(id onrecord.ActorID) bool {
	return id != "" && id != r.side && id != r.statement.Speaker.Actor
}

// clause gives the stands of one clause.
func (r *reading) clause(clause []words.Token, first bool) (all []Stand) {
	c, ok := r.cueOf(clause, first)
	if !ok {
		return nil
	}
	about, turned := topics(clause, c.at)
	for _, t := range about {
		toward := r.toward(clause, c, t)
		if c.together && toward == "" {
			continue // whom it stands with is not told
		}
		if r.seen[seen{t.id, toward}] {
			continue
		}
		r.seen[seen{t.id, toward}] = true
		all = append(all, Stand{
			Statement: r.statement.ID, Topic: t.id, Wording: r.wording(clause, t), Holder: r.side, Who: r.statement.Speaker.Actor, Toward: toward, Together: c.together, Stance: turn(c.stance, turned),
			Day: r.day(), Words: r.span(clause),
		})
	}
	return all
}

func turn(s onrecord.Stance, turned bool) onrecord.Stance {
	switch {
	case turned && s == onrecord.StanceFor:
		return onrecord.StanceAgainst
	case turned && s == onrecord.StanceAgainst:
		return onrecord.StanceFor
	}
	return s
}

// span is where a clause stands, without the marks around it.
func (r *reading) span(clause []words.Token) onrecord.Span {
	for len(clause) > 1 && clause[0].IsMark() && clause[0].Text != "[" {
		clause = clause[1:]
	}
	for len(clause) > 1 && clause[len(clause)-1].IsMark() {
		clause = clause[:len(clause)-1]
	}
	return onrecord.Span{Start: clause[0].Start, End: clause[len(clause)-1].End}
}

func (r *reading) day() onrecord.Date {
	if on := r.statement.SaidOn; on != nil && on.From != "" {
		return on.From
	}
	if r.entry.Report.Published != nil {
		return *r.entry.Report.Published
	}
	return ""
}

// wording is the words of a topic as they stand in the text, on one line.
func (r *reading) wording(clause []words.Token, t topic) string {
	start, end := clause[t.from].Start, clause[t.to].End
	if start < 0 || start > end || end > len(r.entry.Text) {
		return ""
	}
	return oneLine(r.entry.Text[start:end])
}
