package statements

import "slices"

// mendRuns keeps of a source in pieces the one next to the cue.
func (s *scene) mendRuns(d *draft) {
	if len(d.source) == 0 {
		return
	}
	near := d.source[0]
	for _, i := range d.source {
		if max(i-d.head, d.head-i) < max(near-d.head, d.head-near) {
			near = i
		}
	}
	d.source = runAround(d.source, near)
}

// mendSides sets right words that were put on the wrong side of a cue or of its
// source.
func (s *scene) mendSides(d *draft) {
	s.takeAgent(d)
	if len(d.source) == 0 || len(d.content) == 0 {
		return
	}
	switch first := d.source[0]; {
	case s.low[d.head] == "according" && first > d.head:
		s.mendAccording(d)
	case first > d.head && s.isPassive(d) && d.content[0] < d.head:
		s.mendAgent(d)
	case isRelative(s.low[first]) && len(d.source) == 1 && first < d.head:
		s.mendRelative(d)
	case first < d.head && d.content[0] > first:
		s.mendInterrupted(d)
	}
}

// mendAccording gives the subject of the clause back to it: "according to experts
// in the capital, the group always denies it".
func (s *scene) mendAccording(d *draft) {
	last := d.source[len(d.source)-1]
	if last+1 >= len(s.low) || s.low[last+1] == "," || !holds(d.content, last+1) {
		return
	}
	for n := len(d.source) - 1; n > 0; n-- {
		if s.low[d.source[n]] == "," {
			d.content = append(slices.Clone(d.source[n+1:]), d.content...)
			slices.Sort(d.content)
			d.source = d.source[:n]
			return
		}
	}
}

// isPassive reports whether a form of "to be" stands in the cue before the verb.
func (s *scene) isPassive(d *draft) bool {
	if s.a.Tokens[d.head].XPOS != "VBN" {
		return false
	}
	for _, i := range d.cue {
		if i < d.head && s.a.Tokens[i].Lemma == "be" {
			return true
		}
	}
	return false
}

// takeAgent reads "is regarded by prosecutors as a witness", where the agent was taken for
// what is said.
func (s *scene) takeAgent(d *draft) {
	last := d.cue[len(d.cue)-1]
	if len(d.source) > 0 || s.low[last] != "by" || !s.isPassive(d) || !holds(d.content, last+1) {
		return
	}
	end := last + 1
	for holds(d.content, end) && s.low[end] != "," && s.low[end] != "as" && s.low[end] != "to" && !s.hasVerb(end, end+1) {
		end++
	}
	if rest := slices.DeleteFunc(slices.Clone(d.content), func(i int) bool { return i > last && i < end }); len(rest) > 0 {
		d.source, d.content = numbers(last+1, end), rest
	}
}

// mendAgent reads "The charge was rejected by the minister for trade, who ...": what
// is rejected stands before, the agent reaches up to the comma.
func (s *scene) mendAgent(d *draft) {
	end := d.source[len(d.source)-1] + 1
	for end < len(s.low) && s.sentence[end] == s.sentence[d.head] && s.low[end] != "," && s.low[end] != "." && !s.hasVerb(end, end+1) {
		d.source = append(d.source, end)
		end++
	}
	d.content = slices.DeleteFunc(slices.Clone(d.content), func(i int) bool { return i > d.head })
}

// mendRelative keeps of "the minister, who said that ..." what follows the verb.
func (s *scene) mendRelative(d *draft) {
	after := slices.DeleteFunc(slices.Clone(d.content), func(i int) bool { return i < d.head })
	if len(after) > 1 && s.hasVerb(after[0], after[len(after)-1]+1) && s.quoteOf[d.content[0]] < 0 {
		d.content = after
	}
}

// mendInterrupted gives "The army had come nearer, he said, in order to attack" its
// first half, which is a clause of its own.
func (s *scene) mendInterrupted(d *draft) {
	sent := s.a.Sentences[s.sentence[d.head]]
	from := d.source[0]
	if !isPlainSpeech(s.a.Tokens[d.head].Lemma) || from-sent.First < 4 || s.low[from-1] != "," || !s.endsTag(d.head+1, sent.End) {
		return
	}
	if !s.hasVerb(sent.First, from) || s.hasQuote(sent.First, from) || s.a.Tokens[sent.First].UPOS == "SCONJ" {
		return
	}
	for i := sent.First; i < from; i++ {
		if s.odds[i] > 0.5 {
			return
		}
	}
	d.content = append(numbers(sent.First, from-1), d.content...)
}

// endsTag reports whether a comma follows soon, with no verb before it.
func (s *scene) endsTag(from, end int) bool {
	for i := from; i < min(end, from+6); i++ {
		if s.low[i] == "," {
			return true
		}
		if s.hasVerb(i, i+1) || s.low[i] == "that" {
			return false
		}
	}
	return false
}

// mendThanks gives "thanked the Swiss" and "congratulated her" the one thanked, who
// is all that the report tells.
func (s *scene) mendThanks(d *draft) {
	if l := s.a.Tokens[d.head].Lemma; l != "thank" && l != "congratulate" || len(d.content) > 0 || len(d.source) == 0 {
		return
	}
	if thing := s.child(d.head, "obj"); thing > d.head && !s.hasVerb(d.head+1, thing) {
		d.content = numbers(max(d.head+1, s.first[thing]), s.last[thing]+1)
	}
}
