package gold

import (
	"fmt"

	"onrecord/codebook"
)

// bodiesAsCountries stand where a country's code stands: bodies of states,
// organisations without borders.
const bodiesAsCountries = "IGO UNO EUR NGO IMG"

// full tests what only full gold tells.
func (c *articleCheck) full(a *Article) {
	for i := range a.Statements {
		s, what := &a.Statements[i], fmt.Sprintf("statement %d", i)
		c.stands(what+" addressee", s.Addressee)
		if p := s.Parent; p != nil && (*p < 0 || *p >= len(a.Statements) || *p == i) {
			c.fault("%s: no parent %d", what, *p)
		}
	}
	for i := range a.Events {
		e, what := &a.Events[i], fmt.Sprintf("event %d", i)
		c.country(what, e.Country, "")
		c.coded(what+" actor", a, e.Actor)
		c.coded(what+" recipient", a, e.Recipient)
	}
	for _, code := range a.Actors {
		c.country("actor "+code.Name, code.Country, bodiesAsCountries)
		if code.Sector != "" && !codebook.Plover().HasSector(code.Sector) {
			c.fault("actor %s: no sector %q", code.Name, code.Sector)
		}
	}
}

func (c *articleCheck) country(what, code, others string) {
	if code != "" && codebook.CountryByCode(code) == nil {
		c.oneOf(what+": country", code, others)
	}
}

func (c *articleCheck) coded(what string, a *Article, name string) {
	if name != "" && a.code(name) == nil {
		c.fault("%s: %q has no codes", what, name)
	}
}

// code finds the codes of a party; nil if it has none.
func (a *Article) code(name string) *ActorCode {
	for i := range a.Actors {
		if a.Actors[i].Name == name {
			return &a.Actors[i]
		}
	}
	return nil
}
