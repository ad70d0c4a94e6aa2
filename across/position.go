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
	topics, err := r.Topics(ctx, q.Issue)
	if err != nil {
		return nil, err
	}
	stands, err := r.stands(ctx, q.Of, topics, q.Issue != "")
	if err != nil {
		return nil, err
	}
	if q.Toward != "" {
		stands = slices.DeleteFunc(stands, func(d store.Stand) bool { return d.Toward != q.Toward })
	}
	var all []Position
	for _, line := range r.lines(stands) {
		spells, err := r.spells(ctx, line)
		if err != nil {
			return nil, err
		}
		all = append(all, spells...)
	}
	for i := range all {
		if q.IsBare {
			break
		}
		if err := r.Quote(ctx, all[i].Evidence); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// stands gives what a holder, or anybody for "", says of topics, with the sides of its people
// set right.
func (r *Record) stands(ctx context.Context, of onrecord.ActorID, topics []*Topic, chosen bool) ([]store.Stand, error) {
	if chosen && len(topics) == 0 {
		return nil, nil
	}
	if r.standing != nil {
		return r.standing.of(of, idsOf(topics), chosen), nil
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

// lines parts stands into those of one holder toward one other on one topic, each by time.
func (r *Record) lines(stands []store.Stand) [][]store.Stand {
	type key struct {
		topic          *Topic
		holder, toward onrecord.ActorID
		together       bool
	}
	at := map[key]int{}
	var lines [][]store.Stand
	for _, d := range stands {
		k := key{r.topics.byID[d.Topic], d.Holder, d.Toward, d.Together}
		i, known := at[k]
		if !known {
			i = len(lines)
			at[k] = i
			lines = append(lines, nil)
		}
		lines[i] = append(lines[i], d)
	}
	slices.SortStableFunc(lines, func(a, b []store.Stand) int {
		return cmp.Or(cmp.Compare(r.topics.byID[a[0].Topic].ID, r.topics.byID[b[0].Topic].ID), cmp.Compare(a[0].Holder, b[0].Holder), cmp.Compare(a[0].Toward, b[0].Toward))
	})
	return lines
}

// spells turns stands into positions: a new one begins where the stance changes.
func (r *Record) spells(ctx context.Context, stands []store.Stand) ([]Position, error) {
	var all []Position
	for _, d := range mixDays(stands) {
		if n := len(all); n == 0 || all[n-1].Stance != d.Stance {
			p, err := r.begin(ctx, d)
			if err != nil {
				return nil, err
			}
			if n > 0 {
				p.Revises = all[n-1].Stance
			}
			all = append(all, p)
		}
		p := &all[len(all)-1]
		p.When = p.When.through(onrecord.Date(d.Day))
		p.Evidence = append(p.Evidence, pointer(&d))
	}
	return all, nil
}

func (r *Record) begin(ctx context.Context, d store.Stand) (p Position, err error) {
	p = Position{Topic: r.topics.byID[d.Topic], Together: d.Together, Stance: d.Stance, When: NewEDTF(onrecord.Date(d.Day), onrecord.Date(d.Day))}
	if p.Holder, err = r.Actor(ctx, d.Holder); err != nil || d.Toward == "" {
		return p, err
	}
	toward, err := r.Actor(ctx, d.Toward)
	p.Toward = &toward
	return p, err
}

// mixDays calls what is for and against on one day mixed.
func mixDays(stands []store.Stand) []store.Stand {
	stances := map[string]map[onrecord.Stance]bool{}
	for _, d := range stands {
		if stances[d.Day] == nil {
			stances[d.Day] = map[onrecord.Stance]bool{}
		}
		stances[d.Day][d.Stance] = true
	}
	mixed := slices.Clone(stands)
	for i, d := range mixed {
		switch on := stances[d.Day]; {
		case on[onrecord.StanceFor] && on[onrecord.StanceAgainst]:
			mixed[i].Stance = onrecord.StanceMixed
		case on[onrecord.StanceConditional] && on[onrecord.StanceFor]:
			mixed[i].Stance = onrecord.StanceConditional
		}
	}
	return mixed
}
