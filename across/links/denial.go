package links

import (
	"math"
	"slices"
	"strings"

	"onrecord"
	"onrecord/across/words"
)

// manner is by what a claim is known for a denial. A judge who "dismissed the case" denies nothing, and "nobody came" is said
// of what somebody claimed or of nothing at all.
type manner uint8

const (
	outright manner = iota // it is called one: "denied that"
	waved                  // it is waved away: "dismissed", "played down"
	worded                 // its own words say no
)

// mannerOf tells in what manner a statement denies.
func mannerOf(s *onrecord.Statement, tokens []words.Token) manner {
	if s.Kind == onrecord.Deny && s.Cue != nil {
		switch class := cueClass(*s.Cue); class {
		case "denies":
			return outright
		case "rejects":
			return waved
		}
	}
	if s.Kind == onrecord.Deny && signsOf(tokens)&(negates|refutesIt) == 0 {
		return outright
	}
	return worded
}

// isThing reports whether tokens only name a thing: "the payment" tells nothing that is so or is not so, "paying her" and
// "the report" do.
func isThing(tokens []words.Token, clauses []Clause) bool {
	for i := range tokens {
		t := &tokens[i]
		if t.Class&(words.Claims|words.Refutes|words.Negates) != 0 || t.Lower == "any" || i < 2 && strings.HasSuffix(t.Lower, "ing") {
			return false
		}
	}
	for i := range clauses {
		if len(clauses[i].Deeds) > 0 {
			return false
		}
	}
	return true
}

// cueClass is the first class of cues.txt that a quote has a word of; "" if it has none.
func cueClass(q onrecord.Quote) string {
	for _, t := range words.Cut(q) {
		if class := cueClasses()[t.Stem]; class != "" {
			return class
		}
	}
	return ""
}

// isFact reports whether what is said is so or is not so: nobody denies what is asked, hoped or promised.
func isFact(kind onrecord.StatementKind) bool {
	switch kind {
	case onrecord.Assert, onrecord.Deny, onrecord.Confirm, onrecord.Accuse, onrecord.Believe, onrecord.Condemn:
		return true
	}
	return false
}

// certaintyOfDenial is how likely a denial is one, by what was learned from those that were found in news and in stories. What
// finds them is learned mostly from stories, which are full of denials that news has few of.
func (m *Model) certaintyOfDenial(v *view) float64 {
	odds := 0.0
	for i, f := range v.denialFeatures() {
		odds += float64(f.value * m.Denials[i])
	}
	certainty := 1 / (1 + math.Exp(-odds))
	if d, _ := v.parties(); !d.claim.Denies {
		return min(certainty, mostUncalled)
	}
	return certainty
}

// mostUncalled is how certain what denies without being a denial by its cue or words is at the most: in news one in five of
// those is one, however much it looks like an answer.
const mostUncalled = 0.45

// leastDenial is how certain a denial is at the least. Of those in news four in five are less so and hardly one of these is
// right; in stories none that is right is lost.
const leastDenial = 0.25

// DenialNames are what Model.Denials has a weight for each.
func DenialNames() (names []string) {
	for _, f := range emptyView(true).denialFeatures() {
		names = append(names, f.name)
	}
	return names
}

// DenialFeatures tells in numbers what speaks for and against one of two claims denying the other; of those of two reports the
// last of DenialNames are left out.
func DenialFeatures(x, y *Claim) (values []float64) {
	v, _ := newView(x, y)
	for _, f := range v.denialFeatures() {
		values = append(values, f.value)
	}
	return values
}

// denialFeatures are all that tell whether a denial is one; inside a report more is told.
func (v *view) denialFeatures() []feature {
	common := slices.Concat(v.common(), v.ofDenial())
	if !v.inReport() {
		return common
	}
	return slices.Concat(common, v.ofAnswer(), v.ofPointing())
}
