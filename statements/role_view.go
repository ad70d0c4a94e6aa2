package statements

import (
	"slices"
)

// roleView is what the role features of all words of one cue's sentence share.
type roleView struct {
	*scene
	cue, first, end int
	up              []int     // the cue and its ancestors
	path            []uint64  // by token - first: hashed path to the cue
	branch          []int     // by token - first: the dependent below the common ancestor that holds it; the ancestor itself; -1
	rise            []int     // steps from the cue up to the common ancestor
	commas          []int     // commas, dashes and brackets from the sentence's begin
	rivals          []float64 // odds of the likeliest other cue between the cue and the word
	above           []float64 // odds of the likeliest other cue that the word hangs under
	frame           uint64
	quoted          uint64
}

// parts reports whether a mark parts a sentence.
func (s *scene) parts(i int) bool {
	switch s.low[i] {
	case ",", ";", ":", "(", ")":
		return true
	}
	return isDash(s.low[i]) && !s.isHyphen(i)
}

// maxWindow bounds the words that are read for one cue, to each side.
const maxWindow = 120

func (s *scene) viewRoles(cue int) *roleView {
	sent := s.a.Sentences[s.sentence[cue]]
	v := &roleView{scene: s, cue: cue, first: max(sent.First, cue-maxWindow), end: min(sent.End, cue+maxWindow)}
	v.cutAtStops()
	for j := cue; j >= 0 && len(v.up) < maxDepth; j = s.head(j) {
		v.up = append(v.up, j)
	}
	n := v.end - v.first
	v.path, v.branch, v.rise, v.commas = make([]uint64, n), make([]int, n), make([]int, n), make([]int, n)
	commas := 0
	for k := range n {
		i := v.first + k
		if s.parts(i) {
			commas++
		}
		v.commas[k] = commas
		v.tracePath(k)
		if s.quoteOf[i] >= 0 && s.quoteOf[i] != s.quoteOf[cue] {
			v.quoted = 1
		}
	}
	v.findRivals()
	v.frame = 7
	for _, c := range s.children[cue] {
		switch rel := s.a.Tokens[c].Deprel; rel {
		case "punct", "advmod", "aux", "mark":
		default:
			v.frame = mix(v.frame, mix(s.words[c].rel, yes(c < cue)))
		}
	}
	return v
}

// findRivals looks for other cues near the words.
func (v *roleView) findRivals() {
	n := v.end - v.first
	v.rivals, v.above = make([]float64, n), make([]float64, n)
	for k := v.cue - v.first + 1; k < n; k++ {
		v.rivals[k] = v.rivals[k-1]
		if i := v.first + k - 1; i != v.cue {
			v.rivals[k] = max(v.rivals[k], v.odds[i])
		}
	}
	for k := v.cue - v.first - 1; k >= 0; k-- {
		v.rivals[k] = v.rivals[k+1]
		if i := v.first + k + 1; i != v.cue {
			v.rivals[k] = max(v.rivals[k], v.odds[i])
		}
	}
	for k := range n {
		at := v.first + k
		for range maxDepth {
			if at < v.first || at >= v.end || slices.Contains(v.up, at) {
				break
			}
			v.above[k] = max(v.above[k], v.odds[at])
			at = v.head(at)
		}
	}
}

// grade coarsens odds.
func grade(p float64) uint64 {
	switch {
	case p < 0.1:
		return 0
	case p < 0.35:
		return 1
	case p < 0.7:
		return 2
	case p < 0.92:
		return 3
	}
	return 4
}

// tracePath walks from a word up to the first ancestor that it shares with the cue.
func (v *roleView) tracePath(k int) {
	path, at, below := uint64(17), v.first+k, -1
	for range maxDepth {
		for r, a := range v.up {
			if a == at {
				for _, u := range v.up[:r] {
					path = mix(path, v.words[u].rel+3)
				}
				v.path[k], v.rise[k], v.branch[k] = path, r, below
				if below < 0 {
					v.branch[k] = at
				}
				return
			}
		}
		path = mix(path, v.words[at].rel)
		below = at
		if at = v.head(at); at < 0 {
			break
		}
	}
	v.path[k], v.rise[k], v.branch[k] = 0, 9, -1
}

// cutAtStops narrows the view where two sentences were taken for one: a quotation
// opens right behind a full stop or a question mark.
func (v *roleView) cutAtStops() {
	for i := v.first + 1; i < v.end; i++ {
		if !v.opensQuotation(i) || v.quoteOf[i-1] >= 0 || !isStop(v.low[i-1]) {
			continue
		}
		if i <= v.cue {
			v.first = i
		} else {
			v.end = i
		}
	}
}

func (s *scene) opensQuotation(i int) bool {
	q := s.quoteOf[i]
	return q >= 0 && s.a.Tokens[i].Start == s.quotes[q].Start && !s.quotes[q].Single
}

func isStop(word string) bool { return word == "." || word == "?" || word == "!" }
