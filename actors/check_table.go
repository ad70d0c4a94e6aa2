package actors

import (
	"errors"
	"fmt"

	"onrecord"
	"onrecord/codebook"
)

// CheckTable tests the embedded tables: every country and sector exists, every
// media has its sort of channel, and a spelling that several actors share tells
// how to choose.
func CheckTable() error {
	t, err := knownTable()
	if err != nil {
		return err
	}
	var faults []error
	for i := range t.entries {
		faults = append(faults, checkEntry(&t.entries[i])...)
	}
	return errors.Join(append(faults, t.names.check(t)...)...)
}

// isGroupCountry tells PLOVER's codes for what belongs to no country.
func isGroupCountry(code string) bool {
	switch code {
	case "", "IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC":
		return true
	}
	return false
}

func checkEntry(e *entry) []error {
	var faults []error
	if !isGroupCountry(e.Country) && codebook.CountryByCode(e.Country) == nil {
		faults = append(faults, fmt.Errorf("actor %s: no country %q", e.ID, e.Country))
	}
	for _, s := range e.Sectors {
		if !codebook.Plover().HasSector(s) {
			faults = append(faults, fmt.Errorf("actor %s: no sector %q", e.ID, s))
		}
	}
	if !isTableKind(e.Kind) {
		faults = append(faults, fmt.Errorf("actor %s: no kind %q", e.ID, e.Kind))
	}
	if e.Kind == onrecord.MediaActor && e.Hop == "" {
		faults = append(faults, fmt.Errorf("actor %s: media without a channel", e.ID))
	}
	return faults
}

func isTableKind(kind onrecord.ActorKind) bool {
	switch kind {
	case onrecord.StateActor, onrecord.BodyActor, onrecord.IGOActor, onrecord.GroupActor, onrecord.OrgActor,
		onrecord.MediaActor, onrecord.PersonActor, onrecord.PlaceActor, onrecord.PeopleActor:
		return true
	}
	return false
}

// check finds spellings that two actors share though neither is marked weak.
func (n *trie) check(t *table) []error {
	var faults []error
	for i := range n.ends {
		for _, b := range n.ends[i+1:] {
			a := n.ends[i]
			if a.actor != b.actor && !a.weak && !b.weak && a.the == b.the && a.tail == b.tail && !bothPersons(t, a, b) {
				faults = append(faults, fmt.Errorf("%s and %s share a spelling and no rule", t.entries[a.actor].ID, t.entries[b.actor].ID))
			}
		}
	}
	for _, b := range n.branches() {
		for _, fault := range b.node.check(t) {
			faults = append(faults, fmt.Errorf("%s %w", b.key, fault))
		}
	}
	return faults
}

// bothPersons allows two persons of one surname: the fuller name in the report,
// or the report's date, decides.
func bothPersons(t *table, a, b spelling) bool {
	return t.entries[a.actor].Kind == onrecord.PersonActor && t.entries[b.actor].Kind == onrecord.PersonActor
}
