package queue

import "github.com/riverqueue/river/rivertype"

// SetClock gives a worker a clock of the test's.
func (w *Worker) SetClock(c rivertype.TimeGenerator) { w.clock = c }
