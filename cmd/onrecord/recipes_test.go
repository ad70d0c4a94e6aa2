package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestRecipesRunAsTheyStand runs the commands of docs/recipes.md on the sample record, and then its blocks
// in Python and in R: both count the same.
func TestRecipesRunAsTheyStand(t *testing.T) {
	raw, err := os.ReadFile("../../docs/recipes.md")
	if err != nil {
		t.Fatal(err)
	}
	page, folder := string(raw), t.TempDir()
	exportTables(t, page, folder)
	var counted []string
	for _, c := range []struct{ name, language, ends, program, count string }{
		{"Python", "python", ".py", python, `print("counted", len(statements), len(by_speaker), int(by_month.to_numpy().sum()), len(denials))`},
		{"R", "r", ".R", "Rscript", `cat("counted", nrow(statements), length(by_speaker), sum(by_month), nrow(denials), "\n")`},
	} {
		t.Run(c.name, func(t *testing.T) {
			program, err := exec.LookPath(c.program)
			if err != nil {
				skipUnlessCI(t, "no "+c.name+"; .ci/run installs it")
			}
			if program, err = filepath.Abs(program); err != nil {
				t.Fatal(err)
			}
			out := runScript(t, program, filepath.Join(folder, "recipe"+c.ends), blocksOf(page, c.language)+c.count+"\n")
			_, count, _ := strings.Cut(out, "counted ")
			counted = append(counted, strings.TrimSpace(count))
		})
	}
	for _, count := range counted {
		if count != counted[0] || len(strings.Fields(count)) != 4 || strings.Contains(" "+count+" ", " 0 ") {
			t.Errorf("counted %q", counted)
		}
	}
}

// exportTables runs the commands of a page, which write what is told behind ">".
func exportTables(t *testing.T, page, folder string) {
	t.Helper()
	record, err := sampleOnceForTests()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range commandLine.FindAllStringSubmatch(page, -1) {
		command, file, _ := strings.Cut(c[1], " > ")
		var out, faults bytes.Buffer
		a := newApp()
		a.stdout, a.stderr, a.database = &out, &faults, filepath.Join(record.dir, "sample.db")
		if code := run(context.Background(), a, append([]string{"--db", a.database}, strings.Fields(command)...)); code != exitOK {
			t.Fatalf("onrecord %s: exit code %d\n%s", command, code, faults.String())
		}
		if err := os.WriteFile(filepath.Join(folder, file), out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// blocksOf joins the blocks of a language.
func blocksOf(page, language string) (script string) {
	for _, block := range regexp.MustCompile("(?s)```"+language+"\n(.*?)```").FindAllStringSubmatch(page, -1) {
		script += block[1]
	}
	return script
}

func runScript(t *testing.T, program, file, script string) string {
	t.Helper()
	if err := os.WriteFile(file, []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), program, file)
	c.Dir = filepath.Dir(file)
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}
