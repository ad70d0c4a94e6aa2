// Package links finds what statements have to do with each other: which repeats,
// denies, confirms, contradicts or revises which. Start at [Claims], which makes the
// statements of an entry comparable, and [Compare], which judges two of them.
//
// Compare looks at two claims and nothing else, so what is linked does not depend on
// what else is stored or on the order in which it came.
package links

import (
	"slices"
	"strings"

	"onrecord"
	"onrecord/across/words"
	"onrecord/store"
)

// Claim is a statement made comparable.
type Claim struct {
	Report    onrecord.ReportID    `json:"-"`
	Statement onrecord.StatementID `json:"-"`
	No        int                  `json:"-"`           // among the claims of its report
	Day       int                  `json:"d,omitempty"` // on which it was said, else published; see DayOf; 0 if unknown
	Span      onrecord.Span        `json:"at"`
	Side      onrecord.ActorID     `json:"by,omitempty"`  // the state or body whose word it is, else the person; "" if not known
	Who       onrecord.ActorID     `json:"who,omitempty"` // who spoke
	Denies    bool                 `json:"no,omitempty"`  // it is a denial
	Confirms  bool                 `json:"yes,omitempty"` // it admits or confirms
	Accuses   bool                 `json:"acc,omitempty"`
	Demands   bool                 `json:"dem,omitempty"`
	Points    bool                 `json:"-"`             // to what was said before, without its words: "called it baseless"
	Quoted    bool                 `json:"-"`             // in its own words
	Anew      bool                 `json:"new,omitempty"` // it tells that something is no longer so
	Wills     bool                 `json:"w,omitempty"`   // it tells what will be done
	NoFact    bool                 `json:"nf,omitempty"`  // it asks, hopes or promises
	Manner    manner               `json:"mn,omitempty"`  // in which it denies
	Thing     bool                 `json:"th,omitempty"`  // it only names what it denies
	Clauses   []Clause             `json:"c,omitempty"`
	Context   []string             `json:"x,omitempty"` // stems of what its side said just before, or of what it points to
	Matter    Matter               `json:"m,omitempty"` // of its report

	setting setting
	known   []words.Meaning // of its words, once they were asked for
	whole   *Clause         // all of it as one clause, once it was asked for
}

// Clause is a part of a claim that is true or false by itself.
type Clause struct {
	Terms   []string           `json:"t,omitempty"` // stems, each once, in order
	Deeds   []string           `json:"p,omitempty"` // the stems among them that tell what is done or is so: "trained", "supports"
	Object  string             `json:"o,omitempty"` // the first stem behind the first deed
	Actors  []onrecord.ActorID `json:"a,omitempty"` // each once, in order
	Negated bool               `json:"n,omitempty"`
	NoAt    int                `json:"na,omitempty"` // terms before the first "no"
	Figures []Figure           `json:"f,omitempty"`
	If      bool               `json:"if,omitempty"`

	known []words.Concept // of its terms, once they were asked for
}

// concepts are those of the terms. They are kept: a clause is compared with many.
func (c *Clause) concepts() []words.Concept {
	if len(c.known) != len(c.Terms) {
		c.known = make([]words.Concept, 0, len(c.Terms))
		for _, stem := range c.Terms {
			c.known = append(c.known, words.ConceptOf(stem))
		}
	}
	return c.known
}

// Figure is a number of something.
type Figure struct {
	N  float64 `json:"n"`
	Of string  `json:"of"` // stem
}

// Claims makes the statements of an entry comparable, in their order. A statement that
// only wraps another has no claim: its words are the other's.
func Claims(e *onrecord.Entry) []Claim {
	reader, matter := words.NewReader(e), matterOf(store.OwnText(e))
	wraps := wrappers(e.Statements)
	sides := Sides(e, reader)
	var all []Claim
	for i := range e.Statements {
		if s := &e.Statements[i]; !wraps[s.ID] && len(s.Content) > 0 {
			c := readClaim(e, s, sides[i], reader)
			c.No, c.Matter = len(all), matter
			all = append(all, c)
			addSetting(e, s, all)
		}
	}
	addContexts(all)
	return all
}

const mostContext = 6

// addContexts gives each claim the terms of what was said before, which short quotations and denials speak of.
func addContexts(all []Claim) {
	for i := 1; i < len(all); i++ {
		b, c := &all[i-1], &all[i]
		if !(b.Side != "" && b.Side == c.Side || samePerson(b.Who, c.Who) || c.Denies || c.Points) {
			continue
		}
		for j := range b.Clauses {
			for _, t := range b.Clauses[j].Terms {
				if len(c.Context) < mostContext && !slices.Contains(c.Context, t) {
					c.Context = append(c.Context, t)
				}
			}
		}
	}
}

// wrappers are the statements inside whose words another one stands whole.
func wrappers(all []onrecord.Statement) map[onrecord.StatementID]bool {
	byID := make(map[onrecord.StatementID]*onrecord.Statement, len(all))
	for i := range all {
		byID[all[i].ID] = &all[i]
	}
	wraps := map[onrecord.StatementID]bool{}
	for i := range all {
		outer := byID[all[i].Parent]
		if outer != nil && len(outer.Content) > 0 && len(all[i].Content) > 0 && cover(outer).Contains(cover(&all[i])) &&
			2*cover(&all[i]).Len() > cover(outer).Len() {
			wraps[outer.ID] = true
		}
	}
	return wraps
}

func cover(s *onrecord.Statement) (all onrecord.Span) {
	for _, q := range s.Content {
		all = all.Cover(q.Span)
	}
	return all
}

func readClaim(e *onrecord.Entry, s *onrecord.Statement, side onrecord.ActorID, reader *words.Reader) Claim {
	tokens := reader.Read(side, s.Content...)
	c := Claim{
		Report: e.Report.ID, Statement: s.ID, Span: cover(s), Side: side, Who: s.Speaker.Actor,
		Denies: s.Kind == onrecord.Deny, Confirms: s.Kind == onrecord.Confirm, Accuses: s.Kind == onrecord.Accuse,
		Clauses: cutClauses(tokens), Demands: s.Kind == onrecord.Demand, Quoted: s.Form == onrecord.Direct,
	}
	c.addCue(s)
	c.addDemand(s.Kind)
	c.Day = dayOf(e, s)
	if c.Day > 0 && saidBefore(s) && (s.SaidOn == nil || e.Report.Published != nil && c.Day == DayOf(*e.Report.Published)) {
		c.Day-- // before what else the report tells
	}
	c.Anew = tellsAnew(tokens)
	c.Wills = slices.ContainsFunc(tokens, func(t words.Token) bool { return t.Class&words.Wills != 0 })
	c.Points = pointsBack(tokens)
	c.Denies = c.Denies || refutes(tokens)
	c.NoFact = !isFact(s.Kind)
	if c.Denies {
		c.Manner, c.Thing = mannerOf(s, tokens), isThing(tokens, c.Clauses)
	}
	if s.Negated { // the report says that it was not said
		c.Clauses = nil
	}
	return c
}

// saidBefore reports whether the report looks back on the statement: "last week he had sworn".
func saidBefore(s *onrecord.Statement) bool {
	return s.Cue != nil && strings.HasPrefix(strings.ToLower(s.Cue.Text), "had ")
}

// tellsAnew reports whether the words tell that something is not as it was: "no longer", "after all".
func tellsAnew(tokens []words.Token) bool {
	for i := range tokens {
		switch tokens[i].Lower {
		case "now", "longer", "anymore", "instead", "meanwhile", "again":
			return true
		case "more", "all":
			if i > 0 && (tokens[i-1].Lower == "any" || tokens[i-1].Lower == "after") {
				return true
			}
		}
	}
	return false
}

// refutes reports whether the words call a charge false: "the report is a fairy tale".
func refutes(tokens []words.Token) bool {
	claims, refutes := false, false
	for _, t := range tokens {
		claims = claims || t.Class&(words.Claims|words.Third) != 0
		refutes = refutes || t.Class&words.Refutes != 0
	}
	return claims && refutes
}

// pointsBack reports whether the words tell nothing of a matter and so can only mean
// what was said before: "the charge", "pure invention".
func pointsBack(tokens []words.Token) bool {
	refutes, contents := false, 0
	for i := range tokens {
		t := &tokens[i]
		if t.Actor != "" && t.Class == 0 {
			return false
		}
		if t.IsContent() {
			contents++
		}
		refutes = refutes || t.Class&words.Refutes != 0
	}
	return contents == 0 || refutes && contents <= 1
}

// addDemand makes what is done with the words part of the claim where they do not tell it themselves:
// "the sailors must be released" is a demand.
func (c *Claim) addDemand(kind onrecord.StatementKind) {
	const attitude = "demand"
	if kind != onrecord.Demand || len(c.Clauses) == 0 {
		return
	}
	first := &c.Clauses[0]
	for _, stem := range first.Deeds {
		if words.ConceptOf(stem).Attitude {
			return
		}
	}
	first.addTerm(attitude)
	first.addDeed(attitude)
}

// addCue makes the words of a cue that is a deed part of what is claimed: "rejected" with
// "mediation by Norland".
func (c *Claim) addCue(s *onrecord.Statement) {
	if s.Cue == nil || c.Denies || c.Confirms || len(c.Clauses) == 0 {
		return
	}
	first := &c.Clauses[0]
	for _, t := range words.Cut(*s.Cue) {
		if isRefusal(t.Stem) && strings.HasPrefix(s.Content[0].Text, "to ") {
			first.Negated = !first.Negated
			continue
		}
		if t.IsContent() && len(first.Deeds) == 0 {
			if len(first.Terms) > 0 {
				first.Object = first.Terms[0]
			}
			first.addTerm(t.Stem)
			first.addDeed(t.Stem)
		}
	}
}
