package main

import (
	"context"
	"errors"
	"io"

	"onrecord/lab"
	"onrecord/lab/across"
	"onrecord/lab/acts"
	"onrecord/lab/coref"
	"onrecord/lab/gold"
	"onrecord/lab/ner"
	"onrecord/lab/polnear"
	"onrecord/lab/records"
	"onrecord/lab/relation"
	"onrecord/lab/timex"
	"onrecord/lab/ud"
	"onrecord/pipeline"
)

// task is one kind of corpus: what can be done with it. A nil deed means that
// there is nothing to do.
type task struct {
	name     string
	about    string
	predict  func(context.Context, io.Reader, io.Writer) error
	evaluate func(context.Context, lab.Corpora) ([]lab.Figure, error)
	models   []model
}

// model is a step of training. Steps run in the order of the tasks: the later
// ones read with the models of the earlier ones, so the program that runs them
// must have been built with those.
type model struct {
	name   string
	folder string // where its weights are embedded from
	learn  func(ctx context.Context, c lab.Corpora, out string, log io.Writer) error
}

func tasks() []task {
	return []task{
		{name: "ud", about: "CoNLL-U, from the raw text", predict: ud.Predict, evaluate: ud.Evaluate,
			models: []model{{"ud", "language/weights", ud.Train}}},
		{name: "ner", about: "IOB2", predict: ner.Predict, evaluate: ner.Evaluate,
			models: []model{{"known-names", "language/weights", ner.LearnKnown}}},
		{name: "coref", about: "JSONL of documents with clusters", predict: coref.Predict, evaluate: coref.Evaluate,
			models: []model{{"coref-tables", "language/weights", learnTables}, {"coref-pronouns", "language/weights", learnPronouns}}},
		{name: "timex", about: "JSONL of documents with time expressions", predict: timex.Predict, evaluate: timex.Evaluate},
		{name: "polnear", about: "JSONL of articles with attributions", predict: polnear.Predict, evaluate: polnear.Evaluate,
			models: []model{{"polnear", "statements/weights", polnear.Train}}},
		{name: "gum-attribution", about: "the same form as polnear", predict: polnear.Predict},
		{name: "relations", about: "JSONL rows with actor and recipient given (PLV, AW)", predict: relation.Predict, evaluate: relation.Evaluate,
			models: []model{{"relations", "events/weights", relation.Train}}},
		{name: "acts", about: "events told in raw news", evaluate: acts.Evaluate,
			models: []model{{"readings", "events/weights", acts.Train}}},
		{name: "petrarch", about: "PETRARCH's own records, coded with their dictionaries", predict: records.PredictPetrarch},
		{name: "events", about: "JSONL rows of event records (GSR, PETRARCH)", predict: records.Predict, evaluate: records.Evaluate},
		{name: "gold", about: "JSONL of reports; gives one entry a line", predict: predictGold, evaluate: evaluateGold},
		{name: "across", about: "stories of several reports: origins, links, positions", evaluate: evaluateAcross,
			models: []model{{"frequencies", "across/words", across.LearnFrequencies}, {"links", "across/links", learnLinks}}},
	}
}

func learnLinks(ctx context.Context, c lab.Corpora, out string, log io.Writer) error {
	p, err := pipeline.Standard()
	if err != nil {
		return err
	}
	return across.LearnLinks(ctx, c, p, out, log)
}

func learnTables(_ context.Context, c lab.Corpora, out string, log io.Writer) error {
	return coref.Train(c, out, log)
}

func learnPronouns(ctx context.Context, c lab.Corpora, out string, _ io.Writer) error {
	return coref.TrainPronouns(ctx, c, out)
}

func predictGold(ctx context.Context, in io.Reader, out io.Writer) error {
	p, err := pipeline.Standard()
	if err != nil {
		return err
	}
	return gold.Predict(ctx, p, in, out)
}

func evaluateGold(ctx context.Context, c lab.Corpora) ([]lab.Figure, error) {
	p, err := pipeline.Standard()
	if err != nil {
		return nil, err
	}
	return gold.Evaluate(ctx, c, p)
}

func evaluateAcross(ctx context.Context, c lab.Corpora) ([]lab.Figure, error) {
	p, err := pipeline.Standard()
	if err != nil {
		return nil, err
	}
	return across.Evaluate(ctx, c, p)
}

var errNoTask = errors.New("no such task")
