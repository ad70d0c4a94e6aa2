package work

import (
	"context"
	"errors"
	"fmt"
	"time"

	"onrecord"
	"onrecord/pipeline"
)

// mostTime bounds the work at one report. The longest that the stations take, of 200,000 words,
// needs some seconds: what needs minutes would need hours, on any machine.
const mostTime = 5 * time.Minute

// mostTries is how often a report may run out of its time. The program may have been suspended
// meanwhile, with its machine or alone; what is slow itself is slow again.
const mostTries = 2

// ErrTooSlow is wrapped where a report took longer than what one may take.
var ErrTooSlow = errors.New("took longer than " + mostTime.String() + " and was set aside")

// Read takes a report through the stations and turns a fault of the program into an error of
// this one report: a million others may wait behind it. So does the end of its time.
func Read(ctx context.Context, p *pipeline.Pipeline, report *onrecord.Report) (entry *onrecord.Entry, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			entry, err = nil, fmt.Errorf("read %s: the program is at fault, please report it: %v", report.Source, fault)
		}
	}()
	return readWithin(ctx, mostTime, p, report)
}

func readWithin(ctx context.Context, most time.Duration, p *pipeline.Pipeline, report *onrecord.Report) (entry *onrecord.Entry, err error) {
	for range mostTries {
		entry, err = readOnce(ctx, most, p, report)
		if !errors.Is(err, ErrTooSlow) {
			break
		}
	}
	return entry, err
}

func readOnce(ctx context.Context, most time.Duration, p *pipeline.Pipeline, report *onrecord.Report) (*onrecord.Entry, error) {
	limited, cancel := context.WithTimeout(ctx, most)
	defer cancel()
	entry, err := p.Read(limited, report)
	if err != nil && ctx.Err() == nil && limited.Err() != nil {
		return nil, fmt.Errorf("read %s: %w", report.Source, ErrTooSlow)
	}
	return entry, err
}
