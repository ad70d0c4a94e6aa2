// Package synth answers: what do very many reports cost? It makes reports by chance from sentences
// of its own, as many as one likes and always the same for a seed, so that the intake can be
// tried with more of them than could be kept in a repository. They tell nothing of how well
// reports are read. Start at [Maker.Report]; [Maker.WriteCrawl] packs them as a web crawl.
package synth

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// Maker makes reports.
type Maker struct {
	Seed  uint64
	Words int // of a report, in the mean; 0: 50
	Page  int // bytes of an HTML page, in the mean; 0: no more than the words need

	tables tables
}

// New reads the tables from which reports are made.
func New(seed uint64, words, page int) (*Maker, error) {
	read, err := readTables()
	if err != nil {
		return nil, err
	}
	return &Maker{Seed: seed, Words: max(words, 0), Page: max(page, 0), tables: read}, nil
}

// Report is one report that was made.
type Report struct {
	URL, Outlet, Headline, Dateline string
	Day                             time.Time
	Sentences                       []string
}

// firstDay is the day from which the reports' dates are counted.
var firstDay = time.Date(2004, time.January, 5, 0, 0, 0, 0, time.UTC)

const days = 20 * 365

// Report makes the n-th report. It depends on the seed and on n alone.
func (m *Maker) Report(n int) Report {
	c := m.cast(n)
	r := Report{
		Outlet: c.draw("outlet"), Headline: c.fill(c.drawSentence("headline")),
		Dateline: strings.ToUpper(c.slots["Acity"]), Day: firstDay.AddDate(0, 0, n%days),
		Sentences: []string{c.fill(c.drawSentence("lead"))},
	}
	r.URL = fmt.Sprintf("https://news%02d.example/%s/%d", n%40, r.Day.Format("2006/01/02"), n)
	want := m.Words*4/5 + c.chance.IntN(m.Words*2/5+1)
	for count := countWords(r.Sentences[0]); count < want; {
		next := c.fill(c.drawSentence("more"))
		r.Sentences = append(r.Sentences, next)
		count += countWords(next)
	}
	return r
}

func countWords(s string) int { return strings.Count(s, " ") + 1 }

// cast is whom and what one report is about: a country stays the same through it, a number does not.
type cast struct {
	*tables
	chance *rand.Rand
	slots  map[string]string
}

func (m *Maker) cast(n int) *cast {
	c := &cast{&m.tables, rand.New(rand.NewPCG(m.Seed, uint64(n))), map[string]string{}}
	for i, at := range c.chance.Perm(len(c.countries))[:3] {
		name := string(rune('A' + i))
		one := c.countries[at]
		c.slots[name], c.slots[name+"ish"], c.slots[name+"city"] = one.name, one.adjective, one.capital
	}
	for _, name := range []string{"P", "Q"} {
		last := c.draw("last")
		c.slots[name], c.slots[name+"name"] = c.draw("first")+" "+last, last
	}
	for _, slot := range []string{"role", "topic", "group", "weekday"} {
		c.slots[slot] = c.draw(slot)
	}
	return c
}

func (c *cast) draw(slot string) string {
	words := c.words[slot]
	return words[c.chance.IntN(len(words))]
}

func (c *cast) drawSentence(kind string) string {
	all := c.sentences[kind]
	return all[c.chance.IntN(len(all))]
}

// fill puts words into the slots of a sentence. The tables were tried: every slot has some.
func (c *cast) fill(sentence string) string {
	var b strings.Builder
	for {
		before, rest, more := strings.Cut(sentence, "{")
		b.WriteString(before)
		if !more {
			return b.String()
		}
		slot, after, _ := strings.Cut(rest, "}")
		b.WriteString(c.word(slot))
		sentence = after
	}
}

func (c *cast) word(slot string) string {
	if slot == "number" {
		return fmt.Sprint(2 + c.chance.IntN(900))
	}
	if word, ok := c.slots[slot]; ok {
		return word
	}
	return c.draw(slot)
}
