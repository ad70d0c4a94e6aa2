package gold

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"onrecord"
	"onrecord/lab"
)

// Reader makes an entry of a report; the product's pipeline is one.
type Reader interface {
	Read(context.Context, *onrecord.Report) (*onrecord.Entry, error)
}

// Measure reads the articles of a folder and scores what comes out.
func Measure(ctx context.Context, r Reader, folder string) (Scores, error) {
	articles, err := Load(folder)
	if err != nil {
		return Scores{}, err
	}
	return MeasureArticles(ctx, r, articles)
}

// MeasureArticles reads and scores the articles given.
func MeasureArticles(ctx context.Context, r Reader, articles []Article) (Scores, error) {
	var total Scores
	for i := range articles {
		entry, err := r.Read(ctx, articles[i].Report())
		if err != nil {
			return Scores{}, fmt.Errorf("read gold %s: %w", articles[i].ID, err)
		}
		total.Add(Score(&articles[i], entry))
	}
	return total, nil
}

// Folders of our own reports, seen from the module root. No rule may be written
// while looking at the unseen ones and those for measuring: they tell what to expect
// of other prose.
const (
	SampleFolder  = "testdata/reports"
	UnseenFolder  = "testdata/unseen"
	DevFolder     = "testdata/dev"
	MeasureFolder = "testdata/measure"
)

// Evaluate scores the seeds, the whole reports, and those of our own. Run it at the
// module root.
func Evaluate(ctx context.Context, c lab.Corpora, r Reader) ([]lab.Figure, error) {
	var figures []lab.Figure
	for _, set := range []string{"seeds", "gold"} {
		s, err := Measure(ctx, r, c.Path(set))
		if err != nil {
			return nil, err
		}
		figures = append(figures, s.Figures(set)...)
	}
	samples, err := MeasureSamples(ctx, r, SampleFolder)
	if err != nil {
		return nil, err
	}
	unseen, err := Measure(ctx, r, UnseenFolder)
	if err != nil {
		return nil, err
	}
	full, err := evaluateFull(ctx, r)
	return slices.Concat(figures, samples.Figures("samples"), unseen.Figures("unseen"), full), err
}

// evaluateFull scores the two halves of the reports with full gold.
func evaluateFull(ctx context.Context, r Reader) ([]lab.Figure, error) {
	var figures []lab.Figure
	for _, set := range [...]struct{ name, folder string }{{"dev", DevFolder}, {"measure", MeasureFolder}} {
		s, err := Measure(ctx, r, set.folder)
		if err != nil {
			return nil, err
		}
		figures = append(figures, s.FullFigures(set.name)...)
	}
	return figures, nil
}

// Figures gives the scores as a table's rows, for the set named.
func (s Scores) Figures(set string) []lab.Figure {
	var out []lab.Figure
	add := func(measure string, value float64) {
		if value >= 0 {
			out = append(out, lab.Figure{Task: "gold", Set: set, Measure: measure, Value: value})
		}
	}
	add("statements F1", s.Statements.F1())
	add("statements with speaker F1", s.WithSpeaker.F1())
	add("speaker for", s.For.Percent())
	add("named", s.Named.Percent())
	add("form", s.Form.Percent())
	add("kind", s.Kind.Percent())
	add("said on", s.SaidOn.Percent())
	add("via", s.Via.Percent())
	add("content F1 .9", s.Content.Percent())
	add("about F1", s.About.F1())
	add("events by type F1", s.EventTypes.F1())
	add("events with actor F1", s.EventActors.F1())
	add("events with actor and recipient F1", s.Events.F1())
	add("event status", s.Status.Percent())
	add("published", s.Published.Percent())
	add("outlet", s.Outlet.Percent())
	add("dateline", s.Dateline.Percent())
	add("clutter removed", s.ClutterRemoved.Percent())
	add("body kept", s.BodyKept.Percent())
	return out
}

// input is a line as the maintainers' scorer emits it for the product to read.
type input struct {
	ID     string `json:"id"`
	URL    string `json:"url"`
	Outlet string `json:"outlet"`
	Date   string `json:"date"`
	Title  string `json:"title"`
	Text   string `json:"text"`
}

// Predict reads JSONL of {"id","url","outlet","date","title","text"} and writes
// one entry a line.
func Predict(ctx context.Context, r Reader, in io.Reader, out io.Writer) error {
	decoder, encoder := json.NewDecoder(in), json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for line := 1; ; line++ {
		var report input
		if err := decoder.Decode(&report); err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("read line %d: %w", line, err)
		}
		entry, err := r.Read(ctx, report.report())
		if err != nil {
			return fmt.Errorf("line %d: %w", line, err)
		}
		if err := encoder.Encode(entry); err != nil {
			return err
		}
	}
}

func (in *input) report() *onrecord.Report {
	return &onrecord.Report{
		ID: onrecord.NewReportID(in.ID, []byte(in.Text)), Source: in.ID, URL: in.URL, Outlet: in.Outlet, Title: in.Title,
		Published: onrecord.Date(in.Date), MediaType: onrecord.PlainText, Raw: []byte(in.Text),
	}
}
