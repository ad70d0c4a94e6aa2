package origins

import (
	"cmp"
	"fmt"
	"slices"

	"onrecord"
)

const (
	wholeShare   = 0.5  // of either report's words: one is made of the other
	creditShare  = 0.25 // where both credit one agency
	retoldShare  = 0.12 // where one names the other as its source
	quotedShare  = 0.05 // and has a quotation of it
	versionShare = 0.5
	leastLead    = 0.25
	sureLead     = 0.5
	passageWords = 40 // that a passage must have
	copyDays     = 31
	versionDays  = 10
	creditDays   = 2
	passageDays  = 2 // what stands in an outlet's pages for weeks is its offers and background
)

// Compare tells whether one of two reports has words from the other, and how. The order of
// the arguments does not matter.
func Compare(x, y *Sheet) (c onrecord.Copy, ok bool) {
	if isBefore(y, x) {
		x, y = y, x
	}
	ofEarlier, ofLater := shares(x.Sketch, y.Sketch, sketchSize)
	days := y.Day - x.Day
	if x.Day == 0 || y.Day == 0 {
		days = 0
		if x.Day != y.Day { // nothing says that they are of one time
			days = copyDays
		}
	}
	share := max(ofEarlier, ofLater)
	if !sharesLead(x, y) {
		share = 0 // what is left may be a passage
	}
	cites := x.Outlet != "" && slices.Contains(y.Cites, x.Outlet) && days <= creditDays
	c = onrecord.Copy{Report: y.Report, Of: x.Report, Share: hundredths(ofLater)}
	switch {
	case x.Outlet != "" && x.Outlet == y.Outlet && x.Day+y.Day == 0:
		return c, false // an outlet's standing pages are alike without being one
	case x.Outlet != "" && x.Outlet == y.Outlet && share >= versionShare && days <= versionDays:
		c.Kind, c.Why = onrecord.NewVersion, "the same outlet, "+percent(share)+" of the words"
	case share >= wholeShare && days <= copyDays:
		c.Kind, c.Why = onrecord.WholeCopy, percent(share)+" of the words"
	case x.Agency != "" && x.Agency == y.Agency && share >= creditShare && days <= creditDays:
		c.Kind, c.Why = onrecord.WholeCopy, fmt.Sprintf("both credit one agency, %s of the words", percent(share))
	case cites && share >= retoldShare:
		c.Kind, c.Why = onrecord.Retold, "names it as its source, "+percent(share)+" of the words"
	case cites && ofLater >= quotedShare && shareQuote(x, y):
		c.Kind, c.Why = onrecord.Retold, "names it as its source and quotes the same, "+percent(ofLater)+" of the words"
	case ofLater*float64(y.Words) >= passageWords && isNear(x, y) && x.Outlet != y.Outlet:
		c.Kind, c.Why = onrecord.Passage, percent(ofLater)+" of the words"
	default:
		return c, false
	}
	return c, true
}

// MayShare reports whether two reports of these days may have words from each other; 0 is an unknown day.
func MayShare(dayX, dayY int) bool {
	return dayX == 0 || dayY == 0 || max(dayX, dayY)-min(dayX, dayY) <= copyDays
}

func shareQuote(x, y *Sheet) bool {
	return slices.ContainsFunc(x.Quotes, func(q uint32) bool { return slices.Contains(y.Quotes, q) })
}

// sharesLead reports whether two reports begin alike. Those that share only what stands further down
// may have it from their outlet: offers, background, other headlines.
func sharesLead(x, y *Sheet) bool {
	ofX, ofY := shares(x.Lead, y.Lead, leadSize)
	if x.Day == 0 || y.Day == 0 { // nothing says that they are of one time
		return max(ofX, ofY) >= sureLead
	}
	return max(ofX, ofY) >= leastLead
}

// isNear reports whether two reports came so close after each other that one may have a passage from the other;
// where none has a date, nothing tells that.
func isNear(x, y *Sheet) bool {
	return x.Day+y.Day > 0 && (x.Day == 0 || y.Day == 0 || y.Day-x.Day <= passageDays)
}

// isBefore puts reports in the order in which one can be from the other: by day, those of
// unknown day last; of one day the agency's own first, corrections last; then by id, so that
// the order is the same everywhere.
func isBefore(a, b *Sheet) bool {
	day := func(s *Sheet) int {
		if s.Day == 0 {
			return 1 << 30
		}
		return s.Day
	}
	return cmp.Or(cmp.Compare(day(a), day(b)), FalseFirst(a.Fixed, b.Fixed), FalseFirst(!a.isAgencys(), !b.isAgencys()),
		FalseFirst(len(a.Cites) > 0, len(b.Cites) > 0), cmp.Compare(a.Report, b.Report)) < 0
}

// isAgencys reports whether an agency put the report out itself.
func (s *Sheet) isAgencys() bool { return s.Agency != "" && s.Outlet == s.Agency }

// FalseFirst compares like [cmp.Compare].
func FalseFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

func hundredths(f float64) float64 { return float64(int(f*100+0.5)) / 100 }

func percent(f float64) string { return fmt.Sprintf("%d%%", int(f*100+0.5)) }
