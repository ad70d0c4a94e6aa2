package actors

import (
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"onrecord"
)

// userTable is the form of an actors.toml: actors to add, or known ones to
// change.
//
//	[[actor]]
//	id = "blue-river-front"
//	name = "Blue River Front"
//	kind = "group"
//	country = "SDN"
//	sectors = ["REB"]
//	aliases = ["BRF", "the Front?"]
type userTable struct {
	Actor []userActor `toml:"actor"`
}

type userActor struct {
	ID         string   `toml:"id"`
	Name       string   `toml:"name"`
	Kind       string   `toml:"kind"`
	Country    string   `toml:"country"`
	Sectors    []string `toml:"sectors"`
	Aliases    []string `toml:"aliases"`    // a trailing "?": believed only in company
	Adjectives []string `toml:"adjectives"` // "Ruritanian"
	Seats      []string `toml:"seats"`      // cities that stand for it
	Hints      []string `toml:"hints"`      // words that speak for it where a spelling is shared
	Hop        string   `toml:"hop"`        // for media: agency, newspaper, broadcaster, website, network
	For        string   `toml:"for"`        // for a person: the id of the actor spoken for
	Roles      []string `toml:"roles"`      // for a person: "title@from..to"
	Replace    bool     `toml:"replace"`    // forget what the tables know of the id
}

// LoadWith opens the embedded tables and adds the actors of a TOML file to them. A
// key that the file's form does not know is an error, so that no slip of the pen
// passes in silence.
func LoadWith(path string) (*Resolver, error) {
	var user userTable
	meta, err := toml.DecodeFile(path, &user)
	if err != nil {
		return nil, fmt.Errorf("read actors %s: %w", path, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return nil, fmt.Errorf("read actors %s: unknown key %s", path, unknown[0])
	}
	t, err := loadTable() // a table of its own: the shared one is read-only
	if err != nil {
		return nil, err
	}
	for i := range user.Actor {
		if err := t.addUserActor(&user.Actor[i]); err != nil {
			return nil, fmt.Errorf("read actors %s: actor %q: %w", path, user.Actor[i].ID, err)
		}
	}
	return &Resolver{table: t}, nil
}

func (t *table) addUserActor(u *userActor) error {
	i, known := t.index[onrecord.ActorID(u.ID)]
	switch {
	case u.ID == "" || strings.ContainsAny(u.ID, "\t\n|"):
		return fmt.Errorf("no usable id")
	case !known && (u.Name == "" || u.Kind == ""):
		return fmt.Errorf("a new actor needs a name and a kind")
	case !known:
		i = t.put(entry{Actor: onrecord.Actor{ID: onrecord.ActorID(u.ID)}})
	case u.Replace:
		t.names.forget(i)
		t.entries[i] = entry{Actor: onrecord.Actor{ID: onrecord.ActorID(u.ID)}}
	}
	e := &t.entries[i]
	u.change(e)
	if err := t.addTerms(e, u); err != nil {
		return err
	}
	if faults := checkEntry(e); len(faults) > 0 {
		return faults[0]
	}
	t.spellUser(i, u)
	return nil
}

// change writes what the user tells over what the table knows.
func (u *userActor) change(e *entry) {
	set := func(to *string, s string) {
		if s != "" {
			*to = s
		}
	}
	set(&e.Name, u.Name)
	set((*string)(&e.Kind), u.Kind)
	set(&e.Country, u.Country)
	set((*string)(&e.Hop), u.Hop)
	set((*string)(&e.speaksFor), u.For)
	if u.Sectors != nil {
		e.Sectors = u.Sectors
	}
	e.hints = append(slices.Clone(e.hints), foldAll(slices.Clone(u.Hints))...)
}

func (t *table) addTerms(e *entry, u *userActor) error {
	if e.speaksFor != "" && t.find(e.speaksFor) == nil {
		return fmt.Errorf("speaks for %q, which no table knows", e.speaksFor)
	}
	if u.Roles != nil {
		e.terms = nil
	}
	for _, cell := range u.Roles {
		held, err := t.parseTerm(cell, e.speaksFor)
		if err != nil {
			return err
		}
		e.terms = append(e.terms, held)
	}
	return nil
}

// spellUser adds the user's spellings; they outrank those of the tables, since
// whoever writes "BRF" into a file means it.
func (t *table) spellUser(i int32, u *userActor) {
	names := u.Aliases
	if u.Name != "" {
		names = append([]string{u.Name}, names...)
	}
	for _, list := range []struct {
		as    use
		words []string
	}{{asName, names}, {asAdjective, u.Adjectives}, {asSeat, u.Seats}} {
		for _, w := range list.words {
			as := list.as
			if as == asName && t.entries[i].Kind == onrecord.PersonActor && !strings.Contains(w, " ") {
				as = asSurname
			}
			t.names.add(w, spelling{actor: i, use: as, users: true})
		}
	}
}

// forget takes all spellings of an actor out.
func (n *trie) forget(actor int32) {
	n.ends = slices.DeleteFunc(n.ends, func(s spelling) bool { return s.actor == actor })
	for _, b := range n.branches() {
		b.node.forget(actor)
	}
}
