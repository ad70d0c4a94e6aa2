package acts

import (
	"fmt"

	"onrecord"
	"onrecord/lab"
	"onrecord/lab/gold"
)

// again scores what a second reader told of every other report that is kept for measuring, and of our own reports
// for measuring, as if the product had told it: more than two careful readers agree nobody can ask of a program.
func again(reports []Report) ([]lab.Figure, error) {
	told, err := readTable("told_again.tsv")
	if err != nil {
		return nil, err
	}
	own, err := gold.Load(gold.MeasureFolder)
	if err != nil {
		return nil, err
	}
	var news []gold.Article
	for i := range reports {
		news = append(news, reports[i].article())
	}
	out, err := scoreAgain("news, a second reader", news, told)
	if err != nil {
		return nil, err
	}
	more, err := scoreAgain("measure, a second reader", own, told)
	return append(out, more...), err
}

// scoreAgain scores those of the articles that were read again.
func scoreAgain(set string, articles []gold.Article, told map[string][]Told) ([]lab.Figure, error) {
	var total gold.Scores
	for i := range articles {
		a := &articles[i]
		list, ok := told[a.ID]
		if !ok {
			continue
		}
		entry, err := entryOf(a, list)
		if err != nil {
			return nil, err
		}
		total.Add(gold.ScoreEvents(a, entry))
	}
	return figures(set, total), nil
}

// entryOf gives what a reader told in the form in which the product tells it.
func entryOf(a *gold.Article, list []Told) (*onrecord.Entry, error) {
	e := &onrecord.Entry{Text: a.Text}
	for i, t := range list {
		if t.Evidence.End > len(a.Text) {
			return nil, fmt.Errorf("report %s: an event stands outside of its text", a.ID)
		}
		v := onrecord.Event{
			ID: onrecord.EventID(fmt.Sprint("e", i+1)), Type: t.Type, Status: onrecord.EventStatus(t.Status), By: t.By, Actor: onrecord.Party{Name: t.Actor},
			Evidence: onrecord.Quote{Span: t.Evidence, Text: a.Text[t.Evidence.Start:t.Evidence.End]},
		}
		if t.Recipient != "" {
			v.Recipient = &onrecord.Party{Name: t.Recipient}
		}
		e.Events = append(e.Events, v)
	}
	return e, nil
}
