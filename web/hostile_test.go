package web_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"onrecord"
	"onrecord/across"
	"onrecord/store"
	"onrecord/store/sqlite"
	"onrecord/store/storetest"
	"onrecord/web"
)

// site serves the pages of some entries.
func site(t *testing.T, entries ...*onrecord.Entry) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(web.New(web.Options{Record: opened(t, entries...), Name: "<b>name</b>", Log: slog.New(slog.DiscardHandler)}))
	t.Cleanup(server.Close)
	return server
}

// opened is a store that holds some entries.
func opened(t *testing.T, entries ...*onrecord.Entry) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "a.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	for _, e := range entries {
		if _, err := s.Put(t.Context(), e, store.Page{Raw: []byte(e.Text)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := across.NewDeriver(s).CatchUp(t.Context(), func() {}); err != nil {
		t.Fatal(err)
	}
	return s
}

func get(t *testing.T, server *httptest.Server, path string) (int, http.Header, string) {
	t.Helper()
	answer, err := http.Get(server.URL + path)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	page, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, answer.Header, string(page)
}

// smuggled is what a report may try to bring into a page.
const smuggled = `"><script>alert(1)</script><img src=x onerror=alert(2)><a href="javascript:alert(3)">'x`

// hostile is an entry in which every text that pages show is an attempt.
func hostile() *onrecord.Entry {
	e := storetest.Embassy()
	e.Report.Outlet, e.Report.Headline, e.Report.Source, e.Report.URL = smuggled, smuggled, smuggled, "javascript:alert(4)"
	e.Report.Byline, e.Report.Dateline.Place = []string{smuggled}, smuggled
	for i := range e.Actors {
		e.Actors[i].Name, e.Actors[i].Aliases = smuggled, []string{smuggled}
	}
	for i := range e.Statements {
		s := &e.Statements[i]
		s.Speaker.Name, s.Speaker.Role, s.Speaker.For, s.About = smuggled, smuggled, smuggled, []string{smuggled}
	}
	e.Events[0].Actor.Name, e.Events[0].By, e.Events[0].Place, e.Events[0].Mode = smuggled, smuggled, smuggled, smuggled
	e.Text += " " + smuggled
	return e
}

// TestNoWordOfAReportIsMarkup opens every page over hostile words: each stays text.
func TestNoWordOfAReportIsMarkup(t *testing.T) {
	server := site(t, hostile(), storetest.Harbour())
	for _, path := range []string{
		"/", "/reports/aa01", "/reports/aa01/s1", "/reports/aa01/e1", "/search?q=is:statement", "/timeline", "/actors", "/actors/NOR",
		"/actors/person/anna-weber", "/compare?a=NOR&b=SUD", "/issues", "/happenings", "/sources", "/quality", "/network", "/network?actor=NOR",
		"/network?issue=" + url.QueryEscape(smuggled), "/network?actor=" + url.QueryEscape(smuggled), "/network?since=" + url.QueryEscape(smuggled),
		"/search?q=" + url.QueryEscape(`"`+smuggled), "/search?q=" + url.QueryEscape(smuggled), "/actors?name=" + url.QueryEscape(smuggled),
		"/timeline?actor=" + url.QueryEscape(smuggled), "/compare?a=" + url.QueryEscape(smuggled) + "&b=x", "/issues?find=" + url.QueryEscape(smuggled), "/" + url.PathEscape(smuggled),
	} {
		status, header, page := get(t, server, path)
		if status >= http.StatusInternalServerError {
			t.Errorf("%s: %d", path, status)
		}
		if !strings.Contains(header.Get("Content-Security-Policy"), "script-src 'self'") {
			t.Errorf("%s has no policy", path)
		}
		checkHarmless(t, path, page)
	}
}

func checkHarmless(t *testing.T, path, page string) {
	t.Helper()
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			return
		}
		token := z.Token()
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		if token.Data == "img" || token.Data == "b" && strings.Contains(page, "<b>name") {
			t.Errorf("%s: %s came out as markup", path, token)
		}
		for _, a := range token.Attr {
			if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.TrimSpace(strings.ToLower(a.Val)), "javascript:") || a.Key == "style" {
				t.Errorf("%s: %s has attribute %s=%q", path, token.Data, a.Key, a.Val)
			}
			if token.Data == "script" && a.Key == "src" && !strings.HasPrefix(a.Val, "/static/") {
				t.Errorf("%s loads %s", path, a.Val)
			}
		}
	}
}

// TestFilesStayInside asks for files that are none of the pages' business.
func TestFilesStayInside(t *testing.T) {
	server := site(t)
	for _, path := range []string{
		"/static/../web.go", "/static/..%2fweb.go", "/static/%2e%2e/templates/layout.html", "/static//etc/passwd", "/static/", "/templates/layout.html",
		"/reports/..%2f..%2fetc%2fpasswd", "/reports/aa01/..%2f..", "/actors/..%2f..%2fetc", "/static/onrecord.css%00.html",
	} {
		status, _, page := get(t, server, path)
		if status == http.StatusOK && path != "/static/" || strings.Contains(page, "package web") || strings.Contains(page, "{{") || strings.Contains(page, "root:") {
			t.Errorf("%s: %d\n%.200s", path, status, page)
		}
	}
}

// TestOddAddressesAreTold asks what cannot be asked: it is said so, and nothing breaks.
func TestOddAddressesAreTold(t *testing.T) {
	server := site(t, storetest.Embassy())
	for path, want := range map[string]int{
		"/reports/zz": http.StatusNotFound, "/reports/aa01/s99": http.StatusNotFound, "/reports/aa01/x": http.StatusNotFound, "/actors/nobody": http.StatusNotFound,
		"/actors?name=nobody": http.StatusNotFound, "/issues/none": http.StatusNotFound, "/search?q=by:(": http.StatusBadRequest, "/search?page=0": http.StatusBadRequest,
		"/search?page=9999999999999999999": http.StatusBadRequest, "/search?since=yesterday": http.StatusBadRequest, "/timeline?date=2019-13": http.StatusBadRequest,
		"/between?doer=NOR": http.StatusBadRequest, "/search?q=%ff": http.StatusBadRequest, "/search?q=" + strings.Repeat("a", 20_000): http.StatusBadRequest,
		"/nowhere": http.StatusNotFound, "/timeline?q=%00": http.StatusBadRequest, "/compare?a=Norland&b=nobody": http.StatusNotFound,
	} {
		status, _, page := get(t, server, path)
		if status != want || !strings.Contains(page, "</html>") {
			t.Errorf("%.60s: %d, want %d", path, status, want)
		}
	}
}

// TestMarksCoverTheText looks at the pieces in which a report's text is shown: nothing is lost, and
// the words of a statement stand inside its mark.
func TestMarksCoverTheText(t *testing.T) {
	_, _, page := get(t, site(t, storetest.Harbour()), "/reports/ab02")
	for _, want := range []string{
		`<span class="did" data-lines="e1">Gunmen attacked the harbour of Portum</span>`, ` in May 2029.`,
		`<span class="said" data-lines="s1">“We do not negotiate with attackers,”</span>`, `<span class="clutter">More: Storm hits coast</span>`,
		`id="in-e1" href="#e1"`, `id="in-s1" href="#s1"`, `<li id="s1" data-line="s1">`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in\n%s", want, page)
		}
	}
}

// TestSampleIsShownAndLeft goes from an empty record to the sample and back.
func TestSampleIsShownAndLeft(t *testing.T) {
	server := httptest.NewServer(web.New(web.Options{Record: opened(t), Sample: func(context.Context) (web.Record, error) {
		return opened(t, storetest.Embassy()), nil
	}}))
	t.Cleanup(server.Close)
	for _, step := range []struct{ post, want string }{
		{"", "Nothing is on record yet"}, {"/sample", "This is the sample record"}, {"/sample", "Norland to recall envoy"}, {"/sample/leave", "Nothing is on record yet"},
	} {
		if step.post != "" {
			answer, err := http.Post(server.URL+step.post, "application/x-www-form-urlencoded", nil)
			if err != nil {
				t.Fatal(err)
			}
			answer.Body.Close()
		}
		if _, _, page := get(t, server, "/"); !strings.Contains(page, step.want) {
			t.Errorf("behind %q there is no %q", step.post, step.want)
		}
	}
}
