package web

import (
	"cmp"
	"context"
	"runtime"
)

// turns lets few pages be made at a time; the others wait in the order in which they came. Twenty at once on two
// processors are all done as soon as when each is begun at once, but none is late for having been put off again and
// again, and what two hold in memory is a tenth of what twenty hold.
type turns chan struct{}

// newTurns makes so many turns, for 0 as many as there are processors.
func newTurns(n int) turns { return make(turns, cmp.Or(n, runtime.GOMAXPROCS(0))) }

// take waits for a turn and gives what ends it.
func (t turns) take(ctx context.Context) (end func(), err error) {
	select {
	case t <- struct{}{}:
		return func() { <-t }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
