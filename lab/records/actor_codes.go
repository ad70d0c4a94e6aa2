package records

import (
	"slices"
	"strings"

	"onrecord"
	"onrecord/lab"
)

// actorCodes counts parties of gold events and those among them that the product
// knows in the sentence by country and first sector.
type actorCodes struct{ known, all int }

func (n *actorCodes) add(gold []goldEvent, found []onrecord.Actor) {
	var codes []string
	for _, e := range gold {
		codes = append(codes, shortCode(e.Source), shortCode(e.Target))
	}
	slices.Sort(codes)
	for _, code := range slices.Compact(codes) {
		if code == unknown {
			continue
		}
		n.all++
		if slices.ContainsFunc(found, func(a onrecord.Actor) bool { return shortCodeOf(&a) == code }) {
			n.known++
		}
	}
}

func (n *actorCodes) figure(set string) lab.Figure {
	return lab.Figure{Task: "records", Set: set, Measure: "actor code known (country, first sector)", Value: 100 * float64(n.known) / float64(max(n.all, 1))}
}

// shortCode brings a CAMEO code into PLOVER's form and cuts it behind its first
// sector: the United Nations and the European Union stand for themselves, the Gaza
// Strip is no sector, and some sectors have other names.
func shortCode(code string) string {
	for cameo, plover := range map[string]string{"IGOUNO": "UNO", "IGOEUREEC": "EUR", "PSEGZA": "PSE"} {
		if rest, found := strings.CutPrefix(code, cameo); found {
			code = plover + rest
		}
	}
	sectors := map[string]string{"PPL": "CVL", "MED": "JRN", "HLH": "MED", "MOD": "UNK", "RAD": "UNK", "INS": "REB", "SEP": "REB"}
	place, sector := code[:min(len(code), 3)], code[min(len(code), 3):min(len(code), 6)]
	if plover, renamed := sectors[sector]; renamed {
		sector = plover
	}
	return place + sector
}

func shortCodeOf(a *onrecord.Actor) string {
	code := a.Country
	if code == "" {
		code = unknown
	}
	if len(a.Sectors) > 0 {
		code += a.Sectors[0]
	}
	return code
}
