package codebook_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/codebook"
)

var update = flag.Bool("update", false, "write docs/codebook.md anew")

// TestDocumentShowsTheTables keeps docs/codebook.md equal to the tables.
func TestDocumentShowsTheTables(t *testing.T) {
	book := codebook.Plover()
	path, want := filepath.Join("..", "docs", "codebook.md"), document(book)
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s differs from the tables: go test ./codebook -run Document -update", path)
	}
}

func document(book *codebook.Codebook) string {
	var b strings.Builder
	fmt.Fprintf(&b, `# The codebook

Which events the record knows: edition %s. Codes, quad classes and scores are those of PLOVER (manual 2.0, Open Event Data Alliance); the wording is ours, and
where PLOVER's own files disagree the tables under `+"`codebook/plover`"+` say which reading was taken and why. This page is written from them.

## Types

Quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. Score runs from -10 (hostile) to 10 (friendly).

| type | quad | score | recipient | CAMEO root | means |
|---|---|---|---|---|---|
`, codebook.Version)
	for _, t := range book.Types {
		recipient := "may be absent"
		if t.NeedsRecipient {
			recipient = "needed"
		}
		name := string(t.Name)
		if t.Extension {
			name += " (extension)"
		}
		fmt.Fprintf(&b, "| %s | %d | %g | %s | %s | %s |\n", name, t.Quad, t.Score, recipient, t.CAMEO, t.Means)
	}
	b.WriteString("\n## Modes\n\n| type | mode | score | CAMEO | means |\n|---|---|---|---|---|\n")
	for _, m := range book.Modes {
		fmt.Fprintf(&b, "| %s | %s | %g | %s | %s |\n", m.Type, m.Name, m.Score, m.CAMEO, m.Means)
	}
	b.WriteString("\n## Contexts\n\n| context | means |\n|---|---|\n")
	for _, c := range book.Contexts {
		fmt.Fprintf(&b, "| %s | %s |\n", c.Name, c.Means)
	}
	b.WriteString("\n## Sectors of actors\n\n| sector | means |\n|---|---|\n")
	for _, s := range book.Sectors {
		fmt.Fprintf(&b, "| %s | %s |\n", s.Name, s.Means)
	}
	b.WriteString("\n## CAMEO\n\n`event.cameo` gives the CAMEO code that the type and mode cross to; the whole crosswalk is `codebook/plover/cameo.tsv`.\n")
	return b.String()
}
