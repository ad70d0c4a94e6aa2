package across

import (
	"cmp"
	"slices"
	"strconv"

	"onrecord/across/happenings"
	"onrecord/across/links"
	"onrecord/across/origins"
	"onrecord/across/words"
)

// reportKeys are the lists of a report: passages.
func reportKeys(s *origins.Sheet) (keys []int32) {
	for _, h := range s.Keys() {
		keys = append(keys, hashOf("report", strconv.FormatUint(uint64(h), 16)))
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
			keys = append(keys, hashOf("claim", word, term))
		}
		if c.Side != "" && i < mostOwn {
			keys = append(keys, hashOf("said by", string(c.Side), term))
		}
		for _, other := range terms[:i] {
			keys = append(keys, hashOf("claim", min(term, other), max(term, other)))
		}
	}
	return keys
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
			keys = append(keys, hashOf("event", name, string(v.Type), a, b))
		}
	}
	add("doer-recipient", v.Doer, v.Recipient)
	add("doer-place", v.Doer, v.Place)
	add("recipient-place", v.Recipient, v.Place)
	if v.Doer != "" {
		keys = append(keys, hashOf("event", "doer", string(v.Type), v.Doer))
	}
	return keys
}
