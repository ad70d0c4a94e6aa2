package language

import (
	"strings"

	"onrecord"
)

// site is where a mention stands in the tree of its sentence.
type site struct {
	top      int    // the head after climbing names, appositions and coordinations
	role     byte   // of top
	conjunct bool   // one of several that are coordinated
	clause   int    // the predicate that it belongs to
	link     uint32 // how that predicate hangs on the rest
	levels   int    // clauses above it
	verb     uint32 // the word that top hangs on
	says     bool   // is the subject of a verb of saying
	actor    int    // the head of the subject of the clause, said or understood
}

// The roles of a mention.
const (
	roleOther byte = iota
	roleSubject
	rolePassive // subject of a passive verb
	roleObject
	roleOblique
	rolePossessor
	roleInside // a noun hangs on it
	rolePredicate
)

// maxClimb bounds every climb in a tree.
const maxClimb = 24

// siteOf finds where the word stands.
func (j *joiner) siteOf(token int) site {
	s := site{top: token}
	for range maxClimb {
		t := &j.a.Tokens[s.top]
		rel := relation(t.Deprel)
		if rel == "conj" {
			s.conjunct = true
		} else if rel != "appos" && rel != "flat" {
			break
		}
		if !j.hangsInside(t.Head) || isPredicate(&j.a.Tokens[t.Head]) && !isPredicate(t) {
			break
		}
		s.top = t.Head
	}
	s.conjunct = s.conjunct || j.tree.kid(s.top, "conj") >= 0
	t := &j.a.Tokens[s.top]
	s.role = roleOf(t.Deprel)
	if j.tree.kid(s.top, "cop") >= 0 {
		s.role = rolePredicate
	}
	if j.hangsInside(t.Head) {
		s.verb = hashWord(j.a.Tokens[t.Head].Lemma)
		s.says = s.role == roleSubject && marked(j.a.Tokens[t.Head].Lemma, 's')
	}
	s.clause, s.levels = j.clauseOf(s.top)
	s.link = hashWord(j.a.Tokens[s.clause].Deprel)
	s.actor = j.actorOf(s.clause)
	return s
}

func (j *joiner) hangsInside(head int) bool { return head >= 0 && head < len(j.a.Tokens) }

func isPredicate(t *onrecord.Token) bool { return t.UPOS == "VERB" || t.UPOS == "AUX" }

func roleOf(deprel string) byte {
	switch deprel {
	case "nsubj:pass":
		return rolePassive
	case "nmod:poss":
		return rolePossessor
	}
	switch relation(deprel) {
	case "nsubj":
		return roleSubject
	case "obj", "iobj":
		return roleObject
	case "obl":
		return roleOblique
	case "nmod", "compound":
		return roleInside
	}
	return roleOther
}

// clauseOf gives the predicate of the smallest clause around the word and how many
// clauses are around that.
func (j *joiner) clauseOf(token int) (clause, levels int) {
	clause = -1
	at := token
	for range maxClimb {
		t := &j.a.Tokens[at]
		if opensClause(t, at == token) {
			if clause < 0 {
				clause = at
			} else {
				levels++
			}
		}
		if !j.hangsInside(t.Head) {
			break
		}
		at = t.Head
	}
	if clause < 0 {
		clause = at
	}
	return clause, levels
}

// opensClause tells the predicates of clauses by how they hang on the rest.
func opensClause(t *onrecord.Token, self bool) bool {
	switch relation(t.Deprel) {
	case "root", "ccomp", "advcl", "csubj", "parataxis":
		return true
	case "acl":
		return strings.HasSuffix(t.Deprel, ":relcl") || isPredicate(t)
	case "xcomp":
		return isPredicate(t)
	case "conj":
		return isPredicate(t) && !self
	}
	return false
}

// path draws the way through the tree between two words of one sentence, up from
// the first and down to the second; 0 if it is long.
func (j *joiner) path(from, to int) uint32 {
	const most = 5
	var ups [most + 1]int
	n := 0
	for at := from; n <= most && j.hangsInside(at); at = j.a.Tokens[at].Head {
		ups[n] = at
		n++
	}
	down := uint32(17)
	at := to
	for range most + 1 {
		for k := range n {
			if ups[k] == at {
				h := down
				for i := range k {
					h = h*31 ^ hashWord(relation(j.a.Tokens[ups[i]].Deprel))
				}
				return h*31 + 7
			}
		}
		if !j.hangsInside(at) {
			break
		}
		down = down*31 ^ hashWord(relation(j.a.Tokens[at].Deprel)) + 3
		at = j.a.Tokens[at].Head
	}
	return 0
}

// actorOf gives the word that is the subject of a predicate, said or understood:
// in "Varga left, hating her", Varga hates. It is -1 if there is none.
func (j *joiner) actorOf(predicate int) int {
	at := predicate
	for range 4 {
		if s := j.tree.kid(at, "nsubj"); s >= 0 {
			return s
		}
		t := &j.a.Tokens[at]
		switch relation(t.Deprel) {
		case "xcomp":
			if o := j.tree.kid(max(t.Head, 0), "obj"); o >= 0 && o < at {
				return o
			}
		case "advcl", "conj":
		case "acl":
			if !strings.HasSuffix(t.Deprel, ":relcl") {
				return t.Head
			}
			return -1
		default:
			return -1
		}
		if !j.hangsInside(t.Head) {
			return -1
		}
		at = t.Head
	}
	return -1
}
