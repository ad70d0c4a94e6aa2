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

// pack writes a note: a byte for its sort, then its text.
func (n *note) pack() ([]byte, error) {
	sort, body := byte('c'), any(n.claim)
	switch {
	case n.sheet != nil:
		sort, body = 's', n.sheet
	case n.event != nil:
		sort, body = 'e', n.event
	}
	text, err := json.Marshal(body)
	return packNote(sort, text), err
}

// readNote reads the note of a line of a report.
func readNote(n store.Note, report onrecord.ReportID) (*note, error) {
	sort, body, err := unpackNote(n)
	if err != nil {
		return nil, err
	}
	r := &note{}
	switch sort {
	case 's':
		r.sheet = new(origins.Sheet)
		err = json.Unmarshal(body, r.sheet)
		r.sheet.Report = report
	case 'c':
		r.claim = new(links.Claim)
		err = json.Unmarshal(body, r.claim)
		r.claim.Report = report
	default:
		r.event = new(happenings.Event)
		err = json.Unmarshal(body, r.event)
		r.event.Report = report
	}
	if err != nil {
		return nil, fmt.Errorf("%w: note of line %d: %w", store.ErrUnreadable, n.Line, err)
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

// load reads the notes of lines that are not known yet. of gives the report of each.
func (c *noteCache) load(ctx context.Context, lines []store.LineKey, of map[store.LineKey]glance) error {
	if len(c.notes) > mostCached {
		c.clear()
	}
	missing := slices.DeleteFunc(lines, func(line store.LineKey) bool { return c.notes[line] != nil })
	notes, err := c.tables.Notes(ctx, missing)
	if err != nil {
		return err
	}
	for _, n := range notes {
		if c.notes[n.Line], err = readNote(n, of[n.Line].report); err != nil {
			return err
		}
	}
	return nil
}
