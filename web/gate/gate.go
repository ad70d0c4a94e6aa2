// Package gate answers: who may ask? Start at [New]. It stands before pages, API and assistants
// alike: a program that listens on this machine alone answers this machine alone, whatever name a
// foreign page gives it, and one that listens to others asks them for a token.
package gate

import (
	"crypto/sha256"
	"crypto/subtle"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"time"
)

// Gate lets visitors through or not.
type Gate struct {
	next     http.Handler
	token    string
	loopback bool
}

// New stands before a handler. Without a token only visitors of this machine are let in.
func New(token string, next http.Handler) *Gate {
	return &Gate{next, token, token == ""}
}

const cookieName = "onrecord-token"

func (g *Gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case g.loopback && !IsLoopback(r.Host):
		// A page elsewhere may have its name lead here: what it may not do is read our answers.
		refuse(w, r, http.StatusMisdirectedRequest, "This onrecord answers to the name of this machine alone, such as localhost.")
	case g.loopback || g.knows(bearer(r)) || g.knows(cookie(r)):
		g.next.ServeHTTP(w, r)
	case r.Method == http.MethodGet && g.knows(r.URL.Query().Get("token")):
		g.admit(w, r)
	default:
		w.Header().Set("WWW-Authenticate", `Bearer realm="onrecord"`)
		refuse(w, r, http.StatusUnauthorized, "A token is needed: open the address that \"onrecord serve\" printed, or send it as a bearer.")
	}
}

// admit keeps the token in a cookie and takes it out of the address, which may be seen.
func (g *Gate) admit(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{
		Name: cookieName, Value: g.token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode,
		Secure: r.TLS != nil, MaxAge: int((30 * 24 * time.Hour).Seconds()),
	})
	values := r.URL.Query()
	values.Del("token")
	clean := url.URL{Path: "/" + strings.TrimLeft(r.URL.Path, `/\`), RawQuery: values.Encode()} // never another host
	w.Header().Set("Referrer-Policy", "no-referrer")
	http.Redirect(w, r, clean.String(), http.StatusSeeOther)
}

// knows compares in a time that tells nothing of the token.
func (g *Gate) knows(token string) bool {
	have, want := sha256.Sum256([]byte(token)), sha256.Sum256([]byte(g.token))
	return g.token != "" && subtle.ConstantTimeCompare(have[:], want[:]) == 1
}

func bearer(r *http.Request) string {
	token, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	return token
}

func cookie(r *http.Request) string {
	c, err := r.Cookie(cookieName)
	if err != nil {
		return ""
	}
	return c.Value
}

// IsLoopback reports whether a host, with a port or without, is this machine by a name that
// nobody else can take.
func IsLoopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback()
}
