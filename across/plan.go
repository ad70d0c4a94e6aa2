package across

import (
	"fmt"
	"hash/fnv"
	"maps"
	"math/bits"
	"slices"

	"onrecord"
	"onrecord/across/happenings"
	"onrecord/across/links"
	"onrecord/across/origins"
	"onrecord/across/positions"
	"onrecord/store"
)

// planned is what deriving reports puts down before anything is compared.
type planned struct {
	line     map[string]store.LineKey // of one report, by sort and id
	own      map[store.LineKey]*note
	gists    []store.Gist
	postings []store.Posting
	notes    []store.Note
	within   []store.Pair // links inside a report
	stands   []store.Stand
}

// join adds what another report puts down.
func (p *planned) join(o *planned) {
	maps.Copy(p.own, o.own)
	p.gists = append(p.gists, o.gists...)
	p.postings, p.notes = append(p.postings, o.postings...), append(p.notes, o.notes...)
	p.within, p.stands = append(p.within, o.within...), append(p.stands, o.stands...)
}

// byOwn gives the postings by how many of their own stand in their list, rounded up to a power of two:
// one question to the store asks for all postings of a number.
func (p *planned) byOwn() map[int][]store.Posting {
	own := map[int32]uint{}
	for i := range p.postings {
		own[p.postings[i].Key]++
	}
	all := map[int][]store.Posting{}
	for _, posting := range p.postings {
		n := 1 << bits.Len(own[posting.Key]-1)
		all[n] = append(all[n], posting)
	}
	return all
}

// plan reads an entry into what its lines are compared by.
func plan(e *onrecord.Entry, refs []store.LineRef) (*planned, error) {
	p := &planned{line: map[string]store.LineKey{}, own: map[store.LineKey]*note{}}
	for _, r := range refs {
		p.line[r.Sort+r.ID] = r.Key
	}
	report := origins.Read(e, store.OwnText(e))
	if err := p.add(store.ReportLine, "", report.Day, e.Report.ID, reportKeys(&report), &note{sheet: &report}); err != nil {
		return nil, err
	}
	claims := links.Claims(e)
	for i := range claims {
		c := &claims[i]
		if err := p.add(store.StatementLine, string(c.Statement), c.Day, c.Report, claimKeys(c), &note{claim: c}); err != nil {
			return nil, err
		}
	}
	events := happenings.Events(e)
	for i := range events {
		v := &events[i]
		if err := p.add(store.EventLine, string(v.Event), v.From, v.Report, eventKeys(v), &note{event: v}); err != nil {
			return nil, err
		}
	}
	p.gists = append(p.gists, gistOf(e.Report.ID, claims, events).pack())
	p.addStands(positions.Stands(e))
	for _, l := range links.Within(claims) {
		p.within = append(p.within, linkPair(l, p.statement(l.From.Statement), p.statement(l.To.Statement)))
	}
	return p, nil
}

func (p *planned) statement(id onrecord.StatementID) store.LineKey {
	return p.line[store.StatementLine+string(id)]
}

func (p *planned) addStands(stands []positions.Stand) {
	for _, d := range stands {
		p.stands = append(p.stands, store.Stand{
			Line: p.statement(d.Statement), Topic: d.Topic, Wording: d.Wording, Holder: d.Holder, Who: d.Who,
			Toward: d.Toward, Together: d.Together, Stance: d.Stance, Day: string(d.Day), Start: d.Words.Start, End: d.Words.End,
		})
	}
}

// add puts a line's note and postings down. Its day and name are the same wherever the report is
// stored, so a line stands at the same place of a list in every record.
func (p *planned) add(sort, id string, day int, report onrecord.ReportID, keys []int32, n *note) error {
	line, name := p.line[sort+id], string(report)+id
	if line == 0 {
		return fmt.Errorf("%s %q has no line in the store", sort, id)
	}
	body, err := n.pack()
	if err != nil {
		return err
	}
	p.notes, p.own[line] = append(p.notes, store.Note{Line: line, Body: body}), n
	slices.Sort(keys)
	for _, k := range slices.Compact(keys) {
		p.postings = append(p.postings, store.Posting{Key: k, Place: place(day, name), Line: line})
	}
	return nil
}

const nameBits = 26 // of a place

// place orders by day, and within a day by a number made of the name.
func place(day int, name string) int64 {
	return int64(day)<<nameBits | int64(bitsOf(nameBits, name))
}

// dayAt is the day of a place.
func dayAt(place int64) int { return int(place >> nameBits) }

// bitsOf makes a number of so many bits.
func bitsOf(bits int, parts ...string) uint32 {
	h := fnv.New64a()
	for _, part := range parts {
		_, _ = h.Write([]byte(part))
		_, _ = h.Write([]byte{0})
	}
	return uint32(h.Sum64() >> (64 - bits))
}
