package across

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"sort"

	"onrecord"
	"onrecord/store"
)

// standing is where everybody stands to everything: all stands of a record in little room, in the order of time, with
// the sides of people set right. It is read once for many questions, see [Record.Load]: what two have in common is found
// without the store, however much either has said.
type standing struct {
	texts   []string                     // that stands are of, by number
	all     []packed                     // in the order of time
	byActor map[onrecord.ActorID][]int32 // whose stands are which of all: by topic, then by time
	byTopic map[onrecord.TopicID][]int32 // by time
	toward  map[onrecord.ActorID][]int32 // that concern an actor
	topicAt map[onrecord.TopicID]text    // the number of a topic
}

// text is the number of a text.
type text uint32

// packed is a stand whose texts are numbers.
type packed struct {
	line                                                         store.LineKey
	topic, holder, who, toward, stance, day, report, statementID text
	start, end                                                   int32
	together                                                     bool
}

// Load reads all topics and stands, so that this record and those made of it by [Record.Again] answer quickly.
func (r *Record) Load(ctx context.Context) error {
	topics, err := r.table(ctx)
	if err != nil {
		return err
	}
	b := newStandingBuilder()
	for d, err := range r.shelf.EachStand(ctx) {
		if err != nil {
			return err
		}
		if topics.byID[d.Topic] != nil { // else it came since the topics were read
			b.add(&d)
		}
	}
	r.standing = b.build()
	return nil
}

func (s *standing) list(i int32) {
	d := &s.all[i]
	topic := onrecord.TopicID(s.texts[d.topic])
	s.byTopic[topic], s.topicAt[topic] = append(s.byTopic[topic], i), d.topic
	if id := onrecord.ActorID(s.texts[d.toward]); id != "" {
		s.toward[id] = append(s.toward[id], i)
	}
	for n, actor := range []text{d.holder, d.who} {
		if id := onrecord.ActorID(s.texts[actor]); id != "" && (n == 0 || actor != d.holder) {
			s.byActor[id] = append(s.byActor[id], i)
		}
	}
}

// compare orders stands by day and place, those of no known day last.
func (s *standing) compare(a, b packed) int {
	if a.day != b.day {
		return cmp.Compare(orLast(s.texts[a.day]), orLast(s.texts[b.day]))
	}
	return cmp.Or(cmp.Compare(s.texts[a.report], s.texts[b.report]), cmp.Compare(a.start, b.start),
		cmp.Compare(s.texts[a.topic], s.texts[b.topic]), cmp.Compare(s.texts[a.toward], s.texts[b.toward]), cmp.Compare(s.texts[a.statementID], s.texts[b.statementID]))
}

// at unpacks a stand.
func (s *standing) at(i int32) store.Stand {
	d := &s.all[i]
	ref := store.LineRef{Key: d.line, Report: onrecord.ReportID(s.texts[d.report]), Sort: store.StatementLine, ID: s.texts[d.statementID]}
	return store.Stand{
		Line: d.line, Topic: onrecord.TopicID(s.texts[d.topic]), Holder: onrecord.ActorID(s.texts[d.holder]), Who: onrecord.ActorID(s.texts[d.who]),
		Toward: onrecord.ActorID(s.texts[d.toward]), Together: d.together, Stance: onrecord.Stance(s.texts[d.stance]), Day: s.texts[d.day],
		Start: int(d.start), End: int(d.end), Ref: ref,
	}
}

// of gives the stands of an actor, or of anybody for "", by topic and then by time, or of some topics alone. What somebody
// says toward itself is left out.
func (s *standing) of(actor onrecord.ActorID, topics []onrecord.TopicID, chosen bool) (found []store.Stand) {
	var lists [][]int32
	switch {
	case actor == "" && !chosen:
		for _, list := range s.byTopic {
			lists = append(lists, list)
		}
	case !chosen:
		lists = append(lists, s.byActor[actor])
	default:
		for _, topic := range topics {
			lists = append(lists, s.on(actor, topic))
		}
	}
	all := slices.Concat(lists...)
	slices.Sort(all)
	for _, i := range all {
		if d := &s.all[i]; d.toward != d.holder {
			found = append(found, s.at(i))
		}
	}
	return found
}

// inTime gives the stands of an actor one by one.
func (s *standing) inTime(of onrecord.ActorID) iter.Seq[store.Stand] {
	return func(yield func(store.Stand) bool) {
		for _, i := range slices.Sorted(slices.Values(s.byActor[of])) {
			if !yield(s.at(i)) {
				return
			}
		}
	}
}

// on gives the stands of an actor, or of anybody for "", on a topic.
func (s *standing) on(actor onrecord.ActorID, topic onrecord.TopicID) []int32 {
	if actor == "" {
		return s.byTopic[topic]
	}
	number, known := s.topicAt[topic]
	own := s.byActor[actor]
	if !known {
		return nil
	}
	first := sort.Search(len(own), func(i int) bool { return s.all[own[i]].topic >= number })
	last := sort.Search(len(own), func(i int) bool { return s.all[own[i]].topic > number })
	return own[first:last]
}

// between gives the topics on which two may be compared: both stand there, or one of them toward the other.
func (s *standing) between(a, b onrecord.ActorID) (topics []onrecord.TopicID) {
	few, many := a, b
	if len(s.byActor[few]) > len(s.byActor[many]) {
		few, many = many, few
	}
	for own := s.byActor[few]; len(own) > 0; {
		topic := s.all[own[0]].topic
		next := sort.Search(len(own), func(i int) bool { return s.all[own[i]].topic > topic })
		id := onrecord.TopicID(s.texts[topic])
		if len(s.on(many, id)) > 0 || s.isToward(own[:next], many) {
			topics = append(topics, id)
		}
		own = own[next:]
	}
	return append(topics, s.towardAlone(many, few)...)
}

// isToward reports whether any of some stands concerns an actor.
func (s *standing) isToward(list []int32, actor onrecord.ActorID) bool {
	return slices.ContainsFunc(list, func(i int32) bool { return s.texts[s.all[i].toward] == string(actor) })
}

// towardAlone gives the topics of those stands of one that concern another who has none there.
func (s *standing) towardAlone(one, other onrecord.ActorID) (topics []onrecord.TopicID) {
	for _, i := range s.toward[other] {
		d := &s.all[i]
		if s.texts[d.holder] != string(one) && s.texts[d.who] != string(one) {
			continue
		}
		if id := onrecord.TopicID(s.texts[d.topic]); len(s.on(other, id)) == 0 && !slices.Contains(topics, id) {
			topics = append(topics, id)
		}
	}
	return topics
}
