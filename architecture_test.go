package onrecord_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestDocumentsNameWhatExists keeps the maps true: every file or folder that they
// name in backquotes is there.
func TestDocumentsNameWhatExists(t *testing.T) {
	named := regexp.MustCompile("`([a-zA-Z0-9_./-]+)`")
	for _, doc := range []string{"ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"} {
		text, err := os.ReadFile(doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range named.FindAllStringSubmatch(string(text), -1) {
			if path := m[1]; looksLikePath(path) {
				if _, err := os.Stat(path); err != nil {
					t.Errorf("%s names %s: %v", doc, path, err)
				}
			}
		}
	}
}

func looksLikePath(s string) bool {
	if strings.HasPrefix(s, "../") || strings.HasPrefix(s, "./") || strings.HasPrefix(s, "/") {
		return false
	}
	return strings.Contains(s, "/") || strings.HasSuffix(s, ".go") || strings.HasSuffix(s, ".md")
}
