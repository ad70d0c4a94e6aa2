// Package pgtest gives tests a PostgreSQL server of their own: an empty cluster on a Unix
// socket, gone when the tests end. Start at [Main].
package pgtest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// patience is how long a server may take to start on a busy machine.
const patience = 2 * time.Minute

// server is the one of this test program; it starts when a test first asks for it.
type server struct {
	once    sync.Once
	dir     string
	as      *syscall.Credential
	program *exec.Cmd
	ended   chan struct{} // closed when the program has ended; nil if none runs
	fault   error
	schemas atomic.Int64
}

var shared server

// Main runs a package's tests and stops the server behind them: call it in TestMain.
func Main(m interface{ Run() int }) int {
	defer shared.stop()
	return m.Run()
}

// Address gives the address of an empty database: a schema of its own in the server. Where
// PostgreSQL is not installed the test is skipped; in CI it fails.
func Address(tb testing.TB) string {
	tb.Helper()
	shared.once.Do(func() { shared.fault = shared.start() })
	if errors.Is(shared.fault, exec.ErrNotFound) && os.Getenv("CI") == "" {
		tb.Skipf("skipped: no PostgreSQL server here (Debian: apt-get install postgresql): %v", shared.fault)
	}
	if shared.fault != nil {
		tb.Fatalf("start PostgreSQL: %v", shared.fault)
	}
	schema := fmt.Sprint("test", shared.schemas.Add(1))
	if err := shared.exec("CREATE SCHEMA " + schema); err != nil {
		tb.Fatal(err)
	}
	return shared.address() + "&search_path=" + schema
}

func (s *server) address() string { return "postgres://onrecord@/postgres?host=" + s.dir }

func (s *server) exec(statement string) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	connection, err := pgx.Connect(ctx, s.address())
	if err != nil {
		return err
	}
	defer connection.Close(ctx)
	_, err = connection.Exec(ctx, statement)
	return err
}

// start makes a cluster that need not outlive a crash, and waits until it answers.
func (s *server) start() (err error) {
	if s.dir, err = os.MkdirTemp("", "pgtest"); err != nil {
		return err
	}
	as, err := unprivileged(s.dir)
	if err != nil {
		return err
	}
	makes, err := command(as, "initdb", "-D", s.data(), "-U", "onrecord", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
	if err != nil {
		return err
	}
	if told, err := makes.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w\n%s", err, told)
	}
	s.as = as
	return s.launch()
}

// launch starts the server on its cluster and waits until it answers. Where a killed one's processes still hold the
// cluster it ends at once, and is tried again.
func (s *server) launch() error {
	for until := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		if s.ended == nil {
			if err := s.begin(); err != nil {
				return err
			}
		}
		err := s.exec("SELECT 1")
		if err == nil || time.Now().After(until) {
			return err
		}
		select {
		case <-s.ended:
			s.ended = nil
		default:
		}
	}
}

// begin starts the server's program.
func (s *server) begin() (err error) {
	s.program, err = command(s.as, "postgres", "-D", s.data(), "-k", s.dir, "-c", "listen_addresses=", "-c", "fsync=off",
		"-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "shared_buffers=32MB", "-c", "log_min_messages=fatal")
	if err != nil {
		return err
	}
	if err := s.program.Start(); err != nil {
		return err
	}
	ended := make(chan struct{})
	go func(program *exec.Cmd) { _ = program.Wait(); close(ended) }(s.program)
	s.ended = ended
	return nil
}

func (s *server) data() string { return filepath.Join(s.dir, "data") }

// Crash kills the server of this test program at once, and starts it again: it goes back to what its log holds.
func Crash(tb testing.TB) {
	tb.Helper()
	if err := shared.program.Process.Kill(); err != nil {
		tb.Fatal(err)
	}
	<-shared.ended
	shared.ended = nil
	if err := shared.launch(); err != nil {
		tb.Fatalf("start PostgreSQL again: %v", err)
	}
}

func (s *server) stop() {
	if s.ended != nil {
		_ = s.program.Process.Signal(syscall.SIGQUIT) // at once; the cluster is thrown away
		<-s.ended
	}
	if s.dir != "" {
		_ = os.RemoveAll(s.dir)
	}
}

// command runs a program of the server, which Debian keeps out of the path.
func command(as *syscall.Credential, name string, args ...string) (*exec.Cmd, error) {
	path, err := exec.LookPath(name)
	if err != nil {
		found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
		if len(found) == 0 {
			return nil, err
		}
		slices.SortFunc(found, func(a, b string) int { return len(a) - len(b) + strings.Compare(a, b) })
		path = found[len(found)-1]
	}
	c := exec.CommandContext(context.Background(), path, args...)
	c.Dir, c.Env = "/", append(os.Environ(), "LC_ALL=C")
	c.SysProcAttr = &syscall.SysProcAttr{Credential: as}
	return c, nil
}

// unprivileged gives a folder to a user who is not root, as whom the server agrees to run; nil
// if we are none already.
func unprivileged(dir string) (*syscall.Credential, error) {
	if os.Getuid() != 0 {
		return nil, nil
	}
	who, err := user.Lookup("postgres")
	if err != nil {
		who, err = user.Lookup("nobody")
	}
	if err != nil {
		return nil, err
	}
	uid, err := strconv.Atoi(who.Uid)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.Atoi(who.Gid)
	if err != nil {
		return nil, err
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, os.Chown(dir, uid, gid)
}
