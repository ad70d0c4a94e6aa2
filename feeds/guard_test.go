package feeds

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

// TestNoSpellingLeadsInside writes the address of a server on this machine in every way that some
// resolver or library takes for one, and asks for it: the server is never reached.
func TestNoSpellingLeadsInside(t *testing.T) {
	s := newSite(t)
	s.set("/a", text("text/html", "<p>Secret."))
	answerNames(t, map[string]netip.Addr{
		"inside.example.": netip.MustParseAddr("127.0.0.1"), "cloud.example.": netip.MustParseAddr("169.254.169.254"), "office.example.": netip.MustParseAddr("192.168.7.7"),
	})
	port := s.URL[strings.LastIndex(s.URL, ":"):]
	for _, host := range []string{
		"127.0.0.1", "127.1", "0.0.0.0", "0", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "017700000001", "127.0.0.1.", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::127.0.0.1]",
		"[0:0:0:0:0:0:0:1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fe80::1%25lo]", "localhost", "LOCALHOST.", "%31%32%37.0.0.1", "１２７.0.0.1", "127。0。0。1",
		"user:secret@127.0.0.1", "example.org@127.0.0.1", "inside.example", "cloud.example", "office.example",
	} {
		strict := &Fetcher{Delay: time.Millisecond, Timeout: 5 * time.Second}
		if report, err := strict.Report(t.Context(), "http://"+host+port+"/a", "test"); err == nil {
			t.Errorf("%s was fetched: %s", host, report.Raw)
		} else if strings.HasSuffix(host, ".example") && !errors.Is(err, ErrPrivate) {
			t.Errorf("%s: %v", host, err)
		}
	}
	if asked := s.was(); len(asked) > 0 {
		t.Errorf("the server was asked for %q", asked)
	}
}

// answerNames has names of hosts answered by a server of this test while it runs.
func answerNames(t *testing.T, names map[string]netip.Addr) {
	t.Helper()
	server, err := new(net.ListenConfig).ListenPacket(t.Context(), "udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		question := make([]byte, 1024)
		for {
			n, asker, err := server.ReadFrom(question)
			if err != nil {
				return
			}
			if answer, err := answerTo(question[:n], names); err == nil {
				_, _ = server.WriteTo(answer, asker)
			}
		}
	}()
	before := net.DefaultResolver
	net.DefaultResolver = &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "udp", server.LocalAddr().String())
	}}
	t.Cleanup(func() { net.DefaultResolver = before; server.Close() })
}

// answerTo answers a question for an IPv4 address; of others, and of names unknown, it knows nothing.
func answerTo(raw []byte, names map[string]netip.Addr) ([]byte, error) {
	var m dnsmessage.Message
	if err := m.Unpack(raw); err != nil || len(m.Questions) != 1 {
		return nil, fmt.Errorf("no question: %w", err)
	}
	asked := m.Questions[0]
	m.Response, m.Additionals = true, nil
	if at, known := names[asked.Name.String()]; !known {
		m.RCode = dnsmessage.RCodeNameError
	} else if asked.Type == dnsmessage.TypeA {
		m.Answers = []dnsmessage.Resource{{Header: dnsmessage.ResourceHeader{Name: asked.Name, Class: asked.Class}, Body: &dnsmessage.AResource{A: at.As4()}}}
	}
	return m.Pack()
}
