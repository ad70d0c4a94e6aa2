package ingest

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"path/filepath"
)

// readArchive reads the reports of a txtar archive: text files one behind the
// other, each under a line "-- name --". Files not named report.* hold what a
// test expects and are passed over.
func (s *source) readArchive(r io.Reader) error {
	raw, err := readBounded(r, s.opts.maxBytes())
	if err != nil {
		return err
	}
	found := false
	for name, body := range archiveFiles(raw) {
		base := filepath.Base(name)
		as, known := formOf(base)
		if base[:len(base)-len(filepath.Ext(base))] != "report" || !known || as == archive {
			continue
		}
		found = true
		err := s.readAs(as, bufio.NewReader(bytes.NewReader(body)))
		if err := s.passOver("/"+name, err); err != nil {
			return err
		}
	}
	if !found {
		return fmt.Errorf("no report.txt, report.html or report.jsonl in the archive: %w", ErrEmpty)
	}
	return nil
}

// archiveFiles yields the files of a txtar archive in order.
func archiveFiles(raw []byte) func(yield func(string, []byte) bool) {
	return func(yield func(string, []byte) bool) {
		name, start := "", 0
		for at := 0; at < len(raw); {
			end := at + len(lineAt(raw[at:]))
			if next := markerName(raw[at:end]); next != "" {
				if name != "" && !yield(name, raw[start:at]) {
					return
				}
				name, start = next, end
			}
			at = end
		}
		if name != "" {
			yield(name, raw[start:])
		}
	}
}

// lineAt is the first line of raw with its end.
func lineAt(raw []byte) []byte {
	if i := bytes.IndexByte(raw, '\n'); i >= 0 {
		return raw[:i+1]
	}
	return raw
}

// markerName is NAME of a line "-- NAME --", "" for any other line.
func markerName(line []byte) string {
	line = bytes.TrimRight(line, "\r\n")
	if !bytes.HasPrefix(line, []byte("-- ")) || !bytes.HasSuffix(line, []byte(" --")) || len(line) < len("-- x --") {
		return ""
	}
	return string(bytes.TrimSpace(line[3 : len(line)-3]))
}
