package across

import (
	"encoding/binary"
	"fmt"

	"onrecord"
	"onrecord/across/happenings"
	"onrecord/across/links"
	"onrecord/across/origins"
	"onrecord/store"
)

// gist is what tells of most reports that have a line near one of another's that the two lines have nothing to do
// with each other: of ten lines that stand near one, eight are left unread.
type gist struct {
	report  onrecord.ReportID
	matter  links.Matter
	longest int // days that its longest event takes beyond the first
}

func gistOf(id onrecord.ReportID, claims []links.Claim, events []happenings.Event) gist {
	g := gist{report: id}
	if len(claims) > 0 {
		g.matter = claims[0].Matter // that of their report
	}
	for i := range events {
		g.longest = max(g.longest, events[i].To-events[i].From)
	}
	return g
}

func (g gist) pack() store.Gist {
	return store.Gist{Report: g.report, Body: append(binary.AppendUvarint(nil, uint64(g.longest)), g.matter...)}
}

// readGist reads a gist; an empty one tells nothing.
func readGist(g store.Gist) (gist, error) {
	if len(g.Body) == 0 {
		return gist{}, nil
	}
	longest, size := binary.Uvarint(g.Body)
	if size <= 0 {
		return gist{}, fmt.Errorf("%w: gist of report %s", store.ErrUnreadable, g.Report)
	}
	return gist{g.Report, links.Matter(g.Body[size:]), int(longest)}, nil
}

// glance is a line as far as its place in the lists and its gist tell.
type glance struct {
	gist
	day int
}

// mayBePair reports whether two lines of a sort may have to do with each other. What it refuses is none by
// [compareNotes] either.
func mayBePair(sort string, a, b glance) bool {
	if a.report == b.report {
		return false
	}
	switch sort {
	case store.ReportLine:
		return origins.MayShare(a.day, b.day)
	case store.StatementLine:
		return a.matter.IsNear(b.matter)
	}
	return happenings.MayBeOne(a.day, a.day+a.longest, b.day, b.day+b.longest)
}
