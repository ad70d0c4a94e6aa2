package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"onrecord"
	"onrecord/clean"
	"onrecord/pipeline"
	"onrecord/store/sqlite"
)

// TestMain lets the scripts run the program, with its own stations as "onrecord",
// and as "plain" with stations so simple that a script can tell what they find.
func TestMain(m *testing.M) {
	testscript.Main(withServer{m}, map[string]func(){
		"onrecord": main,
		"plain":    func() { os.Exit(run(interruptible(), plainApp(), os.Args[1:])) },
	})
}

func interruptible() context.Context {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop)
	return ctx
}

// plainApp is the program with plain stations. Its store is as small as the
// variable DB_BYTES says.
func plainApp() *app {
	a := newApp()
	a.load = func() (*pipeline.Pipeline, error) { return plainPipeline(os.Getenv("MODELS")), nil }
	a.open = func(ctx context.Context, path string, o sqlite.Options) (database, error) {
		o.MaxBytes, _ = strconv.ParseInt(os.Getenv("DB_BYTES"), 10, 64)
		return sqlite.Open(ctx, path, o)
	}
	return a
}

func plainPipeline(models string) *pipeline.Pipeline {
	return &pipeline.Pipeline{
		Cleaner: clean.New(), Analyzer: plainStation{}, Resolver: plainStation{}, Attributor: plainStation{}, Coder: plainStation{},
		Made: onrecord.Provenance{Program: "plain", Version: "v0", Codebook: "none", Models: map[string]string{"plain": models}},
	}
}

// plainStation finds `NAME said: "WORDS"` and `NAME hit NAME.`; it is slow on
// "slow" and breaks on "panic".
type plainStation struct{}

var (
	saidLine = regexp.MustCompile(`(\w+) (said|denied): ("[^"]+")`)
	hitLine  = regexp.MustCompile(`(\w+) hit (\w+)\.`)
)

func (plainStation) Analyze(ctx context.Context, text *onrecord.Text) (*onrecord.Analysis, []onrecord.Issue, error) {
	if strings.Contains(text.Words, "panic") {
		panic("told to")
	}
	if strings.Contains(text.Words, "slow") {
		select {
		case <-ctx.Done():
			return nil, nil, ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
	return &onrecord.Analysis{Text: text}, nil, nil
}

func (plainStation) Resolve(a *onrecord.Analysis) *onrecord.Resolutions {
	r := new(onrecord.Resolutions)
	for _, m := range hitLine.FindAllStringSubmatch(a.Text.Words, -1) {
		for _, name := range m[1:] {
			if id := onrecord.ActorID(strings.ToLower(name)); r.Actor(id) == nil {
				r.Actors = append(r.Actors, onrecord.Actor{ID: id, Name: name, Kind: onrecord.GroupActor})
			}
		}
	}
	return r
}

func (plainStation) Attribute(a *onrecord.Analysis, _ *onrecord.Resolutions) (all []onrecord.Statement) {
	for i, m := range saidLine.FindAllStringSubmatchIndex(a.Text.Words, -1) {
		quote := func(n int) onrecord.Quote { return a.Text.Quote(onrecord.Span{Start: m[2*n], End: m[2*n+1]}) }
		speaker, cue := quote(1), quote(2)
		kind := map[string]onrecord.StatementKind{"said": onrecord.Assert, "denied": onrecord.Deny}[cue.Text]
		all = append(all, onrecord.Statement{
			ID:      onrecord.StatementID(fmt.Sprint("s", i+1)),
			Speaker: onrecord.Speaker{Name: speaker.Text, Named: true, Kind: onrecord.PersonSpeaks, Mention: &speaker},
			Cue:     &cue, Content: []onrecord.Quote{quote(3)}, Form: onrecord.Direct, Kind: kind, Certainty: 1,
		})
	}
	return all
}

func (plainStation) Code(a *onrecord.Analysis, r *onrecord.Resolutions, _ []onrecord.Statement) (all []onrecord.Event) {
	for i, m := range hitLine.FindAllStringSubmatchIndex(a.Text.Words, -1) {
		quote := func(n int) onrecord.Quote { return a.Text.Quote(onrecord.Span{Start: m[2*n], End: m[2*n+1]}) }
		doer, other := quote(1), quote(2)
		all = append(all, onrecord.Event{
			ID: onrecord.EventID(fmt.Sprint("e", i+1)), Type: "ASSAULT", Status: onrecord.Asserted, Evidence: quote(0), Certainty: 1,
			Actor:     onrecord.Party{Name: doer.Text, Actor: onrecord.ActorID(strings.ToLower(doer.Text)), Mention: &doer},
			Recipient: &onrecord.Party{Name: other.Text, Actor: onrecord.ActorID(strings.ToLower(other.Text)), Mention: &other},
		})
	}
	return all
}

// update rewrites what the tests expect: the records of testdata/reports and the
// outputs inside the scripts.
var update = flag.Bool("update", false, "rewrite expected records and outputs")

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		TestWork:      testing.Verbose() && os.Getenv("KEEP_WORK") != "",
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_DATA_HOME", filepath.Join(e.WorkDir, "data"))
			return writeOddFiles(e.WorkDir)
		},
		Condition: func(name string) (bool, error) {
			if name == "mounts" {
				return canMount(t.TempDir()), nil
			}
			return false, fmt.Errorf("unknown condition %s", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"fill":  fillFile,
			"mount": mountSmall,
			"setid": setID,
		},
	})
}

// writeOddFiles gives every script the files that a txtar archive cannot hold.
func writeOddFiles(dir string) error {
	binary := make([]byte, 4096)
	for i := range binary {
		binary[i] = byte(i * i >> 3)
	}
	return errors.Join(
		os.WriteFile(filepath.Join(dir, "binary.bin"), binary, 0o600),
		os.WriteFile(filepath.Join(dir, "latin.txt"), []byte("M\xfcller said: \"A caf\xe9 is no place to talk.\" He went home.\n"), 0o600),
		os.WriteFile(filepath.Join(dir, "evil.txt"), []byte("Eve said: \"\x1b]0;owned\x07\x1b[2J look at the title.\" There was more.\n"), 0o600),
	)
}

// fillFile writes a file of n bytes from a repeated line: fill FILE BYTES LINE.
func fillFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: fill FILE BYTES LINE")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	w := bufio.NewWriter(f)
	for written := 0; written < n; written += len(args[2]) + 1 {
		_, err := w.WriteString(args[2] + "\n")
		ts.Check(err)
	}
	ts.Check(w.Flush())
	ts.Check(f.Close())
}

// mountSmall puts a tiny file system in a folder: mount FOLDER SIZE.
func mountSmall(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: mount FOLDER SIZE")
	}
	dir := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(dir, 0o755))
	ts.Check(mount(dir, args[1]))
	ts.Defer(func() { _ = exec.Command("umount", dir).Run() })
}

func mount(dir, size string) error {
	return exec.Command("mount", "-t", "tmpfs", "-o", "size="+size, "tmpfs", dir).Run()
}

// canMount answers the condition [mounts] of a script.
func canMount(dir string) bool {
	if err := mount(dir, "64k"); err != nil {
		return false
	}
	return exec.Command("umount", dir).Run() == nil
}

// setID sets a variable to what the pattern's group finds in the last output: setid NAME PATTERN.
func setID(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: setid NAME PATTERN")
	}
	m := regexp.MustCompile(args[1]).FindStringSubmatch(ts.ReadFile("stdout"))
	if len(m) < 2 {
		ts.Fatalf("nothing in stdout is like %s", args[1])
	}
	ts.Setenv(args[0], m[1])
}
