package feeds

import (
	"context"

	"onrecord"
	"onrecord/ingest"
)

// Report fetches a page as a report; source tells who named its address.
func (f *Fetcher) Report(ctx context.Context, address, source string) (*onrecord.Report, error) {
	answer, err := f.Get(ctx, address, Tags{})
	if err != nil {
		return nil, err
	}
	page := ingest.Page{URL: answer.URL, Fetched: answer.At, ContentType: answer.ContentType, Body: answer.Body}
	report, err := page.Report(source, f.MaxBytes)
	if err != nil {
		return nil, &unreadable{answer.URL, err}
	}
	return report, nil
}

// unreadable is a page that was fetched and is no report.
type unreadable struct {
	url string
	err error
}

func (u *unreadable) Error() string { return u.url + ": " + u.err.Error() }
func (u *unreadable) Unwrap() error { return u.err }
