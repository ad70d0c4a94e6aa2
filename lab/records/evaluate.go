package records

import (
	"context"
	"fmt"
	"strings"

	"onrecord/codebook"
	"onrecord/lab"
)

const petr2News = "petr2_news_train.jsonl"

// Evaluate codes the news records of PETRARCH2's validation set and scores type,
// type with actor, and type with both parties. Actors are compared by country:
// the role codes of the records go beyond what a report's own words tell.
func Evaluate(ctx context.Context, c lab.Corpora) ([]lab.Figure, error) {
	f, err := c.Open("corpora", "events", petr2News)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	gold, err := readLines[goldRecord](f)
	if err != nil {
		return nil, err
	}
	reader, err := newReader()
	if err != nil {
		return nil, err
	}
	var t tally
	for i := range gold {
		if gold[i].Error != nil {
			continue
		}
		found, err := reader.read(ctx, gold[i].Record)
		if err != nil {
			return nil, err
		}
		t.add(gold[i].Events, found.Events)
	}
	return t.figures("petr2-news-train"), nil
}

// level is how much of an event must be right.
type level int

const (
	byType level = iota
	byActor
	byBoth
	levels
)

func (l level) String() string { return [...]string{"type", "type+actor", "type+actor+recipient"}[l] }

type tally struct {
	right           [levels]int
	gold, predicted int
}

// coding is an event reduced to what is compared; key tells events of one record
// apart, which are counted once.
type coding struct{ label, actor, recipient, key string }

func (t *tally) add(gold []goldEvent, found []Event) {
	want, have := goldCodings(gold), foundCodings(found)
	t.gold += len(want)
	t.predicted += len(have)
	for l := range levels {
		t.right[l] += matched(want, have, l)
	}
}

func goldCodings(gold []goldEvent) []coding {
	var all []coding
	for _, e := range gold {
		all = appendNew(all, coding{rootOf(e.Code), country(e.Source), country(e.Target), e.Source + ">" + e.Target})
	}
	return all
}

func foundCodings(found []Event) []coding {
	var all []coding
	for _, e := range found {
		one := coding{label: rootOf(e.Code), actor: e.Actors[0].Code, key: fmt.Sprint(e.Actors, e.Recipients)}
		if len(e.Recipients) > 0 {
			one.recipient = e.Recipients[0].Code
		}
		all = appendNew(all, one)
	}
	return all
}

func appendNew(all []coding, one coding) []coding {
	for _, known := range all {
		if known.label == one.label && known.key == one.key {
			return all
		}
	}
	return append(all, one)
}

// country is the first part of a PETRARCH code; "" where it names none.
func country(code string) string {
	if len(code) < 3 || strings.HasPrefix(code, "---") {
		return ""
	}
	return code[:3]
}

// rootOf gives the root of a CAMEO code as the records' scorer groups them, the
// code itself for those without one (statements, appeals).
func rootOf(code string) string {
	of, ok := codebook.Plover().FromCAMEO(code)
	if !ok || of.Type == "SAY" || of.Type == "DENY" {
		return code
	}
	for _, t := range codebook.Plover().Types {
		if len(code) >= 2 && t.CAMEO == code[:2] && !t.Extension {
			return yielding(string(t.Name))
		}
	}
	return map[string]string{"09": "ACCUSE", "19": "ASSAULT", "20": "ASSAULT"}[code[:2]]
}

func yielding(name string) string {
	if name == "CONCEDE" || name == "RETREAT" {
		return "YIELD"
	}
	return name
}

// matched gives the size of the largest one-to-one matching.
func matched(want, have []coding, l level) int {
	taken := make([]int, len(have)) // 1 + index into want
	var find func(i int, seen []bool) bool
	find = func(i int, seen []bool) bool {
		for j := range have {
			if seen[j] || !agree(want[i], have[j], l) {
				continue
			}
			seen[j] = true
			if taken[j] == 0 || find(taken[j]-1, seen) {
				taken[j] = i + 1
				return true
			}
		}
		return false
	}
	n := 0
	for i := range want {
		if find(i, make([]bool, len(have))) {
			n++
		}
	}
	return n
}

func agree(want, have coding, l level) bool {
	if want.label != have.label {
		return false
	}
	if l >= byActor && (want.actor == "" || want.actor != have.actor) {
		return false
	}
	return l < byBoth || want.recipient != "" && want.recipient == have.recipient
}

func (t *tally) figures(set string) []lab.Figure {
	all := make([]lab.Figure, 0, levels)
	for l := range levels {
		f1 := 0.0
		if n := t.gold + t.predicted; n > 0 {
			f1 = 200 * float64(t.right[l]) / float64(n)
		}
		all = append(all, lab.Figure{Task: "records", Set: set, Measure: l.String() + " F1", Value: f1})
	}
	return all
}
