package records

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord/lab"
)

const petr2News = "petr2_news_train.jsonl"

// Evaluate scores records as their own scorer does: type, type with actor, and type
// with both parties. PETRARCH's records are coded with their dictionaries and held
// to the full codes; the news records of PETRARCH2's validation set, whose
// dictionaries are not at hand, with the product's own coder.
func Evaluate(ctx context.Context, c lab.Corpora) ([]lab.Figure, error) {
	petrarch, err := evaluatePetrarch(ctx, c)
	if err != nil {
		return nil, fmt.Errorf("evaluate %s: %w", petrarchTrain, err)
	}
	news, err := evaluateNews(ctx, c)
	if err != nil {
		return nil, fmt.Errorf("evaluate %s: %w", petr2News, err)
	}
	return append(petrarch, news...), nil
}

func evaluatePetrarch(ctx context.Context, c lab.Corpora) ([]lab.Figure, error) {
	gold, err := readCorpus[goldRecord](c, petrarchTrain)
	if err != nil {
		return nil, err
	}
	reader, err := newPetrarchReader(c)
	if err != nil {
		return nil, err
	}
	t := tally{form: fullCodes}
	for i := range gold {
		if gold[i].Error != nil {
			continue
		}
		found, err := reader.read(ctx, gold[i].petrarchRecord)
		if err != nil {
			return nil, err
		}
		t.add(gold[i].Events, found.Events)
	}
	return t.figures("petrarch-train, their dictionaries"), nil
}

func evaluateNews(ctx context.Context, c lab.Corpora) ([]lab.Figure, error) {
	gold, err := readCorpus[goldRecord](c, petr2News)
	if err != nil {
		return nil, err
	}
	reader, err := newReader()
	if err != nil {
		return nil, err
	}
	roots, full := tally{form: rootsAndCountries}, tally{form: fullCodes}
	var codes actorCodes
	for i := range gold {
		entry, err := reader.entry(ctx, gold[i].Record)
		if err != nil {
			return nil, err
		}
		found := eventsOf(entry)
		roots.add(gold[i].Events, found)
		full.add(gold[i].Events, found)
		codes.add(gold[i].Events, entry.Actors)
	}
	all := append(roots.figures("petr2-news-train"), full.figures("petr2-news-train, full codes")...)
	return append(all, codes.figure("petr2-news-train")), nil
}

func readCorpus[T any](c lab.Corpora, name string) ([]T, error) {
	f, err := c.Open("corpora", "events", name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readLines[T](f)
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

// form says which of the scorer's comparisons is made.
type form int

const (
	fullCodes         form = iota // codes of events and parties as wholes
	rootsAndCountries             // the fifteen roots, and the country of a party
)

type tally struct {
	form            form
	right           [levels]int
	gold, predicted int
}

// coding is an event reduced to what is compared; key tells events of one record
// apart, which are counted once.
type coding struct{ label, actor, recipient, key string }

func (t *tally) add(gold []goldEvent, found []Event) {
	var want, have []coding
	for _, e := range gold {
		want = appendNew(want, coding{t.goldLabel(e), e.Source, e.Target, ""})
	}
	for _, e := range found {
		have = appendNew(have, coding{t.foundLabel(e), codeOf(e.Actors), codeOf(e.Recipients), fmt.Sprint(e.Actors, e.Recipients)})
	}
	t.gold += len(want)
	t.predicted += len(have)
	for l := range levels {
		t.right[l] += t.matched(want, have, l)
	}
}

// appendNew counts events of one record that agree in all once.
func appendNew(all []coding, one coding) []coding {
	if slices.Contains(all, one) {
		return all
	}
	return append(all, one)
}

// codeOf gives a party's code and sector in one string; "" if it has neither.
func codeOf(sides []Side) string {
	if len(sides) == 0 || sides[0].Code+sides[0].Sector == "" {
		return ""
	}
	return cmp.Or(sides[0].Code, unknown) + sides[0].Sector
}

// unknown stands in records for a country, or a party, that is not known.
const unknown = "---"

func (t *tally) goldLabel(e goldEvent) string {
	if t.form == fullCodes {
		return e.Code
	}
	return cmp.Or(e.Root15, rootOf(e.Code))
}

func (t *tally) foundLabel(e Event) string {
	if t.form == fullCodes {
		return e.Code
	}
	return yielding(e.Type)
}

// rootOf gives the root of a CAMEO code, the code itself for those without one
// (statements, appeals).
func rootOf(code string) string {
	roots := map[string]string{
		"03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "YIELD", "09": "ACCUSE", "10": "REQUEST",
		"11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE",
		"18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
	}
	return cmp.Or(roots[code[:min(len(code), 2)]], code)
}

func yielding(name string) string {
	if name == "CONCEDE" || name == "RETREAT" {
		return "YIELD"
	}
	return name
}

// matched gives the size of the largest one-to-one matching.
func (t *tally) matched(want, have []coding, l level) int {
	taken := make([]int, len(have)) // 1 + index into want
	var find func(i int, seen []bool) bool
	find = func(i int, seen []bool) bool {
		for j := range have {
			if seen[j] || !t.agree(want[i], have[j], l) {
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

func (t *tally) agree(want, have coding, l level) bool {
	switch {
	case want.label != have.label:
		return false
	case l >= byActor && !t.isSame(want.actor, have.actor):
		return false
	}
	return l < byBoth || t.isSame(want.recipient, have.recipient)
}

func (t *tally) isSame(want, have string) bool {
	if want == "" || have == "" {
		return false
	}
	return want == have || t.form == rootsAndCountries && country(want) != "" && country(want) == country(have)
}

// country is the first part of a code; "" where it names none.
func country(code string) string {
	if len(code) < len(unknown) || strings.HasPrefix(code, unknown) {
		return ""
	}
	return code[:len(unknown)]
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
