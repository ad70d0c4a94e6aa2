package across

import (
	"cmp"
	"context"
	"slices"

	"onrecord"
	"onrecord/store"
)

// Load reads all topics and stands, so that this record and those made of it by [Record.Again] answer quickly.
func (r *Record) Load(ctx context.Context) error {
	topics, err := r.table(ctx)
	if err != nil {
		return err
	}
	b := newStandingBuilder(topics)
	for d, err := range r.shelf.EachStand(ctx) {
		if err != nil {
			return err
		}
		b.add(&d)
	}
	b.setSides()
	r.standing = b.build()
	return nil
}

// standingOf makes a standing of some stands, whose sides are right.
func standingOf(topics *topicTable, stands []store.Stand) *standing {
	b := newStandingBuilder(topics)
	for i := range stands {
		b.add(&stands[i])
	}
	return b.build()
}

// standingBuilder gathers stands.
type standingBuilder struct {
	standing
	known map[string]text
	dayAt map[string]int32
	sides sideCounts
}

func newStandingBuilder(topics *topicTable) *standingBuilder {
	b := &standingBuilder{known: map[string]text{}, dayAt: map[string]int32{}, sides: sideCounts{}}
	b.topics = topics
	b.number("") // is 0
	return b
}

// add takes a stand, unless it came after the topics were read.
func (b *standingBuilder) add(d *store.Stand) {
	topic := b.topics.byID[d.Topic]
	is, known := stanceOf(d.Stance)
	if topic == nil || !known {
		return
	}
	b.all = append(b.all, packed{
		line: d.Line, topic: topic.at, holder: b.number(string(d.Holder)), who: b.number(string(d.Who)), toward: b.number(string(d.Toward)),
		report: b.number(string(d.Ref.Report)), statementID: b.number(d.Ref.ID), start: int32(d.Start), end: int32(d.End),
		day: b.day(d.Day), stance: is, together: d.Together,
	})
	if isPerson(d.Who) {
		b.sides.add(b.number(string(d.Who)), b.number(string(d.Holder)))
	}
}

func (b *standingBuilder) number(of string) text {
	n, known := b.known[of]
	if !known {
		n = text(len(b.texts))
		b.known[of] = n
		b.texts = append(b.texts, of)
	}
	return n
}

func (b *standingBuilder) day(of string) int32 {
	n, known := b.dayAt[of]
	if !known {
		n = int32(len(b.days))
		b.dayAt[of] = n
		b.days = append(b.days, newDay(of))
	}
	return n
}

// setSides lets people speak for whom most of their statements tell.
func (b *standingBuilder) setSides() {
	for i := range b.all {
		if d := &b.all[i]; isPerson(onrecord.ActorID(b.texts[d.who])) {
			d.holder = cmp.Or(b.sides.side(d.who, b.texts), d.holder)
		}
	}
}

// build puts the stands in order and makes the lists.
func (b *standingBuilder) build() *standing {
	s := &b.standing
	b.sortDays()
	slices.SortFunc(s.all, func(x, y packed) int { return s.compare(&x, &y) })
	s.numbers, s.own, s.toward = map[onrecord.ActorID]text{}, map[text][]ownStand{}, map[text][]int32{}
	b.listOwn()
	for i := range s.all {
		if id := s.all[i].toward; id != 0 {
			s.toward[id] = append(s.toward[id], int32(i))
			s.numbers[s.actor(id)] = id
		}
	}
	s.listTopics()
	return s
}

// sortDays numbers the days in their order.
func (b *standingBuilder) sortDays() {
	former := slices.Clone(b.days)
	slices.SortFunc(b.days, func(x, y dayOf) int {
		return cmp.Or(cmp.Compare(orLast(x.text), orLast(y.text)), cmp.Compare(x.text, y.text))
	})
	now := make([]int32, len(former))
	for i := range b.days {
		now[b.dayAt[b.days[i].text]] = int32(i)
	}
	for i := range b.all {
		b.all[i].day = now[b.all[i].day]
	}
}

// listOwn lists for each actor what it holds and what it says.
func (b *standingBuilder) listOwn() {
	s, place := &b.standing, int32(0)
	for i := range s.all {
		d := &s.all[i]
		if i > 0 && !sameBeginning(&s.all[i-1], d) {
			place = int32(i)
		}
		one := ownStand{topic: d.topic, at: int32(i), place: place, toward: d.toward, day: d.day, stance: d.stance, together: d.together, isSelf: d.toward == d.holder}
		s.list(d.holder, one, true)
		if d.who != d.holder {
			s.list(d.who, one, false)
		}
	}
	for actor, own := range s.own {
		slices.SortStableFunc(own, func(x, y ownStand) int { return cmp.Compare(x.topic, y.topic) })
		s.own[actor] = slices.Clip(own)
	}
}

func sameBeginning(a, b *packed) bool {
	return a.day == b.day && a.report == b.report && a.start == b.start
}

func (s *standing) list(actor text, one ownStand, isHolder bool) {
	if actor == 0 {
		return
	}
	one.isHolder = isHolder
	s.own[actor] = append(s.own[actor], one)
	s.numbers[s.actor(actor)] = actor
}

// listTopics lists for each topic what is said of it.
func (s *standing) listTopics() {
	s.begins = make([]int32, len(s.topics.all)+1)
	for i := range s.all {
		s.begins[s.all[i].topic+1]++
	}
	for n := range s.topics.all {
		s.begins[n+1] += s.begins[n]
	}
	s.byTopic = make([]int32, len(s.all))
	next := slices.Clone(s.begins)
	for i := range s.all {
		n := s.all[i].topic
		s.byTopic[next[n]] = int32(i)
		next[n]++
	}
}

// sideCounts are how often people stand for whom.
type sideCounts map[text]map[text]int

func (c sideCounts) add(who, holder text) {
	if c[who] == nil {
		c[who] = map[text]int{}
	}
	c[who][holder]++
}

// side is for whom a person speaks: what most of the person's statements tell; 0, which is no actor, if none does.
func (c sideCounts) side(who text, texts []string) (side text) {
	for holder, n := range c[who] {
		if holder == who { // a person alone tells nothing
			continue
		}
		most := c[who][side]
		if side == 0 || n > most || n == most && texts[holder] < texts[side] {
			side = holder
		}
	}
	return side
}
