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
	b.sortDays()
	s := b.standing // what was needed to gather them goes
	slices.SortFunc(s.all, func(x, y packed) int { return s.compare(&x, &y) })
	s.numbers = map[onrecord.ActorID]text{}
	for i := range s.all {
		for _, actor := range []text{s.all[i].holder, s.all[i].who, s.all[i].toward} {
			s.numbers[s.actor(actor)] = actor
		}
	}
	s.own = newLists(len(s.texts), s.eachOwn)
	for actor := range s.texts {
		slices.SortStableFunc(s.own.list(actor), func(x, y ownStand) int { return cmp.Compare(x.topic, y.topic) })
	}
	s.toward = newLists(len(s.texts), s.eachToward)
	s.byTopic = newLists(len(s.topics.all), func(add func(int, int32)) {
		for i := range s.all {
			add(int(s.all[i].topic), int32(i))
		}
	})
	return &s
}

// sortDays numbers the days in their order, the unknown one last.
func (b *standingBuilder) sortDays() {
	former := slices.Clone(b.days)
	slices.SortFunc(b.days, func(x, y dayOf) int {
		return cmp.Or(cmp.Compare(orLast(x.text), orLast(y.text)), cmp.Compare(x.text, y.text))
	})
	now := make([]int32, len(former))
	for i := range b.days {
		now[b.dayAt[b.days[i].text]] = int32(i)
		b.days[i].reach = max(b.days[i].last, b.days[max(0, i-1)].reach)
	}
	for i := range b.all {
		b.all[i].day = now[b.all[i].day]
	}
}

// eachOwn adds for each actor what it holds and what it says.
func (s *standing) eachOwn(add func(int, ownStand)) {
	place := int32(0)
	for i := range s.all {
		d := &s.all[i]
		if i > 0 && !sameBeginning(&s.all[i-1], d) {
			place = int32(i)
		}
		one := ownStand{topic: d.topic, at: int32(i), place: place, toward: d.toward, day: d.day, stance: d.stance, together: d.together, isSelf: d.toward == d.holder}
		if d.who != 0 && d.who != d.holder {
			add(int(d.who), one)
		}
		if one.isHolder = true; d.holder != 0 {
			add(int(d.holder), one)
		}
	}
}

// eachToward adds for each actor what concerns it.
func (s *standing) eachToward(add func(int, int32)) {
	for i := range s.all {
		if actor := s.all[i].toward; actor != 0 {
			add(int(actor), int32(i))
		}
	}
}

func sameBeginning(a, b *packed) bool {
	return a.day == b.day && a.report == b.report && a.start == b.start
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
