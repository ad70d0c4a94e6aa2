package across

import (
	"fmt"
	"io"
	"math"

	"onrecord"
	"onrecord/across/links"
)

// shares from which a head may say yes: of links that are less sure too few are right to be read.
var shares = [...]float64{0.25, 0.3, 0.35, 0.4, 0.5, 0.6}

// chooseBounds finds the bounds that are best for stories each of which is judged by the model of the others, one head
// after the other, twice. That of denials is even odds.
func chooseBounds(stories []*taught, unseen []links.Model) [len(links.Model{}.Bounds)]float64 {
	var bounds [len(links.Model{}.Bounds)]float64
	denial := len(bounds) - 1
	set := func(head int, share float64) {
		bounds[head] = math.Log(share / (1 - share))
		for i := range unseen {
			unseen[i].Bounds = bounds
		}
	}
	for h := range denial {
		set(h, 0.3)
	}
	for range 2 {
		for h := range denial {
			best, at := -1.0, 0.0
			for _, share := range shares {
				set(h, share)
				if worth := worthOf(scoreUnseen(stories, unseen)); worth > best {
					best, at = worth, share
				}
			}
			set(h, at)
		}
	}
	return bounds
}

func scoreUnseen(stories []*taught, models []links.Model) (scores []LinkScore) {
	for i, s := range stories {
		var found []onrecord.Link
		for _, claims := range s.reports {
			found = append(found, models[i].Within(claims)...)
		}
		for _, p := range s.pairs {
			if link, ok := models[i].Compare(p[0], p[1]); ok {
				found = append(found, link)
			}
		}
		scores = append(scores, s.ScoreLinks(found))
	}
	return scores
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

func logUnseen(stories []*taught, unseen []links.Model, log io.Writer) {
	scores := scoreUnseen(stories, unseen)
	for i, s := range stories {
		fmt.Fprintf(log, "%s, learned from the others: denies %v; repeats %v; contradicts or revises %v; confirms %v\n", s.Name,
			scores[i].Denies, scores[i].Repeats, scores[i].Changes, scores[i].Confirms)
	}
	mean, all := summary(scores)
	fmt.Fprintf(log, "mean %.1f %.1f %.1f %.1f, of all %v; %v; %v; %v\n", mean[0], mean[1], mean[2], mean[3], all[0], all[1], all[2], all[3])
}
