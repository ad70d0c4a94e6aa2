package ingest

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"onrecord"
)

// readPath yields the reports of one path: a file, a folder, or "-".
func readPath(ctx context.Context, path string, opts Options) iter.Seq2[*onrecord.Report, error] {
	if path == Stdin {
		return From(ctx, opts.stdin(), "stdin", opts)
	}
	return func(yield func(*onrecord.Report, error) bool) {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			yield(nil, fmt.Errorf("read %s: %w", path, plainFault(err)))
		case info.IsDir():
			readFolder(ctx, path, opts, yield)
		default:
			readFile(ctx, path, opts, yield)
		}
	}
}

// readFile yields the reports of one file and tells whether more are wanted.
func readFile(ctx context.Context, path string, opts Options, yield func(*onrecord.Report, error) bool) bool {
	f, err := os.Open(path)
	if err != nil {
		return yield(nil, fmt.Errorf("read %s: %w", path, plainFault(err)))
	}
	defer f.Close()
	for report, err := range From(ctx, f, path, opts) {
		if !yield(report, err) {
			return false
		}
	}
	return true
}

// errEnough stops the walk through a folder.
var errEnough = errors.New("enough")

// readFolder yields the reports of all files below a folder whose names tell that
// they hold reports, sorted by path. Hidden files and links are passed over.
func readFolder(ctx context.Context, root string, opts Options, yield func(*onrecord.Report, error) bool) {
	found := false
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			if !yield(nil, fmt.Errorf("read %s: %w", path, plainFault(err))) {
				return errEnough
			}
			return nil
		}
		if path != root && strings.HasPrefix(entry.Name(), ".") {
			return skipHidden(entry)
		}
		if !holdsReports(entry) {
			return nil
		}
		found = true
		if !readFile(ctx, path, opts, yield) || ctx.Err() != nil {
			return errEnough
		}
		return nil
	})
	if err == nil && !found {
		yield(nil, fmt.Errorf("read %s: no file in the folder is named .txt, .html, .htm, .json, .jsonl, .ndjson, .warc, .wet, .xml, .nitf, .newsml, .eml, .mbox, .pdf or .txtar, packed (.gz, .zst) or not", root))
	}
}

func skipHidden(entry fs.DirEntry) error {
	if entry.IsDir() {
		return filepath.SkipDir
	}
	return nil
}

func holdsReports(entry fs.DirEntry) bool {
	_, known := formOf(trimPacking(trimPacking(entry.Name(), ".gz"), ".zst"))
	return known && entry.Type().IsRegular()
}

// plainFault takes the path off a fault of the file system: the caller names it.
func plainFault(err error) error {
	var fault *fs.PathError
	if errors.As(err, &fault) {
		return fault.Err
	}
	return err
}
