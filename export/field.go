package export

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"

	"onrecord"
	"onrecord/codebook"
	"onrecord/place"
)

// The forms of the field tell what happened and nothing of who says so. So they get only what a
// report asserts, tells of the past, or has from a source; not what is denied, disputed, planned
// or only thought of.
func isTold(v *onrecord.Event) bool {
	return slices.Contains([]onrecord.EventStatus{onrecord.Asserted, onrecord.Claimed, onrecord.Past}, v.Status)
}

// dated is an event that the field's forms can hold: it has a day.
type dated struct {
	done
	day   string // "2015-12-29": the first on which it may have been done, else that of publication
	place place.Place
	lies  bool // the place is known
}

// datedEvents gives the events that have a day; the forms have no way to say that it is unknown.
func datedEvents(e *onrecord.Entry) (all []dated) {
	for _, v := range eventsOf(e) {
		day := dayOf(onrecord.Date(from(v.On)))
		if day == "" {
			day = dayOf(onrecord.Date(published(&e.Report)))
		}
		if day == "" || !isTold(v.Event) {
			continue
		}
		d := dated{done: v, day: day}
		if v.Place != "" {
			d.place, d.lies = place.Locate(v.Place, func(country string) int {
				if country == v.Country {
					return 1
				}
				return 0
			})
		}
		all = append(all, d)
	}
	return all
}

// dayOf is the first day of a date.
func dayOf(d onrecord.Date) string {
	t, ok := d.First()
	if !ok {
		return ""
	}
	return string(onrecord.DateOf(t))
}

// id names an event among all reports.
func (d dated) id() string { return string(d.Report.ID) + "-" + string(d.ID) }

// number names an event by a whole number, as some forms want it: always the same, below 2^53.
func (d dated) number() int {
	sum := sha256.Sum256([]byte(d.id()))
	return int(binary.BigEndian.Uint64(sum[:]) >> 11)
}

// side is one party of an event with what the report knows of it.
type side struct {
	onrecord.Party
	*onrecord.Actor // nil if it is not known
}

func (d dated) doer() side      { return sideOf(d.Entry, d.Event.Actor) }
func (d dated) recipient() side { return sideOf(d.Entry, party(d.Recipient)) }

func sideOf(e *onrecord.Entry, p onrecord.Party) side {
	i := slices.IndexFunc(e.Actors, func(a onrecord.Actor) bool { return p.Actor != "" && a.ID == p.Actor })
	if i < 0 {
		return side{p, nil}
	}
	return side{p, &e.Actors[i]}
}

// country is the country of a side; nil for none, and for what is no state.
func (s side) country() *codebook.Country {
	if s.Actor == nil {
		return nil
	}
	return codebook.CountryByCode(s.Actor.Country)
}

func (s side) sectors() []string {
	if s.Actor == nil {
		return nil
	}
	return s.Actor.Sectors
}

// sector is the n-th sector, from 0.
func (s side) sector(n int) string {
	if all := s.sectors(); n < len(all) {
		return all[n]
	}
	return ""
}

func (s side) countryName() string {
	if s.Actor == nil {
		return ""
	}
	return countryName(s.Actor.Country)
}

func (s side) countryCode() string {
	if c := s.country(); c != nil {
		return c.Alpha3
	}
	return ""
}

// code is the actor's code as CAMEO builds it: country, then its first sectors.
func (s side) code() string {
	code := s.countryCode()
	for _, sector := range s.sectors() {
		if len(code) < 9 && sector != "UNK" {
			code += sector
		}
	}
	return code
}

// title is the first role that the report gives a side.
func (s side) title() string {
	if s.Actor == nil || len(s.Actor.Roles) == 0 {
		return ""
	}
	return s.Actor.Roles[0].Title
}

// full is the name by which every report knows a side, else the report's own.
func (s side) full() string {
	if s.Actor != nil {
		return s.Actor.Name
	}
	return s.Party.Name
}

// cameo is the CAMEO code of an event.
func (d dated) cameo() string {
	if d.CAMEO != "" {
		return d.CAMEO
	}
	return codebook.Plover().ToCAMEO(d.Type, d.Mode, d.Contexts)
}

// score is the event's on PLOVER's scale, which runs as Goldstein's does.
func (d dated) score() float64 { return codebook.Plover().Score(d.Type, d.Mode) }

func (d dated) quad() int {
	if t := codebook.Plover().Type(d.Type); t != nil {
		return int(t.Quad)
	}
	return 0
}

// compact writes a day without dashes, at most so many digits long.
func compact(day string, digits int) string {
	plain := strings.ReplaceAll(day, "-", "")
	return plain[:min(digits, len(plain))]
}

// chars turns a byte offset into one of characters.
func chars(e *onrecord.Entry, at int) int { return len([]rune(e.Text[:at])) }

func dayOfPublication(d dated) string { return dayOf(onrecord.Date(published(&d.Report))) }

func head(code string, digits int) string { return code[:min(digits, len(code))] }

func countryName(alpha3 string) string {
	if c := codebook.CountryByCode(alpha3); c != nil {
		return c.Name
	}
	return ""
}
