package main

import (
	"math"
	"runtime/debug"
	"testing"
)

func TestMemoryLimit(t *testing.T) {
	t.Cleanup(func() { debug.SetMemoryLimit(math.MaxInt64) })
	for size, want := range map[string]int64{"800MB": 800 << 20, "1.5 gb": 3 << 29, "1048576": 1 << 20} {
		if err := new(memoryLimit).Set(size); err != nil || debug.SetMemoryLimit(-1) != want {
			t.Errorf("%s: %v, limit %d", size, err, debug.SetMemoryLimit(-1))
		}
	}
	for _, size := range []string{"", "0", "-1GB", "much", "NaN", "1e300GB"} {
		if new(memoryLimit).Set(size) == nil {
			t.Errorf("%q was taken", size)
		}
	}
}
