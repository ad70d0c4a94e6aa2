// Package speed measures how many words a second each stage reads on one core.
// Start at [Measure]; [Table] is what it gives.
package speed

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"time"

	"onrecord"
	"onrecord/actors"
	"onrecord/clean"
	"onrecord/events"
	"onrecord/language"
	"onrecord/pipeline"
	"onrecord/statements"
)

// Whole is the stage of a whole reading, from the report to the checked entry.
const Whole = "whole"

// Stage is the time that one stage took for all words.
type Stage struct {
	Name    string  `json:"stage"`
	Seconds float64 `json:"seconds"` // of the processor
	Words   int     `json:"words"`
}

// PerSecond is the number of words that the stage reads in a second.
func (s Stage) PerSecond() float64 { return float64(s.Words) / max(s.Seconds, 1e-9) }

// bench holds the stations and the times so far.
type bench struct {
	clean   *clean.Cleaner
	reader  *language.Reader
	resolve *actors.Resolver
	say     *statements.Attributor
	code    *events.Coder
	whole   *pipeline.Pipeline
	stages  []Stage
	since   time.Duration
}

var errNoWords = errors.New("measure speed: no words in the reports")

// Measure reads the reports again and again until so much time of the processor
// has passed, and gives the times by stage, in the order of the stages. It lets the
// program run on one core; the work of the garbage collector counts, since every
// reading pays for it. Words are those of the analysis, signs among them.
func Measure(ctx context.Context, reports []*onrecord.Report, least time.Duration) (Table, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	b, err := load()
	if err != nil {
		return Table{}, err
	}
	if _, err := b.read(ctx, reports[:min(len(reports), 5)]); err != nil {
		return Table{}, err
	}
	b.stages = nil // the first readings warmed up
	words := 0
	for begin := processorTime(); words == 0 || processorTime()-begin < least; {
		n, err := b.read(ctx, reports)
		if err != nil {
			return Table{}, err
		}
		if words += n; words == 0 {
			return Table{}, errNoWords
		}
	}
	for i := range b.stages {
		b.stages[i].Words = words
	}
	return tableOf(b.stages, len(reports), words), nil
}

func load() (*bench, error) {
	reader, err1 := language.Load()
	resolver, err2 := actors.Load()
	attributor, err3 := statements.Load()
	coder, err4 := events.Load()
	b := &bench{clean: clean.New(), reader: reader, resolve: resolver, say: attributor, code: coder}
	b.whole = &pipeline.Pipeline{Cleaner: b.clean, Analyzer: reader, Resolver: resolver, Attributor: attributor, Coder: coder}
	return b, errors.Join(err1, err2, err3, err4)
}

// read takes all reports through the stages and counts the words.
func (b *bench) read(ctx context.Context, reports []*onrecord.Report) (words int, err error) {
	for _, report := range reports {
		n, err := b.stageByStage(ctx, report)
		if err != nil {
			return 0, err
		}
		words += n
	}
	b.start()
	for _, report := range reports {
		if _, err := b.whole.Read(ctx, report); err != nil {
			return 0, err
		}
	}
	b.done(Whole)
	return words, nil
}

func (b *bench) stageByStage(ctx context.Context, report *onrecord.Report) (words int, err error) {
	b.start()
	text, _, err := b.clean.Clean(report)
	if err != nil {
		return 0, err
	}
	b.done("clean")
	a, _, err := b.reader.AnalyzeInSteps(ctx, text, func(s language.Step) { b.done(string(s)) })
	if err != nil {
		return 0, err
	}
	found := b.resolve.Resolve(a)
	b.done("actors")
	said := b.say.Attribute(a, found)
	b.done("statements")
	b.code.Code(a, found, said)
	b.done("events")
	return len(a.Tokens), nil
}

func (b *bench) start() { b.since = processorTime() }

// done gives the time since the last call to a stage.
func (b *bench) done(name string) {
	now := processorTime()
	at := slices.IndexFunc(b.stages, func(s Stage) bool { return s.Name == name })
	if at < 0 {
		at = len(b.stages)
		b.stages = append(b.stages, Stage{Name: name})
	}
	b.stages[at].Seconds += (now - b.since).Seconds()
	b.since = now
}
