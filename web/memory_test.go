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

// stateRecord is a record of which only the state is known.
type stateRecord struct {
	Record
	now string
}

func (r *stateRecord) State(context.Context) (string, error) { return r.now, nil }

// TestFiguresAreGoodWhileNothingChanges asks for figures hours later, before and after the record has changed.
func TestFiguresAreGoodWhileNothingChanges(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		record := &stateRecord{now: "1"}
		v := &visit{site: new(site), Record: record}
		made := map[string]int{}
		ask := func(name string, takes time.Duration) int {
			n, err := recall(t.Context(), v, name, func(context.Context) (int, error) {
				time.Sleep(takes)
				made[name]++
				return made[name], nil
			})
			if err != nil {
				t.Error(err)
			}
			return n
		}
		look := func(when string, quick, slow int) {
			time.Sleep(time.Hour)
			if gotQuick, gotSlow := ask("quick", time.Millisecond), ask("slow", time.Second); gotQuick != quick || gotSlow != slow {
				t.Errorf("%s: quick figure %d, slow figure %d; want %d, %d", when, gotQuick, gotSlow, quick, slow)
			}
			synctest.Wait()
		}
		look("first", 1, 1)
		look("nothing changed", 1, 1)
		record.now = "2"
		look("it changed: what is quick is made at once", 2, 1)
		look("what is slow was made meanwhile", 2, 2)
		look("nothing changed again", 2, 2)
	})
}
