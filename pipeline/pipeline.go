// Package pipeline holds the order of the stations, written once. Start at
// [Pipeline.Read]: it takes one report through every station and returns its
// entry. No station knows another; this package alone knows them all.
package pipeline

import (
	"context"
	"fmt"

	"onrecord"
)

// Cleaner makes the readable text of a report.
type Cleaner interface {
	Clean(*onrecord.Report) (*onrecord.Text, []onrecord.Issue, error)
}

// Analyzer finds sentences, syntax, mentions and times.
type Analyzer interface {
	Analyze(context.Context, *onrecord.Text) (*onrecord.Analysis, []onrecord.Issue, error)
}

// Resolver tells which actors are meant, at the report's date.
type Resolver interface {
	Resolve(*onrecord.Analysis) *onrecord.Resolutions
}

// Attributor finds who said what.
type Attributor interface {
	Attribute(*onrecord.Analysis, *onrecord.Resolutions) []onrecord.Statement
}

// Coder finds who did what to whom, and sees the statements so that a reported
// deed keeps its speaker.
type Coder interface {
	Code(*onrecord.Analysis, *onrecord.Resolutions, []onrecord.Statement) []onrecord.Event
}

// Pipeline is a choice of stations. See [Standard] for the usual one.
type Pipeline struct {
	Cleaner    Cleaner
	Analyzer   Analyzer
	Resolver   Resolver
	Attributor Attributor
	Coder      Coder
	Made       onrecord.Provenance
}

// Read takes one report through the stations. An error stops this report alone:
// nothing could be made of it. What could only partly be done is an issue of the
// entry. The entry returned has passed [onrecord.Entry.CheckValid].
func (p *Pipeline) Read(ctx context.Context, report *onrecord.Report) (*onrecord.Entry, error) {
	text, issues, err := p.Cleaner.Clean(report)
	if err != nil {
		return nil, fmt.Errorf("clean %s: %w", report.Source, err)
	}
	analysis, more, err := p.Analyzer.Analyze(ctx, text)
	if err != nil {
		return nil, fmt.Errorf("analyze %s: %w", report.Source, err)
	}
	actors := p.Resolver.Resolve(analysis)
	statements := p.Attributor.Attribute(analysis, actors)
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", report.Source, err)
	}
	events := p.Coder.Code(analysis, actors, statements)

	entry := assemble(text, actors, statements, events, append(issues, more...), p.Made)
	if err := entry.CheckValid(); err != nil {
		return nil, fmt.Errorf("check %s: %w", report.Source, err)
	}
	return entry, nil
}
