package relation

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"onrecord/events"
	"onrecord/lab"
)

const (
	plvTrain = "plv_train.jsonl"
	awTrain  = "aw_train_wikievents.jsonl"
	folds    = 5
)

// awCorpus is what the classifier calls AW; PLV, which has roots, is 0.
const awCorpus = 1

// prediction is a line as the scorers read it.
type prediction struct {
	ID     string `json:"id"`
	Root   string `json:"root"`
	Penta  int    `json:"penta"`
	Binary int    `json:"binary"`
}

// Predict reads a relation corpus and writes a line with the predicted labels for
// each row. Gold labels in the input are not looked at.
func Predict(ctx context.Context, in io.Reader, out io.Writer) error {
	classifier, err := events.LoadClassifier()
	if err != nil {
		return err
	}
	rows, err := ReadRows(in)
	if err != nil {
		return err
	}
	return writePredictions(ctx, classifier, rows, out)
}

func writePredictions(ctx context.Context, c *events.Classifier, rows []Row, out io.Writer) error {
	w := json.NewEncoder(out)
	for i := range rows {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := w.Encode(predict(c, &rows[i])); err != nil {
			return err
		}
	}
	return nil
}

func predict(c *events.Classifier, r *Row) prediction {
	p := c.Classify(r.Question())
	best, cooperation := 0, 0.0
	for i, x := range p {
		if x > p[best] {
			best = i
		}
		if binaryOf(pentaOf(events.Roots()[i])) == 0 {
			cooperation += x
		}
	}
	root := events.Roots()[best]
	one := prediction{ID: r.ID, Root: root, Penta: pentaOf(root), Binary: 1}
	if cooperation >= leastCooperation {
		one.Binary = 0
	}
	return one
}

// Evaluate cross-validates the classifier on the training parts of PLV and AW: see
// [CrossValidate].
func Evaluate(ctx context.Context, c lab.Corpora) ([]lab.Figure, error) {
	plv, aw, err := readTraining(c)
	if err != nil {
		return nil, err
	}
	var all []lab.Figure
	for _, set := range []struct {
		name       string
		rows, also []Row
		foldOf     []int
	}{{"plv-train", plv, aw, foldsByNumber(plv)}, {"aw-train", aw, plv, foldsByText(aw)}} {
		predicted, err := crossValidate(ctx, set.rows, set.also, set.foldOf)
		if err != nil {
			return nil, err
		}
		all = append(all, figures(set.rows, predicted, fmt.Sprintf("%s, %d folds", set.name, folds))...)
	}
	return all, nil
}

// CrossValidate writes a prediction for each row of PLV's training part, made by
// a classifier that has not seen it: five folds, each row in the fold of its
// number modulo five. AW's rows are always among those learned from.
func CrossValidate(ctx context.Context, c lab.Corpora, out io.Writer) error {
	plv, aw, err := readTraining(c)
	if err != nil {
		return err
	}
	predicted, err := crossValidate(ctx, plv, aw, foldsByNumber(plv))
	if err != nil {
		return err
	}
	w := json.NewEncoder(out)
	for _, p := range predicted {
		if err := w.Encode(p); err != nil {
			return err
		}
	}
	return nil
}

func readTraining(c lab.Corpora) (plv, aw []Row, err error) {
	if plv, err = readCorpus(c, plvTrain); err == nil {
		aw, err = readCorpus(c, awTrain)
	}
	return plv, aw, err
}

// crossValidate predicts each row by a classifier that learned from the other folds
// and from the rows of also.
func crossValidate(ctx context.Context, rows, also []Row, foldOf []int) ([]prediction, error) {
	var predicted []prediction
	for fold := range folds {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		learn, ask := split(rows, foldOf, fold)
		classifier, _, err := events.LearnClassifier(append(examplesOf(learn), examplesOf(also)...))
		if err != nil {
			return nil, err
		}
		for i := range ask {
			predicted = append(predicted, predict(classifier, &ask[i]))
		}
	}
	return predicted, nil
}

func foldsByNumber(rows []Row) []int {
	all := make([]int, len(rows))
	for i := range all {
		all[i] = i % folds
	}
	return all
}

// foldsByText puts rows of one sentence into one fold: AW asks of many sentences more
// than once.
func foldsByText(rows []Row) []int {
	all := make([]int, len(rows))
	seen := map[string]int{}
	for i := range rows {
		fold, known := seen[rows[i].Text]
		if !known {
			fold = len(seen) % folds
			seen[rows[i].Text] = fold
		}
		all[i] = fold
	}
	return all
}

func split(rows []Row, foldOf []int, fold int) (learn, ask []Row) {
	for i, r := range rows {
		if foldOf[i] == fold {
			ask = append(ask, r)
		} else {
			learn = append(learn, r)
		}
	}
	return learn, ask
}

func readCorpus(c lab.Corpora, name string) ([]Row, error) {
	f, err := c.Open("corpora", "events", name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := ReadRows(f)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return rows, nil
}

// examplesOf turns rows into what the classifier learns from. Rare labels weigh
// more, since every label counts alike in the macro F1. Where AW tells only cooperation or conflict, the
// act's type in WikiEvents may tell the root.
func examplesOf(rows []Row) []events.RelationExample {
	count := map[string]int{}
	for i := range rows {
		if rows[i].Root != nil {
			count[*rows[i].Root]++
		}
	}
	examples := make([]events.RelationExample, 0, len(rows))
	for i := range rows {
		r := &rows[i]
		e := events.RelationExample{Relation: r.Question(), Weight: 1}
		switch {
		case r.Root != nil:
			e.Root = *r.Root
			e.Weight = rareWeight(count[*r.Root])
		case r.Binary != nil:
			e.Conflict = *r.Binary == 1
			e.Root, e.Corpus, e.Weight = rootOf(r.Event, e.Conflict), awCorpus, binaryWeight(e.Conflict)
		}
		examples = append(examples, e)
	}
	return examples
}

// Train learns the classifier from all training rows and writes its weights.
func Train(_ context.Context, c lab.Corpora, out string, log io.Writer) error {
	var examples []events.RelationExample
	for _, name := range []string{plvTrain, awTrain} {
		rows, err := readCorpus(c, name)
		if err != nil {
			return err
		}
		examples = append(examples, examplesOf(rows)...)
	}
	_, packed, err := events.LearnClassifier(examples)
	if err != nil {
		return err
	}
	path := filepath.Join(out, "relation.softmax")
	if err := os.WriteFile(path, packed, 0o644); err != nil {
		return err
	}
	_, err = fmt.Fprintf(log, "relation: %d examples, %d bytes in %s\n", len(examples), len(packed), path)
	return err
}
