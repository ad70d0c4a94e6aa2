package links

import (
	"slices"
	"strings"

	"onrecord"
	"onrecord/across/words"
)

// Within links the statements of one report: all pairs; then denials that only point to what
// they deny, and those that deny in words of their own what their side was charged with.
func Within(claims []Claim) []onrecord.Link {
	var all []onrecord.Link
	for i := range claims {
		for j := range i {
			if link, ok := Compare(&claims[j], &claims[i]); ok {
				all = append(all, link)
			} else if link, ok := inOwnWords(&claims[j], &claims[i]); ok && j == i-1 {
				all = append(all, link)
			}
		}
	}
	for i := range claims {
		switch c := &claims[i]; {
		case c.Points && (c.Denies || c.Confirms):
			all = append(all, point(claims[:i], c, all)...)
		case c.Denies && !answers(all, c):
			if charge := chargeBefore(claims[:i], c); charge != nil {
				all = append(all, onrecord.Link{Kind: onrecord.Denies, From: c.ref(), To: charge.ref(), Why: "denies what it was charged with before", Certainty: 0.5})
			}
		}
	}
	return all
}

// inOwnWords takes a quotation that follows what its speaker is reported to say, and is about the same
// things, for the same claim in the speaker's own words: so reports are written.
func inOwnWords(told, quoted *Claim) (link onrecord.Link, ok bool) {
	if told.Quoted || !quoted.Quoted || told.Side == "" || told.Side != quoted.Side {
		return link, false
	}
	for i := range told.Clauses {
		for j := range quoted.Clauses {
			a, b := &told.Clauses[i], &quoted.Clauses[j]
			o := compareClauses(a, b, told.Side, quoted.Side)
			if len(o.sharedTerms) >= 2 && o.shared >= sameShared && (negated(told, a) != negated(quoted, b)) == o.opposite {
				return onrecord.Link{Kind: onrecord.Repeats, From: quoted.ref(), To: told.ref(), Why: "in its own words: " + strings.Join(o.sharedTerms, " "), Certainty: 0.6}, true
			}
		}
	}
	return link, false
}

func answers(known []onrecord.Link, c *Claim) bool {
	for i := range known {
		if known[i].From == c.ref() && known[i].Kind == onrecord.Denies {
			return true
		}
	}
	return false
}

// chargeBefore finds what another side said of the denier before, and that has most in common with
// the denial: a thing, or another who is named.
func chargeBefore(before []Claim, c *Claim) (charge *Claim) {
	most := 0.0
	for i := range before {
		b := &before[i]
		if b.Denies || b.Side == "" || b.Side == c.Side || !concerns(b, c.Side) || isAttitude(b) || b.isConditional() {
			continue
		}
		if common := loosely(b, c); common > 0 && common >= most {
			charge, most = b, common
		}
	}
	return charge
}

// isConditional reports whether a claim is about what would be: no charge either.
func (c *Claim) isConditional() bool {
	return slices.ContainsFunc(c.Clauses, func(one Clause) bool { return one.If })
}

// isAttitude reports whether a claim tells how its side stands to a thing: no charge.
func isAttitude(c *Claim) bool {
	return len(c.Clauses) > 0 && len(c.Clauses[0].Deeds) > 0 && words.ConceptOf(c.Clauses[0].Deeds[0]).Attitude
}

// loosely weighs what two claims have in common anywhere: concepts, words that begin alike, and
// others than the denier who are named.
func loosely(b, c *Claim) (bits float64) {
	for i := range c.Clauses {
		for _, stem := range c.Clauses[i].Terms {
			for j := range b.Clauses {
				if slices.ContainsFunc(b.Clauses[j].Terms, func(o string) bool { return alikeStems(stem, o) }) {
					bits += words.Weight(stem)
				}
			}
		}
		for _, id := range c.Clauses[i].Actors {
			if id != c.Side && id != b.Side && concerns(b, id) {
				bits += actorWeight
			}
		}
	}
	return bits
}

// alikeStems takes "oil" and "oilfield" for one thing.
func alikeStems(a, b string) bool {
	if words.ConceptOf(a).Name == words.ConceptOf(b).Name {
		return true
	}
	return min(len(a), len(b)) >= 3 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}

// point links a denial or admission without words of its own: it means what its side denied
// just before in the report, else the nearest statement that it can mean.
func point(before []Claim, c *Claim, known []onrecord.Link) (links []onrecord.Link) {
	tie := func(kind onrecord.LinkKind, to onrecord.StatementRef) {
		links = append(links, onrecord.Link{Kind: kind, From: c.ref(), To: to, Why: "points to what was said before", Certainty: 0.6})
	}
	if own := ownDenial(before, c); own != nil && !c.OfDenial {
		tie(onrecord.Repeats, own.ref())
		for _, l := range known {
			if l.Kind == onrecord.Denies && l.From == own.ref() {
				tie(l.Kind, l.To)
			}
		}
		return links
	}
	if meant := nearest(before, c); meant != nil {
		kind := onrecord.Denies
		switch {
		case c.OfDenial:
			kind = onrecord.Contradicts
		case !c.Denies:
			kind = onrecord.Confirms
		}
		tie(kind, meant.ref())
	}
	return links
}

func ownDenial(before []Claim, c *Claim) *Claim {
	for i := len(before) - 1; i >= 0 && c.Denies; i-- {
		if b := &before[i]; b.Denies && !b.Points && b.Side == c.Side {
			return b
		}
	}
	return nil
}

// nearest is the last statement of another side that speaks of c's side, else the last of
// another side; a denial if that is what c points to, and else none.
func nearest(before []Claim, c *Claim) (found *Claim) {
	for i := len(before) - 1; i >= 0; i-- {
		b := &before[i]
		switch {
		case b.Denies != c.OfDenial || b.Side != "" && b.Side == c.Side || !c.OfDenial && (b.Points || !tells(b)):
			continue
		case concerns(b, c.Side):
			return b
		case found == nil:
			found = b
		}
	}
	return found
}

// tells reports whether a claim says enough to be denied.
func tells(c *Claim) bool {
	for i := range c.Clauses {
		if told(&c.Clauses[i]) >= 2*leastShared {
			return true
		}
	}
	return false
}
