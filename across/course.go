package across

import "onrecord"

// course goes through what two say on one topic, in the order of time, and tells how they stand to each other: what one
// says of the other tells it by itself; else it follows from where both last stood to the thing.
type course struct {
	*standing
	sides [2]courseSide

	spell int32 // the number of the present one, counted over all topics
	is    Relation
}

// courseSide is one of the two.
type courseSide struct {
	actor text
	own   []ownStand // on the topic
	next  int        // of them
	last  int        // where it last stood to the thing itself; -1 for nowhere
	told  []int32    // in which spell the words of each stand were last shown
}

// courseTaker takes what a course tells.
type courseTaker interface {
	begin(Relation)                // of a spell during which they stand so
	on(day int32)                  // something shows it
	show(side int, words ownStand) // that show it; each once in a spell
}

func newCourse(s *standing, a, b onrecord.ActorID) *course {
	return &course{standing: s, sides: [2]courseSide{{actor: s.numbers[a]}, {actor: s.numbers[b]}}}
}

// along goes through one topic.
func (c *course) along(topic int32, to courseTaker) {
	for n := range c.sides {
		c.sides[n].enter(on(c.own.list(int(c.sides[n].actor)), topic))
	}
	c.is = ""
	for n, more := c.first(); more; n, more = c.first() {
		c.step(n, to)
	}
}

func (s *courseSide) enter(own []ownStand) {
	s.own, s.next, s.last = own, 0, -1
	for len(s.told) < len(own) {
		s.told = append(s.told, 0)
	}
}

// first is the side that speaks next; of words that begin at one place those of the first side come first.
func (c *course) first() (side int, more bool) {
	for n := range c.sides {
		s := &c.sides[n]
		for s.next < len(s.own) && s.own[s.next].isSelf {
			s.next++
		}
	}
	a, b := &c.sides[0], &c.sides[1]
	switch {
	case a.next == len(a.own):
		return 1, b.next < len(b.own)
	case b.next == len(b.own) || a.own[a.next].place <= b.own[b.next].place:
		return 0, true
	}
	return 1, true
}

// step takes the next stand of a side.
func (c *course) step(n int, to courseTaker) {
	mine, other := &c.sides[n], &c.sides[1-n]
	i := mine.next
	one := &mine.own[i]
	mine.next++
	isToward := one.toward == other.actor && other.actor != 0
	if !one.together {
		mine.last = i
	}
	switch {
	case isToward:
		c.tell(relationOf(one.stance, isFor), one.day, to)
	case one.together || other.last < 0: // with somebody else, or alone
		return
	default:
		c.tell(relationOf(one.stance, other.own[other.last].stance), one.day, to)
		c.show(1-n, other.last, to)
	}
	c.show(n, i, to)
}

// tell tells how the two stand on a day.
func (c *course) tell(is Relation, day int32, to courseTaker) {
	if is != c.is {
		c.is = is
		c.spell++
		to.begin(is)
	}
	to.on(day)
}

// show tells words that show it, unless the spell has them.
func (c *course) show(n, i int, to courseTaker) {
	s := &c.sides[n]
	first := i // of the same words
	for j := i - 1; j >= 0 && s.own[j].place == s.own[i].place; j-- {
		if c.sameWords(s.own[j].at, s.own[i].at) {
			first = j
		}
	}
	if s.told[first] != c.spell {
		s.told[first] = c.spell
		to.show(n, s.own[i])
	}
}

func relationOf(x, y stance) Relation {
	switch {
	case x >= isConditional || y >= isConditional:
		return Partly
	case x == y:
		return Aligned
	}
	return Opposed
}
