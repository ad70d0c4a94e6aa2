//go:build !pdf

package ingest

import (
	"errors"
	"strings"
	"testing"
)

func TestBuildWithoutPDFSaysSo(t *testing.T) {
	told := false
	for report, err := range From(t.Context(), strings.NewReader("%PDF-1.4\nwords"), "paper.pdf", Options{}) {
		told = told || errors.Is(err, errNoPDF)
		if report != nil {
			t.Errorf("read %q", report.Raw)
		}
	}
	if !told {
		t.Errorf("nothing said that PDF cannot be read")
	}
}
