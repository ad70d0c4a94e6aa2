package across

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"

	"onrecord"
	"onrecord/across/links"
)

// example is two claims of a story and the link of the gold that makes them about one thing; "" if none does.
type example struct {
	features []float64
	own      bool
	link     string
}

// LearnLinks learns the weights by which package across/links joins claims that its rules leave, from the
// stories that rules are written by, and writes weights.txt. It logs how well what is learned from the other
// stories does on each.
func LearnLinks(ctx context.Context, r Reader, out string, log io.Writer) error {
	examples := map[string][]example{}
	for _, name := range ruleStories {
		s, err := LoadStory(ctx, r, StoryFolder, name)
		if err != nil {
			return err
		}
		examples[name] = s.examples()
	}
	var table [2][]float64
	for i, own := range []bool{true, false} {
		table[i] = learnSide(examples, own, log)
	}
	return os.WriteFile(filepath.Join(out, "weights.txt"), formatWeights(table), 0o644)
}

// examples are all pairs of claims that the rules leave, but for copies and for what may be judged either way.
func (s *Story) examples() (all []example) {
	var claims []links.Claim
	for _, e := range s.Entries {
		claims = append(claims, links.Claims(e)...)
	}
	j := s.newLinkJudge()
	for i := range claims {
		for k := range i {
			x, y := links.InOrder(&claims[k], &claims[i])
			link := onrecord.Link{From: onrecord.StatementRef{Report: y.Report, Statement: y.Statement}, To: onrecord.StatementRef{Report: x.Report, Statement: x.Statement}}
			gold, may := j.linkOf(link)
			if j.isCopied(link) || may && gold == "" || !links.IsLearned(x, y) {
				continue
			}
			all = append(all, example{links.Features(x, y), links.SameSide(x, y), gold})
		}
	}
	return all
}

// linkOf names a link that the gold has between two statements, in either direction, or tells that there may be one.
func (j *linkJudge) linkOf(link onrecord.Link) (gold string, may bool) {
	if j.shareClaim(link) {
		gold = fmt.Sprint(link) // each repeat is one of its own
	}
	for kind, list := range j.Gold.Links {
		for _, l := range list {
			switch {
			case !j.stand(link, l[0], l[1]) && !j.stand(link, l[1], l[0]):
			case kind == "may":
				may = true
			default:
				gold = max(gold, j.Name+" "+l[0]+" "+l[1])
			}
		}
	}
	return gold, may
}

func (j *linkJudge) stand(link onrecord.Link, from, to string) bool {
	return slices.Contains(j.claims[link.From], from) && slices.Contains(j.claims[link.To], to)
}

// learnSide learns from all stories, with the bound that is best for stories that were not learned from.
func learnSide(examples map[string][]example, own bool, log io.Writer) []float64 {
	var unseen [][]scored
	for _, held := range ruleStories {
		weights := fit(pick(examples, own, held))
		var mine []scored
		for _, e := range examples[held] {
			if e.own == own {
				mine = append(mine, scored{dot(weights, e.features), e.link})
			}
		}
		unseen = append(unseen, mine)
	}
	bound, f1 := bestBound(unseen)
	fmt.Fprintf(log, "own side %v: mean F1 %.1f of stories not learned from, at %.1f\n", own, f1, bound)
	weights := fit(pick(examples, own, ""))
	weights[0] -= bound
	return weights
}

func pick(examples map[string][]example, own bool, but string) (all []example) {
	for _, name := range ruleStories {
		for _, e := range examples[name] {
			if name != but && e.own == own {
				all = append(all, e)
			}
		}
	}
	return all
}

func dot(weights, features []float64) (sum float64) {
	for i, f := range features {
		sum += weights[i] * f
	}
	return sum
}

// fit is logistic regression by gradient descent, its weights but the first held small.
func fit(examples []example) []float64 {
	const rounds, rate, small = 4000, 2.0, 1.5
	weights := make([]float64, len(links.FeatureNames()))
	for range rounds {
		slope := make([]float64, len(weights))
		for _, e := range examples {
			g := 1 / (1 + math.Exp(-dot(weights, e.features)))
			if e.link != "" {
				g--
			}
			for i, f := range e.features {
				slope[i] += g * f
			}
		}
		for i := range weights {
			if i > 0 {
				slope[i] += small * weights[i]
			}
			weights[i] -= rate * slope[i] / float64(len(examples))
		}
	}
	return weights
}

type scored struct {
	odds float64
	link string
}

// bestBound is the strictest odds above which to say yes whose mean F1 of some stories is the best but for five
// points: a few stories do not tell it nearer.
func bestBound(stories [][]scored) (bound, f1 float64) {
	const near = 5
	best := 0.0
	for tenths := -30; tenths <= 15; tenths++ {
		best = max(best, meanF1(stories, float64(tenths)/10))
	}
	for tenths := 15; tenths >= -30; tenths-- {
		if f1 = meanF1(stories, float64(tenths)/10); f1 >= best-near {
			return float64(tenths) / 10, f1
		}
	}
	return 0, 0
}

func meanF1(stories [][]scored, bound float64) (mean float64) {
	for _, all := range stories {
		mean += f1Above(all, bound) / float64(len(stories))
	}
	return mean
}

// f1Above is made of the precision of pairs and the recall of links, each of which is found by any pair.
func f1Above(all []scored, bound float64) float64 {
	gold, found := map[string]bool{}, map[string]bool{}
	said, right := 0, 0
	for _, s := range all {
		if s.link != "" {
			gold[s.link] = true
		}
		if s.odds <= bound {
			continue
		}
		said++
		if s.link != "" {
			right++
			found[s.link] = true
		}
	}
	if right == 0 {
		return 0
	}
	p, r := float64(right)/float64(said), float64(len(found))/float64(len(gold))
	return 200 * p * r / (p + r)
}

func formatWeights(table [2][]float64) []byte {
	var out bytes.Buffer
	out.WriteString("# What features tell of two claims that no rule joins: of one side, of two sides. Learned by onrecord-lab train links.\n")
	for i, name := range links.FeatureNames() {
		fmt.Fprintf(&out, "%s: %.3f %.3f\n", name, table[0][i], table[1][i])
	}
	return out.Bytes()
}
