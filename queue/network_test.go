package queue_test

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"onrecord/queue"
	"onrecord/store/postgres"
)

// network stands between workers and the server, and can be cut.
type network struct {
	listener net.Listener
	socket   string
	mute     atomic.Bool // the server's answers are lost
	cut      atomic.Bool // nobody gets through

	mu   sync.Mutex
	open map[net.Conn]bool
}

func newNetwork(t *testing.T, address string) (n *network, through string) {
	t.Helper()
	server, err := pgx.ParseConfig(address)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	n = &network{listener: listener, socket: fmt.Sprintf("%s/.s.PGSQL.%d", server.Host, server.Port), open: map[net.Conn]bool{}}
	t.Cleanup(func() { listener.Close(); n.hangUp() })
	go n.serve()
	return n, fmt.Sprintf("postgres://%s@%s/%s?sslmode=disable&search_path=%s", server.User, listener.Addr(), server.Database, server.RuntimeParams["search_path"])
}

func (n *network) serve() {
	for {
		client, err := n.listener.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("unix", n.socket)
		if err != nil || n.cut.Load() {
			client.Close()
			if err == nil {
				server.Close()
			}
			continue
		}
		n.mu.Lock()
		n.open[client], n.open[server] = true, true
		n.mu.Unlock()
		go n.pass(client, server, func() bool { return false })
		go n.pass(server, client, n.mute.Load)
	}
}

// pass hands bytes on until either side is closed; then it closes both.
func (n *network) pass(from, to net.Conn, isLost func() bool) {
	buffer := make([]byte, 4096)
	for {
		got, err := from.Read(buffer)
		if err == nil && !isLost() {
			_, err = to.Write(buffer[:got])
		}
		if err != nil {
			break
		}
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, c := range []io.Closer{from, to} {
		_ = c.Close()
	}
	delete(n.open, from)
	delete(n.open, to)
}

// hangUp breaks every connection, whatever is on its way.
func (n *network) hangUp() {
	n.mu.Lock()
	defer n.mu.Unlock()
	for c := range n.open {
		if tcp, ok := c.(*net.TCPConn); ok {
			_ = tcp.SetLinger(0)
		}
		_ = c.Close()
	}
}

// fail cuts the network for a while. First answers may be lost: what was sent is then done, and
// nobody who sent it knows.
func (n *network) fail(moments *rand.Rand) {
	n.mute.Store(moments.IntN(2) == 0)
	time.Sleep(time.Duration(moments.IntN(100)) * time.Millisecond)
	n.cut.Store(true)
	n.hangUp()
	n.mute.Store(false)
	time.Sleep(time.Duration(moments.IntN(1500)) * time.Millisecond)
	n.cut.Store(false)
}

// TestCutNetworkChangesNothing cuts the network between workers and the server at random moments.
func TestCutNetworkChangesNothing(t *testing.T) {
	calm, p := newPlace(t), newPlace(t)
	file, moments := filepath.Join(t.TempDir(), "in.jsonl"), rand.New(rand.NewPCG(*seed, 1))
	writeReports(t, file, *reports)
	for _, each := range []*place{calm, p} {
		each.enqueue(t, false, 200, file)
	}
	if err := calm.worker().Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	net, through := newNetwork(t, p.address)
	store, err := postgres.Open(t.Context(), through, postgres.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	q, err := queue.Open(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	w := p.worker()
	w.Queue = q
	ended := make(chan error)
	go func() { ended <- w.Run(context.WithoutCancel(t.Context())) }()
	for range *kills {
		time.Sleep(time.Duration(50+moments.IntN(500)) * time.Millisecond)
		net.fail(moments)
	}
	if err := <-ended; err != nil {
		t.Errorf("worker: %v", err)
	}
	if s := p.status(t); s.Waiting+s.Running+s.Dead != 0 {
		t.Errorf("left: %+v", s)
	}
	if p.rows(t) != calm.rows(t) {
		t.Error("rows differ from those of a run without faults")
	}
}
