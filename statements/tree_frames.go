package statements

// frameByTree reads the frame of a listed cue from the tree alone: its subject speaks, the
// clause, the infinitive or the object under it is said, or the quotation of its
// sentence. It is what is left when no model is used, to measure what the models add.
func (s *scene) frameByTree(i int) (draft, bool) {
	if !s.mayBeCue(i) || s.low[i] != "according" && (s.a.Tokens[i].UPOS != "VERB" || len(sensesOf(&s.a.Tokens[i], s.low[i])) == 0) {
		return draft{}, false
	}
	d := draft{head: i, cue: s.verbGroup(i), cueOdds: treeOdds, sure: treeOdds, within: -1}
	for l := range d.labelOdds {
		d.labelOdds[l] = treeOdds
	}
	d.source = s.subjectTokens(i)
	d.content = s.quotedBeside(i)
	if said := s.child(i, "ccomp", "xcomp", "parataxis"); len(d.content) == 0 && said < 0 {
		d.content = s.subtree(s.child(i, "obj"))
	} else if len(d.content) == 0 {
		d.content = s.subtree(said)
	}
	if s.low[i] == "according" {
		d.source, d.content = s.readAccording(i)
	}
	return d, len(d.content) > 0
}

// treeOdds is how sure a frame of the tree alone is said to be.
const treeOdds = 0.8

// verbGroup is a verb with the auxiliaries and the "not" right before it.
func (s *scene) verbGroup(verb int) []int {
	from := verb
	for from > 0 && s.head(from-1) == verb && (s.a.Tokens[from-1].UPOS == "AUX" || s.a.Tokens[from-1].UPOS == "ADV" || s.a.Tokens[from-1].UPOS == "PART") {
		from--
	}
	return numbers(from, verb+1)
}

// subjectTokens gives the subject of a verb, or of the one that it is joined to.
func (s *scene) subjectTokens(verb int) []int {
	for range maxDepth {
		if subject := s.child(verb, "nsubj", "obl:agent"); subject >= 0 {
			return s.subtree(subject)
		}
		if rel := s.a.Tokens[verb].Deprel; rel != "conj" && rel != "xcomp" && rel != "advcl" {
			return nil
		}
		if verb = s.head(verb); verb < 0 {
			return nil
		}
	}
	return nil
}

// quotedBeside gives the quoted words of a cue's sentence.
func (s *scene) quotedBeside(i int) []int {
	var said []int
	sent := s.a.Sentences[s.sentence[i]]
	for j := sent.First; j < sent.End; j++ {
		if s.quoteOf[j] >= 0 && s.quoteOf[j] != s.quoteOf[i] && !s.quotes[s.quoteOf[j]].Single {
			said = append(said, j)
		}
	}
	return said
}

// readAccording splits "according to the ministry, the port is closed".
func (s *scene) readAccording(i int) (source, content []int) {
	sent := s.a.Sentences[s.sentence[i]]
	end := i + 2
	for end < sent.End && s.low[end] != "," && s.low[end] != "." {
		end++
	}
	if end <= i+2 {
		return nil, nil
	}
	return numbers(i+2, end), s.trimEnds(append(numbers(sent.First, max(sent.First, i-1)), numbers(min(end+1, sent.End), sent.End)...))
}

// subtree gives the tokens from the first to the last one under a token; none for -1.
func (s *scene) subtree(i int) []int {
	if i < 0 {
		return nil
	}
	return s.trimEnds(numbers(s.first[i], s.last[i]+1))
}
