package pipeline

import (
	"context"
	"fmt"

	"onrecord"
	"onrecord/clean"
)

// Analyze makes the analysis of an entry's text again, since it is not stored: the same words and
// models give the same.
func (p *Pipeline) Analyze(ctx context.Context, e *onrecord.Entry) (*onrecord.Analysis, error) {
	analysis, _, err := p.Analyzer.Analyze(ctx, clean.Again(e))
	if err != nil {
		return nil, fmt.Errorf("analyze %s again: %w", e.Report.ID, err)
	}
	return analysis, nil
}
