package across

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"slices"

	"onrecord"
	"onrecord/across/happenings"
	"onrecord/across/links"
	"onrecord/across/origins"
	"onrecord/across/positions"
	"onrecord/store"
)

// planned is what deriving a report puts down before anything is compared.
type planned struct {
	postings []store.Posting
	notes    []store.Note
	within   []store.Pair // links inside the report
	stands   []store.Stand
}

// own is how many of the report's lines stand in a list.
func (p *planned) own(key int64) (n int) {
	for i := range p.postings {
		if p.postings[i].Key == key {
			n++
		}
	}
	return n
}

// plan reads an entry into what its lines are compared by.
func plan(e *onrecord.Entry, refs []store.LineRef) (*planned, error) {
	p := &planned{}
	key := map[string]store.LineKey{}
	for _, r := range refs {
		key[r.Sort+r.ID] = r.Key
	}
	report := origins.Read(e, store.OwnText(e))
	if err := p.add(key[store.ReportLine], report.Day, string(e.Report.ID), reportKeys(&report), report); err != nil {
		return nil, err
	}
	claims := links.Claims(e)
	for i := range claims {
		c := &claims[i]
		line := key[store.StatementLine+string(c.Statement)]
		if err := p.add(line, c.Day, string(c.Report)+string(c.Statement), claimKeys(c), c); err != nil {
			return nil, err
		}
	}
	for _, v := range happenings.Events(e) {
		line := key[store.EventLine+string(v.Event)]
		if err := p.add(line, v.From, string(v.Report)+string(v.Event), eventKeys(&v), v); err != nil {
			return nil, err
		}
	}
	for _, d := range positions.Stands(e) {
		p.stands = append(p.stands, store.Stand{
			Line: key[store.StatementLine+string(d.Statement)], Topic: d.Topic, Wording: d.Wording, Holder: d.Holder, Who: d.Who,
			Toward: d.Toward, Together: d.Together, Stance: d.Stance, Day: string(d.Day), Start: d.Words.Start, End: d.Words.End,
		})
	}
	for _, l := range links.Within(claims) {
		p.within = append(p.within, linkPair(l, key[store.StatementLine+string(l.From.Statement)], key[store.StatementLine+string(l.To.Statement)]))
	}
	return p, nil
}

// add puts a line's note and postings down. name and day are the same wherever the report is
// stored, so a line stands at the same place of a list in every record.
func (p *planned) add(line store.LineKey, day int, name string, keys []int64, note any) error {
	if line == 0 {
		return fmt.Errorf("%q has no line in the store", name)
	}
	body, err := json.Marshal(note)
	if err != nil {
		return err
	}
	p.notes = append(p.notes, store.Note{Line: line, Body: body})
	slices.Sort(keys)
	for _, k := range slices.Compact(keys) {
		p.postings = append(p.postings, store.Posting{Key: k, Place: place(day, name), Line: line})
	}
	return nil
}

// place orders by day, and within a day by a number made of the name.
func place(day int, name string) int64 {
	const bits = 26
	return int64(day)<<bits | hashOf(name)&(1<<bits-1)
}

// hashOf makes a number of 47 bits, which a store keeps in six bytes. Where two keys meet in one list,
// some more lines are compared in vain.
func hashOf(parts ...string) int64 {
	h := fnv.New64a()
	for _, part := range parts {
		_, _ = h.Write([]byte(part))
		_, _ = h.Write([]byte{0})
	}
	return int64(h.Sum64() >> 17)
}
