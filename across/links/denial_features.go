package links

import "onrecord/across/words"

// ofDenial are the features of a claim that says no to another: in what manner, to what, and whom the other speaks of.
func (v *view) ofDenial() []feature {
	d, o := v.parties()
	names, named := namesVoice(o.claim, d.claim), namesVoice(d.claim, o.claim)
	across, called := yes(!v.inReport()), yes(d.claim.Denies)
	is := func(m manner) float64 { return called * yes(d.claim.Manner == m) }
	one := yes(v.like.countShared(v.inA, v.inB) <= 1)
	behind := v.toldBehindNo(d, o)
	return []feature{
		{"denier named", names},
		{"denied one named", named},
		{"denier charged", names * yes(o.claim.Accuses)},
		{"denier named, opposed matter", names * v.opposed * v.matter},
		{"outright", is(outright)},
		{"outright, matter", is(outright) * v.matter},
		{"outright, denier named", is(outright) * names},
		{"waved away", is(waved)},
		{"waved away, across", is(waved) * across},
		{"worded", is(worded)},
		{"worded, matter", is(worded) * v.matter},
		{"thing denied", is(outright) * yes(d.claim.Thing)},
		{"thing waved away", is(waved) * yes(d.claim.Thing)},
		{"thing denied, across", called * yes(d.claim.Thing) * across},
		{"told denied, nothing shared", called * yes(!d.claim.Thing && len(d.clause.Terms) > 0 && v.matter < 0.15)},
		{"told denied, matter", called * yes(!d.claim.Thing) * v.matter},
		{"thing denied, matter", called * yes(d.claim.Thing) * v.matter},
		{"little denied", called * yes(bits(d.clause) < littleDenied)},
		{"little denied, across", called * yes(bits(d.clause) < littleDenied) * across},
		{"one word, across", one * across},
		{"one word, opposed across", one * v.opposed * across},
		{"told behind no", v.opposed * behind},
		{"told before no", v.opposed * (1 - behind) * v.matter},
		{"no fact denied", yes(o.claim.NoFact)},
		{"no fact denied, opposed", yes(o.claim.NoFact) * v.opposed},
		{"no fact denies", yes(d.claim.NoFact)},
		{"same words", yes(v.areSameWords())},
		{"whole denied", v.opposed * min(v.partA, v.partB)},
	}
}

// littleDenied is how much a clause tells that may speak of anything: "the payment".
const littleDenied = 14

// areSameWords reports whether two claims are one sentence in two reports.
func (v *view) areSameWords() bool {
	const most, words = 0.97, 9
	return min(v.told[0], v.told[1]) >= most && len(v.whole[0].Terms) >= words
}

// party is a claim with the clause of it that is compared.
type party struct {
	claim  *Claim
	clause *Clause
	at     []int
}

// parties gives who says no, and to whom: the denial, else the later one of two of which neither or both say so.
func (v *view) parties() (denier, other party) {
	x, y := party{v.earlier, v.a, v.inA}, party{v.later, v.b, v.inB}
	if x.claim.Denies && !y.claim.Denies || !y.claim.Denies && negated(x.claim, x.clause) && !negated(y.claim, y.clause) {
		return x, y
	}
	return y, x
}

// namesVoice reports whether a claim speaks of who spoke another, or of whose word it is.
func namesVoice(c, of *Claim) float64 {
	for i := range c.Clauses {
		for _, id := range c.Clauses[i].Actors {
			if id == of.Side && id != c.Side || id == of.Who && id != "" || samePerson(id, of.Who) {
				return 1
			}
		}
	}
	return 0
}

// toldBehindNo is how much of what two clauses share stands behind the "no" of the one that denies: "no troops crossed the border"
// and not "troops who had no maps crossed the border".
func (v *view) toldBehindNo(d, o party) float64 {
	if !d.clause.Negated {
		return yes(d.claim.Denies)
	}
	all, behind := 0.0, 0.0
	for i, stem := range d.clause.Terms {
		told := words.Weight(stem) * v.nearestOf(stem, d, o)
		all += told
		if i >= d.clause.NoAt {
			behind += told
		}
	}
	return behind / max(1, all)
}

// nearestOf is how near a word of one party's clause comes to a word of the other's.
func (v *view) nearestOf(stem string, of, to party) float64 {
	if of.claim == v.earlier {
		return v.like.closest(places(v.like.rows, []string{stem}), to.at)
	}
	return v.like.closest(to.at, places(v.like.columns, []string{stem}))
}

// ofPointing tells of a denial in whose report it must be sought what is denied, since it does not say: "denied the accusations".
func (v *view) ofPointing() []feature {
	d, o := v.parties()
	called := yes(d.claim.Denies && d.claim.Points)
	names, near := namesVoice(o.claim, d.claim), v.otherVoice()*yes(abs(d.claim.No-o.claim.No) == 1)
	sure := yes(d.claim.Denies && d.claim.Manner == outright)
	return []feature{
		{"points", called},
		{"points, next", called * near},
		{"points, denier named", called * names},
		{"points, denier named, next", called * names * near},
		{"points, charge", called * yes(o.claim.Accuses)},
		{"outright, next", sure * near},
		{"outright, denier named, next", sure * near * names},
		{"worded, next", yes(d.claim.Denies && d.claim.Manner == worded) * near},
		{"waved away, next", yes(d.claim.Denies && d.claim.Manner == waved) * near},
		{"denier named, next", names * near},
		{"denier named, next, no", names * near * yes(d.claim.Denies || d.claim.setting.signs&negates != 0)},
	}
}

func abs(n int) int { return max(n, -n) }
