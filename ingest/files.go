package ingest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// Files yields the files that [Read] would read, in its order.
func Files(ctx context.Context, paths []string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for _, root := range paths {
			err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
				switch {
				case err != nil:
					return err
				case ctx.Err() != nil:
					return ctx.Err()
				case path != root && strings.HasPrefix(entry.Name(), "."):
					return skipHidden(entry)
				case entry.IsDir() || path != root && !holdsReports(entry):
					return nil
				case !yield(path, nil):
					return errEnough
				}
				return nil
			})
			if err != nil && (errors.Is(err, errEnough) || !yield("", fmt.Errorf("read %s: %w", root, plainFault(err)))) {
				return
			}
		}
	}
}

// HoldsLines reports whether a file is JSONL, not packed: one that can be read from the middle.
func HoldsLines(path string, f *os.File) bool {
	if known, _ := formOf(path); known != lines {
		return false
	}
	var head [4]byte
	n, err := io.ReadFull(f, head[:])
	return err == nil && n == len(head) && !isPacked(head[:])
}

func isPacked(head []byte) bool {
	return string(head[:2]) == "\x1f\x8b" || string(head) == "\x28\xb5\x2f\xfd"
}

// Part yields the lines of a part of a JSONL file, not packed. before is how many lines of the
// file come before it: by them its reports are named.
func Part(ctx context.Context, r io.Reader, name string, opts Options, before int) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		lines := lineReader{r: bufio.NewReaderSize(r, sniffBytes), limit: opts.maxBytes(), number: before}
		lines.each(ctx, name, Resume{}, yield)
	}
}
