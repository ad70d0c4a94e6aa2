package language

import (
	"slices"
	"strings"

	"onrecord"
)

// joinPhrases joins what a phrase itself says is one: a title and the name after
// it, an apposition, a body and its own name, a name in brackets, a relative
// pronoun and its noun, a person and what he is said to be.
func (j *joiner) joinPhrases() {
	for i := range j.a.Mentions {
		switch j.a.Mentions[i].Form {
		case onrecord.Nominal:
			j.joinOwnName(i)
			j.joinPredicate(i)
		case onrecord.Pronoun:
			j.joinRelative(i)
		}
		if j.a.Mentions[i].Form != onrecord.Pronoun {
			j.joinAppositions(i)
		}
	}
}

// joinOwnName joins a noun phrase to the name that is its head or that its head
// is a title of: "Mr Varga", "spokesman Ivo Varga", "the Amber group".
func (j *joiner) joinOwnName(i int) {
	m := &j.a.Mentions[i]
	for _, k := range j.namesUnder(m) {
		name := &j.a.Mentions[k]
		if name.Head == m.Head && !j.goesOn(m, name) || j.isTitled(m, name) || j.isBodyOf(m, name) {
			j.join(k, i)
			return
		}
	}
}

// goesOn reports whether nouns follow the name inside the phrase, so that it is
// not the head, whatever the tree says: "Norland officials".
func (j *joiner) goesOn(m, name *onrecord.Mention) bool {
	_, end := j.a.TokensIn(name.Span)
	if end >= len(j.a.Tokens) || !m.Core.Contains(j.a.Tokens[end].Span) {
		return false
	}
	t := &j.a.Tokens[end]
	return t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.XPOS == "POS"
}

// namesUnder gives the names inside a phrase whose head is the phrase's head or
// hangs on it directly.
func (j *joiner) namesUnder(m *onrecord.Mention) []int {
	names := slices.Clone(j.byHead[m.Head])
	for _, c := range j.tree.kids(m.Head) {
		names = append(names, j.byHead[c]...)
	}
	return slices.DeleteFunc(names, func(k int) bool {
		n := &j.a.Mentions[k]
		return n.Form != onrecord.Name || !m.Span.Contains(n.Span)
	})
}

// isTitled tells a person's name that hangs on its title or stands beside a noun
// for a person: "President Varga", "spokesman Ivo Varga".
func (j *joiner) isTitled(m, name *onrecord.Mention) bool {
	if name.Type != onrecord.Person {
		return false
	}
	t := &j.a.Tokens[name.Head]
	switch relation(t.Deprel) {
	case "flat":
		return true
	case "appos", "nmod", "compound":
		// "Varga supporters" and "the president's envoy" are other people.
		return t.Head == m.Head && name.Head > m.Head && t.Deprel != "nmod" && t.Deprel != "nmod:poss"
	}
	return false
}

// isBodyOf tells a body and the name that stands before it as its own: "the Amber
// group", "the TASS news agency"; not "the Amber spokesman".
func (j *joiner) isBodyOf(m, name *onrecord.Mention) bool {
	t := &j.a.Tokens[name.Head]
	if t.Head != m.Head || name.Type == onrecord.Person || !marked(strings.ToLower(j.a.Tokens[m.Head].Lemma), 'g') {
		return false
	}
	if numberOf(&j.a.Tokens[m.Head]) == 'p' || name.Type == onrecord.Location {
		return false
	}
	if rel := relation(t.Deprel); rel != "compound" && rel != "appos" && rel != "flat" {
		return false
	}
	// The name next to the noun is its name: in "the US Treasury agency" not "US".
	for _, k := range j.namesUnder(m) {
		other := &j.a.Mentions[k]
		if other != name && other.Head < m.Head && other.Start > name.Start && other.Start < j.a.Tokens[m.Head].Start {
			return false
		}
	}
	return true
}

// joinAppositions joins a phrase to what stands beside it for the same: "Ivo
// Varga, the envoy,", "the Amber Front (AF)".
func (j *joiner) joinAppositions(i int) {
	m := &j.a.Mentions[i]
	for _, c := range j.tree.kids(m.Head) {
		if j.a.Tokens[c].Deprel != "appos" {
			continue
		}
		for _, k := range j.byHead[c] {
			if m.Form == onrecord.Name && m.Type == onrecord.Person && len(j.facts[i].name) == 1 && j.facts[k].class == 'o' && j.a.Mentions[k].Form == onrecord.Nominal {
				j.retype(i)
			}
			if j.mayStandFor(i, k) {
				j.join(i, k)
			}
		}
	}
}

// mayStandFor guards an apposition: a list ("Norway, Chile and Peru") and a place
// that tells where ("Tara, Norland") are none.
func (j *joiner) mayStandFor(i, k int) bool {
	x, y := &j.a.Mentions[i], &j.a.Mentions[k]
	if x.Form == onrecord.Pronoun || y.Form == onrecord.Pronoun {
		return false
	}
	if j.tree.kid(y.Head, "conj") >= 0 && j.facts[i].plural != 'p' {
		return false
	}
	if x.Form == onrecord.Name && y.Form == onrecord.Name {
		return x.Type == y.Type && x.Type != onrecord.Location && (x.Type != onrecord.Person || j.inBrackets(y)) ||
			isAcronymOf(j.facts[k].name, j.facts[i].name)
	}
	a, b := &j.kin[j.root(i)], &j.kin[j.root(k)]
	if j.bothNamed(i, k) || j.headsName(i) && len(b.name) > 0 || j.headsName(k) && len(a.name) > 0 {
		return isAcronymOf(a.name, b.name) || isAcronymOf(b.name, a.name)
	}
	return agree(a.gender, b.gender) && agreeClass(a.class, b.class) && agree(a.plural, b.plural)
}

// headsName reports whether a name has the head of the mention.
func (j *joiner) headsName(i int) bool {
	for _, k := range j.byHead[j.a.Mentions[i].Head] {
		if j.a.Mentions[k].Form == onrecord.Name {
			return true
		}
	}
	return false
}

func (j *joiner) inBrackets(m *onrecord.Mention) bool {
	first, end := j.a.TokensIn(m.Span)
	return first > 0 && end < len(j.a.Tokens) && j.a.Text.Cut(j.a.Tokens[first-1].Span) == "(" && j.a.Text.Cut(j.a.Tokens[end].Span) == ")"
}

// joinPredicate joins what someone is said to be to the one: "Varga is the
// envoy". Not if it is denied, asked, or was so once.
func (j *joiner) joinPredicate(i int) {
	head := j.a.Mentions[i].Head
	cop := j.tree.kid(head, "cop")
	subject := j.tree.kid(head, "nsubj")
	if cop < 0 || subject < 0 || strings.ToLower(j.a.Tokens[cop].Lemma) != "be" || j.facts[i].indefinite && j.facts[i].class != 'p' {
		return
	}
	for _, c := range j.tree.kids(head) {
		if t := &j.a.Tokens[c]; relation(t.Deprel) == "aux" || hasFeat(t.Feats, "Polarity=Neg") || t.Lemma == "not" || t.Lemma == "no" {
			return
		}
	}
	for _, k := range j.byHead[subject] {
		if j.a.Mentions[k].Form != onrecord.Pronoun && j.mayJoin(i, k) && j.facts[k].class == 'p' && j.facts[i].class == 'p' {
			j.join(i, k)
		}
	}
}
