package work

import (
	"context"
	"fmt"

	"onrecord"
	"onrecord/pipeline"
)

// Read takes a report through the stations and turns a fault of the program into an error of
// this one report: a million others may wait behind it.
func Read(ctx context.Context, p *pipeline.Pipeline, report *onrecord.Report) (entry *onrecord.Entry, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			entry, err = nil, fmt.Errorf("read %s: the program is at fault, please report it: %v", report.Source, fault)
		}
	}()
	return p.Read(ctx, report)
}
