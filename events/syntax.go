package events

import (
	"strings"

	"onrecord"
)

func (s *scene) token(t int) *onrecord.Token { return &s.a.Tokens[t] }

// lemma gives the lower-case lemma of a token, its word where the lemma is not known.
func (s *scene) lemma(t int) string { return s.lemmas[t] }

func (s *scene) word(t int) string { return s.low[t] }

func (s *scene) stem(t int) string {
	if s.stems[t] == "" {
		s.stems[t] = s.words.stem(s.low[t])
	}
	return s.stems[t]
}

// relation gives the relation of a token to its head without the subtype.
func (s *scene) relation(t int) string {
	base, _, _ := strings.Cut(s.a.Tokens[t].Deprel, ":")
	return base
}

// child gives the first child of t in one of the relations, subtype included; -1
// if there is none.
func (s *scene) child(t int, relations ...string) int {
	for _, k := range s.children[t] {
		for _, want := range relations {
			if s.a.Tokens[k].Deprel == want {
				return k
			}
		}
	}
	return -1
}

// preposition gives the preposition before a noun, its words joined by blanks.
func (s *scene) preposition(noun int) string {
	for _, k := range s.children[noun] {
		if s.a.Tokens[k].Deprel == "case" {
			p := s.word(k)
			for _, more := range s.children[k] {
				if s.a.Tokens[more].Deprel == "fixed" {
					p += " " + s.word(more)
				}
			}
			return p
		}
	}
	return ""
}

// conjuncts gives a token and those joined to it by "and", at most eight.
func (s *scene) conjuncts(t int) []int {
	all := []int{t}
	for _, k := range s.children[t] {
		if s.a.Tokens[k].Deprel == "conj" && s.isNominal(k) && len(all) < 8 {
			all = append(all, k)
		}
	}
	return all
}

func (s *scene) isNominal(t int) bool {
	switch s.a.Tokens[t].UPOS {
	case "NOUN", "PROPN", "PRON", "NUM", "SYM", "X":
		return true
	}
	return false
}

// isVerb trusts the tagger, but for nouns that stand as only verbs do: with a
// subject ("Oslo talks to them"), or after "offered to".
func (s *scene) isVerb(t int) bool {
	switch s.a.Tokens[t].UPOS {
	case "VERB":
		return true
	case "NOUN":
		return s.isMisreadVerb(t)
	}
	return false
}

// isPassive reports whether a verb stands in the passive: its subject undergoes
// it. A past participle without "have" and without a subject is passive, whatever
// it hangs on: "the town shelled by the army", "(banned in Oslo)".
func (s *scene) isPassive(verb int) bool {
	has := false
	for _, k := range s.children[verb] {
		if s.relation(k) == "aux" && isOneOf(s.word(k), "had", "has", "have", "having", "'ve", "’ve", "'d") {
			has = true
		}
	}
	if s.isHiddenMain(verb) {
		return false
	}
	passive := s.child(verb, "aux:pass")
	if has {
		return passive >= 0 && isOneOf(s.word(passive), "been", "being")
	}
	if s.child(verb, "obl:agent") >= 0 {
		return true
	}
	if passive >= 0 || s.child(verb, "nsubj:pass") >= 0 {
		return true
	}
	if s.token(verb).XPOS != "VBN" || s.child(verb, "nsubj") >= 0 {
		return false
	}
	if head := s.token(verb).Head; s.relation(verb) == "conj" && head >= 0 && s.isVerb(head) && s.relation(head) != "conj" {
		return s.isPassive(head)
	}
	return true
}

// isNegated reports whether "not", "never" or "no" stands by the predicate, or
// "no" by its object: "brought no charges", "made zero concessions".
func (s *scene) isNegated(t int) bool {
	if o := s.child(t, "obj"); o >= 0 {
		if d := s.child(o, "det", "nummod"); d >= 0 && isOneOf(s.word(d), "no", "zero") {
			return true
		}
	}
	for _, k := range s.children[t] {
		if isNegator(s.word(k)) && !s.isMoreThan(k) {
			switch s.relation(k) {
			case "advmod", "det", "aux", "cc":
				return true
			}
		}
	}
	return false
}

// isMoreThan reports whether a negation belongs to "not only", which denies nothing.
func (s *scene) isMoreThan(not int) bool {
	return not+1 < len(s.a.Tokens) && isOneOf(s.word(not+1), "only", "just", "merely", "simply")
}

func isNegator(word string) bool {
	switch word {
	case "not", "n't", "n’t", "never", "no", "neither", "nor", "hardly":
		return true
	}
	return false
}

// subtree gives the tokens below t and t itself that keep() lets in; what it
// keeps out is not entered.
func (s *scene) subtree(t int, keep func(int) bool) []int {
	all := []int{t}
	for i := 0; i < len(all) && len(all) < 400; i++ {
		for _, k := range s.children[all[i]] {
			if keep(k) {
				all = append(all, k)
			}
		}
	}
	return all
}
