package actors

import (
	"fmt"
	"strings"

	"onrecord"
)

// term is an office held over a time, by the tables.
type term struct {
	onrecord.Role
	speaksFor onrecord.ActorID
}

const personColumns = 5

// addPerson reads a line of persons.tsv: name, other names, actor spoken for,
// sectors, and terms as "title>actor@from..to"; ">actor" is left out where it is
// the actor of the line.
func (t *table) addPerson(f []string) error {
	if len(f) != personColumns {
		return fmt.Errorf("%d columns, want %d", len(f), personColumns)
	}
	e := entry{speaksFor: onrecord.ActorID(f[2])}
	e.Actor = onrecord.Actor{ID: personID(f[0]), Name: f[0], Kind: onrecord.PersonActor, Sectors: listed(f[3])}
	if _, twice := t.index[e.ID]; twice {
		return fmt.Errorf("person %s is there twice", e.ID)
	}
	served := t.find(e.speaksFor)
	if served == nil && e.speaksFor != "" {
		return fmt.Errorf("person %s speaks for %q, which no table knows", e.ID, e.speaksFor)
	}
	if served != nil {
		e.Country = served.Country
	}
	for _, cell := range listed(f[4]) {
		held, err := t.parseTerm(cell, e.speaksFor)
		if err != nil {
			return fmt.Errorf("person %s: %w", e.ID, err)
		}
		e.terms = append(e.terms, held)
	}
	i := t.put(e)
	t.spellPerson(i, append([]string{f[0]}, listed(f[1])...))
	return nil
}

func (t *table) parseTerm(cell string, speaksFor onrecord.ActorID) (term, error) {
	title, dates, ok := strings.Cut(cell, "@")
	from, to, ok2 := strings.Cut(dates, "..")
	if !ok || !ok2 {
		return term{}, fmt.Errorf("term %q is not title@from..to", cell)
	}
	if t, other, has := strings.Cut(title, ">"); has {
		title, speaksFor = t, onrecord.ActorID(other)
	}
	served := t.find(speaksFor)
	if served == nil && speaksFor != "" {
		return term{}, fmt.Errorf("term %q serves %q, which no table knows", cell, speaksFor)
	}
	held := term{Role: onrecord.Role{Title: title, From: onrecord.Date(from), To: onrecord.Date(to)}, speaksFor: speaksFor}
	if served != nil {
		held.Of = served.Name
	}
	for _, d := range []string{from, to} {
		if _, err := onrecord.ParseDate(d); err != nil && d != "" {
			return term{}, fmt.Errorf("term %q: %w", cell, err)
		}
	}
	return held, nil
}

// spellPerson keeps single words apart: a surname alone may be someone else's.
func (t *table) spellPerson(i int32, names []string) {
	for _, name := range names {
		as := asName
		if !strings.ContainsAny(name, " ") {
			as = asSurname
		}
		t.spell(i, as, []string{name})
	}
}

// personID names a person by the words of the fullest name.
func personID(name string) onrecord.ActorID { return "person/" + onrecord.ActorID(slug(name)) }

// slug makes an id of a name: its folded words joined by hyphens, of bounded size.
func slug(name string) string {
	var b strings.Builder
	for _, w := range splitWords(name) {
		if b.Len()+len(w.key) > maxSlug {
			break
		}
		if w.key == "s" && w.Start > 0 && strings.ContainsAny(name[max(0, w.Start-3):w.Start], "'’") {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('-')
		}
		b.WriteString(w.key)
	}
	return b.String()
}

const maxSlug = 80

// covers reports whether the term runs on the day; an unknown day is covered by
// terms that have not ended.
func (h *term) covers(day onrecord.Date) bool {
	if day == "" {
		return h.To == ""
	}
	return (h.From == "" || h.From <= day) && (h.To == "" || day <= h.To)
}
