package main

import (
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// firstReport is the sample on the README's first screen.
const firstReport = "testdata/reports/wire-brief-border.txtar"

// TestGoldenReadme keeps the README's first screen real: the report is the sample's,
// the record is what the program prints for it. With -update it is written anew.
func TestGoldenReadme(t *testing.T) {
	t.Chdir("../..")
	archive, err := txtar.ParseFile(firstReport)
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	want := string(readme)
	for _, f := range archive.Files {
		if f.Name == "report.txt" {
			want = withBlock(t, want, "report", string(f.Data))
		}
	}
	want = withBlock(t, want, "record", readRecord(t, firstReport))
	if *update {
		if err := os.WriteFile("README.md", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if want != string(readme) {
		t.Error("the README's first screen is not what the program prints; run \"make golden\"")
	}
}

// withBlock puts words into the block that stands between "<!-- NAME -->" and
// "<!-- end -->".
func withBlock(t *testing.T, readme, name, words string) string {
	t.Helper()
	before, rest, ok := strings.Cut(readme, "<!-- "+name+" -->\n")
	_, after, ended := strings.Cut(rest, "<!-- end -->")
	if !ok || !ended {
		t.Fatalf("README.md has no block <!-- %s --> ... <!-- end -->", name)
	}
	return before + "<!-- " + name + " -->\n```\n" + strings.TrimSpace(words) + "\n```\n<!-- end -->" + after
}
