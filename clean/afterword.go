package clean

import "strings"

// markStrays marks lines behind the last sentence that are none and speak of
// something else.
func (s *sheet) markStrays(from int) {
	for i := from; i < len(s.blocks); i++ {
		b := &s.blocks[i]
		if b.kind == "" && !b.shape.ends && !b.shape.quoted && b.shape.words >= 2 && b.shape.words <= 12 && !strings.HasPrefix(b.text, "—") && len(b.shape.stamp.dates) == 0 &&
			s.cues[i] == noCue && !isCreditLine(b.text) && s.kinship(b.text) < 0.34 {
			b.clutter = true
		}
	}
}
