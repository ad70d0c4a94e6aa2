package feeds

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"time"
)

const (
	robotsAge  = 24 * time.Hour // how long a host's rules are kept
	mostDelay  = time.Minute    // a longer Crawl-delay is taken as this
	mostPause  = 24 * time.Hour // a longer Retry-After is taken as this
	mostHosts  = 1000           // that are remembered while nothing is asked of them
	firstPause = time.Minute    // of a host that is in trouble and does not say for how long
)

// ErrForbidden is wrapped where a host's robots.txt does not allow a page.
var ErrForbidden = errors.New("not allowed by robots.txt")

// LaterError says that a host wants no requests for a while.
type LaterError struct {
	Host  string
	Until time.Time
}

func (e *LaterError) Error() string {
	return fmt.Sprintf("%s wants no requests until %s", e.Host, e.Until.UTC().Format(time.RFC3339))
}

// host is what is known of a server; one request at a time is made to it.
type host struct {
	learn   sync.Mutex    // held while the rules are looked up
	turn    chan struct{} // holds one token: who has it may ask
	rules   robots
	learned time.Time // when the rules were; zero if never
	next    time.Time // no request before
	paused  time.Time // no waiting before: the host said so
	strikes int       // answers in a row that told of trouble
}

// hosts are all servers that were met.
type hosts struct {
	mu    sync.Mutex
	known map[string]*host
}

func (h *hosts) of(u *url.URL, now time.Time) *host {
	h.mu.Lock()
	defer h.mu.Unlock()
	key := u.Scheme + "://" + u.Host
	if h.known[key] == nil {
		if len(h.known) >= mostHosts {
			h.forget(now)
		}
		if h.known == nil {
			h.known = map[string]*host{}
		}
		h.known[key] = &host{turn: make(chan struct{}, 1)}
	}
	return h.known[key]
}

// forget drops the hosts of which nothing is asked and which want no pause.
func (h *hosts) forget(now time.Time) {
	for key, one := range h.known {
		if !one.learn.TryLock() {
			continue
		}
		select {
		case one.turn <- struct{}{}:
			if now.After(one.next) && now.After(one.paused) {
				delete(h.known, key)
			}
			one.unlock()
		default:
		}
		one.learn.Unlock()
	}
}

// lock waits for the turn to ask a host, and until as much time has passed since the last request
// as the host may expect. The caller gives the turn back by unlock.
func (h *host) lock(ctx context.Context, name string, now func() time.Time, delay time.Duration) error {
	select {
	case h.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	at := now()
	if at.Before(h.paused) {
		h.unlock()
		return &LaterError{name, h.paused}
	}
	if wait := h.next.Sub(at); wait > 0 {
		if err := sleep(ctx, wait); err != nil {
			h.unlock()
			return err
		}
	}
	h.next = now().Add(delay)
	return nil
}

func (h *host) unlock() { <-h.turn }

// heard takes what an answer tells of the host's state; the caller has the turn.
func (h *host) heard(answer *http.Response, now time.Time) {
	if answer.StatusCode != http.StatusTooManyRequests && answer.StatusCode != http.StatusServiceUnavailable {
		h.strikes = 0
		return
	}
	pause, told := retryAfter(answer.Header.Get("Retry-After"), now)
	if !told {
		pause = backoff(firstPause, h.strikes, mostPause)
	}
	h.pause(now, min(pause, mostPause))
}

func (h *host) pause(now time.Time, pause time.Duration) {
	h.strikes++
	h.paused = now.Add(pause)
}

// retryAfter reads a number of seconds or a date.
func retryAfter(value string, now time.Time) (time.Duration, bool) {
	if seconds, err := strconv.ParseInt(value, 10, 32); err == nil && seconds >= 0 {
		return time.Duration(seconds) * time.Second, true
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(at.Sub(now), 0), true
	}
	return 0, false
}

// backoff doubles a pause with every failure up to the most, and varies it by a fifth, so that
// those who failed together do not come back together.
func backoff(first time.Duration, failures int, most time.Duration) time.Duration {
	pause := most
	if failures < 32 && first<<failures > 0 {
		pause = min(first<<failures, most)
	}
	return time.Duration(float64(pause) * (0.8 + 0.4*rand.Float64()))
}

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
