package across

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"
	"testing"

	diff "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"onrecord"
	"onrecord/store"
)

// standShelf is a shelf of stands alone.
type standShelf struct {
	Shelf
	stands []store.Stand
}

func (s *standShelf) EachStand(context.Context) iter.Seq2[store.Stand, error] {
	return func(yield func(store.Stand, error) bool) {
		for _, d := range s.stands {
			if !yield(d, nil) {
				return
			}
		}
	}
}

func (s *standShelf) Topics(context.Context) ([]store.TopicCount, error) {
	n := map[onrecord.TopicID]int{}
	for _, d := range s.stands {
		n[d.Topic]++
	}
	var all []store.TopicCount
	for id, count := range n {
		all = append(all, store.TopicCount{Topic: id, Wording: string(id), N: count})
	}
	slices.SortFunc(all, func(a, b store.TopicCount) int { return cmp.Compare(a.Topic, b.Topic) })
	return all, nil
}

func (s *standShelf) NamesOf(_ context.Context, id onrecord.ActorID) ([]store.ActorCount, error) {
	return []store.ActorCount{{Actor: id, Name: string(id)}}, nil
}

// drawStands draws stands of few actors on few topics, so that many are of the same words, day and report.
func drawStands(t *rapid.T) []store.Stand {
	actors := []onrecord.ActorID{"a", "b", "c"}
	one := rapid.Custom(func(t *rapid.T) store.Stand {
		start := rapid.IntRange(0, 2).Draw(t, "start")
		report := rapid.SampledFrom([]onrecord.ReportID{"r1", "r2", "r3", "r4"}).Draw(t, "report")
		return store.Stand{
			Topic: rapid.SampledFrom([]onrecord.TopicID{"dam", "toll", "war"}).Draw(t, "topic"), Holder: rapid.SampledFrom(actors).Draw(t, "holder"),
			Who: rapid.SampledFrom(append(actors, "")).Draw(t, "who"), Toward: rapid.SampledFrom(append(actors, "", "")).Draw(t, "toward"),
			Together: rapid.Bool().Draw(t, "together"), Stance: rapid.SampledFrom(stances[:]).Draw(t, "stance"),
			Day: map[onrecord.ReportID]string{"r1": "2015", "r2": "2015-03-02", "r3": "2016-01", "r4": ""}[report], Start: start, End: start + rapid.IntRange(1, 2).Draw(t, "long"),
			Ref: store.LineRef{Report: report, Sort: store.StatementLine, ID: fmt.Sprint("s", start)},
		}
	})
	return rapid.SliceOfN(one, 0, 40).Draw(t, "stands")
}

// TestAlignmentsAreWhatTheStandsTell holds comparisons and ties against going through all stands of two, step by step.
func TestAlignmentsAreWhatTheStandsTell(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shelf := &standShelf{stands: drawStands(t)}
		r := NewRecord(shelf, Issues{})
		if err := r.Load(t.Context()); err != nil {
			t.Fatal(err)
		}
		during := Period{rapid.SampledFrom([]onrecord.Date{"", "2015-02", "2016"}).Draw(t, "since"), rapid.SampledFrom([]onrecord.Date{"", "2015", "2016-01-20"}).Draw(t, "until")}
		var ties []Tie
		for _, two := range [][2]onrecord.ActorID{{"a", "b"}, {"a", "c"}, {"b", "c"}} {
			want := stepByStep(shelf.stands, two[0], two[1])
			got, others, err := r.Outline(t.Context(), two[0], two[1], "", 10)
			slices.SortFunc(got, func(x, y Alignment) int { return cmp.Compare(x.Topic.ID, y.Topic.ID) })
			if d := diff.Diff(want, spellsOf(got), diff.AllowUnexported(Evidence{}), cmpopts.EquateEmpty()); d != "" || others > 0 || err != nil {
				t.Fatalf("%v: %v, %d others\n%s", two, err, others, d)
			}
			if tie := tieOf(want, during); tie != (Tie{}) {
				tie.A, tie.B = two[0], two[1]
				ties = append(ties, tie)
			}
		}
		got, err := r.Ties(t.Context(), []onrecord.ActorID{"a", "b", "c"}, "", "", during)
		if d := diff.Diff(ties, got); d != "" || err != nil {
			t.Fatalf("ties in %v: %v\n%s", during, err, d)
		}
	})
}

func spellsOf(all []Alignment) (spells [][]Spell) {
	for _, a := range all {
		spells = append(spells, a.Spells)
	}
	return spells
}

// stepByStep gives the spells of two on each topic on which they have some.
func stepByStep(stands []store.Stand, a, b onrecord.ActorID) (all [][]Spell) {
	for _, topic := range []onrecord.TopicID{"dam", "toll", "war"} {
		if spells := spellsOn(stepsOf(stands, topic, a, b), [2]onrecord.ActorID{a, b}); len(spells) > 0 {
			all = append(all, spells)
		}
	}
	return all
}

// step is what one of two says.
type step struct {
	store.Stand
	side int
}

func stepsOf(stands []store.Stand, topic onrecord.TopicID, two ...onrecord.ActorID) (all []step) {
	sorted := slices.SortedStableFunc(slices.Values(stands), func(x, y store.Stand) int {
		return cmp.Or(compareBeginnings(x, y), cmp.Compare(x.Topic, y.Topic), cmp.Compare(x.Toward, y.Toward), cmp.Compare(x.Ref.ID, y.Ref.ID),
			cmp.Compare(x.End, y.End), cmp.Compare(x.Holder, y.Holder), cmp.Compare(x.Who, y.Who), cmp.Compare(slices.Index(stances[:], x.Stance), slices.Index(stances[:], y.Stance)))
	})
	for side, who := range two {
		for _, d := range sorted {
			if d.Topic == topic && d.Toward != d.Holder && (d.Holder == who || d.Who == who) {
				all = append(all, step{d, side})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y step) int { return compareBeginnings(x.Stand, y.Stand) })
	return all
}

func compareBeginnings(x, y store.Stand) int {
	return cmp.Or(cmp.Compare(orLast(x.Day), orLast(y.Day)), cmp.Compare(x.Ref.Report, y.Ref.Report), cmp.Compare(x.Start, y.Start))
}

func spellsOn(steps []step, two [2]onrecord.ActorID) (spells []Spell) {
	last := [2]*step{}
	for i := range steps {
		s := &steps[i]
		beside, isToward := last[1-s.side], s.Toward == two[1-s.side]
		if !s.Together {
			last[s.side] = s
		}
		if !isToward && (s.Together || beside == nil) {
			continue
		}
		is, shown := onrecord.StanceFor, []*step{s}
		if !isToward {
			is, shown = beside.Stance, []*step{beside, s}
		}
		spells = addSteps(spells, stanceRelation(s.Stance, is), shown)
	}
	return spells
}

func stanceRelation(x, y onrecord.Stance) Relation {
	isClear := func(s onrecord.Stance) bool { return s == onrecord.StanceFor || s == onrecord.StanceAgainst }
	switch {
	case !isClear(x) || !isClear(y):
		return Partly
	case x == y:
		return Aligned
	}
	return Opposed
}

func addSteps(spells []Spell, is Relation, shown []*step) []Spell {
	day := onrecord.Date(shown[len(shown)-1].Day)
	if n := len(spells); n == 0 || spells[n-1].Is != is {
		spells = append(spells, Spell{Is: is, When: NewEDTF(day, day)})
	}
	spell := &spells[len(spells)-1]
	spell.When = spell.When.through(day)
	for _, s := range shown {
		into, e := []*[]Evidence{&spell.OfA, &spell.OfB}[s.side], pointer(&s.Stand)
		if !slices.ContainsFunc(*into, func(o Evidence) bool { return o.same(&e) }) {
			*into = append(*into, e)
		}
	}
	return spells
}

// pointer is evidence without its words: it tells where they stand.
func pointer(d *store.Stand) Evidence {
	return Evidence{Report: d.Ref.Report, Statement: onrecord.StatementID(d.Ref.ID), Day: onrecord.Date(d.Day), span: onrecord.Span{Start: d.Start, End: d.End}}
}

// tieOf counts the topics by the last spell that reaches into a time.
func tieOf(topics [][]Spell, during Period) (tie Tie) {
	within := during.bounds()
	for _, spells := range topics {
		last := Relation("")
		for _, s := range spells {
			from, to := s.When.Ends()
			first, end := newDay(string(from)), newDay(string(to))
			if within.holds(&first, &end) {
				last = s.Is
			}
		}
		switch last {
		case Aligned:
			tie.Aligned++
		case Opposed:
			tie.Opposed++
		case Partly:
			tie.Partly++
		}
	}
	return tie
}

func TestPeriodHolds(t *testing.T) {
	for _, c := range []struct {
		since, until onrecord.Date
		from, to     string
		want         bool
	}{
		{"", "", "2015-03-02", "2016-01-09", true}, {"2021", "", "2015", "2020-12-31", false}, {"", "2014", "2015", "2015", false},
		{"2016", "2016", "2015-03-02", "2016-01-09", true}, {"2017-05-31", "2017-06", "2017-05", "2017-05", true}, {"2016-01-10", "2017-04", "2015-03-02", "2016-01-09", false},
		{"", "", "", "", true}, {"2015", "", "", "", false},
	} {
		within, from, to := Period{c.since, c.until}.bounds(), newDay(c.from), newDay(c.to)
		if got := within.holds(&from, &to); got != c.want {
			t.Errorf("%s to %s, %s to %s: %v", c.since, c.until, c.from, c.to, got)
		}
	}
}
