package across

import (
	"fmt"

	"onrecord"
)

// ScoreOrigins counts pairs of reports of one origin, right ones and those of the gold.
// origin names the origin of each report.
func (s *Story) ScoreOrigins(origin map[onrecord.ReportID]onrecord.ReportID) (c Count, faults []string) {
	for i, a := range s.Entries {
		for _, b := range s.Entries[:i] {
			x, y := a.Report.ID, b.Report.ID
			isGold := s.root(s.number[x]) == s.root(s.number[y])
			isSaid := origin[x] == origin[y]
			if isGold {
				c.Gold++
			}
			if isSaid {
				c.Predicted++
			}
			if isGold && isSaid {
				c.Right, c.Found = c.Right+1, c.Found+1
			}
			if isGold != isSaid {
				faults = append(faults, fmt.Sprintf("origins of %s and %s: one in the gold %v, said %v", s.number[x], s.number[y], isGold, isSaid))
			}
		}
	}
	return c, faults
}
