package feeds

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"
	"sync"
	"time"

	"onrecord/ingest"
)

// usualLook is how often a folder is looked at. It is looked at rather than waited for: shares of
// other machines tell nobody when a file comes.
const usualLook = 5 * time.Second

// folder is a folder in a run. A file is read when two looks found it the same, so not while it is
// being written; and again when it has changed. No clock is asked: that of a share may differ.
type folder struct {
	run  *run
	path string
	seen map[string]stamp // by the last look
	kept folderState

	failing bool // the last look did
}

// folderState is what is kept of a folder between two runs.
type folderState struct {
	Feed  string           `json:"feed"`
	Files map[string]stamp `json:"files"` // those that were read
}

// stamp tells whether a file has changed.
type stamp struct {
	Size     int64     `json:"size"`
	Modified time.Time `json:"modified"`
}

func (r *run) newFolder(path string) (*folder, error) {
	f := &folder{run: r, path: path}
	found, err := r.shelf.read(path, &f.kept)
	if err != nil {
		return nil, err
	}
	if !found || f.kept.Feed != path || f.kept.Files == nil {
		f.kept = folderState{path, map[string]stamp{}}
	}
	return f, nil
}

// atOnceRead is how many files are read before it is kept that they were.
const atOnceRead = 100

// watch looks at the folder until ctx ends; with Once until what lay in it is read.
func (f *folder) watch(ctx context.Context) {
	for looks := 0; ; looks++ {
		settled, err := f.look(ctx)
		if err != nil && !f.failing {
			f.run.tell(Event{Feed: f.path, Err: err, Retry: true})
		}
		f.failing = err != nil
		for some := range slices.Chunk(settled, atOnceRead) {
			f.readAll(ctx, some)
			if err := f.run.shelf.write(f.path, &f.kept); err != nil {
				f.run.tell(Event{Feed: f.path, Err: err})
			}
		}
		if f.run.Once && looks > 0 || sleep(ctx, cmp.Or(f.run.Look, usualLook)) != nil {
			return
		}
	}
}

// look gives the files that are to be read, in the order of their paths. Of a share that is away
// nothing is forgotten.
func (f *folder) look(ctx context.Context) (settled []string, err error) {
	now, read := map[string]stamp{}, map[string]stamp{}
	for path, err := range ingest.Files(ctx, []string{f.path}) {
		if err != nil {
			return nil, err
		}
		info, err := os.Stat(path)
		switch {
		case errors.Is(err, fs.ErrNotExist), err == nil && f.run.shelf.holds(path):
			continue // taken away since it was listed, or our own
		case err != nil:
			return nil, err
		}
		is := stamp{info.Size(), info.ModTime().UTC()}
		now[path] = is
		if f.kept.Files[path] == is {
			read[path] = is
		} else if f.seen[path] == is {
			settled = append(settled, path)
		}
	}
	f.seen, f.kept.Files = now, read
	return settled, nil
}

// readAll gives the reports of files, and waits until they are stored. A file of which all are, or
// which cannot be read, is not read again.
func (f *folder) readAll(ctx context.Context, paths []string) {
	var stored sync.WaitGroup
	read := 0
	for _, path := range paths {
		if !f.readFile(ctx, path, &stored) {
			break
		}
		read++
	}
	if ctx.Err() != nil || !waitFor(ctx, &stored) {
		return
	}
	for _, path := range paths[:read] {
		f.kept.Files[path] = f.seen[path]
	}
	f.run.tell(Event{Feed: f.path, Items: len(f.kept.Files), New: read})
}

// readFile gives the reports of a file on; false if ctx ended.
func (f *folder) readFile(ctx context.Context, path string, stored *sync.WaitGroup) bool {
	for report, err := range ingest.Read(ctx, []string{path}, ingest.Options{}) {
		if ctx.Err() != nil {
			return false
		}
		if err != nil {
			f.run.tell(Event{Feed: f.path, URL: path, Err: err})
			continue
		}
		stored.Add(1)
		done := sync.OnceFunc(stored.Done)
		article := Article{Feed: f.path, Report: report, Done: func(err error) {
			if err != nil {
				f.run.tell(Event{Feed: f.path, URL: report.Source, Err: err})
			}
			done()
		}}
		select {
		case f.run.out <- article:
		case <-ctx.Done():
			return false
		}
	}
	return ctx.Err() == nil
}

// waitFor waits for the group, but not behind the end of ctx.
func waitFor(ctx context.Context, group *sync.WaitGroup) bool {
	all := make(chan struct{})
	go func() { group.Wait(); close(all) }()
	select {
	case <-all:
		return true
	case <-ctx.Done():
		return false
	}
}
