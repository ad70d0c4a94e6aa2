package records

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"onrecord"
	"onrecord/lab"
	"onrecord/language"
	"onrecord/petrarch"
)

const (
	petrarchTrain = "petrarch_train.jsonl"
	dictionaries  = "petrarch_dictionaries"
)

// petrarchRecord is a line of PETRARCH's own records: a sentence to be coded with
// the dictionaries that come with them.
type petrarchRecord struct {
	Record
	Config map[string]string `json:"config"`
}

// PredictPetrarch codes records with the validation dictionaries of PETRARCH, which
// lie beside the records.
func PredictPetrarch(ctx context.Context, in io.Reader, out io.Writer) error {
	reader, err := newPetrarchReader(lab.DefaultCorpora)
	if err != nil {
		return err
	}
	return predictEach(ctx, in, out, reader.read)
}

type petrarchReader struct {
	analyzer *language.Reader
	dict     *petrarch.Dictionaries
}

func newPetrarchReader(c lab.Corpora) (*petrarchReader, error) {
	analyzer, err := language.Load()
	if err != nil {
		return nil, err
	}
	path := func(kind string) string {
		return c.Path("corpora", "events", dictionaries, "PETR.Validate."+kind+".txt")
	}
	dict, err := petrarch.Open(petrarch.Files{
		Actors: []string{path("actors")}, Agents: []string{path("agents")}, Verbs: path("verbs"), Discards: path("discards"),
	})
	return &petrarchReader{analyzer, dict}, err
}

func (r *petrarchReader) read(ctx context.Context, record petrarchRecord) (Prediction, error) {
	found := Prediction{ID: record.ID, Events: []Event{}}
	options, err := optionsOf(record.Config)
	if err != nil {
		return found, fmt.Errorf("read record %s: %w", record.ID, err)
	}
	if r.dict.Discard(record.Text, true) != "" {
		return found, nil
	}
	text, _, err := wholeText{}.Clean(&onrecord.Report{ID: onrecord.ReportID(record.ID), Raw: []byte(record.Text)})
	if err != nil {
		return found, err
	}
	analysis, _, err := r.analyzer.Analyze(ctx, text)
	if err != nil {
		return found, fmt.Errorf("read record %s: %w", record.ID, err)
	}
	for _, s := range analysis.Sentences {
		for _, c := range r.dict.CodeSentence(analysis, s, onrecord.Date(record.Date), options) {
			found.Events = append(found.Events, Event{
				Actors: []Side{{Code: c.Source.Code}}, Recipients: []Side{{Code: c.Target.Code}}, Code: c.Code,
			})
		}
	}
	return found, nil
}

// optionsOf reads what a record asks for besides the usual choice.
func optionsOf(config map[string]string) (petrarch.Options, error) {
	o := petrarch.Options{AllowMissing: config["require_dyad"] == "false"}
	limits := petrarch.CommaLimits{Inside: petrarch.WordLimits{Min: 2, Max: 8}, End: petrarch.WordLimits{Min: 2, Max: 8}}
	for key, to := range map[string]*int{
		"new_actor_length": &o.NewActorWords, "comma_min": &limits.Inside.Min, "comma_max": &limits.Inside.Max,
		"comma_bmin": &limits.Start.Min, "comma_bmax": &limits.Start.Max, "comma_emin": &limits.End.Min, "comma_emax": &limits.End.Max,
	} {
		value, isSet := config[key]
		if !isSet {
			continue
		}
		n, err := strconv.Atoi(value)
		if err != nil {
			return o, fmt.Errorf("config %s: %w", key, err)
		}
		*to = n
	}
	o.Commas = &limits
	return o, nil
}
