package across

import (
	"context"
	"fmt"
	"slices"

	"github.com/go-json-experiment/json" // reads in half the time

	"onrecord"
	"onrecord/across/happenings"
	"onrecord/across/links"
	"onrecord/across/origins"
	"onrecord/store"
)

// note is what is kept of a line; one of the three is set.
type note struct {
	sheet *origins.Sheet
	claim *links.Claim
	event *happenings.Event
}

func readNote(n store.Note) (*note, error) {
	r := &note{}
	var into any
	switch n.Ref.Sort {
	case store.ReportLine:
		r.sheet = new(origins.Sheet)
		into = r.sheet
	case store.StatementLine:
		r.claim = new(links.Claim)
		into = r.claim
	default:
		r.event = new(happenings.Event)
		into = r.event
	}
	body, err := unpackNote(n)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(body, into); err != nil {
		return nil, fmt.Errorf("%w: note of line %d: %w", store.ErrUnreadable, n.Line, err)
	}
	switch { // what the line tells is not noted again
	case r.sheet != nil:
		r.sheet.Report = n.Ref.Report
	case r.claim != nil:
		r.claim.Report, r.claim.Statement = n.Ref.Report, onrecord.StatementID(n.Ref.ID)
	default:
		r.event.Report, r.event.Event = n.Ref.Report, onrecord.EventID(n.Ref.ID)
	}
	return r, nil
}

func (n *note) report() onrecord.ReportID {
	switch {
	case n.sheet != nil:
		return n.sheet.Report
	case n.claim != nil:
		return n.claim.Report
	}
	return n.event.Report
}

// compareNotes judges two lines; those inside one report are judged when it is planned.
func compareNotes(two twoLines, a, b *note) (pair store.Pair, ok bool) {
	if a == nil || b == nil || a.report() == b.report() {
		return pair, false
	}
	key := map[onrecord.ReportID]store.LineKey{a.report(): two[0], b.report(): two[1]}
	switch {
	case a.claim != nil && b.claim != nil:
		link, ok := links.Compare(a.claim, b.claim)
		return linkPair(link, key[link.From.Report], key[link.To.Report]), ok
	case a.sheet != nil && b.sheet != nil:
		c, ok := origins.Compare(a.sheet, b.sheet)
		return store.Pair{From: key[c.Report], To: key[c.Of], Sort: store.ReportLine, Kind: string(c.Kind), Share: c.Share, Why: c.Why}, ok
	case a.event != nil && b.event != nil:
		j, ok := happenings.Compare(a.event, b.event)
		return store.Pair{From: key[j.A.Report], To: key[j.B.Report], Sort: store.EventLine, Kind: "join", Share: j.Certainty}, ok
	}
	return pair, false
}

func linkPair(l onrecord.Link, from, to store.LineKey) store.Pair {
	return store.Pair{From: from, To: to, Sort: store.StatementLine, Kind: string(l.Kind), Share: l.Certainty, Why: l.Why}
}

// noteCache keeps notes that were read: those who stand near one line stand near the next.
type noteCache struct {
	tables Tables
	notes  map[store.LineKey]*note
}

const mostCached = 50_000

func newNoteCache(t Tables) *noteCache { return &noteCache{t, map[store.LineKey]*note{}} }

func (c *noteCache) clear() { clear(c.notes) }

// load gives the notes of all lines of the pairs.
func (c *noteCache) load(ctx context.Context, pairs []twoLines) (map[store.LineKey]*note, error) {
	if len(c.notes) > mostCached {
		c.clear()
	}
	var missing []store.LineKey
	for _, two := range pairs {
		for _, line := range two {
			if _, known := c.notes[line]; !known {
				missing = append(missing, line)
			}
		}
	}
	slices.Sort(missing)
	notes, err := c.tables.Notes(ctx, slices.Compact(missing))
	if err != nil {
		return nil, err
	}
	for _, n := range notes {
		if c.notes[n.Line], err = readNote(n); err != nil {
			return nil, err
		}
	}
	return c.notes, nil
}
