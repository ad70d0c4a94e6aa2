package across

import (
	"cmp"
	"strings"

	"onrecord"
)

// EDTF is a day or an interval of days in the Extended Date/Time Format (ISO 8601-2):
// "2015-12-29", "2015-12-29/2019-12-23", "" for unknown, "2015/.." for one without an end.
type EDTF string

// NewEDTF writes an interval.
func NewEDTF(from, to onrecord.Date) EDTF {
	switch {
	case from == to:
		return EDTF(from)
	case from == "":
		return EDTF("../" + to)
	case to == "":
		return EDTF(from + "/..")
	}
	return EDTF(from + "/" + to)
}

// Ends gives both ends of the interval; "" for one that is open or unknown.
func (e EDTF) Ends() (from, to onrecord.Date) {
	first, last, isInterval := strings.Cut(string(e), "/")
	if !isInterval {
		return onrecord.Date(e), onrecord.Date(e)
	}
	known := func(end string) onrecord.Date { return onrecord.Date(strings.TrimSuffix(end, "..")) }
	return known(first), known(last)
}

// through makes the interval reach a later day.
func (e EDTF) through(day onrecord.Date) EDTF {
	from, to := e.Ends()
	return NewEDTF(cmp.Or(from, day), cmp.Or(day, to))
}
