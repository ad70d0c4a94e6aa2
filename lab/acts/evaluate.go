package acts

import (
	"context"

	"onrecord"
	"onrecord/lab"
	"onrecord/lab/gold"
	"onrecord/pipeline"
)

// Evaluate scores the events of the reports that are kept for measuring, of raw news and of our own, and those that a
// second reader told of them.
func Evaluate(ctx context.Context, c lab.Corpora) ([]lab.Figure, error) {
	p, err := pipeline.Standard()
	if err != nil {
		return nil, err
	}
	reports, err := Load(c)
	if err != nil {
		return nil, err
	}
	reports = kept(reports, true)
	measured, err := readReports(ctx, p, reports)
	if err != nil {
		return nil, err
	}
	all := figures("news", score(p, measured))
	written, err := ownLessons(true)
	if err != nil {
		return nil, err
	}
	if measured, err = readGold(ctx, p, written); err != nil {
		return nil, err
	}
	all = append(all, figures("lessons", score(p, measured))...)
	readers, err := again(reports)
	return append(all, readers...), err
}

func score(p *pipeline.Pipeline, reports []read) gold.Scores {
	var total gold.Scores
	for i := range reports {
		r := &reports[i]
		entry := onrecord.Entry{Actors: r.Resolutions.Actors, Events: p.Coder.Code(r.Analysis, r.Resolutions, r.Statements)}
		total.Add(gold.ScoreEvents(r.article, &entry))
	}
	return total
}

func figures(set string, s gold.Scores) []lab.Figure {
	var out []lab.Figure
	for _, f := range [...]struct {
		measure string
		value   float64
	}{
		{"events by type F1", s.EventTypes.F1()},
		{"events by type precision", s.EventTypes.Precision()},
		{"events by type recall", s.EventTypes.Recall()},
		{"events with actor F1", s.EventActors.F1()},
		{"events with actor and recipient F1", s.Events.F1()},
		{"event status", s.Status.Percent()},
	} {
		out = append(out, lab.Figure{Task: "acts", Set: set, Measure: f.measure, Value: f.value})
	}
	return out
}
