package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestSparkPipe runs the example of deploy/spark on this machine: what Spark saves is what "onrecord
// code" writes, but for the order of the partitions.
func TestSparkPipe(t *testing.T) {
	if err := exec.Command(python, "-c", "import pyspark").Run(); err != nil {
		skipUnlessCI(t, "no Python with pyspark at "+python+"; .ci/run makes it")
	}
	interpreter, err := filepath.Abs(python)
	if err != nil {
		t.Fatal(err)
	}
	script, err := filepath.Abs("../../deploy/spark/code.py")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(program, filepath.Join(dir, "onrecord")); err != nil { // as which the test program is "onrecord"
		t.Fatal(err)
	}
	want := writeSparkReports(t, dir)
	spark := exec.Command(interpreter, script, "reports/*.jsonl", "entries")
	spark.Dir = dir
	spark.Env = append(os.Environ(), "PYSPARK_PYTHON="+interpreter, "SPARK_LOCAL_IP=127.0.0.1")
	if told, err := spark.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, told)
	}
	if got := sortedLines(t, filepath.Join(dir, "entries", "part-*")); !slices.Equal(got, want) {
		t.Errorf("Spark saved %d lines, want %d:\n%s", len(got), len(want), strings.Join(got, "\n"))
	}
	if rejects := sortedLines(t, filepath.Join(dir, "rejects.*.jsonl")); len(rejects) != 3 {
		t.Errorf("set aside: %q", rejects)
	}
}

// writeSparkReports makes files of reports, each with a bad line, and gives the entries of all.
func writeSparkReports(t *testing.T, dir string) []string {
	t.Helper()
	if err := os.Mkdir(filepath.Join(dir, "reports"), 0o700); err != nil {
		t.Fatal(err)
	}
	var all string
	for part := range 3 {
		lines := "{broken\n"
		for n := range 5 {
			lines += fmt.Sprintf(`{"id":"%d-%d","date":"2031-03-05","text":"Norland attacked Sudland, Weber said on Monday."}`+"\n", part, n)
		}
		if err := os.WriteFile(filepath.Join(dir, "reports", fmt.Sprint(part, ".jsonl")), []byte(lines), 0o600); err != nil {
			t.Fatal(err)
		}
		all += lines
	}
	code := exec.Command(filepath.Join(dir, "onrecord"), "code", "--rejects", filepath.Join(dir, "aside"))
	code.Stdin = strings.NewReader(all)
	out, err := code.Output()
	if err != nil {
		t.Fatal(err)
	}
	return sorted(string(out))
}

func sortedLines(t *testing.T, pattern string) []string {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all += string(raw)
	}
	return sorted(all)
}

func sorted(lines string) []string {
	return slices.Sorted(strings.Lines(lines))
}
