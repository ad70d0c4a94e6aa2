//go:build !pdf

package ingest

import (
	"context"
	"errors"
	"time"
)

// errNoPDF is what a build says that was made without the reader of PDF, which is a
// fifth of the program.
var errNoPDF = errors.New("this onrecord was built without the reader of PDF; build it with -tags pdf, or take the text out first (pdftotext)")

func pdfPages(context.Context, []byte, time.Duration, int) ([]string, error) { return nil, errNoPDF }
