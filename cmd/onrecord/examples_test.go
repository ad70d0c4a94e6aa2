package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// exampleBelow gives the first example below a heading of docs/operating.md.
func exampleBelow(t *testing.T, heading string) string {
	t.Helper()
	page, err := os.ReadFile("../../docs/operating.md")
	if err != nil {
		t.Fatal(err)
	}
	_, below, _ := strings.Cut(string(page), "\n## "+heading+"\n")
	_, block, _ := strings.Cut(below, "\n```")
	_, block, _ = strings.Cut(block, "\n") // the language
	block, _, found := strings.Cut(block, "\n```")
	if !found {
		t.Fatalf("no example below %q", heading)
	}
	return block
}

// TestExamplesOfOperatingRun runs what schedulers would run, by the words of docs/operating.md.
func TestExamplesOfOperatingRun(t *testing.T) {
	if _, err := exec.LookPath("bash"); err != nil {
		skipUnlessCI(t, "no bash")
	}
	pod := regexp.MustCompile(`args: \['(.*)'\]`).FindStringSubmatch(exampleBelow(t, "Kubernetes indexed Job"))
	if pod == nil {
		t.Fatal("no args in the example for Kubernetes")
	}
	for name, c := range map[string]struct{ script, in, out, needs string }{
		"SLURM":      {exampleBelow(t, "SLURM array"), "reports/part-0007.jsonl.gz", "entries/part-0007.jsonl", ""},
		"Kubernetes": {strings.ReplaceAll(pod[1], "/data/", "$SCRATCH/"), "reports/7.jsonl.gz", "entries/7.jsonl", ""},
		"parallel":   {"cd $SCRATCH\n" + exampleBelow(t, "GNU parallel"), "parts/7.jsonl.gz", "entries/7.jsonl.entries.jsonl", "parallel"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := exec.LookPath(c.needs); c.needs != "" && err != nil {
				t.Skipf("skipped: no %s here", c.needs)
			}
			dir := scratch(t, c.in)
			run := exec.Command("bash", "-c", c.script)
			run.Env = append(os.Environ(), "SCRATCH="+dir, "PATH="+dir+":"+os.Getenv("PATH"),
				"SLURM_ARRAY_TASK_ID=7", "SLURM_CPUS_PER_TASK=2", "JOB_COMPLETION_INDEX=7")
			if told, err := run.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, told)
			}
			entries, err := os.ReadFile(filepath.Join(dir, c.out))
			if err != nil || bytes.Count(entries, []byte(`"speaker"`)) != 2 {
				t.Errorf("%v\n%s", err, entries)
			}
		})
	}
}

// scratch is a folder with the program, two reports in a packed file, and a folder for entries.
func scratch(t *testing.T, in string) string {
	t.Helper()
	dir := t.TempDir()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	lines := `{"id":"a","text":"Norland attacked Sudland, Weber said on Monday."}` + "\n" + `{"id":"b","text":"Miller said that he was tired."}` + "\n"
	if _, err := z.Write([]byte(lines)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		os.Symlink(program, filepath.Join(dir, "onrecord")), // as which the test program is "onrecord"
		os.MkdirAll(filepath.Join(dir, filepath.Dir(in)), 0o700),
		os.MkdirAll(filepath.Join(dir, "entries"), 0o700),
		os.WriteFile(filepath.Join(dir, in), packed.Bytes(), 0o600),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
