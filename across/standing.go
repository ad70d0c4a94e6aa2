package across

import (
	"cmp"
	"slices"
	"sort"

	"onrecord"
	"onrecord/store"
)

// standing is where everybody stands to everything: all stands of a record in little room, in the order of time, with
// the sides of people set right. It is read once for many questions, see [Record.Load]; who asks a record that has not
// read it asks one of the stands in question alone.
type standing struct {
	topics *topicTable
	texts  []string // that stands are of, by number
	days   []dayOf  // the unknown one last
	all    []packed // in the order of time

	numbers map[onrecord.ActorID]text
	own     lists[ownStand] // whose stands are which, of each text that is an actor: by topic, then by time
	toward  lists[int32]    // which of all concern an actor
	byTopic lists[int32]    // which of all are on a topic, by time
}

// text is the number of a text; 0 is none.
type text uint32

// packed is a stand whose texts are numbers.
type packed struct {
	line                                     store.LineKey
	topic                                    int32 // among all topics
	holder, who, toward, report, statementID text
	start, end                               int32
	day                                      int32 // among all days
	stance                                   stance
	together                                 bool
}

// ownStand is what a comparison needs of a stand, so that it reads one list from end to end.
type ownStand struct {
	topic  int32
	at     int32 // among all
	place  int32 // the same for those of which the words begin at one place
	toward text
	day    int32
	stance stance

	together bool
	isHolder bool // whose it is holds it, and does not say it for another
	isSelf   bool // it is toward its own holder, which tells nothing of how two stand
}

// stance is the number of a stance.
type stance uint8

const (
	isFor stance = iota
	isAgainst
	isConditional
	isMixed
)

var stances = [...]onrecord.Stance{isFor: onrecord.StanceFor, isAgainst: onrecord.StanceAgainst, isConditional: onrecord.StanceConditional, isMixed: onrecord.StanceMixed}

func stanceOf(name onrecord.Stance) (s stance, ok bool) {
	i := slices.Index(stances[:], name)
	return stance(max(i, 0)), i >= 0
}

func (s stance) name() onrecord.Stance { return stances[s] }

func (s *standing) actor(n text) onrecord.ActorID { return onrecord.ActorID(s.texts[n]) }

// evidence points to the words of a stand: it is without them.
func (s *standing) evidence(i int32) Evidence {
	d := &s.all[i]
	return Evidence{
		Report: onrecord.ReportID(s.texts[d.report]), Statement: onrecord.StatementID(s.texts[d.statementID]), Day: onrecord.Date(s.days[d.day].text),
		span: onrecord.Span{Start: int(d.start), End: int(d.end)},
	}
}

// sameWords reports whether two stands are of the same words.
func (s *standing) sameWords(i, j int32) bool {
	a, b := &s.all[i], &s.all[j]
	return a.report == b.report && a.statementID == b.statementID && a.start == b.start && a.end == b.end
}

// ownOf gives the stands of an actor, by topic and then by time.
func (s *standing) ownOf(actor onrecord.ActorID) []ownStand { return s.own.list(int(s.numbers[actor])) }

// on gives those of some stands of one actor that are on a topic.
func on(own []ownStand, topic int32) []ownStand {
	first := sort.Search(len(own), func(i int) bool { return own[i].topic >= topic })
	return own[first : first+topicEnd(own[first:], topic)]
}

// topicEnd is how many stands of one actor are on topics up to one.
func topicEnd(own []ownStand, topic int32) int {
	known, near := 0, 1 // most are few
	for near <= len(own) && own[near-1].topic <= topic {
		known, near = near, 2*near
	}
	return known + sort.Search(min(near-1, len(own))-known, func(i int) bool { return own[known+i].topic > topic })
}

// of gives which stands are of an actor, or of anybody for "", by time: on all topics, or on some. What somebody says
// toward itself is left out.
func (s *standing) of(actor onrecord.ActorID, topics []*Topic, chosen bool) (found []int32) {
	switch {
	case actor == "" && !chosen:
		found = slices.Clone(s.byTopic.all)
	case actor == "":
		for _, n := range s.topics.numbers(topics) {
			found = append(found, s.byTopic.list(int(n))...)
		}
	case !chosen:
		found = appendAt(nil, s.ownOf(actor))
	default:
		for _, n := range s.topics.numbers(topics) {
			found = appendAt(found, on(s.ownOf(actor), n))
		}
	}
	found = slices.DeleteFunc(found, func(i int32) bool { return s.all[i].toward == s.all[i].holder })
	slices.Sort(found)
	return found
}

func appendAt(list []int32, own []ownStand) []int32 {
	for i := range own {
		list = append(list, own[i].at)
	}
	return list
}

// eachCommon gives the topics on which two may be compared, with what each says there: both stand there, or one of them
// toward the other. They come in order but for those on which one alone speaks, which come last.
func (s *standing) eachCommon(two [2]text, give func(topic int32, sides [2][]ownStand)) {
	few, many := 0, 1
	if len(s.own.list(int(two[few]))) > len(s.own.list(int(two[many]))) {
		few, many = many, few
	}
	var sides [2][]ownStand
	others := s.own.list(int(two[many]))
	for own := s.own.list(int(two[few])); len(own) > 0; own = own[len(sides[few]):] {
		topic := own[0].topic
		others = others[topicEnd(others, topic-1):]
		sides[few], sides[many] = own[:topicEnd(own, topic)], others[:topicEnd(others, topic)]
		if len(sides[many]) > 0 || slices.ContainsFunc(sides[few], func(o ownStand) bool { return o.toward == two[many] }) {
			give(topic, sides)
		}
	}
	sides[few] = nil
	for _, topic := range s.towardAlone(two[many], two[few]) {
		sides[many] = on(s.own.list(int(two[many])), topic)
		give(topic, sides)
	}
}

// towardAlone gives the topics on which one takes a stand that concerns another, who has none there.
func (s *standing) towardAlone(one, other text) (topics []int32) {
	for _, i := range s.toward.list(int(other)) {
		if d := &s.all[i]; d.holder == one || d.who == one {
			topics = append(topics, d.topic)
		}
	}
	slices.Sort(topics)
	return slices.DeleteFunc(slices.Compact(topics), func(topic int32) bool { return len(on(s.own.list(int(other)), topic)) > 0 })
}

// compare orders stands by day and place, and those of one place by what they say.
func (s *standing) compare(a, b *packed) int {
	if c := cmp.Or(cmp.Compare(a.day, b.day), s.compareTexts(a.report, b.report), cmp.Compare(a.start, b.start)); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(s.topics.all[a.topic].ID, s.topics.all[b.topic].ID), s.compareTexts(a.toward, b.toward), s.compareTexts(a.statementID, b.statementID),
		cmp.Compare(a.end, b.end), s.compareTexts(a.holder, b.holder), s.compareTexts(a.who, b.who), cmp.Compare(a.stance, b.stance))
}

func (s *standing) compareTexts(a, b text) int {
	if a == b {
		return 0
	}
	return cmp.Compare(s.texts[a], s.texts[b])
}
