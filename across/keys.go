package across

import (
	"cmp"
	"slices"
	"strconv"

	"onrecord"
	"onrecord/across/happenings"
	"onrecord/across/links"
	"onrecord/across/origins"
	"onrecord/across/words"
)

// reportKeys are the lists of a report: passages.
func reportKeys(s *origins.Sheet) (keys []int64) {
	for _, h := range s.Keys() {
		keys = append(keys, sure(hashOf("report", strconv.FormatUint(uint64(h), 16))))
	}
	return keys
}

const (
	mostActors   = 3
	mostTerms    = 4
	mostTogether = 3
	mostOwn      = 3
)

// claimKeys are the lists of a claim: who with what, and what with what, for the few things that
// tell most; and what its side said of them, where a change of mind is found however much others say.
func claimKeys(c *links.Claim) (keys []int64) {
	actors, terms := claimActors(c), claimTerms(c)
	for i, term := range terms {
		for _, actor := range actors[:min(len(actors), mostActors-i/2)] { // fewer with what tells less
			keys = append(keys, hashOf("claim", string(actor), term))
		}
		if c.Side != "" && i < mostOwn {
			keys = append(keys, sure(hashOf("said by", string(c.Side), term)))
		}
	}
	together := terms[:min(mostTogether, len(terms))]
	for _, a := range together {
		for _, b := range together {
			if a < b {
				keys = append(keys, sure(hashOf("claim", a, b)))
			}
		}
	}
	return keys
}

// claimActors are those whose claim it is and those of whom it speaks first.
func claimActors(c *links.Claim) []onrecord.ActorID {
	var actors []onrecord.ActorID
	add := func(id onrecord.ActorID) {
		if id != "" && len(actors) < mostActors && !slices.Contains(actors, id) {
			actors = append(actors, id)
		}
	}
	add(c.Side)
	for i := range c.Clauses {
		for _, id := range c.Clauses[i].Actors {
			add(id)
		}
	}
	return actors
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
func eventKeys(v *happenings.Event) (keys []int64) {
	add := func(name, a, b string) {
		if a != "" && b != "" {
			keys = append(keys, sure(hashOf("event", name, string(v.Type), a, b)))
		}
	}
	add("doer-recipient", v.Doer, v.Recipient)
	add("doer-place", v.Doer, v.Place)
	add("recipient-place", v.Recipient, v.Place)
	if v.Doer != "" {
		keys = append(keys, sure(hashOf("event", "doer", string(v.Type), v.Doer)))
	}
	return keys
}
