package feeds

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// drop puts a file into a folder.
func drop(t *testing.T, folder, name, words string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), []byte(words), 0o600); err != nil {
		t.Fatal(err)
	}
}

// sources runs a watcher once and tells the words that it gave.
func sources(t *testing.T, w *Watcher) (words []string) {
	t.Helper()
	w.Once, w.Look = true, 10*time.Millisecond
	for a, err := range w.Articles(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		words = append(words, string(a.Report.Raw))
		a.Done(nil)
	}
	return words
}

func TestFoldersAreWatched(t *testing.T) {
	dir := t.TempDir()
	w := &Watcher{Drops: []string{dir}, Folder: filepath.Join(dir, "state"), Fetcher: fetcher()}
	drop(t, dir, "a.txt", "He said no.")
	drop(t, dir, ".hidden.txt", "Half of it")
	drop(t, dir, "two.jsonl", "{\"text\":\"One said no.\"}\n{broken\n{\"text\":\"Two said no.\"}\n")
	if got := sources(t, w); !slices.Equal(got, []string{"He said no.", "One said no.", "Two said no."}) {
		t.Errorf("the first time %q", got)
	}
	if got := sources(t, w); len(got) != 0 {
		t.Errorf("again %q", got)
	}
	drop(t, dir, "a.txt", "He said no again.")
	drop(t, dir, "b.txt", "She said no.")
	if got := sources(t, w); !slices.Equal(got, []string{"He said no again.", "She said no."}) {
		t.Errorf("what changed and what is new: %q", got)
	}
}

// TestFileIsReadOnceItIsWhole writes a file slowly while its folder is watched.
func TestFileIsReadOnceItIsWhole(t *testing.T) {
	dir, ctx := t.TempDir(), t.Context()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	w := &Watcher{Drops: []string{dir}, Folder: t.TempDir(), Fetcher: fetcher(), Look: 300 * time.Millisecond}
	const whole = "He said no. She said no. They said no. Nobody said yes."
	go func() {
		for n := 5; n <= len(whole); n += 5 {
			if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(whole[:n]), 0o600); err != nil {
				t.Error(err)
			}
			time.Sleep(50 * time.Millisecond)
		}
	}()
	for a, err := range w.Articles(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		if got := string(a.Report.Raw); got != whole {
			t.Errorf("read %q", got)
		}
		a.Done(nil)
		stop()
	}
}

// TestStoppedFolderLosesNothing ends a run between the reading of a file and its storing.
func TestStoppedFolderLosesNothing(t *testing.T) {
	dir := t.TempDir()
	drop(t, dir, "a.txt", "He said no.")
	w := &Watcher{Drops: []string{dir}, Folder: t.TempDir(), Fetcher: fetcher(), Look: time.Millisecond}
	for _, err := range w.Articles(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		break // and it is never done
	}
	if got := sources(t, w); !slices.Equal(got, []string{"He said no."}) {
		t.Errorf("the second run gives %q", got)
	}
}

func TestFolderThatIsAwayIsWaitedFor(t *testing.T) {
	dir := t.TempDir()
	drop(t, dir, "a.txt", "He said no.")
	w := &Watcher{Drops: []string{dir}, Folder: t.TempDir(), Fetcher: fetcher()}
	sources(t, w)
	if err := os.Rename(dir, dir+"-away"); err != nil {
		t.Fatal(err)
	}
	told := 0
	w.Tell = func(e Event) {
		if e.Err != nil {
			told++
		}
	}
	if got := sources(t, w); len(got) != 0 || told != 1 {
		t.Errorf("%q, told %d times", got, told)
	}
	if err := os.Rename(dir+"-away", dir); err != nil {
		t.Fatal(err)
	}
	if got := sources(t, w); len(got) != 0 {
		t.Errorf("what was read is read again: %q", got)
	}
}

func TestTwoWatchersDoNotShareAState(t *testing.T) {
	dir := t.TempDir()
	drop(t, dir, "a.txt", "He said no.")
	w := &Watcher{Drops: []string{dir}, Folder: t.TempDir(), Fetcher: fetcher(), Look: time.Millisecond}
	for a, err := range w.Articles(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		a.Done(nil)
		other := &Watcher{Drops: []string{dir}, Folder: w.Folder, Fetcher: fetcher(), Once: true}
		for _, err := range other.Articles(t.Context()) {
			if !errors.Is(err, ErrInUse) {
				t.Errorf("the second watcher: %v", err)
			}
		}
		break
	}
	sources(t, w) // the lock is gone with its holder
}
