package events

import "onrecord"

// addVoices adds whether a word stands in what somebody says, and, for one that
// reports a statement, what is said.
func (s *scene) addVoices(c *clues, t int, rule string) {
	form := "report"
	if over := s.statementOver(s.token(t).Span); over != nil {
		form = string(over.Form)
		c.add(clueOver, string(over.Kind))
		c.add(clueOverRule, string(over.Kind), rule)
	}
	c.add(clueSaid, form)
	c.add(clueSaidRule, form, rule)
	if st := s.cueAt(t); st != nil {
		c.add(clueCue, string(st.Kind))
		c.add(clueCueLemma, string(st.Kind), s.lemma(t))
		c.add(clueCueForm, string(st.Kind), string(st.Form))
		c.add(clueSpeaker, string(st.Speaker.Kind))
		s.addSaid(c, st)
	}
}

// cueAt gives the statement that a word reports; nil if it is no cue.
func (s *scene) cueAt(t int) *onrecord.Statement {
	for i := range s.statements {
		if st := &s.statements[i]; st.Cue != nil && st.Cue.Contains(s.token(t).Span) {
			return st
		}
	}
	return nil
}

// maxSaid is how many words of what is said are looked at.
const maxSaid = 60

// addSaid adds the words that a statement reports, each once, and whom they name.
func (s *scene) addSaid(c *clues, st *onrecord.Statement) {
	seen := map[string]bool{}
	for _, q := range st.Content {
		first, end := s.a.TokensIn(q.Span)
		for t := first; t < min(end, len(s.a.Tokens)) && len(seen) < maxSaid; t++ {
			stem := s.stem(t)
			if seen[stem] || s.nameAt[t] >= 0 || !isOneOf(s.token(t).UPOS, "NOUN", "VERB", "ADJ", "ADV", "AUX", "PART") {
				continue
			}
			seen[stem] = true
			c.add(clueSaidStem, stem)
			if circle := s.circles.deeds[stem]; circle != "" {
				c.add(clueSaidCircle, circle)
			}
			if senses := s.words.predicates[s.lemma(t)]; len(senses) > 0 {
				c.add(clueSaidSense, string(senses[0].sense.Type))
			}
		}
	}
	c.add(clueSaidNamed, s.kindNamedIn(st))
}

// kindNamedIn tells of what kind the first other actor is that a statement names.
func (s *scene) kindNamedIn(st *onrecord.Statement) string {
	for _, q := range st.Content {
		for _, n := range s.r.Within(q.Span) {
			if actor := s.sideName[n.Actor]; actor != nil && n.Actor != st.Speaker.Actor && isPolitical(actor, nil) {
				return string(actor.Kind)
			}
		}
	}
	return "none"
}
