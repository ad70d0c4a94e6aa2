package statements

import (
	"slices"
)

// addPatterns adds frames for words that no model looks at: "put the toll at nine".
func (s *scene) addPatterns(drafts []draft) []draft {
	known := map[int]float64{}
	for i := range drafts {
		known[drafts[i].head] = drafts[i].cueOdds
	}
	for i := range s.a.Tokens {
		if s.quoteOf[i] >= 0 || known[i] > 0.5 {
			continue
		}
		for _, pattern := range []func(int) (source, cue, content []int){s.figureGiven, s.quoteClosedBy, s.accordingToHim, s.wentOn, s.signedBy} {
			source, cue, content := pattern(i)
			if len(source) == 0 || len(content) == 0 {
				continue
			}
			drafts = slices.DeleteFunc(drafts, func(d draft) bool { return d.head == i })
			drafts = append(drafts, draft{head: i, cue: cue, cueOdds: 0.6, sure: 0.6, firm: true, source: source, content: content,
				within: -1, labelOdds: [roleLabels]float64{0.6, 0.6, 0.6, 0.6}})
			break
		}
	}
	return drafts
}

// accordingToHim reads "According to him, the port was closed."
func (s *scene) accordingToHim(i int) (source, cue, content []int) {
	if s.low[i] != "according" || i+4 >= len(s.low) || s.low[i+1] != "to" || s.low[i+3] != "," || i != s.a.Sentences[s.sentence[i]].First {
		return nil, nil, nil
	}
	switch s.low[i+2] {
	case "him", "her", "them":
		return []int{i + 2}, []int{i, i + 1}, s.trimEnds(numbers(i+4, s.a.Sentences[s.sentence[i]].End))
	}
	return nil, nil, nil
}

// wentOn reads "The port, she went on, was closed."
func (s *scene) wentOn(i int) (source, cue, content []int) {
	sent := s.a.Sentences[s.sentence[i]]
	if s.a.Tokens[i].Lemma != "go" || i+2 >= sent.End || s.low[i+1] != "on" || s.low[i+2] != "," {
		return nil, nil, nil
	}
	from := i
	for from > sent.First && s.low[from-1] != "," && i-from < 6 {
		from--
	}
	if from == i || from-1 <= sent.First || s.low[from-1] != "," || !s.mayBeginName(from) || s.hasVerb(from, i) {
		return nil, nil, nil
	}
	return numbers(from, i), []int{i, i + 1}, append(numbers(sent.First, from-1), s.trimEnds(numbers(i+3, sent.End))...)
}

// figureGiven reads "The ministry put the toll at nine": the content is the thing
// and its figure.
func (s *scene) figureGiven(verb int) (source, cue, content []int) {
	t := &s.a.Tokens[verb]
	if t.Lemma != "put" || t.UPOS != "VERB" || s.child(verb, "aux", "mark", "cop") >= 0 || verb == 0 || s.low[verb-1] == "to" {
		return nil, nil, nil
	}
	subject, thing := s.child(verb, "nsubj"), s.child(verb, "obj")
	if subject < 0 || thing < 0 || subject > verb || thing < verb {
		return nil, nil, nil
	}
	end := s.a.Sentences[s.sentence[verb]].End
	for at := s.last[thing] + 1; at < end && at < s.last[thing]+2; at++ {
		if s.low[at] != "at" {
			continue
		}
		stop, figure := at+1, false
		for stop < end && s.low[stop] != "," && s.low[stop] != "." && s.low[stop] != ";" {
			figure = figure || s.a.Tokens[stop].UPOS == "NUM"
			stop++
		}
		if figure && !s.hasVerb(verb+1, stop) {
			return numbers(s.first[subject], s.last[subject]+1), []int{verb}, numbers(verb+1, stop)
		}
	}
	return nil, nil, nil
}

// quoteClosedBy reads `"We lost three weeks," complained its minister, Anna Berg`:
// the verb stands between a quotation and the name of the speaker.
func (s *scene) quoteClosedBy(verb int) (source, cue, content []int) {
	if !s.isInvertedTag(verb) {
		return nil, nil, nil
	}
	return s.nameAfter(verb), []int{verb}, s.quotationBefore(verb)
}

// isInvertedTag reports whether a verb of speech stands right behind a quotation
// and before a name.
func (s *scene) isInvertedTag(verb int) bool {
	t := &s.a.Tokens[verb]
	if verb < 2 || s.quoteOf[verb] >= 0 || s.quoteOf[verb-1] < 0 || !s.isQuoteMark(verb-1) || (t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBN") {
		return false
	}
	if senses := sensesOf(t, s.low[verb]); len(senses) == 0 {
		return false
	}
	return verb+1 < len(s.low) && s.sentence[verb+1] == s.sentence[verb] && s.quoteOf[verb+1] < 0 && s.mayBeginName(verb+1)
}

// nameAfter gives the name that stands behind an inverted verb, with its
// apposition.
func (s *scene) nameAfter(verb int) []int {
	end := verb + 1
	commas := 0
	for end < s.a.Sentences[s.sentence[verb]].End && end-verb < maxTagName {
		if s.hasVerb(end, end+1) || s.quoteOf[end] >= 0 || s.low[end] == "." || s.low[end] == ";" || s.isRelativeClause(end) {
			break
		}
		if s.low[end] == "," {
			if commas++; commas > 1 {
				break
			}
		}
		end++
	}
	return s.trimEnds(numbers(verb+1, end))
}

func (s *scene) quotationBefore(verb int) []int {
	q := s.quoteOf[verb-1]
	first := verb - 1
	for first > 0 && s.quoteOf[first-1] == q {
		first--
	}
	return numbers(first, verb)
}

// mendInverted gives a frame of an inverted tag that has no speaker the name behind
// its verb.
func (s *scene) mendInverted(d *draft) {
	if len(d.source) > 0 || !s.isInvertedTag(d.head) {
		return
	}
	d.source, d.content = s.nameAfter(d.head), s.quotationBefore(d.head)
	d.firm = true
}

// mendColon gives a sentence that ends in a colon before a quotation of its own
// paragraph the quotation: "She described the talks:" and what follows.
func (s *scene) mendColon(d *draft, runs []tokenRun) {
	end := s.a.Sentences[s.sentence[d.head]].End
	if end >= len(s.low) || s.low[end-1] != ":" || s.quoteOf[d.head] >= 0 || len(d.source) == 0 || d.source[0] > d.head || s.hasQuote(d.cue[0], end) {
		return
	}
	q := s.quoteOf[end]
	if q < 0 || runs[q].first != end || s.paragraph(end)-s.paragraph(d.head) > 1 {
		return
	}
	d.content = nil
	d.add(runs[q])
	d.growQuotes(s, runs)
}
