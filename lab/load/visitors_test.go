package load

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

// visitors ask for pages, atOnce of them at a time.
type visitors struct {
	address string
	client  *http.Client
}

const atOnce = 20

// waits is how long each visitor waited, the shortest first, and what a page cost the processor.
type waits struct {
	all       []time.Duration
	processor time.Duration
}

// at is how long the visitor at a part of a hundred waited.
func (w *waits) at(percent int) time.Duration {
	i := max(0, (len(w.all)*percent+99)/100-1)
	return w.all[i].Round(100 * time.Microsecond)
}

func (v *visitors) ask(ctx context.Context, addresses []string) (*waits, error) {
	w := &waits{}
	var guard sync.Mutex
	before := processorTime()
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(atOnce)
	for _, a := range addresses {
		g.Go(func() error {
			start := time.Now()
			if err := v.visit(ctx, a); err != nil {
				return err
			}
			guard.Lock()
			defer guard.Unlock()
			w.all = append(w.all, time.Since(start))
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	w.processor = (processorTime() - before) / time.Duration(len(addresses))
	slices.Sort(w.all)
	return w, nil
}

func (v *visitors) visit(ctx context.Context, address string) error {
	ask, err := http.NewRequestWithContext(ctx, http.MethodGet, v.address+address, nil)
	if err != nil {
		return err
	}
	answer, err := v.client.Do(ask)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		return err
	}
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("visit %s: %s", address, answer.Status)
	}
	return nil
}

// processorTime is what the program has used so far: other programs do not blur it.
func processorTime() time.Duration {
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		panic("a program may ask what it used: " + err.Error())
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}
