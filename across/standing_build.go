package across

import (
	"cmp"
	"slices"

	"onrecord"
	"onrecord/store"
)

// standingBuilder gathers stands.
type standingBuilder struct {
	standing
	numbers map[string]text
	sides   sideCounts
}

func newStandingBuilder() *standingBuilder {
	b := &standingBuilder{numbers: map[string]text{}, sides: sideCounts{}}
	b.number("") // is 0
	return b
}

func (b *standingBuilder) add(d *store.Stand) {
	b.all = append(b.all, packed{
		d.Line, b.number(string(d.Topic)), b.number(string(d.Holder)), b.number(string(d.Who)), b.number(string(d.Toward)), b.number(string(d.Stance)), b.number(d.Day),
		b.number(string(d.Ref.Report)), b.number(d.Ref.ID), int32(d.Start), int32(d.End), d.Together,
	})
	if isPerson(d.Who) {
		b.sides.add(b.number(string(d.Who)), b.number(string(d.Holder)))
	}
}

func (b *standingBuilder) number(of string) text {
	n, known := b.numbers[of]
	if !known {
		n = text(len(b.texts))
		b.numbers[of] = n
		b.texts = append(b.texts, of)
	}
	return n
}

// build sets the sides right and makes the lists.
func (b *standingBuilder) build() *standing {
	s := &b.standing
	for i := range s.all {
		if d := &s.all[i]; isPerson(onrecord.ActorID(s.texts[d.who])) {
			d.holder = cmp.Or(b.sides.side(d.who, s.texts), d.holder)
		}
	}
	slices.SortFunc(s.all, s.compare)
	s.byActor, s.toward = map[onrecord.ActorID][]int32{}, map[onrecord.ActorID][]int32{}
	s.byTopic, s.topicAt = map[onrecord.TopicID][]int32{}, map[onrecord.TopicID]text{}
	for i := range s.all {
		s.list(int32(i))
	}
	for _, own := range s.byActor {
		slices.SortStableFunc(own, func(a, b int32) int { return cmp.Compare(s.all[a].topic, s.all[b].topic) })
	}
	return s
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
