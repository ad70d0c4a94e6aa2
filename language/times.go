package language

import "onrecord"

// readTimes finds the time expressions and the days they mean.
func readTimes(a *onrecord.Analysis) {}
