package across

import (
	"bytes"
	"cmp"
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
		weights, err := learnSide(examples, own, log)
		if err != nil {
			return err
		}
		table[i] = weights
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
			if j.isCopied(link) || may && gold == "" || links.KnownByRules(x, y) {
				continue
			}
			if f := links.Features(x, y); f != nil {
				all = append(all, example{f, links.SameSide(x, y), gold})
			}
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
func learnSide(examples map[string][]example, own bool, log io.Writer) ([]float64, error) {
	var odds []scored
	for _, held := range ruleStories {
		weights := fit(pick(examples, own, held))
		var mine []scored
		for _, e := range examples[held] {
			if e.own == own {
				mine = append(mine, scored{dot(weights, e.features), e.link})
			}
		}
		_, f1 := bestBound(mine)
		fmt.Fprintf(log, "own side %v, %s: %d pairs, F1 %.1f at best\n", own, held, len(mine), f1)
		odds = append(odds, mine...)
	}
	bound, f1 := bestBound(odds)
	fmt.Fprintf(log, "own side %v, all: F1 %.1f at %.2f\n", own, f1, bound)
	weights := fit(pick(examples, own, ""))
	weights[0] -= bound
	return weights, nil
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

// bestBound is the odds above which to say yes for the best F1: precision of pairs, recall of links, each of which
// is found by any pair.
func bestBound(all []scored) (bound, f1 float64) {
	slices.SortStableFunc(all, func(a, b scored) int { return cmp.Compare(b.odds, a.odds) })
	gold, found, right := map[string]bool{}, map[string]bool{}, 0
	for _, s := range all {
		if s.link != "" {
			gold[s.link] = true
		}
	}
	for i, s := range all {
		if s.link == "" {
			continue
		}
		right++
		found[s.link] = true
		p, r := float64(right)/float64(i+1), float64(len(found))/float64(len(gold))
		if f := 200 * p * r / (p + r); f > f1 {
			bound, f1 = s.odds-1e-9, f
		}
	}
	return bound, f1
}

func formatWeights(table [2][]float64) []byte {
	var out bytes.Buffer
	out.WriteString("# What features tell of two claims that no rule joins: of one side, of two sides. Learned by onrecord-lab train links.\n")
	for i, name := range links.FeatureNames() {
		fmt.Fprintf(&out, "%s: %.3f %.3f\n", name, table[0][i], table[1][i])
	}
	return out.Bytes()
}
