package gate_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"

	"onrecord/web/gate"
)

var inside = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTeapot) })

// status asks a gate and gives the status; header is "Name: value" or "".
func status(g http.Handler, url string, header map[string]string) int {
	r := httptest.NewRequest(http.MethodGet, url, nil)
	for name, value := range header {
		r.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	g.ServeHTTP(w, r)
	return w.Code
}

func TestWithoutTokenOnlyThisMachineIsAnswered(t *testing.T) {
	g := gate.New("", inside)
	for url, want := range map[string]int{
		"http://localhost:8321/":       http.StatusTeapot,
		"http://127.0.0.1:8321/":       http.StatusTeapot,
		"http://[::1]:8321/":           http.StatusTeapot,
		"http://rebound.example:8321/": http.StatusMisdirectedRequest,
		"http://localhost.evil.test/":  http.StatusMisdirectedRequest,
		"http://192.168.1.7/":          http.StatusMisdirectedRequest,
	} {
		if got := status(g, url, nil); got != want {
			t.Errorf("%s: %d, want %d", url, got, want)
		}
	}
}

func TestTokenOpens(t *testing.T) {
	g := gate.New("a-long-secret", inside)
	for _, c := range []struct {
		url    string
		header map[string]string
		want   int
	}{
		{"http://far.example/", nil, http.StatusUnauthorized},
		{"http://localhost/", nil, http.StatusUnauthorized},
		{"http://far.example/", map[string]string{"Authorization": "Bearer a-long-secret"}, http.StatusTeapot},
		{"http://far.example/", map[string]string{"Authorization": "Bearer a-long-secre"}, http.StatusUnauthorized},
		{"http://far.example/", map[string]string{"Authorization": "Bearer "}, http.StatusUnauthorized},
		{"http://far.example/", map[string]string{"Cookie": "onrecord-token=a-long-secret"}, http.StatusTeapot},
		{"http://far.example/?token=wrong", nil, http.StatusUnauthorized},
	} {
		if got := status(g, c.url, c.header); got != c.want {
			t.Errorf("%s with %v: %d, want %d", c.url, c.header, got, c.want)
		}
	}
}

func TestTokenLeavesTheAddress(t *testing.T) {
	w := httptest.NewRecorder()
	gate.New("a-long-secret", inside).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://far.example//evil.test/search?q=x&token=a-long-secret", nil))
	if w.Code != http.StatusSeeOther || len(w.Result().Cookies()) != 1 {
		t.Fatalf("%d, cookies %v", w.Code, w.Result().Cookies())
	}
	if c := w.Result().Cookies()[0]; !c.HttpOnly || c.SameSite != http.SameSiteStrictMode {
		t.Errorf("the cookie is open to scripts or other sites: %v", c)
	}
	if at := w.Header().Get("Location"); at != "/evil.test/search?q=x" {
		t.Errorf("sent to %q", at)
	}
}

func TestLimitIsOfEachAddress(t *testing.T) {
	l := gate.NewLimit(0.001, 3, inside)
	statusOf := func(address string) int {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = address
		w := httptest.NewRecorder()
		l.ServeHTTP(w, r)
		return w.Code
	}
	for i, want := range []int{http.StatusTeapot, http.StatusTeapot, http.StatusTeapot, http.StatusTooManyRequests} {
		if got := statusOf("10.0.0.1:500"); got != want {
			t.Errorf("question %d: %d", i+1, got)
		}
	}
	if got := statusOf("10.0.0.2:500"); got != http.StatusTeapot {
		t.Errorf("another address: %d", got)
	}
}

// TestProgramsAreRefusedAsProgramsRead holds refusals of the API against RFC 9457.
func TestProgramsAreRefusedAsProgramsRead(t *testing.T) {
	for status, g := range map[int]http.Handler{
		http.StatusUnauthorized: gate.New("a-long-secret", inside), http.StatusMisdirectedRequest: gate.New("", inside), http.StatusTooManyRequests: gate.NewLimit(0, 0, inside),
	} {
		w := httptest.NewRecorder()
		g.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://far.example/api/v1/counts", nil))
		var problem struct{ Status int }
		if err := json.Unmarshal(w.Body.Bytes(), &problem); err != nil || problem.Status != status || w.Code != status || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%d: %d %s %v", status, w.Code, w.Body, err)
		}
	}
}
