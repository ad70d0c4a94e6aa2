//go:build unix

package speed

import (
	"syscall"
	"time"
)

// processorTime is the time that the processor has given to this program: what
// else runs on the machine does not stretch it.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
