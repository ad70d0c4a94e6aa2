package gate

import (
	"net"
	"net/http"
	"sync"

	"golang.org/x/time/rate"
)

// Limit lets each address ask so many times a second; a few more at once are fine. Whoever asks
// faster is told to wait.
type Limit struct {
	next   http.Handler
	second rate.Limit
	burst  int

	guard sync.Mutex
	asked map[string]*rate.Limiter
}

// NewLimit stands before a handler.
func NewLimit(second float64, burst int, next http.Handler) *Limit {
	return &Limit{next: next, second: rate.Limit(second), burst: burst, asked: map[string]*rate.Limiter{}}
}

// mostAddresses bounds what is remembered: with more, all begin anew.
const mostAddresses = 10_000

func (l *Limit) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !l.of(r.RemoteAddr).Allow() {
		w.Header().Set("Retry-After", "1")
		refuse(w, r, http.StatusTooManyRequests, "Too many questions at once; ask again in a second.")
		return
	}
	l.next.ServeHTTP(w, r)
}

func (l *Limit) of(remote string) *rate.Limiter {
	host, _, err := net.SplitHostPort(remote)
	if err != nil {
		host = remote
	}
	l.guard.Lock()
	defer l.guard.Unlock()
	if len(l.asked) >= mostAddresses {
		clear(l.asked)
	}
	limiter := l.asked[host]
	if limiter == nil {
		limiter = rate.NewLimiter(l.second, l.burst)
		l.asked[host] = limiter
	}
	return limiter
}
