package work

import (
	"context"
	"iter"
	"runtime"
)

// InOrder does a deed with everything that comes in, several at a time (0: as many as there
// are cores), and gives the results in the order in which the things came. A few things a
// worker are taken ahead, however slow the taker of results is.
//
// When ctx ends no more is taken in; what was taken is still done and its results given. The
// input is not waited for then: it may hang.
func InOrder[T, R any](ctx context.Context, workers int, in iter.Seq[T], deed func(T) R) iter.Seq[R] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(R) bool) {
		ctx, stop := context.WithCancel(ctx)
		p := pool[T, R]{ctx, make(chan chan R, 2*workers), make(chan struct{}, workers), deed}
		defer p.wait()
		defer stop()
		go p.take(in)
		for result := range p.results {
			if !yield(result) {
				return
			}
		}
	}
}

// pool is one run of InOrder.
type pool[T, R any] struct {
	ctx    context.Context
	places chan chan R   // in order; each will hold one result
	desks  chan struct{} // as many as may work at a time
	deed   func(T) R
}

// take gives everything that comes in a desk and a place, until the pool's context ends.
func (p *pool[T, R]) take(in iter.Seq[T]) {
	defer close(p.places)
	for one := range in {
		select {
		case p.desks <- struct{}{}:
		case <-p.ctx.Done():
			return
		}
		place := make(chan R, 1)
		select {
		case p.places <- place:
		case <-p.ctx.Done():
			<-p.desks
			return
		}
		go func() {
			place <- p.deed(one)
			<-p.desks
		}()
	}
}

// results gives what the places come to hold.
func (p *pool[T, R]) results(yield func(R) bool) {
	for {
		var place chan R
		var more bool
		select {
		case place, more = <-p.places:
		case <-p.ctx.Done():
			select {
			case place, more = <-p.places:
			default:
			}
		}
		if !more || !yield(<-place) {
			return
		}
	}
}

// wait takes all desks: nobody works at them any more.
func (p *pool[T, R]) wait() {
	for range cap(p.desks) {
		p.desks <- struct{}{}
	}
}
