package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/search"
)

const commandPage = "../../docs/cli.md"

// TestCommandPage keeps docs/cli.md equal to what --help says; with -update it
// writes the page.
func TestCommandPage(t *testing.T) {
	a := newApp()
	a.stdout, a.stderr = io.Discard, io.Discard
	var page bytes.Buffer
	page.WriteString("# The command line\n\nThis page is what `onrecord COMMAND --help` says, written by `go test ./cmd/onrecord -run Page -update`.\n")
	fmt.Fprintf(&page, "\n## onrecord\n\n```\n%s```\n", helpOf(t, a))
	for _, c := range a.rootCommand().Commands() {
		if c.IsAvailableCommand() {
			fmt.Fprintf(&page, "\n## onrecord %s\n\n%s.\n\n```\n%s```\n", c.Name(), c.Short, helpOf(t, a, c.Name()))
		}
	}
	if *update {
		if err := os.WriteFile(commandPage, page.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	written, err := os.ReadFile(commandPage)
	if diff := cmp.Diff(strings.Split(string(written), "\n"), strings.Split(page.String(), "\n")); err != nil || diff != "" {
		t.Errorf("%v: run \"make golden\"\n%s", err, diff)
	}
}

func helpOf(t *testing.T, a *app, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	root := a.rootCommand()
	root.SetOut(&out)
	root.SetArgs(append(args, "--help"))
	if err := root.ExecuteContext(t.Context()); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestQueriesOfTheManualParse reads every query that docs/search.md and the help
// show.
func TestQueriesOfTheManualParse(t *testing.T) {
	page, err := os.ReadFile("../../docs/search.md")
	if err != nil {
		t.Fatal(err)
	}
	queries := regexp.MustCompile("(?m)^\\| `([^`]+)` \\|").FindAllStringSubmatch(string(page), -1)
	if len(queries) < 15 {
		t.Fatalf("only %d queries found in docs/search.md", len(queries))
	}
	for _, q := range queries {
		if _, err := search.Parse(q[1]); err != nil {
			t.Errorf("%s: %v", q[1], err)
		}
	}
}

// TestQualityTellsScores looks that the page has every line of the table of scores, with its figures.
func TestQualityTellsScores(t *testing.T) {
	table, err := os.ReadFile("../../web/scores.tsv")
	if err != nil {
		t.Fatal(err)
	}
	page := strings.ReplaceAll(body(t, sampleSite(t), "/quality"), "&#43;", "+")
	for line := range strings.Lines(string(table)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		row := f[1] + ` <span class="dim">· ` + f[2] + "</span></th><td>" + f[7] + "</td><td>"
		if held := f[8]; held != "-" {
			row += held + "</td>"
		}
		if !strings.Contains(page, row) {
			t.Errorf("the page does not tell %q", line)
		}
	}
}
