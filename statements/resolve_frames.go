package statements

import (
	"slices"
)

// firmOdds is the least certainty of a frame that its place in the sentence tells.
const firmOdds = 0.7

// judge weighs each whole frame: it replaces the odds of the cue alone.
func (t *Attributor) judge(s *scene, drafts []draft) {
	if t.verdicts == nil {
		return
	}
	for i := range drafts {
		drafts[i].sure = t.verdicts.Probability(s.verdictFeatures(&drafts[i], drafts))
		if drafts[i].firm {
			drafts[i].sure = max(drafts[i].sure, firmOdds)
		}
	}
}

// dropRivals keeps the surest of the frames whose cues overlap.
func dropRivals(drafts []draft) []draft {
	var kept []draft
	for _, d := range drafts {
		if n := len(kept); n > 0 {
			last := &kept[n-1]
			if last.cue[len(last.cue)-1] >= d.cue[0] {
				if d.sure > last.sure {
					*last = d
				}
				continue
			}
		}
		kept = append(kept, d)
	}
	return kept
}

// nest notes which frame's content holds each cue.
func nest(drafts []draft) {
	for i := range drafts {
		best := -1
		for j := range drafts {
			if i == j || !holds(drafts[j].content, drafts[i].head) {
				continue
			}
			if holds(drafts[i].content, drafts[j].head) && drafts[i].sure > drafts[j].sure {
				continue
			}
			if best < 0 || len(drafts[j].content) < len(drafts[best].content) {
				best = j
			}
		}
		drafts[i].within = best
	}
}

func holds(sorted []int, i int) bool {
	_, ok := slices.BinarySearch(sorted, i)
	return ok
}
