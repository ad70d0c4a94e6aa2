package across

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"onrecord"
	"onrecord/store"
)

// Searcher finds lines of the record.
type Searcher interface {
	Search(context.Context, store.Query) iter.Seq2[store.Hit, error]
	AliasesOf(context.Context, onrecord.ActorID) ([]store.ActorCount, error)
}

// Profile is what the record knows of an actor.
type Profile struct {
	Actor
	Names    []string   `json:"names"`    // by which reports call it, those in most reports first
	Roles    []Role     `json:"roles"`    // those that most reports give, in the order of time
	Speakers []Speaker  `json:"speakers"` // who speaks for it, most statements first
	Last     []Evidence `json:"last"`     // statements, the newest first

	// There are roles that fewer reports give, and people who speak less often for it.
	MoreRoles    bool `json:"more_roles,omitempty"`
	MoreSpeakers bool `json:"more_speakers,omitempty"`
}

// Role is an office with the days that reports tell, and those on which they were put out.
type Role struct {
	Title string `json:"title"`
	Of    string `json:"of,omitempty"`
	Told  EDTF   `json:"told,omitempty"` // from when to when, as reports tell
	Seen  EDTF   `json:"seen"`           // first to last report that gives the role

	reports int // that give it
}

// Speaker speaks for an actor.
type Speaker struct {
	Name string `json:"name"`
	Role string `json:"role,omitempty"`
	N    int    `json:"statements"`
	Seen EDTF   `json:"seen"`
}

// mostLines bounds how many lines a profile is made from: the newest. Roles and speakers come from all where the
// store adds them up.
const mostLines = 2000

// mostHeard bounds the roles and the speakers: of a great power thousands speak.
const mostHeard = 40

// Profile gives what the record knows of an actor, with at most last statements.
func (r *Record) Profile(ctx context.Context, s Searcher, a Actor, last int) (*Profile, error) {
	p := &Profile{Actor: a, Names: []string{}, Roles: []Role{}, Speakers: []Speaker{}, Last: []Evidence{}}
	aliases, err := s.AliasesOf(ctx, a.ID)
	if err != nil {
		return nil, err
	}
	for _, alias := range aliases {
		p.Names = append(p.Names, alias.Name)
	}
	b := &profiler{Profile: p, seen: map[onrecord.ReportID]bool{}}
	if err := b.readSums(ctx, r.shelf.Sums()); err != nil {
		return nil, err
	}
	if err := b.readLines(ctx, r, s, last); err != nil {
		return nil, err
	}
	p.cut()
	return p, nil
}

// cut leaves what is heard most.
func (p *Profile) cut() {
	slices.SortStableFunc(p.Speakers, func(x, y Speaker) int { return cmp.Or(cmp.Compare(y.N, x.N), cmp.Compare(x.Name, y.Name)) })
	if p.MoreSpeakers = len(p.Speakers) > mostHeard; p.MoreSpeakers {
		p.Speakers = p.Speakers[:mostHeard]
	}
	slices.SortStableFunc(p.Roles, func(x, y Role) int { return cmp.Compare(y.reports, x.reports) })
	if p.MoreRoles = len(p.Roles) > mostHeard; p.MoreRoles {
		p.Roles = p.Roles[:mostHeard]
	}
	slices.SortStableFunc(p.Roles, func(x, y Role) int {
		return cmp.Or(cmp.Compare(x.Seen, y.Seen), cmp.Compare(x.Title, y.Title), cmp.Compare(x.Of, y.Of), cmp.Compare(x.Told, y.Told))
	})
}

// profiler gathers roles and speakers.
type profiler struct {
	*Profile
	seen    map[onrecord.ReportID]bool
	isAdded bool // roles and speakers are known from sums
}

// readSums takes roles and speakers from a store that adds them up.
func (b *profiler) readSums(ctx context.Context, sums store.Sums) error {
	if b.isAdded = sums != nil; !b.isAdded {
		return nil
	}
	roles, err := sums.RolesOf(ctx, b.ID, mostHeard+1)
	if err != nil {
		return err
	}
	for _, h := range roles {
		b.Roles = append(b.Roles, Role{h.Name, h.Of, NewEDTF(h.From, h.To), NewEDTF(h.First, h.Last), h.N})
	}
	speakers, err := sums.SpeakersOf(ctx, b.ID, mostHeard+1)
	for _, h := range speakers {
		b.Speakers = append(b.Speakers, Speaker{h.Name, h.Of, h.N, NewEDTF(h.First, h.Last)})
	}
	return err
}

// readLines goes through what was said by the actor or for it, the newest first, as far as the profile needs.
func (b *profiler) readLines(ctx context.Context, r *Record, s Searcher, last int) error {
	statements := store.Value{Field: store.Sort, Is: store.StatementLine}
	by, behalf := store.Name{Part: store.By, Text: b.Name}, store.Name{Part: store.For, Text: b.Name}
	if !b.isAdded {
		return b.readHits(ctx, r, s, store.Query{Where: store.And{statements, store.Or{by, behalf}}, Limit: mostLines}, last)
	}
	return b.readHits(ctx, r, s, store.Query{Where: store.And{statements, store.Talked{By: b.ID}}, Limit: last}, last)
}

// readHits takes what is the actor's of what a query finds, and keeps the words of as many statements as are wanted.
func (b *profiler) readHits(ctx context.Context, r *Record, s Searcher, q store.Query, most int) error {
	q.Brief = b.isAdded // roles are of the whole
	for hit, err := range s.Search(ctx, q) {
		if err != nil {
			return err
		}
		if b.isAdded && len(b.Last) >= most {
			return nil
		}
		if hit.Statement == nil || !b.takes(hit) || len(b.Last) >= most {
			continue
		}
		r.keep(hit.Entry)
		e, err := r.evidence(ctx, onrecord.StatementRef{Report: hit.Entry.Report.ID, Statement: hit.Statement.ID}, onrecord.Span{})
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(b.Last, func(o Evidence) bool { return o.same(&e) }) {
			b.Last = append(b.Last, e)
		}
	}
	return nil
}

// takes reports whether the statement is the actor's or is made for it.
func (b *profiler) takes(hit store.Hit) bool {
	s, day := hit.Statement, onrecord.Date("")
	if hit.Entry.Report.Published != nil {
		day = *hit.Entry.Report.Published
	}
	isOwn, isFor := s.Speaker.Actor == b.ID, s.Speaker.For != "" && s.Speaker.For == b.Name
	if b.isAdded { // it was found by who it is
		return true
	}
	if isFor && !isOwn {
		b.addSpeaker(s, day)
	}
	if (isOwn || isFor) && !b.seen[hit.Entry.Report.ID] {
		b.seen[hit.Entry.Report.ID] = true
		b.addRoles(hit.Entry, day)
	}
	return isOwn || isFor
}

func (b *profiler) addSpeaker(s *onrecord.Statement, day onrecord.Date) {
	i := slices.IndexFunc(b.Speakers, func(o Speaker) bool { return o.Name == s.Speaker.Name })
	if i < 0 {
		i = len(b.Speakers)
		b.Speakers = append(b.Speakers, Speaker{Name: s.Speaker.Name, Role: s.Speaker.Role, Seen: EDTF(day)})
	}
	one := &b.Speakers[i]
	one.N++
	one.Role = cmp.Or(one.Role, s.Speaker.Role)
	one.Seen = one.Seen.widen(day)
}

func (b *profiler) addRoles(e *onrecord.Entry, day onrecord.Date) {
	for i := range e.Actors {
		if e.Actors[i].ID != b.ID {
			continue
		}
		for _, role := range e.Actors[i].Roles {
			told := NewEDTF(role.From, role.To)
			j := slices.IndexFunc(b.Roles, func(o Role) bool { return o.Title == role.Title && o.Of == role.Of && o.Told == told })
			if j < 0 {
				j = len(b.Roles)
				b.Roles = append(b.Roles, Role{Title: role.Title, Of: role.Of, Told: told, Seen: EDTF(day)})
			}
			b.Roles[j].Seen = b.Roles[j].Seen.widen(day)
			b.Roles[j].reports++
		}
	}
}

// widen makes the interval hold a day, on whichever side.
func (e EDTF) widen(day onrecord.Date) EDTF {
	from, to := e.Ends()
	if day == "" {
		return e
	}
	if from == "" || day < from {
		from = day
	}
	return NewEDTF(from, max(to, day))
}
