package statements

// maxOpening bounds the words before a tag that open the clause it interrupts.
const maxOpening = 24

// mendOpening gives "The hostages, the ministry said, would be freed" and "If that fails,
// he argues, there are other ways" their first words, which the tag parts from the
// rest.
func (s *scene) mendOpening(d *draft) {
	if len(d.source) == 0 || len(d.content) == 0 || d.source[0] > d.head || d.content[0] < d.head || s.quoteOf[d.head] >= 0 {
		return
	}
	first, comma := s.clauseStart(d.source[0]), d.source[0]-1
	last := d.cue[len(d.cue)-1]
	if comma <= first || comma-first > maxOpening || s.low[comma] != "," || s.hasQuote(first, comma) || s.hasQuote(d.content[0], d.content[0]+1) {
		return
	}
	behind := d.content[0] - 1
	if behind <= last || behind > last+8 || s.low[behind] != "," || s.hasVerb(last+1, behind) || !s.isSpeech(d.head) || s.oddsWithin(first, comma) > 0.5 {
		return
	}
	d.content = append(numbers(first, comma), d.content...)
}

// isSpeech reports whether a verb is one of saying or thinking, which may part a clause.
func (s *scene) isSpeech(i int) bool {
	for _, sense := range sensesOf(&s.a.Tokens[i], s.low[i]) {
		if sense.Class == speechCue || sense.Class == mindCue {
			return true
		}
	}
	return false
}

// oddsWithin gives the odds of the likeliest cue in [first, end).
func (s *scene) oddsWithin(first, end int) float64 {
	most := 0.0
	for i := first; i < end; i++ {
		most = max(most, s.odds[i])
	}
	return most
}
