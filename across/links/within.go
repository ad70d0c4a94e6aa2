package links

import (
	"onrecord"
)

// Within links the statements of one report: all pairs, and denials that only point to
// what they deny.
func Within(claims []Claim) []onrecord.Link {
	var all []onrecord.Link
	for i := range claims {
		for j := range i {
			if link, ok := Compare(&claims[j], &claims[i]); ok {
				all = append(all, link)
			}
		}
		if c := &claims[i]; c.Points && (c.Denies || c.Confirms) {
			all = append(all, point(claims[:i], c, all)...)
		}
	}
	return all
}

// point links a denial or admission without words of its own: it means what its side denied
// just before in the report, else the nearest statement that it can mean.
func point(before []Claim, c *Claim, known []onrecord.Link) (links []onrecord.Link) {
	tie := func(kind onrecord.LinkKind, to onrecord.StatementRef) {
		links = append(links, onrecord.Link{Kind: kind, From: c.ref(), To: to, Why: "points to what was said before", Certainty: 0.6})
	}
	if own := ownDenial(before, c); own != nil {
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
		if !c.Denies {
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
// another side.
func nearest(before []Claim, c *Claim) (found *Claim) {
	for i := len(before) - 1; i >= 0; i-- {
		b := &before[i]
		switch {
		case b.Points || b.Denies || b.Side != "" && b.Side == c.Side:
			continue
		case concerns(b, c.Side):
			return b
		case found == nil:
			found = b
		}
	}
	return found
}
