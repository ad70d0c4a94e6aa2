package language

func yes(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// quoteRelation tells whether two mentions stand in one quotation, in two, or
// one of them in none.
func (j *joiner) quoteRelation(f, g *facts) uint32 {
	switch {
	case f.quote == g.quote:
		return min(uint32(f.quote), 1)
	case f.quote == 0:
		return 2
	case g.quote == 0:
		return 3
	}
	return 4
}

func (j *joiner) sameParagraph(f, g *facts) bool {
	return j.a.Sentences[f.sentence].Paragraph == j.a.Sentences[g.sentence].Paragraph
}

// isFirstIn reports whether a mention is the first of its sentence.
func (j *joiner) isFirstIn(k int) bool {
	return k == 0 || j.facts[k-1].sentence != j.facts[k].sentence
}

// commands counts how many clauses up mention k is the subject over mention i: 1
// for "Varga said that he"; 0 if it is not.
func (j *joiner) commands(k, i int) int {
	subject := &j.a.Tokens[j.a.Mentions[k].Head]
	if relation(subject.Deprel) != "nsubj" {
		return 0
	}
	at := j.a.Tokens[j.a.Mentions[i].Head].Head
	for n := 1; n < 6 && at >= 0 && at < len(j.a.Tokens); n++ {
		if at == subject.Head {
			return n
		}
		at = j.a.Tokens[at].Head
	}
	return 0
}
