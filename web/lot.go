package web

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"time"

	"onrecord/store"
)

// lots are what visitors brought: those that are being read, and the last that were.
type lots struct {
	guard sync.Mutex
	known []*lot
}

// lot is what one visitor brought at a time. It is read whether or not the visitor waits.
type lot struct {
	id    string
	done  chan struct{} // closed when all is read
	guard sync.Mutex
	added []Added
}

// The bounds of lots.
const (
	mostInWork  = 4   // that are read at a time
	mostKept    = 100 // that are remembered
	longestRead = 10 * time.Minute
)

// errBusy says that it would work a little later.
var errBusy = errors.New("others' reports are being read; try again in a minute")

func (l *lots) begin() (*lot, error) {
	l.guard.Lock()
	defer l.guard.Unlock()
	inWork := 0
	for _, one := range l.known {
		if !one.isDone() {
			inWork++
		}
	}
	if inWork >= mostInWork {
		return nil, errBusy
	}
	if len(l.known) == mostKept {
		l.known = slices.Delete(l.known, 0, 1)
	}
	begun := &lot{id: rand.Text(), done: make(chan struct{})}
	l.known = append(l.known, begun)
	return begun, nil
}

func (l *lots) find(id string) (*lot, error) {
	l.guard.Lock()
	defer l.guard.Unlock()
	for _, one := range l.known {
		if one.id == id {
			return one, nil
		}
	}
	return nil, fmt.Errorf("%w: nothing was brought under that address, or it was long ago", store.ErrNotFound)
}

// read reads all that was brought.
func (l *lot) read(ctx context.Context, log *slog.Logger, loads []load) {
	defer close(l.done)
	defer func() { // the server would catch it on a visitor's way, but this is none
		if fault := recover(); fault != nil {
			log.Error("read what was brought", "fault", fault)
			l.take(Added{Fault: "something broke; the log of the program tells why"})
		}
	}()
	ctx, cancel := context.WithTimeout(ctx, longestRead)
	defer cancel()
	for _, reports := range loads {
		for one := range reports(ctx) {
			l.take(one)
		}
	}
}

func (l *lot) take(one Added) {
	l.guard.Lock()
	defer l.guard.Unlock()
	l.added = append(l.added, one)
}

// wait waits until all is read, but not long.
func (l *lot) wait(ctx context.Context, most time.Duration) {
	ctx, cancel := context.WithTimeout(ctx, most)
	defer cancel()
	select {
	case <-l.done:
	case <-ctx.Done():
	}
}

func (l *lot) isDone() bool {
	select {
	case <-l.done:
		return true
	default:
		return false
	}
}

// lotPage tells how far a lot has come.
type lotPage struct {
	At    string
	Done  bool
	Added []Added
}

func (s *site) lot(_ context.Context, v *visit) (view, error) {
	one, err := s.lots.find(v.PathValue("lot"))
	if err != nil {
		return view{}, err
	}
	p := lotPage{At: "/add/" + one.id, Done: one.isDone()}
	one.guard.Lock()
	defer one.guard.Unlock()
	p.Added = slices.Clone(one.added)
	return view{template: "added", title: "Added", data: p, goesOn: !p.Done}, nil
}
