package petrarch

// findChunks finds the base noun phrases: "the Prime Minister of" ends before "of".
func (g *grouping) findChunks() {
	start := -1
	end := func(i int) {
		if start >= 0 && g.hasNoun(start, i) {
			for j := start; j < i; j++ {
				g.chunkOf[j] = len(g.borders)
			}
			g.borders = append(g.borders, tokenRange{start, i})
		}
		start = -1
	}
	for i := range g.tokens {
		switch {
		case !g.isNominal(i):
			end(i)
		case start >= 0 && g.opens(i):
			end(i)
			start = i
		case start < 0:
			start = i
		}
	}
	end(len(g.tokens))
}

// isNominal reports whether a token may stand in a base noun phrase.
func (g *grouping) isNominal(i int) bool {
	t := &g.tokens[i]
	switch t.UPOS {
	case "DET", "NUM", "NOUN", "PROPN", "X":
		return true
	case "ADJ":
		return g.isEpithet(i)
	case "PRON":
		return t.XPOS == "PRP" || t.XPOS == "PRP$"
	case "PART":
		return t.Deprel == "case" // the "'s" of possession
	case "VERB":
		return t.Deprel == "amod" || t.Deprel == "compound"
	case "PUNCT": // the "-" of "state-run"
		return i > 0 && i+1 < len(g.tokens) && g.tokens[i-1].End == t.Start && t.End == g.tokens[i+1].Start
	case "CCONJ": // "the cold and sick minister"
		return i > 0 && i+1 < len(g.tokens) && g.tokens[i-1].UPOS == "ADJ" && g.isEpithet(i+1) && g.tokens[i+1].Head == g.first+i-1
	}
	return false
}

// isEpithet reports whether a token is an adjective that says nothing by itself.
func (g *grouping) isEpithet(i int) bool {
	t := &g.tokens[i]
	return t.UPOS == "ADJ" && t.Deprel != "root" && t.Deprel != "xcomp" && t.Deprel != "ccomp"
}

// opens reports whether a token begins another base noun phrase than the one before.
func (g *grouping) opens(i int) bool {
	t, before := &g.tokens[i], &g.tokens[i-1]
	if before.UPOS == "PRON" && before.XPOS == "PRP" {
		return true
	}
	isStart := t.UPOS == "DET" || t.UPOS == "PRON"
	return isStart && before.UPOS != "DET" && before.UPOS != "ADJ" && before.UPOS != "PART"
}

func (g *grouping) hasNoun(from, to int) bool {
	for i := from; i < to; i++ {
		switch g.tokens[i].UPOS {
		case "NOUN", "PROPN", "PRON", "X", "NUM", "ADJ":
			return true
		}
	}
	return false
}
