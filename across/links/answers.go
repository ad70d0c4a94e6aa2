package links

import (
	"math"
	"slices"
	"sync"

	"onrecord"
)

// kinds are those of statements, as features.
var kinds = [...]onrecord.StatementKind{onrecord.Assert, onrecord.Deny, onrecord.Confirm, onrecord.Accuse, onrecord.Demand, onrecord.Promise, onrecord.Threaten,
	onrecord.Hope, onrecord.Propose, onrecord.Agree, onrecord.Refuse, onrecord.Condemn, onrecord.Praise, onrecord.Believe, onrecord.Question}

// ofAnswer are the features of two claims of one report by which one is seen to deny the other: what is done with each,
// where they stand, and whether one answers the other. "We were asleep" denies a charge by its place alone.
func (v *view) ofAnswer() []feature {
	names := settingNames()
	return slices.Concat(v.earlier.setting.features(names[0]), v.later.setting.features(names[1]), v.ofOrder(), v.ofVoices(), v.ofMeeting())
}

// settingNames are the names of the features of a setting, that of the earlier claim and that of the later.
var settingNames = sync.OnceValue(func() (names [2][]string) {
	for i, which := range []string{"earlier", "later"} {
		for _, name := range signNames {
			names[i] = append(names[i], which+": "+name)
		}
		for _, kind := range kinds {
			names[i] = append(names[i], which+" is "+string(kind))
		}
		names[i] = append(names[i], which+" opens")
	}
	return names
})

// features are those of a setting, by their names.
func (at *setting) features(names []string) []feature {
	all := make([]feature, len(names))
	for i, name := range names {
		all[i].name = name
	}
	for i := range signNames {
		all[i].value = yes(at.signs>>i&1 != 0)
	}
	if i := slices.Index(kinds[:], at.kind); i >= 0 {
		all[len(signNames)+i].value = 1
	}
	all[len(names)-1].value = yes(at.opens)
	return all
}

// ofOrder tells how far apart the claims stand, in statements, turns and paragraphs.
func (v *view) ofOrder() []feature {
	apart, turns, paragraphs := v.apart()
	return []feature{
		{"second next", yes(apart == 2)},
		{"third next", yes(apart == 3)},
		{"turned round", yes(apart < 0)},
		{"far", math.Log1p(math.Abs(float64(apart))) / 3},
		{"one turn", yes(turns == 0)},
		{"next turn", yes(turns == 1)},
		{"turn after next", yes(turns == 2)},
		{"turns later", yes(turns > 2)},
		{"one paragraph", yes(paragraphs == 0)},
		{"next paragraph", yes(paragraphs == 1)},
		{"paragraphs", min(float64(paragraphs), 5) / 5},
	}
}

func (v *view) apart() (statements, turns, paragraphs int) {
	x, y := v.earlier, v.later
	return y.No - x.No, y.setting.turn - x.setting.turn, y.setting.paragraph - x.setting.paragraph
}

// ofVoices tells what the voice of the later claim said before.
func (v *view) ofVoices() []feature {
	x, y := v.earlier, v.later
	return []feature{
		{"one speaker", yes(x.Who != "" && x.Who == y.Who || samePerson(x.Who, y.Who))},
		{"other voice", v.otherVoice()},
		{"spoke before", few(countBetween(y.setting.spoke, 0, x.No))},
		{"spoke between", few(countBetween(y.setting.spoke, x.No+1, y.No))},
		{"denied between", v.deniedBetween()},
		{"statements before", few(x.No)},
	}
}

// ofMeeting are what tells an answer only where several things meet.
func (v *view) ofMeeting() []feature {
	x, y := v.earlier, v.later
	apart, turns, paragraphs := v.apart()
	answers := v.otherVoice() * yes(turns == 1)
	beginsNo, here := yes(y.setting.signs&negatesFirst != 0), yes(paragraphs == 0)
	others := yes(isPerson(x.Who) && isPerson(y.Who) && !samePerson(x.Who, y.Who))
	return []feature{
		{"answer", answers},
		{"answer next", v.otherVoice() * yes(apart == 1)},
		{"answer, begins with no", answers * beginsNo},
		{"answer, we", answers * yes(y.setting.signs&ofFirst != 0)},
		{"answer, rejected", answers * yes(y.setting.signs&rejects != 0)},
		{"answer, unknown side", answers * yes(x.Side == "" || y.Side == "")},
		{"answer, denied between", answers * v.deniedBetween()},
		{"charge, other voice", v.otherVoice() * yes(x.Accuses)},
		{"begins with no, opposed matter", beginsNo * v.opposed * v.matter},
		{"begins with no, told of one", beginsNo * max(v.told[0], v.told[1])},
		{"denial before, one paragraph", here * yes(x.Denies)},
		{"opposed, one paragraph", here * v.opposed},
		{"opposed matter, one paragraph", here * v.opposed * v.matter},
		{"own, no before", v.own * yes(x.setting.signs&negates != 0)},
		{"other persons, next", others * yes(apart == 1)},
		{"other persons, next paragraph", others * yes(paragraphs == 1)},
		{"rejection around, he or they", yes(y.setting.signs&rejectsAround != 0 && y.setting.signs&ofThird != 0)},
	}
}

func (v *view) otherVoice() float64 { return yes(!isOneVoice(v.earlier, v.later)) }

func (v *view) deniedBetween() float64 {
	return few(countBetween(v.later.setting.denied, v.earlier.No+1, v.later.No))
}

// few is a number of at most mostCounted, as a feature.
func few(n int) float64 { return float64(min(n, mostCounted)) / mostCounted }

// countBetween counts the numbers from one on and below another.
func countBetween(numbers []int, from, below int) (n int) {
	for _, no := range numbers {
		if from <= no && no < below {
			n++
		}
	}
	return n
}
