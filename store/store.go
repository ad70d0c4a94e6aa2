// Package store keeps entries and finds them again. Start at [Store]; package
// store/sqlite implements it in one file, store/storetest holds the suite that
// every implementation passes.
//
// An entry that fails [onrecord.Entry.CheckValid] is never stored, and a Put that
// fails leaves nothing of itself behind.
package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"iter"
	"strconv"

	"onrecord"
)

// Store keeps entries. Its methods may be called by many goroutines at once.
type Store interface {
	// Put keeps the entry of a report and the page that it was read from. An
	// entry with the same report and the same provenance as one already there
	// changes nothing; one with another provenance takes its place, whole.
	Put(context.Context, *onrecord.Entry, Page) (Outcome, error)

	// Remove takes a report out of the record, with all that hangs on it, or gives
	// [ErrNotFound].
	Remove(context.Context, onrecord.ReportID) error

	// Holds reports whether Put would change nothing for an entry of this report
	// made so: the report need not be read again.
	Holds(context.Context, onrecord.ReportID, onrecord.Provenance) (bool, error)

	// Get gives the entry of a report, or [ErrNotFound]. Others may look at the same value.
	Get(context.Context, onrecord.ReportID) (*onrecord.Entry, error)

	// Brief gives of the entry of a report the masthead, text and clutter, and those of its statements and events that
	// are named, or [ErrNotFound]: a quarter of the work.
	Brief(ctx context.Context, id onrecord.ReportID, lines ...string) (*onrecord.Entry, error)

	// Page gives the page that a report was read from, or [ErrNotFound].
	Page(context.Context, onrecord.ReportID) (Page, error)

	// Complete gives, in order, at most limit ids that start with the prefix.
	Complete(ctx context.Context, prefix string, limit int) ([]onrecord.ReportID, error)

	// Search gives the lines of the record that a query asks for: the newest
	// reports first, those of unknown date last, each in the order of its text.
	Search(context.Context, Query) iter.Seq2[Hit, error]

	// Entries gives every entry in the order in which the reports were first put.
	// It holds no lock between two entries: what is put meanwhile may be met.
	Entries(context.Context) iter.Seq2[*onrecord.Entry, error]

	// Count tells how much is stored.
	Count(context.Context) (Counts, error)

	Close() error
}

// Page is a report as it came. A page put with DigestOnly comes back without
// Raw: only its digest and size are kept.
type Page struct {
	MediaType  onrecord.MediaType
	Raw        []byte
	DigestOnly bool
	Digest     string // SHA-256 in hex; set by the store where Raw is given
	Size       int    // bytes of the page; set likewise
}

// Item is an entry with the page that it was read from.
type Item struct {
	Entry *onrecord.Entry
	Page  Page
}

// TellGists tells of which reports gists are, as [TellIDs] does.
func TellGists(gists []Gist) string {
	ids := make([]onrecord.ReportID, 0, len(gists))
	for _, g := range gists {
		ids = append(ids, g.Report)
	}
	return TellIDs(ids)
}

// TellIDs tells of which reports an error speaks.
func TellIDs(ids []onrecord.ReportID) string {
	if len(ids) == 1 {
		return "report " + string(ids[0])
	}
	return strconv.Itoa(len(ids)) + " reports"
}

// Sealed gives the page with its digest and size. A page whose raw bytes were not kept has
// those that it came with.
func (p Page) Sealed() Page {
	if p.DigestOnly && p.Raw == nil && p.Digest != "" {
		return p
	}
	digest := sha256.Sum256(p.Raw)
	p.Digest, p.Size = hex.EncodeToString(digest[:]), len(p.Raw)
	return p
}

// Outcome says what a Put did.
type Outcome int

// The outcomes of a Put.
const (
	Unchanged Outcome = iota // the same entry was there
	Added
	Replaced // another provenance's entry was there
)

// Hit is one line of the record that a query found: a statement or an event of
// its entry, or, with neither, the report itself.
type Hit struct {
	Entry     *onrecord.Entry // shared by the hits of one report
	Statement *onrecord.Statement
	Event     *onrecord.Event
}

// Counts tells how much is stored.
type Counts struct {
	Reports, Statements, Events int
	Pages                       int           // reports whose raw page is kept
	First, Last                 onrecord.Date // oldest and newest published date; "" if none is known
}

// What can go wrong beside the context's end. Implementations wrap these with
// what they did and to which file or server.
var (
	ErrNotFound   = errors.New("no such report")
	ErrFull       = errors.New("no space left")
	ErrUnreadable = errors.New("not a readable onrecord database")
	ErrNotAllowed = errors.New("not allowed to write")
	ErrBusy       = errors.New("in use by another program")
	ErrOtherModel = errors.New("database of another version of onrecord")
)
