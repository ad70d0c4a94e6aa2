package feeds

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"sync"
	"time"
)

// Robot is the product token by which hosts know the program in their robots.txt.
const Robot = "onrecord"

// The bounds of a request.
const (
	mostHops     = 5 // redirects
	mostAnswer   = 20 << 20
	mostHeaders  = 256 << 10
	defaultLimit = 30 * time.Second
	defaultDelay = 2 * time.Second
)

// Fetcher asks servers politely: one request at a time to each, with time between them, as their
// robots.txt allows, and not at all while they want none. The zero value works.
type Fetcher struct {
	AllowPrivate bool          // addresses of private networks too
	Delay        time.Duration // between two requests to one host; 0: 2 s
	Timeout      time.Duration // for a whole answer; 0: 30 s
	MaxBytes     int           // of an answer, unpacked; 0: 20 MB
	Version      string        // of the program, for its name

	begin sync.Once
	hosts hosts
	http  *http.Client
	now   func() time.Time
}

// longestWait is longer than any pause that is made: 24 hours, varied by a fifth.
const longestWait = 30 * time.Hour

// wait tells how long it is until a moment, 0 if it has come. One that is further off than any pause
// was noted by a clock that was wrong.
func (f *Fetcher) wait(until time.Time) time.Duration {
	left := until.Sub(f.now())
	if left > longestWait {
		return 0
	}
	return max(left, 0)
}

// Tags are what a server gave to tell whether a page has changed since.
type Tags struct {
	ETag     string `json:"etag,omitempty"`
	Modified string `json:"modified,omitempty"`
}

// Answer is what a server gave.
type Answer struct {
	URL         string // where it was found, behind redirects
	Unchanged   bool   // the server says that it is as it was
	ContentType string
	Body        []byte
	Tags        Tags
	At          time.Time
}

// StatusError is an answer that is none.
type StatusError struct {
	URL  string
	Code int
}

func (e *StatusError) Error() string {
	return fmt.Sprintf("%s answers %d %s", e.URL, e.Code, http.StatusText(e.Code))
}

// start fills in what was not chosen, once.
func (f *Fetcher) start() { f.begin.Do(f.open) }

func (f *Fetcher) open() {
	f.Delay, f.Timeout, f.MaxBytes = cmp.Or(f.Delay, defaultDelay), cmp.Or(f.Timeout, defaultLimit), cmp.Or(f.MaxBytes, mostAnswer)
	if f.now == nil {
		f.now = time.Now
	}
	f.http = &http.Client{
		Transport: &http.Transport{ // no proxy: it would dial for us, past the guard
			DialContext: newDialer(f.AllowPrivate).DialContext, ForceAttemptHTTP2: true,
			TLSHandshakeTimeout: 10 * time.Second, MaxResponseHeaderBytes: mostHeaders,
			MaxIdleConnsPerHost: 1, IdleConnTimeout: time.Minute,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// Get fetches a page, unless it is as it was when the tags were given.
func (f *Fetcher) Get(ctx context.Context, address string, tags Tags) (*Answer, error) {
	f.start()
	return f.follow(ctx, address, tags, true)
}

// follow goes after redirects. Each address on the way is held to the same rules.
func (f *Fetcher) follow(ctx context.Context, address string, tags Tags, askRobots bool) (*Answer, error) {
	for range mostHops + 1 {
		u, err := parseAddress(address)
		if err != nil {
			return nil, err
		}
		answer, next, err := f.visit(ctx, u, tags, askRobots)
		if err != nil || next == nil {
			return answer, err
		}
		address = next.String()
	}
	return nil, fmt.Errorf("fetch %s: more than %d redirects", address, mostHops)
}

func parseAddress(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("fetch %q: %w", address, err)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, fmt.Errorf("fetch %q: not an address of the web (http:// or https://)", address)
	}
	u.Fragment, u.User = "", nil
	return u, nil
}

// visit makes one request; next is where a redirect leads.
func (f *Fetcher) visit(ctx context.Context, u *url.URL, tags Tags, askRobots bool) (answer *Answer, next *url.URL, err error) {
	at := f.hosts.of(u, f.now())
	delay := f.Delay
	if askRobots {
		rules, err := f.learnRules(ctx, at, u)
		if err != nil {
			return nil, nil, err
		}
		if !rules.allows(u.RequestURI()) {
			return nil, nil, fmt.Errorf("fetch %s: %w", u, ErrForbidden)
		}
		delay = max(delay, min(rules.delay, mostDelay))
	}
	if err := at.lock(ctx, u.Host, f.now, delay); err != nil {
		return nil, nil, err
	}
	defer at.unlock()
	limited, cancel := context.WithTimeout(ctx, f.Timeout)
	defer cancel()
	response, err := f.ask(limited, u, tags)
	if err != nil {
		return nil, nil, err
	}
	defer response.Body.Close()
	at.heard(response, f.now())
	if isRedirect(response.StatusCode) {
		next, err := response.Location()
		if err != nil {
			return nil, nil, fmt.Errorf("fetch %s: %w", u, err)
		}
		return nil, next, nil
	}
	answer, err = f.read(response, u, tags)
	var status *StatusError
	if errors.As(err, &status) && f.now().Before(at.paused) {
		return nil, nil, &LaterError{u.Host, at.paused}
	}
	return answer, nil, err
}

func isRedirect(status int) bool {
	switch status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

func (f *Fetcher) ask(ctx context.Context, u *url.URL, tags Tags) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, fmt.Errorf("fetch %s: %w", u, err)
	}
	request.Header.Set("User-Agent", Robot+"/"+cmp.Or(f.Version, "0")+" (reads news reports; obeys robots.txt)")
	request.Header.Set("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5")
	if tags.ETag != "" {
		request.Header.Set("If-None-Match", tags.ETag)
	}
	if tags.Modified != "" {
		request.Header.Set("If-Modified-Since", tags.Modified)
	}
	return f.http.Do(request)
}

// read takes an answer whose header is there. What comes is counted unpacked, so a small answer
// that unpacks to a large one is stopped like a large one.
func (f *Fetcher) read(response *http.Response, u *url.URL, tags Tags) (*Answer, error) {
	answer := &Answer{URL: u.String(), At: f.now(), ContentType: response.Header.Get("Content-Type"),
		Tags: Tags{response.Header.Get("ETag"), response.Header.Get("Last-Modified")}}
	switch response.StatusCode {
	case http.StatusOK:
	case http.StatusNotModified:
		answer.Unchanged, answer.Tags = true, tags
		return answer, nil
	default:
		return nil, &StatusError{u.String(), response.StatusCode}
	}
	var err error
	answer.Body, err = io.ReadAll(io.LimitReader(response.Body, int64(f.MaxBytes)+1))
	if err != nil {
		return nil, fmt.Errorf("fetch %s: after %d bytes: %w", u, len(answer.Body), err)
	}
	if len(answer.Body) > f.MaxBytes {
		return nil, fmt.Errorf("fetch %s: %w of %d bytes", u, ErrTooLong, f.MaxBytes)
	}
	return answer, nil
}

// ErrTooLong is wrapped where an answer is longer than what is taken.
var ErrTooLong = errors.New("the answer is longer than the most")

// learnRules fetches a host's robots.txt, unless it was fetched within a day. By RFC 9309 a host
// that has none allows everything; one that cannot give it is left alone for a while.
func (f *Fetcher) learnRules(ctx context.Context, at *host, u *url.URL) (robots, error) {
	at.learn.Lock()
	defer at.learn.Unlock()
	if !at.learned.IsZero() && f.now().Sub(at.learned) < robotsAge {
		return at.rules, nil
	}
	address := url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	answer, err := f.follow(ctx, address.String(), Tags{}, false)
	var status *StatusError
	var later *LaterError
	rules := robots{}
	switch {
	case err == nil:
		rules = parseRobots(answer.Body)
	case errors.As(err, &status) && status.Code >= 400 && status.Code < 500:
	case ctx.Err() != nil, errors.As(err, &later), errors.Is(err, ErrPrivate):
		return rules, err
	default:
		at.turn <- struct{}{}
		at.pause(f.now(), backoff(firstPause, at.strikes, mostPause))
		at.unlock()
		return rules, fmt.Errorf("fetch %s: its robots.txt cannot be had: %w", u, err)
	}
	at.rules, at.learned = rules, f.now()
	return rules, nil
}
