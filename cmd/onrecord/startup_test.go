package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// Time of the processors until the program answers: nobody should feel it when
// nothing is read, and the first record of a short report should be there at once.
// The time on the clock is at most as long where nothing else runs.
const (
	maxStart = 50 * time.Millisecond
	maxFirst = 300 * time.Millisecond
)

// TestStartsFast guards against work at start-up: tables in init, models loaded by
// commands that do not read, models that take long to open. The best of several runs
// counts: what else runs takes the caches.
func TestStartsFast(t *testing.T) {
	if testing.Short() {
		t.Skip("skip: builds the program")
	}
	dir := t.TempDir()
	program, report := filepath.Join(dir, "onrecord"), filepath.Join(dir, "report.txt")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	if err := os.WriteFile(report, []byte("VARNA: The mayor of Varna said on Monday that the bridge would be mended.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		most time.Duration
	}{
		{[]string{"--help"}, maxStart},
		{[]string{"version"}, maxStart},
		{[]string{"search", "--help"}, maxStart},
		{[]string{"read", report}, maxFirst},
	} {
		best := time.Hour
		for range 20 {
			run := exec.Command(program, c.args...)
			if out, err := run.CombinedOutput(); err != nil {
				t.Fatalf("onrecord %v: %v\n%s", c.args, err, out)
			}
			best = min(best, run.ProcessState.UserTime()+run.ProcessState.SystemTime())
		}
		t.Logf("onrecord %v: %v", c.args, best)
		if best > c.most {
			t.Errorf("onrecord %v takes %v, at most %v is allowed", c.args, best, c.most)
		}
	}
}
