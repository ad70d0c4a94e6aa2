package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"
)

// TestSlowClientsAreSentAway opens connections that never end their question, never end what they send,
// never read the answer, never ask again: none is held longer than it may.
func TestSlowClientsAreSentAway(t *testing.T) {
	for _, usual := range []time.Duration{usualTimes().header, usualTimes().read, usualTimes().write, usualTimes().idle} {
		if usual <= 0 || usual > 2*time.Minute {
			t.Errorf("a client may take %v", usual)
		}
	}
	gaveUp := make(chan error, 1)
	address := listening(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := io.Copy(io.Discard, r.Body); err != nil || r.URL.Path != "/endless" {
			return
		}
		for err := error(nil); ; _, err = w.Write(make([]byte, 1<<16)) {
			if err != nil {
				gaveUp <- err
				return
			}
		}
	}))
	const begun = " HTTP/1.1\r\nHost: localhost\r\n"
	for what, sent := range map[string]string{
		"a question": "GET /" + begun + "X-Slow: ", "what it sends": "POST /" + begun + "Content-Length: 1000\r\n\r\nslow", "its silence": "GET /" + begun + "\r\n",
	} {
		if client := open(t, address, sent); errors.Is(read(t, client), os.ErrDeadlineExceeded) {
			t.Errorf("a client that never ends %s is still held", what)
		}
	}
	open(t, address, "GET /endless"+begun+"\r\n")
	select {
	case <-gaveUp:
	case <-time.After(patience):
		t.Error("a client that never reads is still held")
	}
}

// patience is how long the test waits for what takes an instant.
const patience = 20 * time.Second

// listening serves with short times and gives the address.
func listening(t *testing.T, handler http.Handler) string {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	told, out := io.Pipe()
	a := newApp()
	a.stdout, a.stderr = out, io.Discard
	ended := make(chan error, 1)
	short := times{200 * time.Millisecond, 400 * time.Millisecond, 400 * time.Millisecond, 400 * time.Millisecond}
	go func() { ended <- a.listen(ctx, serveFlags{listen: "127.0.0.1:0", times: short}, handler) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Errorf("the program did not end well: %v", err)
		}
	})
	line, err := bufio.NewReader(told).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(strings.TrimPrefix(strings.Fields(line)[3], "http://"), "/")
}

func open(t *testing.T, address, sent string) net.Conn {
	t.Helper()
	client, err := new(net.Dialer).DialContext(t.Context(), "tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { client.Close() })
	if _, err := io.WriteString(client, sent); err != nil {
		t.Fatal(err)
	}
	return client
}

// read reads until the other side ends.
func read(t *testing.T, client net.Conn) error {
	t.Helper()
	if err := client.SetReadDeadline(time.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	_, err := io.ReadAll(client)
	return err
}
