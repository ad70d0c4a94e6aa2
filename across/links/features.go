package links

import (
	"math"
	"slices"
)

// feature is one thing that speaks for or against two claims having to do with each other, of about 0 to 1.
type feature struct {
	name  string
	value float64
}

// FeatureNames are what the weights are learned for, in the order of [Features]: of two claims of one report, or of any two.
func FeatureNames(inReport bool) (names []string) {
	for _, f := range emptyView(inReport).features() {
		names = append(names, f.name)
	}
	return names
}

// emptyView is of two claims that tell nothing, of one report or of two.
func emptyView(inReport bool) *view {
	x, y := &Claim{Report: "x"}, &Claim{Report: "y"}
	if inReport {
		x = y
	}
	return &view{pair: pair{earlier: x, later: y, a: &Clause{}, b: &Clause{}}, like: &likeness{}, whole: [2]*Clause{{}, {}}}
}

// Features tells in numbers what two claims have in common and what parts them, the earlier one first; ok is false
// where so little speaks for a link that none is sought.
func Features(x, y *Claim) (values []float64, ok bool) {
	v, ok := newView(x, y)
	if !ok {
		return nil, false
	}
	for _, f := range v.features() {
		values = append(values, f.value)
	}
	return values, true
}

// features are all of a view. Those of matter say how much what is told is the same, those of sides who speaks of
// whom, those of signs whether one says no to the other, those of place how the two stand in reports and time; inside a report
// those of answers come last.
func (v *view) features() []feature {
	if v.inReport() {
		return slices.Concat(v.common(), v.ofAnswer())
	}
	return v.common()
}

// common are the features of any two claims.
func (v *view) common() []feature {
	return slices.Concat([]feature{{"one", 1}}, v.ofMatter(), v.ofSides(), v.ofKin(), v.ofSigns(), v.ofFigures(), v.ofDoings(), v.ofPlace())
}

func (v *view) ofMatter() []feature {
	o := &v.o
	told, shared := max(v.told[0], v.told[1]), float64(v.like.countShared(v.inA, v.inB))
	return []feature{
		{"told of one", told},
		{"clause of one", v.matter},
		{"clauses of both", v.partA * v.partB},
		{"bits shared", min(o.shared, 20) / 10},
		{"deed", v.deedsNear()},
		{"object", v.objectsNear()},
		{"little said", min(v.bits[0], v.bits[1], 30) / 30},
		{"much said", min(max(v.bits[0], v.bits[1]), 60) / 60},
		{"words shared", min(shared, 6) / 6},
		{"one word", yes(shared <= 1)},
		{"one word, opposed", yes(shared <= 1) * v.opposed},
		{"one word, own", yes(shared <= 1) * v.own},
		{"opposed, no denial", v.opposed * yes(!v.earlier.Denies && !v.later.Denies) * v.matter},
		{"own, agreed", v.own * (1 - v.opposed) * told * min(v.partA, v.partB)},
	}
}

func (v *view) ofSides() []feature {
	isMaybe := v.own == 0 && (isPerson(v.later.Side) && v.toEarlier > 0 || isPerson(v.earlier.Side) && v.toLater > 0)
	return []feature{
		{"actors", sameActors(v.whole[0], v.whole[1])},
		{"of the later", v.toLater},
		{"of the earlier", v.toEarlier},
		{"own", v.own},
		{"own matter", v.own * v.matter},
		{"one person", yes(samePerson(v.earlier.Who, v.later.Who))},
		{"perhaps own", yes(isMaybe)},
		{"perhaps own matter", yes(isMaybe) * v.matter},
		{"perhaps own, turned", yes(isMaybe) * v.opposed * v.matter * v.after},
		{"two bodies", yes(v.areTwoBodies())},
		{"unknown side", yes(v.earlier.Side == "" || v.later.Side == "")},
	}
}

func (v *view) ofKin() []feature {
	x, y := v.earlier, v.later
	others := yes(isPerson(x.Who) && isPerson(y.Who) && !samePerson(x.Who, y.Who))
	return []feature{
		{"kin", v.kin},
		{"kin matter", v.kin * v.matter},
		{"kin, told of both", v.kin * min(v.told[0], v.told[1])},
		{"kin, opposed matter", v.kin * v.opposed * v.matter},
		{"kin, denial", v.kin * yes(x.Denies != y.Denies) * v.matter},
		{"kin, own matter", v.kin * v.own * v.matter},
		{"told of both", min(v.told[0], v.told[1])},
		{"other persons", others},
		{"own, other persons", others * v.own},
		{"own, other persons' matter", others * v.own * v.matter},
	}
}

func (v *view) ofSigns() []feature {
	x, y := v.earlier, v.later
	isOneDenial := yes(x.Denies != y.Denies)
	soon := yes(v.days() < nearDays)
	return []feature{
		{"opposed", v.opposed},
		{"opposed matter", v.opposed * v.matter},
		{"opposed matter later", v.opposed * v.matter * v.after},
		{"own opposed later", v.own * v.opposed * v.matter * v.after},
		{"others opposed soon", (1 - v.own) * v.opposed * v.matter * soon},
		{"denial before", yes(x.Denies)},
		{"denial", yes(y.Denies)},
		{"denial of matter", isOneDenial * v.matter},
		{"denial by whom it is of", isOneDenial * yes(y.Denies && v.toLater > 0 || x.Denies && v.toEarlier > 0)},
		{"own, anew", v.own * yes(y.Anew) * v.after * v.matter},
	}
}

func (v *view) ofFigures() []feature {
	differ := yes(numbersDiffer(v.whole[0], v.whole[1]))
	counted := yes(v.figuresDiffer() || countDifferently(v.whole[0].Figures, v.whole[1].Figures))
	return []feature{
		{"things counted otherwise", counted},
		{"numbers differ", differ},
		{"numbers differ in matter", differ * v.matter},
		{"own numbers", v.own * differ * v.matter},
		{"own numbers later", v.own * differ * v.matter * v.after},
		{"others' numbers soon", (1 - v.own) * differ * v.matter * yes(v.days() < nearDays)},
	}
}

func (v *view) ofDoings() []feature {
	x, y := v.earlier, v.later
	return []feature{
		{"confirms", yes(y.Confirms)},
		{"confirms matter", yes(y.Confirms) * v.matter},
		{"own, admitted", v.own * yes(y.Confirms) * v.matter},
		{"charge", yes(x.Accuses || y.Accuses)},
		{"charge of the later", yes(x.Accuses) * v.toLater},
		{"attitude", yes(v.o.attitude)},
		{"others' will", (1 - v.own) * yes(x.Wills && y.Wills)},
		{"others' attitude", (1 - v.own) * yes(v.o.attitude)},
		{"one attitude", yes(isAttitude(x) != isAttitude(y))},
		{"one condition", yes(v.a.If != v.b.If)},
		{"demands", yes(x.Demands) + yes(y.Demands)},
	}
}

func (v *view) ofPlace() []feature {
	x, y := v.earlier, v.later
	days := float64(v.days())
	inOne, next := yes(x.Report == y.Report), yes(isNext(x, y))
	return []feature{
		{"one report", inOne},
		{"next", next},
		{"denial next", next * yes(y.Denies)},
		{"denial in the report", inOne * yes(y.Denies) * v.toLater},
		{"in own words", yes(inOwnNext(x, y))},
		{"own words, matter", yes(inOwnNext(x, y)) * v.matter},
		{"words around both", v.aroundBoth},
		{"words around one", v.aroundOne},
		{"time", math.Log1p(days) / 8},
		{"later", v.after},
		{"weeks later", yes(days > 14)},
		{"soon, matter", yes(days <= 3) * v.matter},
	}
}

func yes(is bool) float64 {
	if is {
		return 1
	}
	return 0
}
