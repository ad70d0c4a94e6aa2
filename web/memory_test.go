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

func TestFiguresDoNotPileUp(t *testing.T) {
	v := &visit{site: new(site)}
	for i := range 3 * mostFigures {
		if _, err := recall(t.Context(), v, string(rune(i)), func(context.Context) (int, error) { return i, nil }); err != nil {
			t.Fatal(err)
		}
		if n := len(v.site.memory.held); n > mostFigures {
			t.Fatalf("%d figures are held", n)
		}
	}
}
