package main

import (
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// maxStart is how long "onrecord --help" may take: nobody should feel it.
const maxStart = 50 * time.Millisecond

// TestStartsFast guards against work at start-up: tables in init, models loaded by
// commands that do not read. The best of several runs counts; the machine may be
// busy.
func TestStartsFast(t *testing.T) {
	if testing.Short() {
		t.Skip("skip: builds the program")
	}
	program := filepath.Join(t.TempDir(), "onrecord")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	for _, args := range [][]string{{"--help"}, {"version"}, {"search", "--help"}} {
		best := time.Hour
		for range 20 {
			start := time.Now()
			if err := exec.Command(program, args...).Run(); err != nil {
				t.Fatal(err)
			}
			best = min(best, time.Since(start))
		}
		t.Logf("onrecord %v: %v", args, best)
		if best > maxStart {
			t.Errorf("onrecord %v takes %v, at most %v is allowed", args, best, maxStart)
		}
	}
}
