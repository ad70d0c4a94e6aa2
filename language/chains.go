package language

import "onrecord"

// joinChains joins the mentions of one thing.
func (r *Reader) joinChains(a *onrecord.Analysis) {}
