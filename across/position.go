package across

import (
	"cmp"
	"context"
	"slices"

	"onrecord"
	"onrecord/store"
)

// Position is where a holder stands to a topic for a while.
type Position struct {
	Holder   Actor           `json:"holder"`
	Toward   *Actor          `json:"toward"` // whom it concerns; null for the thing itself
	Together bool            `json:"together,omitempty"`
	Topic    *Topic          `json:"issue"`
	Stance   onrecord.Stance `json:"stance"`
	When     EDTF            `json:"when"`              // from the first to the last day on which it was said
	Revises  onrecord.Stance `json:"revises,omitempty"` // the stance before it
	Evidence []Evidence      `json:"evidence"`
}

// PositionQuery asks for positions. Empty fields ask for all.
type PositionQuery struct {
	Of, Toward onrecord.ActorID
	Issue      string
	IsBare     bool // without the words: those adds [Record.Quote]
}

// Positions gives positions by topic and then by time.
func (r *Record) Positions(ctx context.Context, q PositionQuery) ([]Position, error) {
	s, lines, err := r.lines(ctx, q)
	if err != nil {
		return nil, err
	}
	return r.positions(ctx, s, lines, q.IsBare)
}

// MostSaid gives, of those who stand somewhere, toward the same others, the positions of those who say most: most of them,
// behind skip who say more. It tells whether there are others behind. Where there are few, none is put before another.
func (r *Record) MostSaid(ctx context.Context, q PositionQuery, skip, most int) (all []Position, more bool, err error) {
	s, lines, err := r.lines(ctx, q)
	if err != nil {
		return nil, false, err
	}
	if len(lines) > most {
		slices.SortStableFunc(lines, func(a, b standLine) int { return cmp.Compare(len(b.stands), len(a.stands)) })
	}
	first := min(skip, len(lines))
	last := min(first+most, len(lines))
	all, err = r.positions(ctx, s, lines[first:last], q.IsBare)
	return all, last < len(lines), err
}

func (r *Record) positions(ctx context.Context, s *standing, lines []standLine, isBare bool) (all []Position, err error) {
	for i := range lines {
		spells, err := r.spells(ctx, s, &lines[i])
		if err != nil {
			return nil, err
		}
		all = append(all, spells...)
	}
	for i := range all {
		if isBare {
			break
		}
		if err := r.Quote(ctx, all[i].Evidence); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// Concern is how often somebody takes a stand that concerns somebody.
type Concern struct {
	Holder, Toward onrecord.ActorID // "" if it is to the thing itself
	N              int
}

// Concerns counts the stands on an issue, in a time, by who takes them and whom they concern.
func (r *Record) Concerns(ctx context.Context, issue string, during Period) (all []Concern, err error) {
	s, lines, err := r.lines(ctx, PositionQuery{Issue: issue})
	within := during.bounds()
	for _, l := range lines {
		one := Concern{s.actor(l.holder), s.actor(l.toward), 0}
		for _, i := range l.stands {
			if day := &s.days[s.all[i].day]; within.holds(day, day) {
				one.N++
			}
		}
		all = append(all, one)
	}
	return all, err
}

// standLine is what one holder says toward one other on one topic, by time.
type standLine struct {
	lineKey
	stands []int32
}

type lineKey struct {
	topic          int32
	holder, toward text
	together       bool
}

// lines parts the stands that a query asks for, by topic, holder and toward whom.
func (r *Record) lines(ctx context.Context, q PositionQuery) (s *standing, lines []standLine, err error) {
	topics, err := r.Topics(ctx, q.Issue)
	if err != nil {
		return nil, nil, err
	}
	chosen := q.Issue != ""
	if s = r.standing; s == nil {
		asked, err := r.ask(ctx, q.Of, topics, chosen)
		if err != nil {
			return nil, nil, err
		}
		s = standingOf(r.topics, asked)
	}
	lines = s.part(s.of(q.Of, topics, chosen), q.Toward)
	topicOf := func(l standLine) onrecord.TopicID { return s.topics.all[l.topic].ID }
	slices.SortStableFunc(lines, func(a, b standLine) int {
		return cmp.Or(cmp.Compare(topicOf(a), topicOf(b)), cmp.Compare(s.actor(a.holder), s.actor(b.holder)), cmp.Compare(s.actor(a.toward), s.actor(b.toward)))
	})
	return s, lines, nil
}

// part parts stands into lines, toward one or, for "", toward anybody.
func (s *standing) part(stands []int32, toward onrecord.ActorID) (lines []standLine) {
	at := map[lineKey]int{}
	for _, i := range stands {
		d := &s.all[i]
		if toward != "" && s.actor(d.toward) != toward {
			continue
		}
		key := lineKey{d.topic, d.holder, d.toward, d.together}
		n, known := at[key]
		if !known {
			n = len(lines)
			at[key] = n
			lines = append(lines, standLine{lineKey: key})
		}
		lines[n].stands = append(lines[n].stands, i)
	}
	return lines
}

// ask gives what a holder, or anybody for "", says of topics, with the sides of its people set right. What somebody says
// toward itself is left out.
func (r *Record) ask(ctx context.Context, of onrecord.ActorID, topics []*Topic, chosen bool) ([]store.Stand, error) {
	if chosen && len(topics) == 0 {
		return nil, nil
	}
	q := store.StandQuery{}
	if of != "" { // its people may stand elsewhere under another side by mistake
		q.Holders = []onrecord.ActorID{of}
		own, err := r.shelf.Stands(ctx, q)
		if err != nil {
			return nil, err
		}
		q.Holders = append(q.Holders, peopleOf(own)...)
	}
	if ids := idsOf(topics); chosen && len(ids) <= mostAsked {
		q.Topics = ids
	}
	stands, err := r.shelf.Stands(ctx, q)
	if err != nil {
		return nil, err
	}
	var kept []store.Stand
	for _, d := range stands {
		if d.Holder, err = r.side(ctx, d); err != nil {
			return nil, err
		}
		if (of == "" || d.Holder == of || d.Who == of) && d.Toward != d.Holder && (!chosen || isAbout(d, topics)) {
			kept = append(kept, d)
		}
	}
	return kept, nil
}

// mostAsked is how many topics a store is asked for by name; of more all stands are looked through.
const mostAsked = 400

func idsOf(topics []*Topic) (ids []onrecord.TopicID) {
	for _, t := range topics {
		if ids = append(ids, t.ID); len(t.Merged) > 0 {
			ids = append(ids, t.Merged...)
		}
	}
	return ids
}

func peopleOf(stands []store.Stand) (people []onrecord.ActorID) {
	for _, d := range stands {
		if d.Who != "" && d.Who != d.Holder && len(people) < mostPeople && !slices.Contains(people, d.Who) {
			people = append(people, d.Who)
		}
	}
	return people
}

const mostPeople = 400

// side is for whom a person speaks: what most of the person's statements tell.
func (r *Record) side(ctx context.Context, d store.Stand) (onrecord.ActorID, error) {
	if d.Who == "" || !isPerson(d.Who) {
		return d.Holder, nil
	}
	side, ok := r.sides[d.Who]
	if !ok {
		counts, err := r.shelf.SidesOf(ctx, d.Who)
		if err != nil {
			return "", err
		}
		for _, c := range counts {
			if c.Actor != d.Who { // a person alone tells nothing
				side = c.Actor
				break
			}
		}
		r.sides[d.Who] = side
	}
	return cmp.Or(side, d.Holder), nil
}

func isPerson(id onrecord.ActorID) bool { return len(id) > 7 && id[:7] == "person/" }

func isAbout(d store.Stand, topics []*Topic) bool {
	return slices.ContainsFunc(topics, func(t *Topic) bool { return t.ID == d.Topic || slices.Contains(t.Merged, d.Topic) })
}

// spells turns the stands of a line into positions: a new one begins where the stance changes.
func (r *Record) spells(ctx context.Context, s *standing, line *standLine) ([]Position, error) {
	var all []Position
	mixed := s.mixDays(line.stands)
	for at, i := range line.stands {
		d, is := &s.all[i], mixed[at].name()
		day := onrecord.Date(s.days[d.day].text)
		if n := len(all); n == 0 || all[n-1].Stance != is {
			p, err := r.begin(ctx, s, line)
			if err != nil {
				return nil, err
			}
			p.Stance = is
			if n > 0 {
				p.Revises = all[n-1].Stance
			}
			all = append(all, p)
		}
		p := &all[len(all)-1]
		p.When = p.When.through(day)
		p.Evidence = append(p.Evidence, s.evidence(i))
	}
	return all, nil
}

func (r *Record) begin(ctx context.Context, s *standing, line *standLine) (p Position, err error) {
	p = Position{Topic: s.topics.all[line.topic], Together: line.together}
	if p.Holder, err = r.Actor(ctx, s.actor(line.holder)); err != nil || line.toward == 0 {
		return p, err
	}
	toward, err := r.Actor(ctx, s.actor(line.toward))
	p.Toward = &toward
	return p, err
}

// mixDays gives the stances of a line; what is for and against on one day is mixed.
func (s *standing) mixDays(line []int32) []stance {
	on := map[int32]*[len(stances)]bool{}
	for _, i := range line {
		d := &s.all[i]
		if on[d.day] == nil {
			on[d.day] = &[len(stances)]bool{}
		}
		on[d.day][d.stance] = true
	}
	mixed := make([]stance, len(line))
	for at, i := range line {
		d := &s.all[i]
		switch has := on[d.day]; {
		case has[isFor] && has[isAgainst]:
			mixed[at] = isMixed
		case has[isConditional] && has[isFor]:
			mixed[at] = isConditional
		default:
			mixed[at] = d.stance
		}
	}
	return mixed
}
