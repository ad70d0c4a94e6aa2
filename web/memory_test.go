package web

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// TestFiguresAreMadeNowAndThen asks for a figure that takes a second to make: visitors who come
// together wait for one making; for fifty seconds it is not made again; then it is made behind
// their back, while they see the last.
func TestFiguresAreMadeNowAndThen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		v := &visit{site: new(site)}
		var made atomic.Int64
		ask := func() int64 {
			n, err := recall(t.Context(), v, "n", func(context.Context) (int64, error) {
				time.Sleep(time.Second)
				return made.Add(1), nil
			})
			if err != nil {
				t.Error(err)
			}
			return n
		}
		var together sync.WaitGroup
		for range 5 {
			together.Go(func() {
				if n := ask(); n != 1 {
					t.Errorf("figure %d", n)
				}
			})
		}
		together.Wait()
		time.Sleep(49 * time.Second)
		if n := ask(); n != 1 {
			t.Errorf("after 49 seconds figure %d", n)
		}
		time.Sleep(2 * time.Second)
		if n := ask(); n != 1 {
			t.Errorf("the visitor who finds it old waits for figure %d", n)
		}
		time.Sleep(2 * time.Second)
		if n := ask(); n != 2 {
			t.Errorf("the next visitor sees figure %d", n)
		}
	})
}

func TestFaultsAreNotRemembered(t *testing.T) {
	v, broken := &visit{site: new(site)}, errors.New("broken")
	for _, want := range []error{broken, nil, nil} {
		_, err := recall(t.Context(), v, "n", func(context.Context) (int, error) { return 1, want })
		if !errors.Is(err, want) {
			t.Errorf("%v, want %v", err, want)
		}
	}
}

// TestFiguresDoNotPileUp goes through more figures than are kept: the one that is asked for all the time stays.
func TestFiguresDoNotPileUp(t *testing.T) {
	v, made := &visit{site: new(site)}, 0
	ask := func(name string, make func(context.Context) (int, error)) {
		if _, err := recall(t.Context(), v, name, make); err != nil {
			t.Fatal(err)
		}
	}
	f := v.site.memory.figure(memoryKey{nil, "whole record"})
	f.value, f.fresh = 1, time.Now().Add(time.Hour)
	for i := range 3 * mostFigures {
		ask(string(rune(i)), func(context.Context) (int, error) { return i, nil })
		ask("whole record", func(context.Context) (int, error) { made++; return 1, nil })
		if n := len(v.site.memory.held); n > mostFigures {
			t.Fatalf("%d figures are held", n)
		}
	}
	if made > 0 {
		t.Errorf("the figure that all ask for was made %d times", made)
	}
}
