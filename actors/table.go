package actors

import (
	"embed"
	"fmt"
	"strings"
	"sync"

	"onrecord"
	"onrecord/codebook"
)

//go:embed tables
var tableFiles embed.FS

// actorTables are read in this order; where two actors share a spelling and
// nothing in the report decides, the earlier one is meant.
var actorTables = []string{"igos", "bodies", "groups", "regions", "orgs", "media"}

// entry is an actor that the tables know.
type entry struct {
	onrecord.Actor
	speaksFor onrecord.ActorID // for a person: whom the offices serve
	terms     []term           // offices of a person, in order of time
	hints     []string         // words that speak for it where its spelling is ambiguous
}

// table is all known actors with their spellings.
type table struct {
	entries []entry
	index   map[onrecord.ActorID]int32
	names   trie
	offices []office
	office  trie // spelling.actor is an index into offices
}

var knownTable = sync.OnceValues(loadTable)

// loadTable reads the countries and every embedded table.
func loadTable() (*table, error) {
	t := &table{index: map[onrecord.ActorID]int32{}}
	t.addCountries()
	for _, name := range actorTables {
		if err := t.readFile(name, t.addActor); err != nil {
			return nil, err
		}
	}
	if err := t.readFile("persons", t.addPerson); err != nil {
		return nil, err
	}
	if err := t.readFile("offices", t.addOffice); err != nil {
		return nil, err
	}
	return t, nil
}

// readFile gives each line of an embedded table, cut at its tabs, to add.
func (t *table) readFile(name string, add func(cells []string) error) error {
	data, err := tableFiles.ReadFile("tables/" + name + ".tsv")
	if err != nil {
		return fmt.Errorf("read actor table: %w", err)
	}
	return readTable(string(data), name, add)
}

func readTable(data, name string, add func(cells []string) error) error {
	for number, line := range strings.Split(data, "\n") {
		if number == 0 || line == "" {
			continue
		}
		if err := add(strings.Split(line, "\t")); err != nil {
			return fmt.Errorf("read actor table %s.tsv:%d: %w", name, number+1, err)
		}
	}
	return nil
}

func (t *table) addCountries() {
	for _, c := range codebook.Countries() {
		kind := onrecord.StateActor
		if c.Sovereign != "" {
			kind = onrecord.PlaceActor
		}
		a := onrecord.Actor{ID: onrecord.ActorID(c.Alpha3), Name: c.Name, Kind: kind, Country: c.Alpha3}
		i := t.put(entry{Actor: a})
		t.spell(i, asName, append([]string{c.Name}, c.Names...))
		t.spell(i, asAdjective, c.Adjectives)
		t.spell(i, asPeople, c.People)
		t.spell(i, asSeat, c.Capitals)
		t.spell(i, asMetonym, c.Metonyms)
		t.spell(i, asPast, c.Historic)
	}
}

// The columns of the actor tables.
const (
	colID = iota
	colKind
	colCountry
	colSectors
	colName
	colAliases
	colAdjectives
	colSeats
	colHop
	colHints
	actorColumns
)

func (t *table) addActor(f []string) error {
	if len(f) != actorColumns {
		return fmt.Errorf("%d columns, want %d", len(f), actorColumns)
	}
	if _, twice := t.index[onrecord.ActorID(f[colID])]; twice || f[colID] == "" {
		return fmt.Errorf("actor id %q is empty or used twice", f[colID])
	}
	i := t.put(entry{Actor: onrecord.Actor{
		ID: onrecord.ActorID(f[colID]), Kind: onrecord.ActorKind(f[colKind]), Name: f[colName],
		Country: f[colCountry], Sectors: listed(f[colSectors]), Hop: onrecord.HopKind(f[colHop]),
	}, hints: foldAll(listed(f[colHints]))})
	t.spell(i, asName, append([]string{f[colName]}, listed(f[colAliases])...))
	t.spell(i, asAdjective, listed(f[colAdjectives]))
	t.spell(i, asSeat, listed(f[colSeats]))
	return nil
}

func (t *table) put(e entry) int32 {
	i := int32(len(t.entries))
	t.entries = append(t.entries, e)
	t.index[e.ID] = i
	return i
}

func (t *table) spell(actor int32, as use, written []string) {
	for _, w := range written {
		t.names.add(w, spelling{actor: actor, use: as})
	}
}

// find gives the entry of an id; nil if the tables do not know it.
func (t *table) find(id onrecord.ActorID) *entry {
	i, ok := t.index[id]
	if !ok {
		return nil
	}
	return &t.entries[i]
}

// state gives the state of a country's code; "" if the tables do not know it.
func (t *table) state(country string) onrecord.ActorID {
	if id := onrecord.ActorID(country); t.find(id) != nil {
		return id
	}
	return ""
}

// listed splits a cell at its bars; an empty cell is no list.
func listed(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

func foldAll(words []string) []string {
	for i, w := range words {
		words[i] = fold(w)
	}
	return words
}
