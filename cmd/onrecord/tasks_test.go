package main

import (
	"bytes"
	"context"
	"os"
	"regexp"
	"strings"
	"testing"
)

// commandLine is a command in a page for people.
var commandLine = regexp.MustCompile(`(?m)^onrecord (.+)$`)

// TestTasksRunAsTheyStand runs the commands of docs/tasks.md, one after the other, on one database.
func TestTasksRunAsTheyStand(t *testing.T) {
	t.Chdir("../..")
	page, err := os.ReadFile("docs/tasks.md")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	commands := commandLine.FindAllStringSubmatch(string(page), -1)
	if len(commands) < 14 {
		t.Fatalf("only %d commands in docs/tasks.md", len(commands))
	}
	for _, c := range commands {
		args := wordsOfShell(c[1])
		if args[0] == "serve" || args[0] == "mcp" {
			continue // they wait for visitors; serve_test.go tries them
		}
		var out, faults bytes.Buffer
		a := newApp()
		a.stdout, a.stderr, a.load = &out, &faults, standardOnce
		if code := run(context.Background(), a, args); code != exitOK || out.Len() == 0 {
			t.Errorf("onrecord %s: exit code %d, %d bytes\n%s", c[1], code, out.Len(), faults.String())
		}
	}
}

// TestGoOfTheTasksIsTheExample keeps the Go of docs/tasks.md equal to the example that is run as a test.
func TestGoOfTheTasksIsTheExample(t *testing.T) {
	page, err := os.ReadFile("../../docs/tasks.md")
	if err != nil {
		t.Fatal(err)
	}
	example, err := os.ReadFile("../../example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	shown := "\t" + strings.ReplaceAll(strings.TrimSpace(blocksOf(string(page), "go")), "\n", "\n\t")
	if len(shown) < 500 || !strings.Contains(string(example), shown) {
		t.Errorf("docs/tasks.md shows\n%s", shown)
	}
}

// wordsOfShell cuts a command line as a shell does, as far as the page needs.
func wordsOfShell(line string) (args []string) {
	for _, part := range regexp.MustCompile(`'[^']*'|\S+`).FindAllString(line, -1) {
		args = append(args, strings.Trim(part, "'"))
	}
	return args
}
