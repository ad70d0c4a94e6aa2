package web

import (
	"context"
	"sync"
	"time"
)

// memory keeps figures of the whole record, which take long to make where it is large. A figure is good as long as nothing
// of the record has changed. Then it is kept so long that its making takes a small part of the time: one that is made in an
// instant is made at once, one that takes seconds now and then, while visitors see the last.
type memory struct {
	guard sync.Mutex
	held  map[memoryKey]*figure
	asked int // how often any was asked for
}

// memoryKey names a figure of one record.
type memoryKey struct {
	record Record
	name   string
}

// figure is a value that was made once or several times.
type figure struct {
	making chan struct{} // full while the first value is made
	guard  sync.Mutex
	value  any
	state  string // of the record of which it was made; "" if that cannot be told
	took   time.Duration
	fresh  time.Time // until when
	busy   bool      // it is being made anew
	asked  int       // by which asking of all it was last asked for
}

// How long a figure is fresh: this many times as long as it took to make. And how long its making
// behind the visitors' back may take.
const (
	rest        = 50
	patience    = 2 * time.Minute
	instant     = 50 * time.Millisecond
	mostFigures = 300
)

// remembered gives a figure of the record that a visit looks at.
func remembered[T any](ctx context.Context, m *memory, v *visit, name string, made func(context.Context) (T, error)) (T, error) {
	var none T
	state, err := v.state(ctx)
	if err != nil {
		return none, err
	}
	f := m.figure(memoryKey{v.Record, name})
	if value, known := f.look(); known {
		due, isQuick := f.isDue(state)
		switch {
		case due && isQuick:
			if anew, err := f.make(ctx, state, anyOf(made)); err == nil {
				value = anew
			}
		case due:
			go func() {
				if _, err := f.make(context.WithoutCancel(ctx), state, anyOf(made)); err != nil {
					v.site.Log.Error("make a figure anew", "figure", name, "fault", err)
				}
			}()
		}
		return value.(T), nil
	}
	select {
	case f.making <- struct{}{}:
		defer func() { <-f.making }()
	case <-ctx.Done():
		return none, ctx.Err()
	}
	if value, known := f.look(); known { // another visitor waited before us
		return value.(T), nil
	}
	value, err := f.make(ctx, state, anyOf(made))
	if err != nil {
		return none, err
	}
	return value.(T), nil
}

func anyOf[T any](made func(context.Context) (T, error)) func(context.Context) (any, error) {
	return func(ctx context.Context) (any, error) { return made(ctx) }
}

func (m *memory) figure(key memoryKey) *figure {
	m.guard.Lock()
	defer m.guard.Unlock()
	if m.held == nil {
		m.held = map[memoryKey]*figure{}
	}
	f := m.held[key]
	if f == nil {
		m.makeRoom()
		f = &figure{making: make(chan struct{}, 1)}
		m.held[key] = f
	}
	m.asked++
	f.asked = m.asked
	return f
}

// makeRoom forgets what was not asked for longest: a visitor may go through all actors, and figures of the whole record
// shall stay.
func (m *memory) makeRoom() {
	if len(m.held) < mostFigures {
		return
	}
	var oldest memoryKey
	for key, f := range m.held {
		if first := m.held[oldest]; first == nil || f.asked < first.asked {
			oldest = key
		}
	}
	delete(m.held, oldest)
}

func (f *figure) look() (value any, known bool) {
	f.guard.Lock()
	defer f.guard.Unlock()
	return f.value, f.value != nil
}

// isDue reports, to one asker alone, that a figure should be made anew, and whether that is quick.
func (f *figure) isDue(state string) (due, isQuick bool) {
	f.guard.Lock()
	defer f.guard.Unlock()
	if f.busy || time.Now().Before(f.fresh) || state != "" && state == f.state {
		return false, false
	}
	f.busy = true
	return true, f.took < instant
}

// make makes the value; a fault leaves the last one and is tried again.
func (f *figure) make(ctx context.Context, state string, made func(context.Context) (any, error)) (any, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	start := time.Now()
	value, err := made(ctx)
	f.guard.Lock()
	defer f.guard.Unlock()
	f.busy = false
	if err == nil {
		f.took = time.Since(start)
		f.value, f.state, f.fresh = value, state, time.Now().Add(rest*f.took)
	}
	return value, err
}
