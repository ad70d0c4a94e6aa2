package across

import (
	"fmt"
	"io"
	"math"

	"onrecord"
	"onrecord/across/links"
)

// shares from which a head may say yes: of links that are less sure too few are right to be read.
var shares = [...]float64{0.27, 0.3, 0.35, 0.4, 0.5, 0.6}

// sureAnswer is how sure an answer must be.
const sureAnswer = 0.35

// chooseBounds finds the bounds that are best for what models judge that did not learn from it, one head after the
// other, twice. That of denials is even odds, that of answers stays where they are sure enough to be read.
func (l *lessons) chooseBounds(held []links.Model) (bounds [len(links.Model{}.Bounds)]float64) {
	denial, answer := len(bounds)-2, len(bounds)-1
	set := func(head int, share float64) {
		bounds[head] = math.Log(share / (1 - share))
		for i := range held {
			held[i].Bounds = bounds
		}
	}
	for h := range denial {
		set(h, 0.3)
	}
	set(answer, sureAnswer)
	for range 2 {
		for h := range denial {
			best, at := -1.0, 0.0
			for _, share := range shares {
				set(h, share)
				if worth := worthOf(l.scoreStories(held)) + worthOf([]LinkScore{l.scoreRaw(held)}); worth > best {
					best, at = worth, share
				}
			}
			set(h, at)
		}
	}
	return bounds
}

func (l *lessons) scoreStories(held []links.Model) (scores []LinkScore) {
	for i, s := range l.stories {
		var found []onrecord.Link
		m := &held[i%folds]
		for _, claims := range s.reports {
			found = append(found, m.Within(claims)...)
		}
		for _, p := range s.pairs {
			if link, ok := m.Compare(p[0], p[1]); ok {
				found = append(found, link)
			}
		}
		scores = append(scores, s.ScoreLinks(found))
	}
	return scores
}

// scoreRaw scores the pairs of raw news, each for as many as it stands for.
func (l *lessons) scoreRaw(held []links.Model) (score LinkScore) {
	for i := range l.raw {
		p := &l.raw[i]
		n := int(math.Round(p.stands))
		link, ok := held[p.fold()].Compare(p.claims[0], p.claims[1])
		if p.kind != "none" && p.isSure {
			score.of(p.kind).Gold += n
		}
		if !ok || p.kind != "none" && !p.isSure {
			continue
		}
		found := score.of(string(link.Kind))
		found.Predicted += n
		if found == score.of(p.kind) && p.kind != "none" {
			found.Right += n
			found.Found += n
		}
	}
	return score
}

// worthOf weighs scores: the mean of stories and the score of all together; what is confirmed counts less.
func worthOf(scores []LinkScore) (worth float64) {
	mean, all := summary(scores)
	for i, weight := range []float64{1, 1, 1, 0.3} {
		worth += weight * (mean[i] + all[i].F1())
	}
	return worth
}

func summary(scores []LinkScore) (mean [4]float64, all [4]Count) {
	for i := range scores {
		s := &scores[i]
		for k, c := range []Count{s.Denies, s.Repeats, s.Changes, s.Confirms} {
			mean[k] += c.F1() / float64(len(scores))
			all[k].Add(c)
		}
	}
	return mean, all
}

func (l *lessons) logHeld(held []links.Model, log io.Writer) {
	const form = "denies %v; repeats %v; contradicts or revises %v; confirms %v\n"
	scores := l.scoreStories(held)
	for i, s := range l.stories {
		fmt.Fprintf(log, "%s, learned from others: "+form, s.Name, scores[i].Denies, scores[i].Repeats, scores[i].Changes, scores[i].Confirms)
	}
	mean, all := summary(scores)
	fmt.Fprintf(log, "mean %.1f %.1f %.1f %.1f, of all "+form, mean[0], mean[1], mean[2], mean[3], all[0], all[1], all[2], all[3])
	raw := l.scoreRaw(held)
	fmt.Fprintf(log, "pairs of raw news, learned from others: "+form, raw.Denies, raw.Repeats, raw.Changes, raw.Confirms)
	fmt.Fprintf(log, "bounds %.2f\n", held[0].Bounds)
}
