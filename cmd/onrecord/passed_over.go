package main

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

// passedOver counts, by reason, the records of web crawls that hold no report.
type passedOver struct {
	mu sync.Mutex
	n  map[string]int
}

func (p *passedOver) count(reason string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.n == nil {
		p.n = map[string]int{}
	}
	p.n[reason]++
}

// tell says what was passed over, the commonest reason first; nothing if nothing was.
func (p *passedOver) tell(a *app) {
	p.mu.Lock()
	defer p.mu.Unlock()
	var reasons []string
	for reason := range p.n {
		reasons = append(reasons, reason)
	}
	slices.SortFunc(reasons, func(x, y string) int {
		if p.n[x] != p.n[y] {
			return p.n[y] - p.n[x]
		}
		return strings.Compare(x, y)
	})
	for i, reason := range reasons {
		reasons[i] = number(p.n[reason]) + " " + reason
	}
	if len(reasons) > 0 {
		fmt.Fprintln(a.stderr, "passed over: "+strings.Join(reasons, ", "))
	}
}
