package happenings

import (
	"slices"

	"onrecord"
	"onrecord/across/words"
)

const (
	toldDays    = 1 // between two days that the reports tell
	publishDays = 3 // where one of them is only the day of publication
	leastTerms  = 0.25
	sureTerms   = 0.6 // where a party or the place does not fit
)

// Compare reports whether two events of different reports are one act, and how certainly.
func Compare(a, b *Event) (join onrecord.Join, ok bool) {
	if a.Report == b.Report || a.Type != b.Type || a.Past != b.Past || a.From == 0 || b.From == 0 {
		return join, false
	}
	common := commonTerms(a.Terms, b.Terms)
	if !fitsInTime(a, b) || common < leastTerms || !fitsParties(a, b, common) || !fitsPlace(a, b, common) {
		return join, false
	}
	if less(b, a) {
		a, b = b, a
	}
	return onrecord.Join{A: a.ref(), B: b.ref(), Certainty: float64(int((0.4+0.6*common)*100)) / 100}, true
}

func (one *Event) ref() onrecord.EventRef {
	return onrecord.EventRef{Report: one.Report, Event: one.Event}
}

func less(a, b *Event) bool {
	if a.Report != b.Report {
		return a.Report < b.Report
	}
	return a.Event < b.Event
}

func fitsInTime(a, b *Event) bool {
	apart := max(a.From, b.From) - min(a.To, b.To) // days between the two intervals; not positive if they overlap
	if a.Told && b.Told {
		return apart <= toldDays && (a.To-a.From)+(b.To-b.From) <= 800
	}
	return apart <= publishDays
}

// MayBeOne reports whether two events may be one act that last from a day to another at the most; 0 is an unknown
// day.
func MayBeOne(fromA, toA, fromB, toB int) bool {
	return fromA != 0 && fromB != 0 && max(fromA, fromB)-min(toA, toB) <= publishDays
}

// fitsParties wants the same doer and recipient; one that is not told, or is told by
// another name, fits if the words do.
func fitsParties(a, b *Event, common float64) bool {
	doers, recipients := fits(a.Doer, b.Doer), fits(a.Recipient, b.Recipient)
	return doers && recipients && (a.Doer == b.Doer || a.Recipient == b.Recipient) || common >= sureTerms && (doers || recipients)
}

func fitsPlace(a, b *Event, common float64) bool {
	return fits(a.Place, b.Place) || common >= sureTerms
}

func fits(x, y string) bool { return x == y || x == "" || y == "" }

// commonTerms is the part of what both tell that both tell.
func commonTerms(a, b []string) float64 {
	shared, all := 0.0, 0.0
	for _, stem := range a {
		w := words.Weight(stem)
		all += w
		if slices.ContainsFunc(b, func(o string) bool { return words.ConceptOf(o).Name == words.ConceptOf(stem).Name }) {
			shared += w
		}
	}
	for _, stem := range b {
		if !slices.ContainsFunc(a, func(o string) bool { return words.ConceptOf(o).Name == words.ConceptOf(stem).Name }) {
			all += words.Weight(stem)
		}
	}
	return shared / max(all, 1)
}
