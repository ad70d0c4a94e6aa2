package gold

import (
	"slices"
	"sort"
	"strings"
)

// matched is a gold and a predicted statement that tell the same, with the token
// F1 of their contents.
type matched struct {
	gold, predicted int
	content         float64
}

// matchStatements pairs statements one to one, likest first: cues must share a
// word (unless gold has none) and contents reach token F1 .5.
func matchStatements(gold, predicted []said, names aliases) []matched {
	type candidate struct {
		matched
		score float64
	}
	var candidates []candidate
	for i := range gold {
		for j := range predicted {
			if content, score, ok := likeness(&gold[i], &predicted[j], names); ok {
				candidates = append(candidates, candidate{matched{i, j, content}, score})
			}
		}
	}
	sort.SliceStable(candidates, func(x, y int) bool { return candidates[x].score > candidates[y].score })
	usedGold, usedPredicted := map[int]bool{}, map[int]bool{}
	var out []matched
	for _, c := range candidates {
		if !usedGold[c.gold] && !usedPredicted[c.predicted] {
			usedGold[c.gold], usedPredicted[c.predicted] = true, true
			out = append(out, c.matched)
		}
	}
	sort.Slice(out, func(x, y int) bool { return out[x].gold < out[y].gold })
	return out
}

func likeness(g, p *said, names aliases) (content, score float64, ok bool) {
	content = tokenF1(strings.Join(g.content, " "), strings.Join(p.content, " "))
	if content < 0.5 {
		return 0, 0, false
	}
	goldCue, cue := set(wordsOf(g.cue)), set(wordsOf(p.cue))
	likeCue := 1.0
	if len(goldCue) > 0 {
		if shared(goldCue, cue) == 0 {
			return 0, 0, false
		}
		likeCue = setF1(goldCue, cue)
	}
	score = content + 0.3*likeCue
	if isSpeakerRight(g, p, names) {
		score += 0.2
	}
	return content, score, true
}

// isSpeakerRight compares who spoke. An unnamed speaker is right at token F1 .5 of
// its name, mention or (if the prediction is unnamed too) role.
func isSpeakerRight(g, p *said, names aliases) bool {
	var name string
	if len(g.speaker) > 0 {
		name = g.speaker[0]
	}
	called := append([]string(nil), p.speaker...)
	if g.named {
		if len(called) == 0 {
			called = one(p.mention)
		}
		return names.same(name, called)
	}
	called = append(called, one(p.mention)...)
	if !p.named {
		called = append(called, one(p.role)...)
	}
	if name == "" || len(called) == 0 {
		return name == "" && len(called) == 0
	}
	for _, form := range names.forms(name) {
		for _, c := range called {
			if tokenF1(plainName(form), plainName(c)) >= 0.5 {
				return true
			}
		}
	}
	return false
}

func plainName(s string) string {
	var out []string
	for _, w := range wordsOf(s) {
		switch w {
		case "a", "an", "the", "of", "for":
		default:
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// viaWithoutOwn drops predicted hops that are no fault: the report's own outlet
// and the speaker's own letter or speech, unless gold lists them as hops.
func viaWithoutOwn(g, p *said, own string) []string {
	var out []string
	for _, v := range p.via {
		isOutlet := own != "" && sameName(own, v) && !hasSame(g.via, own)
		if !isOutlet && !(hasSame(g.viaOwn, v) && !hasSame(g.via, v)) {
			out = append(out, v)
		}
	}
	return out
}

func hasSame(names []string, name string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return sameName(n, name) })
}
