package happenings

import (
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

// Figures gives the figures that a report tells of an event: in its evidence, and in its statements
// that share a word or a party with it.
func Figures(e *onrecord.Entry, v *onrecord.Event) (all []Figure) {
	reader := sync.OnceValue(func() *words.Reader { return words.NewReader(e) })
	evidence := sync.OnceValue(func() map[string]bool { return conceptsIn(reader().Read("", v.Evidence)) })
	inStatement := false
	for i := range e.Statements {
		s := &e.Statements[i]
		for _, q := range s.Content {
			isClaim := s.ID == v.Claim || q.Overlaps(v.Evidence.Span)
			inStatement = inStatement || isClaim
			if !words.MayCount(q.Text) {
				continue
			}
			tokens := reader().Read("", q)
			if told := figuresIn(tokens, q, s.Speaker.Name); len(told) > 0 && (isClaim || isNear(tokens, evidence())) {
				all = append(all, told...)
			}
		}
	}
	if !inStatement && words.MayCount(v.Evidence.Text) {
		all = append(all, figuresIn(reader().Read("", v.Evidence), v.Evidence, "")...)
	}
	return unique(all)
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
	shared := 0
	for concept := range conceptsIn(tokens) {
		if evidence[concept] {
			shared++
		}
	}
	return shared >= 2
}

// farCount is how many words may stand between a number and what it counts.
const farCount = 6

func figuresIn(tokens []words.Token, q onrecord.Quote, speaker string) (all []Figure) {
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
