// Package labtest finds the corpora for the tests of the lab's tasks. Start at
// [Corpora].
package labtest

import (
	"os"
	"path/filepath"
	"testing"

	"onrecord/lab"
)

// Corpora gives the corpora folder, seen from a package two folders below the
// module root. A test that lacks the file named skips; in CI it fails.
func Corpora(tb testing.TB, parts ...string) lab.Corpora {
	tb.Helper()
	c := lab.Corpora(filepath.Join("..", "..", string(lab.DefaultCorpora)))
	if _, err := os.Stat(c.Path(parts...)); err != nil {
		if os.Getenv("CI") != "" {
			tb.Fatalf("the corpora are missing: %v", err)
		}
		tb.Skipf("skipped: no corpora beside the checkout (%v)", err)
	}
	return c
}
