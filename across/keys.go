package across

import (
	"cmp"
	"slices"
	"strconv"

	"onrecord/across/happenings"
	"onrecord/across/links"
	"onrecord/across/origins"
	"onrecord/across/words"
	"onrecord/store"
)

// The key of a list tells, from the highest bits, of which sort the lines are that stand in it; its home, which is a
// word or an actor that all lists of a home share; and the list. A report has mostly lists of few homes, which lie
// together in the store, so that writing and reading them touches few pages.
const (
	claimList = 1 << 31
	eventList = 1 << 30
	homeBits  = 14 // of claims one more
	restBits  = 16
)

// sortOf tells of which sort the lines of a list are.
func sortOf(key int32) string {
	switch {
	case uint32(key)&claimList != 0:
		return store.StatementLine
	case key&eventList != 0:
		return store.EventLine
	}
	return store.ReportLine
}

// listKey is the key of a list of claims or events. Where two keys meet in one list, some more lines are compared
// in vain.
func listKey(home string, parts ...string) uint32 {
	return bitsOf(homeBits+1, home)<<restBits | bitsOf(restBits, append([]string{home}, parts...)...)
}

func claimKey(home string, parts ...string) int32 { return int32(claimList | listKey(home, parts...)) }

func eventKey(home string, parts ...string) int32 {
	return int32(eventList | listKey(home, parts...)&(eventList-1))
}

// reportKeys are the lists of a report: passages.
func reportKeys(s *origins.Sheet) (keys []int32) {
	for _, h := range s.Keys() {
		keys = append(keys, int32(bitsOf(homeBits+restBits, strconv.FormatUint(uint64(h), 16))))
	}
	return keys
}

const (
	mostMatter = 3 // words of the report's matter
	mostTerms  = 3 // concepts of the claim
	mostOwn    = 2
)

// claimKeys are the lists of a claim: each of the few concepts that tell most with what its report is about; with whose
// word it is, where a change of mind is found however much others say of the matter; and with each other.
func claimKeys(c *links.Claim) (keys []int32) {
	terms := claimTerms(c)
	matter := slices.Collect(c.Matter.Words())
	for i, term := range terms {
		for _, word := range matter[:min(mostMatter, len(matter))] {
			keys = append(keys, claimKey(word, term))
		}
		if c.Side != "" && i < mostOwn {
			keys = append(keys, claimKey("said by "+string(c.Side), term))
		}
		for _, other := range terms[:i] {
			keys = append(keys, claimKey(rarerFirst(term, other)))
		}
	}
	return keys
}

// rarerFirst puts the concept first that tells more: it is at home in fewer reports.
func rarerFirst(a, b string) (rarer, other string) {
	if cmp.Or(cmp.Compare(words.Weight(a), words.Weight(b)), cmp.Compare(a, b)) < 0 {
		a, b = b, a
	}
	return a, b
}

// claimTerms are the concepts of a claim that tell most.
func claimTerms(c *links.Claim) []string {
	weight := map[string]float64{}
	var terms []string
	for i := range c.Clauses {
		for _, stem := range c.Clauses[i].Terms {
			concept := words.ConceptOf(stem).Name
			if _, known := weight[concept]; !known {
				terms = append(terms, concept)
			}
			weight[concept] = max(weight[concept], words.Weight(stem))
		}
	}
	slices.SortFunc(terms, func(a, b string) int { return cmp.Or(cmp.Compare(weight[b], weight[a]), cmp.Compare(a, b)) })
	return terms[:min(mostTerms, len(terms))]
}

// eventKeys are the lists of an event: its type with two of its doer, recipient and place.
func eventKeys(v *happenings.Event) (keys []int32) {
	add := func(name, a, b string) {
		if a != "" && b != "" {
			keys = append(keys, eventKey(string(v.Type)+" "+a, name, b))
		}
	}
	add("doer-recipient", v.Doer, v.Recipient)
	add("doer-place", v.Doer, v.Place)
	add("recipient-place", v.Recipient, v.Place)
	add("doer", v.Doer, v.Doer)
	return keys
}
