package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"onrecord"
	"onrecord/feeds"
	"onrecord/web"
)

// The bounds of fetching for visitors.
const (
	mostFetches  = 4
	longestFetch = time.Minute // robots.txt, redirects and waiting for one's turn included
)

// bySource is where pages were read that a visitor named.
const bySource = "address"

// fetch gives the report at an address that a visitor names. The fetcher keeps it out of this
// machine and private networks, and asks hosts as they want to be asked.
func (d *adder) fetch(ctx context.Context, address string) (*onrecord.Report, error) {
	ctx, cancel := context.WithTimeout(ctx, longestFetch)
	defer cancel()
	select {
	case d.fetches <- struct{}{}:
		defer func() { <-d.fetches }()
	case <-ctx.Done():
		return nil, errors.New("too many pages are being fetched; try again in a minute")
	}
	report, err := d.fetcher.Report(ctx, address, bySource)
	switch {
	case errors.Is(err, feeds.ErrPrivate): // and not where a name leads, which is nobody's business
		return nil, fmt.Errorf("%s leads to this machine or into a private network; \"onrecord serve --allow-private\" fetches from there", address)
	case errors.Is(err, context.DeadlineExceeded):
		return nil, fmt.Errorf("%s takes too long", address)
	}
	return report, err
}

// fetchOne fetches a report and keeps it.
func (d *adder) fetchOne(ctx context.Context, address string) web.Added {
	report, err := d.fetch(ctx, address)
	return d.added(ctx, report, err)
}
