package web

import (
	"context"
	"runtime"
)

// turns lets few pages be made at a time; the others wait in the order in which they came. Twenty at once on two
// processors are all done as soon as when each is begun at once, but none is late for having been put off again and
// again, and what four hold in memory is a fifth of what twenty hold.
type turns chan struct{}

func newTurns() turns { return make(turns, 2*runtime.GOMAXPROCS(0)) }

// take waits for a turn and gives what ends it.
func (t turns) take(ctx context.Context) (end func(), err error) {
	select {
	case t <- struct{}{}:
		return func() { <-t }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
