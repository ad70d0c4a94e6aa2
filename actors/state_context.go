package actors

import (
	"strings"

	"onrecord"
)

// weighed is a state that may own an office whose country is not told.
type weighed struct {
	id     onrecord.ActorID
	points float64
}

// What speaks for a state as the owner of "Foreign Minister X" or "the army".
const (
	forSubject      = 3.0 // "Nepal will never yield, Foreign Minister X said"
	forSubjectPrior = 2.0 // the sentence before is about what it does
	forNearness     = 0.5
	forTop          = 1.5 // the state that the report names most
	forSecond       = 1.0
	forLead         = 1.5 // the first state that does something in the report
	forHome         = 4.0 // the report was filed there
	forHomeNamed    = 1.0 // and speaks of it
	forHomeOnly     = 1.5 // the report was filed there and is about another state
	forScene        = 4.0 // "the army shot protesters in Andijan"
	enoughPoints    = 1.5
	clearMargin     = 1.0
)

// stateAround gives the state that an office at word i belongs to where its own
// words do not tell; "" if the surroundings speak for none clearly.
func (r *reading) stateAround(i int, title string) onrecord.ActorID {
	var all []weighed
	first, end := r.sentenceAt(i)
	all = r.weighSentence(all, first, end, i, forSubject)
	if before, to := r.sentenceAt(first - 1); first > 0 {
		all = r.weighSentence(all, before, to, to, forSubjectPrior)
	}
	top, second := r.prominentStates()
	if r.stateCounts[top] > 1 {
		all = addPoints(all, top, forTop-forSecond)
	}
	all = addPoints(addPoints(all, top, forSecond), second, forSecond)
	all = addPoints(all, r.lead, forLead)
	all = addPoints(all, r.sceneOf(i), forScene)
	if home := r.home(); home != "" && !r.standsElsewhere(i) {
		all = r.weighHome(all, home, top)
	}
	return clearWinner(all, title)
}

// leastAbout is how often a report names the state that it is about, if that is not where it was filed.
const leastAbout = 3

func (r *reading) weighHome(all []weighed, home, top onrecord.ActorID) []weighed {
	switch named := r.stateCounts[home]; {
	case named > 0:
		return addPoints(all, home, forHome+forHomeNamed)
	case r.stateCounts[top] >= leastAbout:
		return addPoints(all, home, forHomeOnly)
	}
	return addPoints(all, home, forHome)
}

// sceneOf gives the state of the place where the office at word i does what its sentence tells; "" if none is told.
func (r *reading) sceneOf(i int) onrecord.ActorID {
	t, end := r.a.TokensIn(r.words[i].Span)
	if t >= end || r.a.Tokens[t].Head < 0 || !strings.HasPrefix(r.a.Tokens[t].Deprel, "nsubj") {
		return ""
	}
	verb := r.a.Tokens[t].Head
	for k := verb + 1; k < len(r.a.Tokens) && r.a.Tokens[k].Start < r.a.Tokens[verb].End+maxScene; k++ {
		if tok := &r.a.Tokens[k]; tok.Head != verb || !strings.HasPrefix(tok.Deprel, "obl") || r.a.Text.Cut(r.a.Tokens[max(0, k-1)].Span) != "in" {
			continue
		}
		if n := r.name(r.wordAt(r.a.Tokens[k].Start)); n != nil {
			if id := r.stateAt(n); id != "" {
				return id
			}
			return r.stateOf(n)
		}
	}
	return ""
}

// maxScene is how many bytes behind its verb a place may stand.
const maxScene = 200

func addPoints(all []weighed, id onrecord.ActorID, points float64) []weighed {
	if id == "" {
		return all
	}
	for k := range all {
		if all[k].id == id {
			all[k].points += points
			return all
		}
	}
	return append(all, weighed{id, points})
}

// clearWinner gives the state with most points if no other comes near.
func clearWinner(all []weighed, title string) onrecord.ActorID {
	best, next := weighed{}, 0.0
	for _, w := range all {
		switch {
		case !mayHave(w.id, title):
		case w.points > best.points:
			best, next = w, best.points
		case w.points > next:
			next = w.points
		}
	}
	if best.points < enoughPoints || best.points-next < clearMargin {
		return ""
	}
	return best.id
}

// mayHave leaves out offices that a state is known not to have: Washington has
// secretaries and no ministers.
func mayHave(id onrecord.ActorID, title string) bool {
	switch id {
	case "USA":
		return !strings.HasPrefix(title, "minist") && title != "premier" && title != "chancellor" && title != "governor"
	case "GBR":
		return title != "president" && title != "governor"
	}
	return true
}

// weighSentence counts the states named in the words [first, end), those before
// word limit as subjects too.
func (r *reading) weighSentence(all []weighed, first, end, limit int, subject float64) []weighed {
	for j := first; j < end; j++ {
		n := r.name(j)
		if n == nil {
			continue
		}
		j = n.end - 1
		id := r.stateOf(n)
		if id == "" || n.place && !r.opensWithPlace(n) {
			continue
		}
		all = addPoints(all, id, forNearness)
		if n.first <= first+2 && r.opensWithPlace(n) {
			all = addPoints(all, id, 2*subject)
		}
		if n.first < limit && (n.use != asAdjective && r.isSubject(n) || r.ownsSubject(n, id)) {
			all = addPoints(all, id, subject)
		}
	}
	return all
}

// opensWithPlace reads "In Britain, the cabinet met".
func (r *reading) opensWithPlace(n *found) bool {
	return n.first > 0 && r.words[n.first-1].key == "in" && r.words[n.first-1].shape != lower && r.hasComma(n.end)
}

// ownsSubject reports whether a name owns a body that is the subject: "the Kyrgyz
// border service said".
func (r *reading) ownsSubject(n *found, id onrecord.ActorID) bool {
	for k := len(r.bodies) - 1; k >= 0 && r.bodies[k].end > n.first; k-- {
		if b := &r.bodies[k]; b.first <= n.first && b.of == id {
			return r.isSubjectWord(b.head)
		}
	}
	return false
}

// isSubject reports whether a name is the subject of a verb, or owns it.
func (r *reading) isSubject(n *found) bool {
	t, end := r.a.TokensIn(r.span(n.first, n.end))
	for steps := 0; t < end && steps < 2; steps++ {
		tok := &r.a.Tokens[end-1]
		if strings.HasPrefix(tok.Deprel, "nsubj") {
			return true
		}
		if tok.Head < 0 || tok.Head >= len(r.a.Tokens) || tok.Deprel != "nmod:poss" && tok.Deprel != "compound" && tok.Deprel != "flat" {
			return false
		}
		t, end = tok.Head, tok.Head+1
	}
	return false
}
