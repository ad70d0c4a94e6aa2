package main

import (
	"fmt"
	"math"
	"runtime/debug"
	"strconv"
	"strings"
)

// memoryLimit is the flag --max-memory: when it is set, the collector works harder near the limit.
// It is a hint: what a report needs it gets.
type memoryLimit string

func (m *memoryLimit) String() string { return string(*m) }

// Type is the word for the flag's value in the help.
func (m *memoryLimit) Type() string { return "size" }

// Set takes a number of bytes, or one with MB or GB behind it.
func (m *memoryLimit) Set(size string) error {
	unit := 1.0
	digits := strings.ToUpper(strings.TrimSpace(size))
	for _, u := range []struct {
		name  string
		bytes float64
	}{{"GB", 1 << 30}, {"MB", 1 << 20}} {
		if number, found := strings.CutSuffix(digits, u.name); found {
			digits, unit = strings.TrimSpace(number), u.bytes
		}
	}
	n, err := strconv.ParseFloat(digits, 64)
	if n *= unit; err != nil || !(n >= 1 && n < math.MaxInt64) {
		return fmt.Errorf("%q is no size such as 800MB or 1.5GB", size)
	}
	debug.SetMemoryLimit(int64(n))
	*m = memoryLimit(size)
	return nil
}

// mostShown is what a program that only shows a record keeps to: with what SQLite keeps of the file it is below 500 MB.
const mostShown = 280 << 20

// boundMemory sets a limit, unless a person has set a lower one, until it is told that it need not be kept.
func boundMemory(bytes int64) (end func()) {
	before := debug.SetMemoryLimit(-1)
	debug.SetMemoryLimit(min(before, bytes))
	return func() { debug.SetMemoryLimit(before) }
}
