package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord"
	"onrecord/across"
	"onrecord/api"
	"onrecord/store"
	"onrecord/store/sqlite"
	"onrecord/store/storetest"
)

var update = flag.Bool("update", false, "rewrite the description of the API")

// served is an API over three small reports.
func served(t *testing.T, o api.Options) *httptest.Server {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "a.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	for _, e := range []*onrecord.Entry{storetest.Embassy(), storetest.Harbour(), storetest.Undated()} {
		if _, err := s.Put(t.Context(), e, store.Page{Raw: []byte(e.Text)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := across.NewDeriver(s).CatchUp(t.Context(), func() {}); err != nil {
		t.Fatal(err)
	}
	o.Record = s
	server := httptest.NewServer(api.New(o))
	t.Cleanup(server.Close)
	return server
}

// ask gives the status, the headers and the body of an answer.
func ask(t *testing.T, server *httptest.Server, path string, header ...string) (int, http.Header, map[string]any) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	return send(t, r)
}

func send(t *testing.T, r *http.Request) (int, http.Header, map[string]any) {
	t.Helper()
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	raw, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	var body map[string]any
	if len(raw) > 0 {
		if err := json.Unmarshal(raw, &body); err != nil {
			t.Fatalf("%s: %v\n%s", r.URL, err, raw)
		}
	}
	return answer.StatusCode, answer.Header, body
}

// TestDescription keeps testdata/openapi.json equal to what the API says of itself: a change of it
// is a change that programs see.
func TestDescription(t *testing.T) {
	server := served(t, api.Options{Version: "test", Add: func(context.Context, *onrecord.Report) (*onrecord.Entry, error) { return nil, nil }})
	status, _, body := ask(t, server, "/api/openapi.json")
	if status != http.StatusOK || body["openapi"] != "3.1.0" {
		t.Fatalf("%d, OpenAPI %v", status, body["openapi"])
	}
	got, err := json.MarshalIndent(body, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	got = append(got, '\n')
	const file = "testdata/openapi.json"
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); err != nil || diff != "" {
		t.Errorf("%v: go test ./api -update, and read the diff\n%s", err, diff)
	}
}

// TestEveryQuestionIsAnswered asks each question of the description once, with its examples.
func TestEveryQuestionIsAnswered(t *testing.T) {
	server := served(t, api.Options{})
	for path, want := range map[string]string{
		"/reports": "aa01", "/reports/aa01": "Norland to recall envoy", "/reports/aa01/origin": "aa01",
		"/search?q=kind:deny": "any breach", "/timeline?q=by:weber": "recall its ambassador",
		"/actors": "Anna Weber", "/actors/Norhaven": "NOR", "/positions": "items", "/compare?a=Norland&b=S%C3%BCdland": "items",
		"/links?kind=denies": "items", "/denials?of=Norland": "items", "/reports/aa01/events/e1/happening": "recall its ambassador",
		"/issues": "items", "/counts": "2031-05-01", "/tally?q=is:event&by=month": "2029-05", "/sources": "Portum Daily",
	} {
		status, header, body := ask(t, server, api.Prefix+path)
		form, _ := json.Marshal(body)
		if status != http.StatusOK || !strings.Contains(string(form), want) {
			t.Errorf("%s: %d, no %q in %s", path, status, want, form)
		}
		if header.Get("ETag") == "" {
			t.Errorf("%s has no ETag", path)
		}
	}
}

func TestFaultsAreProblems(t *testing.T) {
	server := served(t, api.Options{})
	for path, want := range map[string]int{
		"/search?q=by:(":                       http.StatusBadRequest,
		"/search?limit=0":                      http.StatusUnprocessableEntity,
		"/search?limit=many":                   http.StatusUnprocessableEntity,
		"/search?sort=luck":                    http.StatusUnprocessableEntity,
		"/search?cursor=x":                     http.StatusBadRequest,
		"/reports/none":                        http.StatusNotFound,
		"/reports/none/origin":                 http.StatusNotFound,
		"/reports/aa01/events/e9/happening":    http.StatusNotFound,
		"/actors/nobody":                       http.StatusNotFound,
		"/compare?a=Norland":                   http.StatusUnprocessableEntity,
		"/positions?of=nobody":                 http.StatusNotFound,
		"/search?q=" + url.QueryEscape("\xff"): http.StatusBadRequest,
	} {
		status, header, body := ask(t, server, api.Prefix+path)
		if status != want || header.Get("Content-Type") != "application/problem+json" || body["status"] != float64(want) {
			t.Errorf("%s: %d (%s) %v, want %d", path, status, header.Get("Content-Type"), body, want)
		}
	}
}

func TestCursorsLeafThroughAll(t *testing.T) {
	server := served(t, api.Options{})
	var ids []any
	for at, turns := "", 0; turns == 0 || at != ""; turns++ {
		_, _, body := ask(t, server, api.Prefix+"/search?limit=2&cursor="+at)
		for _, item := range body["items"].([]any) {
			ids = append(ids, item.(map[string]any)["report"].(map[string]any)["id"])
		}
		at, _ = body["next"].(string)
		if turns > 5 {
			t.Fatal("the list does not end")
		}
	}
	if diff := cmp.Diff([]any{"ab02", "ab02", "aa01", "aa01", "aa01", "b003"}, ids); diff != "" {
		t.Error(diff)
	}
}

func TestETagSparesTheBody(t *testing.T) {
	server := served(t, api.Options{})
	_, header, _ := ask(t, server, api.Prefix+"/reports/aa01")
	status, _, body := ask(t, server, api.Prefix+"/reports/aa01", "If-None-Match", header.Get("ETag"))
	if status != http.StatusNotModified || body != nil {
		t.Errorf("%d, %v", status, body)
	}
	if status, _, _ := ask(t, server, api.Prefix+"/reports/aa01", "If-None-Match", `"other"`); status != http.StatusOK {
		t.Errorf("with another tag: %d", status)
	}
}

func post(t *testing.T, server *httptest.Server, body string) (int, map[string]any) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL+api.Prefix+"/reports", bytes.NewReader([]byte(body)))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	status, _, answer := send(t, r)
	return status, answer
}

func TestAddReadsAReport(t *testing.T) {
	var got *onrecord.Report
	server := served(t, api.Options{Add: func(_ context.Context, r *onrecord.Report) (*onrecord.Entry, error) {
		got = r
		return storetest.Embassy(), nil
	}})
	status, answer := post(t, server, `{"text":"Weber said so.","outlet":"Gazette","published":"2031-03"}`)
	if status != http.StatusCreated || answer["text"] != storetest.Embassy().Text {
		t.Errorf("%d, %v", status, answer)
	}
	if got == nil || string(got.Raw) != "Weber said so." || got.Outlet != "Gazette" || got.Published != "2031-03" || got.ID == "" {
		t.Errorf("to be read: %+v", got)
	}
	for _, wrong := range []string{`{}`, `{"text":"a","html":"b"}`, `{"text":"a","published":"May"}`, `{"text":"a","published":"2031-99"}`, `{"text":7}`, `[`, `{"more":1,"text":"a"}`} {
		if status, answer := post(t, server, wrong); status < 400 || status > 422 {
			t.Errorf("%s: %d, %v", wrong, status, answer)
		}
	}
}

func TestAddFetchesAPage(t *testing.T) {
	var got *onrecord.Report
	o := api.Options{
		Add: func(_ context.Context, r *onrecord.Report) (*onrecord.Entry, error) {
			got = r
			return storetest.Embassy(), nil
		},
		Fetch: func(_ context.Context, address string) (*onrecord.Report, error) {
			if address != "https://news.example/a" {
				return nil, errors.New("no such host")
			}
			return &onrecord.Report{ID: "a", Source: "the web", URL: address, Raw: []byte("<p>Weber said so.")}, nil
		},
	}
	server := served(t, o)
	if status, answer := post(t, server, `{"url":"https://news.example/a","published":"2031-03-05"}`); status != http.StatusCreated {
		t.Errorf("%d, %v", status, answer)
	}
	if got == nil || got.URL != "https://news.example/a" || got.Source != "the web" || got.Published != "2031-03-05" || len(got.Raw) == 0 {
		t.Errorf("to be read: %+v", got)
	}
	got = nil
	if status, answer := post(t, server, `{"url":"https://none.example/"}`); status != http.StatusUnprocessableEntity || !strings.Contains(answer["detail"].(string), "no such host") || got != nil {
		t.Errorf("%d, %v", status, answer)
	}
	if status, _ := post(t, server, `{"url":"https://news.example/a","text":"Weber said no."}`); status != http.StatusCreated || string(got.Raw) != "Weber said no." {
		t.Errorf("%d: fetched what was sent: %+v", status, got)
	}
	o.Fetch = nil
	if status, _ := post(t, served(t, o), `{"url":"https://news.example/a"}`); status != http.StatusBadRequest {
		t.Errorf("%d where nothing is fetched", status)
	}
}

func TestUnreadableReportIsNoFaultOfTheServer(t *testing.T) {
	server := served(t, api.Options{Add: func(context.Context, *onrecord.Report) (*onrecord.Entry, error) {
		return nil, fmt.Errorf("%w: no words", api.ErrUnreadable)
	}})
	if status, answer := post(t, server, `{"html":"<p>"}`); status != http.StatusUnprocessableEntity || !strings.Contains(answer["detail"].(string), "no words") {
		t.Errorf("%d, %v", status, answer)
	}
}

func TestNothingIsAddedUnlessAllowed(t *testing.T) {
	r, err := http.Post(served(t, api.Options{}).URL+api.Prefix+"/reports", "application/json", strings.NewReader(`{"text":"x"}`))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if r.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("an API to read from answered a POST with %s", r.Status)
	}
}

// TestBrokenStoreIsNotTold keeps the words of a fault inside the house.
func TestBrokenStoreIsNotTold(t *testing.T) {
	server := httptest.NewServer(api.New(api.Options{Record: brokenRecord{}, Log: nil}))
	t.Cleanup(server.Close)
	status, _, body := ask(t, server, api.Prefix+"/counts")
	if status != http.StatusInternalServerError || strings.Contains(body["detail"].(string), "secret") {
		t.Errorf("%d, %v", status, body)
	}
}

type brokenRecord struct{ api.Record }

func (brokenRecord) Count(context.Context) (store.Counts, error) {
	return store.Counts{}, errors.New("secret path /home/x")
}
