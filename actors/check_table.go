package actors

import (
	"errors"
	"fmt"
	"strings"

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

var groupCountries = map[string]bool{"": true, "IGO": true, "UNO": true, "EUR": true, "NGO": true, "ISM": true, "IMG": true, "MNC": true}

func checkEntry(e *entry) []error {
	var faults []error
	if !groupCountries[e.Country] && codebook.CountryByCode(e.Country) == nil {
		faults = append(faults, fmt.Errorf("actor %s: no country %q", e.ID, e.Country))
	}
	for _, s := range e.Sectors {
		if !sectorCodes[s] {
			faults = append(faults, fmt.Errorf("actor %s: no sector %q", e.ID, s))
		}
	}
	if !actorKinds[e.Kind] {
		faults = append(faults, fmt.Errorf("actor %s: no kind %q", e.ID, e.Kind))
	}
	if e.Kind == onrecord.MediaActor && e.Hop == "" {
		faults = append(faults, fmt.Errorf("actor %s: media without a channel", e.ID))
	}
	return faults
}

var actorKinds = map[onrecord.ActorKind]bool{
	onrecord.StateActor: true, onrecord.BodyActor: true, onrecord.IGOActor: true, onrecord.GroupActor: true,
	onrecord.OrgActor: true, onrecord.MediaActor: true, onrecord.PersonActor: true, onrecord.PlaceActor: true,
	onrecord.PeopleActor: true,
}

var sectorCodes = func() map[string]bool {
	all := map[string]bool{}
	for _, s := range strings.Fields("COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC NGO UNO EUR IGO") {
		all[s] = true
	}
	return all
}()

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
