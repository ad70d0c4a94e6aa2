package happenings

import (
	"slices"
	"sync"

	"onrecord"
	"onrecord/across/words"
)

// Figure is how many people were killed or hurt, as one source says.
type Figure struct {
	What    string         `json:"what"` // "killed", "wounded", "captured"
	N       float64        `json:"n"`
	Words   onrecord.Quote `json:"words"`
	Speaker string         `json:"speaker,omitempty"` // "" if the report itself says so
}

// counted are the concepts whose numbers are kept.
var counted = map[string]string{"kill": "killed", "wound": "wounded", "capture": "captured"}

// Counts is what a report counts, read once for all its events.
type Counts struct {
	entry  *onrecord.Entry
	reader func() *words.Reader // names are seldom needed
	told   []told
}

// told is figures of one piece of a statement.
type told struct {
	by      *onrecord.Statement
	quote   onrecord.Quote
	figures []Figure
}

// ReadCounts finds what the statements of a report count.
func ReadCounts(e *onrecord.Entry) *Counts {
	c := &Counts{entry: e, reader: sync.OnceValue(func() *words.Reader { return words.NewReader(e) })}
	for i := range e.Statements {
		s := &e.Statements[i]
		for _, q := range s.Content {
			if figures := figuresIn(q, s.Speaker.Name); len(figures) > 0 {
				c.told = append(c.told, told{s, q, figures})
			}
		}
	}
	return c
}

// Figures gives the figures that a report tells of an event: in its evidence, and in its statements
// that share a word or a party with it.
func Figures(e *onrecord.Entry, v *onrecord.Event) []Figure { return ReadCounts(e).Of(v) }

// Of gives the figures that the report tells of one of its events. See [Figures].
func (c *Counts) Of(v *onrecord.Event) (all []Figure) {
	evidence := sync.OnceValue(func() map[string]bool { return conceptsIn(c.reader().Read("", v.Evidence)) })
	for _, t := range c.told {
		if isClaim(t.by, t.quote, v) || isNear(c.reader().Read("", t.quote), evidence()) {
			all = append(all, t.figures...)
		}
	}
	if !c.isClaimed(v) {
		all = append(all, figuresIn(v.Evidence, "")...)
	}
	return unique(all)
}

func isClaim(s *onrecord.Statement, q onrecord.Quote, v *onrecord.Event) bool {
	return s.ID == v.Claim || q.Overlaps(v.Evidence.Span)
}

// isClaimed reports whether a statement tells of the event, and not the report itself.
func (c *Counts) isClaimed(v *onrecord.Event) bool {
	for i := range c.entry.Statements {
		s := &c.entry.Statements[i]
		if slices.ContainsFunc(s.Content, func(q onrecord.Quote) bool { return isClaim(s, q, v) }) {
			return true
		}
	}
	return false
}

func conceptsIn(tokens []words.Token) map[string]bool {
	found := map[string]bool{}
	for i := range tokens {
		if tokens[i].IsContent() {
			found[words.ConceptOf(tokens[i].Stem).Name] = true
		}
	}
	return found
}

// isNear reports whether a statement speaks of an event: it counts what is counted there, or shares
// two words with its evidence.
func isNear(tokens []words.Token, evidence map[string]bool) bool {
	first := ""
	for i := range tokens {
		concept := words.ConceptOf(tokens[i].Stem).Name
		if !evidence[concept] || concept == first || !tokens[i].IsContent() {
			continue
		}
		if first != "" {
			return true
		}
		first = concept
	}
	return false
}

// farCount is how many words may stand between a number and what it counts.
const farCount = 6

func figuresIn(q onrecord.Quote, speaker string) (all []Figure) {
	if !words.MayCount(q.Text) || !isCounted().May(q.Text) {
		return nil
	}
	tokens := words.Plain(q)
	for next := 0; next < len(tokens); {
		i := next
		n, size := words.Number(tokens[i:])
		if next += max(1, size); n <= 0 {
			continue
		}
		at, what := nearestCount(tokens, i)
		if what == "" {
			continue
		}
		start, end := min(tokens[i].Start, tokens[at].Start), max(tokens[i].End, tokens[at].End)
		cut := onrecord.Quote{Span: onrecord.Span{Start: start, End: end}, Text: q.Text[start-q.Start : end-q.Start]}
		all = append(all, Figure{What: what, N: n, Words: cut, Speaker: speaker})
	}
	return all
}

// nearestCount finds what a number counts: "killed four soldiers", "four soldiers were killed".
func nearestCount(tokens []words.Token, at int) (i int, what string) {
	for apart := 1; apart <= farCount; apart++ {
		for _, i := range []int{at - apart, at + apart} {
			if i >= 0 && i < len(tokens) {
				if what := counted[words.ConceptOf(tokens[i].Stem).Name]; what != "" {
					return i, what
				}
			}
		}
	}
	return 0, ""
}

func unique(all []Figure) (kept []Figure) {
	seen := map[Figure]bool{}
	for _, f := range all {
		if !seen[f] {
			seen[f] = true
			kept = append(kept, f)
		}
	}
	return kept
}
