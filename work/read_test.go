package work

import (
	"context"
	"errors"
	"testing"
	"time"

	"onrecord"
	"onrecord/clean"
	"onrecord/pipeline"
)

// slowStation takes as long as it is let.
type slowStation struct{}

func (slowStation) Analyze(ctx context.Context, text *onrecord.Text) (*onrecord.Analysis, []onrecord.Issue, error) {
	<-ctx.Done()
	return &onrecord.Analysis{Text: text}, nil, nil
}
func (slowStation) Resolve(*onrecord.Analysis) *onrecord.Resolutions {
	return new(onrecord.Resolutions)
}
func (slowStation) Attribute(*onrecord.Analysis, *onrecord.Resolutions) []onrecord.Statement {
	return nil
}
func (slowStation) Code(*onrecord.Analysis, *onrecord.Resolutions, []onrecord.Statement) []onrecord.Event {
	panic("a report whose time is over is read on")
}

func TestSlowReportIsSetAside(t *testing.T) {
	slow := &pipeline.Pipeline{Cleaner: clean.New(), Analyzer: slowStation{}, Resolver: slowStation{}, Attributor: slowStation{}, Coder: slowStation{}}
	report := &onrecord.Report{Source: "a.txt", MediaType: onrecord.PlainText, Raw: []byte("The mayor of Varna said no.")}
	if _, err := readWithin(t.Context(), time.Millisecond, slow, report); !errors.Is(err, ErrTooSlow) {
		t.Errorf("after its time: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := readWithin(ctx, time.Hour, slow, report); errors.Is(err, ErrTooSlow) || !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: %v", err)
	}
}

// suspended is slow once, as when the program was stopped within its work.
type suspended struct {
	slowStation
	times *int
}

func (s suspended) Analyze(ctx context.Context, text *onrecord.Text) (*onrecord.Analysis, []onrecord.Issue, error) {
	if *s.times++; *s.times == 1 {
		<-ctx.Done()
	}
	return &onrecord.Analysis{Text: text}, nil, nil
}

func (suspended) Code(*onrecord.Analysis, *onrecord.Resolutions, []onrecord.Statement) []onrecord.Event {
	return nil
}

func TestReportIsReadAfterTheProgramWasSuspended(t *testing.T) {
	s := suspended{times: new(int)}
	p := &pipeline.Pipeline{Cleaner: clean.New(), Analyzer: s, Resolver: s, Attributor: s, Coder: s}
	report := &onrecord.Report{ID: "a", Source: "a.txt", MediaType: onrecord.PlainText, Raw: []byte("The mayor of Varna said no.")}
	if entry, err := readWithin(t.Context(), 2*time.Second, p, report); err != nil || entry == nil || *s.times != 2 {
		t.Errorf("%v, %v after %d tries", entry, err, *s.times)
	}
}
