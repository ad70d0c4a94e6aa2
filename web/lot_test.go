package web_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"onrecord/store/storetest"
	"onrecord/web"
)

// addingSite serves pages to which reports can be added; reading one is what the test says.
func addingSite(t *testing.T, read func(yield func(web.Added) bool)) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(web.New(web.Options{Record: opened(t), Log: slog.New(slog.DiscardHandler),
		Add: func(context.Context, string, io.Reader) iter.Seq[web.Added] { return read },
	}))
	t.Cleanup(server.Close)
	return server
}

// paste brings words by a form and gives the address that tells what comes of them.
func paste(t *testing.T, server *httptest.Server) (status int, at string) {
	t.Helper()
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	if err := errors.Join(w.WriteField("text", "He said no."), w.Close()); err != nil {
		t.Error(err)
	}
	answer, err := client.Post(server.URL+"/add", w.FormDataContentType(), &form)
	if err != nil {
		t.Error(err)
		return 0, ""
	}
	answer.Body.Close()
	return answer.StatusCode, answer.Header.Get("Location")
}

// TestWhatIsBroughtTellsHowFarItIs brings two reports, the second of which takes long: the page shows
// the first, and comes again by itself, with scripts and without, until it has both.
func TestWhatIsBroughtTellsHowFarItIs(t *testing.T) {
	goOn := make(chan struct{})
	server := addingSite(t, func(yield func(web.Added) bool) {
		if yield(web.Added{Entry: storetest.Embassy()}) {
			<-goOn
			yield(web.Added{Fault: "no words in <b>it</b>"})
		}
	})
	status, at := paste(t, server)
	if status != http.StatusSeeOther || !strings.HasPrefix(at, "/add/") {
		t.Fatalf("%d, sent to %q", status, at)
	}
	_, _, page := get(t, server, at)
	for _, want := range []string{"Reading; 1 report so far", "Norland to recall envoy", `<noscript><meta http-equiv="refresh"`, `hx-get="` + at + `"`} {
		if !strings.Contains(page, want) {
			t.Errorf("on the way there is no %q in\n%s", want, page)
		}
	}
	close(goOn)
	for !strings.Contains(page, "All is read.") {
		time.Sleep(10 * time.Millisecond)
		_, _, page = get(t, server, at)
	}
	if !strings.Contains(page, "no words in &lt;b&gt;it") || strings.Contains(page, "refresh") || strings.Contains(page, "hx-get=\"/add") {
		t.Errorf("in the end:\n%s", page)
	}
	if status, _, _ := get(t, server, "/add/0"); status != http.StatusNotFound {
		t.Errorf("what nobody brought: %d", status)
	}
}

// TestFewAreReadAtATime brings more than are read at a time: it is said so, and what was brought goes on.
func TestFewAreReadAtATime(t *testing.T) {
	goOn := make(chan struct{})
	server := addingSite(t, func(func(web.Added) bool) { <-goOn })
	t.Cleanup(func() { close(goOn) })
	statuses := make(chan int)
	const brought = 6
	for range brought {
		go func() { status, _ := paste(t, server); statuses <- status }()
	}
	counts := map[int]int{}
	for range brought {
		counts[<-statuses]++
	}
	if counts[http.StatusSeeOther] != 4 || counts[http.StatusServiceUnavailable] != 2 {
		t.Errorf("answers %v", counts)
	}
}

// TestBrokenReaderBreaksNothing has reading panic, outside of any visit.
func TestBrokenReaderBreaksNothing(t *testing.T) {
	server := addingSite(t, func(func(web.Added) bool) { panic("secret path /home/x") })
	_, at := paste(t, server)
	if _, _, page := get(t, server, at); !strings.Contains(page, "something broke") || strings.Contains(page, "secret") {
		t.Errorf("%s", page)
	}
}
