package across

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"onrecord"
	"onrecord/across/happenings"
	"onrecord/codebook"
	"onrecord/store"
)

// Shelf is what asking needs of a store.
type Shelf interface {
	Get(context.Context, onrecord.ReportID) (*onrecord.Entry, error)
	Brief(ctx context.Context, id onrecord.ReportID, lines ...string) (*onrecord.Entry, error)
	Pairs(context.Context, store.PairQuery) ([]store.Pair, error)
	Stands(context.Context, store.StandQuery) ([]store.Stand, error)
	Topics(context.Context) ([]store.TopicCount, error)
	ActorsNamed(ctx context.Context, name string) ([]store.ActorCount, error)
	NamesOf(context.Context, onrecord.ActorID) ([]store.ActorCount, error)
	SidesOf(context.Context, onrecord.ActorID) ([]store.ActorCount, error)

	// EachStand gives all stands, in no order; Sums what is added up, nil if it is counted when it is asked for.
	EachStand(context.Context) iter.Seq2[store.Stand, error]
	Sums() store.Sums
}

// Record answers what follows from the entries of a store. Its answers hold the words that
// prove them. It is made for one question or a few, and not safe for several goroutines.
type Record struct {
	shelf    Shelf
	issues   Issues
	entries  map[onrecord.ReportID]*onrecord.Entry
	briefs   map[onrecord.ReportID]*onrecord.Entry // that hold some lines of their reports
	counts   map[*onrecord.Entry]*happenings.Counts
	names    map[onrecord.ActorID]string
	sides    map[onrecord.ActorID]onrecord.ActorID // of people
	topics   *topicTable                           // once asked for
	standing *standing                             // once loaded
}

// NewRecord makes a record of what is on a shelf. issues are the user's own names for topics.
func NewRecord(shelf Shelf, issues Issues) *Record {
	return &Record{
		shelf: shelf, issues: issues, entries: map[onrecord.ReportID]*onrecord.Entry{}, briefs: map[onrecord.ReportID]*onrecord.Entry{}, counts: map[*onrecord.Entry]*happenings.Counts{},
		names: map[onrecord.ActorID]string{}, sides: map[onrecord.ActorID]onrecord.ActorID{},
	}
}

// Again makes a record for another question of the same shelf. It knows the topics and stands that this one
// has read, so that many questions read them once; the two may be asked at the same time.
func (r *Record) Again() *Record {
	again := NewRecord(r.shelf, r.issues)
	again.topics, again.standing = r.topics, r.standing
	return again
}

// ErrNobody says that no report knows a name.
var ErrNobody = errors.New("no report names anybody so")

// Actor is a state, organisation or person with the name to show.
type Actor struct {
	ID   onrecord.ActorID `json:"id"`
	Name string           `json:"name"`
}

// Find gives the actor that a name means: the one that most reports mean by it, else a state
// by any of its usual names.
func (r *Record) Find(ctx context.Context, name string) (Actor, error) {
	counts, err := r.shelf.ActorsNamed(ctx, name)
	if err != nil {
		return Actor{}, err
	}
	if len(counts) > 0 {
		return r.Actor(ctx, counts[0].Actor)
	}
	if id := stateNamed(name); id != "" {
		return r.Actor(ctx, id)
	}
	return Actor{}, fmt.Errorf("%w: %q", ErrNobody, name)
}

// stateNamed finds a state by its name, code, capital or seat of government.
func stateNamed(name string) onrecord.ActorID {
	want := store.FoldName(name)
	for _, c := range codebook.Countries() {
		for _, list := range [][]string{{c.Name, c.Alpha3}, c.Names, c.Capitals, c.Metonyms, c.Adjectives} {
			for _, called := range list {
				if store.FoldName(called) == want {
					return onrecord.ActorID(c.Alpha3)
				}
			}
		}
	}
	return ""
}

// Actor gives an actor with the name to show.
func (r *Record) Actor(ctx context.Context, id onrecord.ActorID) (Actor, error) {
	name, err := r.name(ctx, id)
	return Actor{id, name}, err
}

// name gives the name by which an actor is shown: a state's usual name, else the one that most
// reports give.
func (r *Record) name(ctx context.Context, id onrecord.ActorID) (string, error) {
	if id == "" {
		return "", nil
	}
	if name, known := r.names[id]; known {
		return name, nil
	}
	if c := codebook.CountryByCode(string(id)); c != nil {
		r.names[id] = c.Name
		return c.Name, nil
	}
	counts, err := r.shelf.NamesOf(ctx, id)
	if err != nil {
		return "", err
	}
	name := string(id)
	if len(counts) > 0 {
		name = counts[0].Name
	}
	r.names[id] = name
	return name, nil
}

// mostEntries bounds how many entries are held while one question is answered.
const mostEntries = 2000

func (r *Record) entry(ctx context.Context, id onrecord.ReportID) (*onrecord.Entry, error) {
	if e := r.entries[id]; e != nil {
		return e, nil
	}
	e, err := r.shelf.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	if len(r.entries) >= mostEntries {
		clear(r.entries)
		clear(r.counts)
	}
	r.entries[id] = e
	return e, nil
}

// holding gives a line of a report with an entry that holds at least it; nil for a line that is not there. Of a report of
// which a second line is asked for all is read.
func holding[T any](ctx context.Context, r *Record, id onrecord.ReportID, line string, find func(*onrecord.Entry) *T) (*onrecord.Entry, *T, error) {
	brief := r.briefs[id]
	if brief != nil {
		if found := find(brief); found != nil {
			return brief, found, nil
		}
	}
	if brief != nil || r.entries[id] != nil {
		e, err := r.entry(ctx, id)
		if err != nil {
			return nil, nil, err
		}
		return e, find(e), nil
	}
	e, err := r.shelf.Brief(ctx, id, line)
	if err != nil {
		return nil, nil, err
	}
	r.keep(e)
	return e, find(e), nil
}

// keep remembers some lines of a report.
func (r *Record) keep(e *onrecord.Entry) {
	if len(r.briefs) >= mostEntries {
		clear(r.briefs)
	}
	r.briefs[e.Report.ID] = e
}
