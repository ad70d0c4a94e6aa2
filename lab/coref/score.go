package coref

import "math"

// counts are the sums of the three measures over documents.
type counts struct {
	mucR, mucDR, mucP, mucDP  float64
	b3R, b3P, wanted, given   float64
	ceaf, goldSets, givenSets float64
	rightMentions             float64
}

type mention = [2]int

// clustersOf keeps the clusters of two mentions and more, a mention in the first
// cluster that has it.
func clustersOf(clusters [][]mention) [][]mention {
	seen := map[mention]bool{}
	var out [][]mention
	for _, c := range clusters {
		var kept []mention
		for _, m := range c {
			if !seen[m] {
				seen[m] = true
				kept = append(kept, m)
			}
		}
		if len(kept) > 1 {
			out = append(out, kept)
		}
	}
	return out
}

func placeOf(clusters [][]mention) map[mention]int {
	out := map[mention]int{}
	for i, c := range clusters {
		for _, m := range c {
			out[m] = i
		}
	}
	return out
}

// add counts one document.
func (s *counts) add(gold, given [][]mention) {
	inGold, inGiven := placeOf(gold), placeOf(given)
	s.wanted += float64(len(inGold))
	s.given += float64(len(inGiven))
	s.goldSets += float64(len(gold))
	s.givenSets += float64(len(given))
	shared := map[[2]int]float64{}
	for i, c := range gold {
		for _, m := range c {
			if k, ok := inGiven[m]; ok {
				shared[[2]int{i, k}]++
				s.rightMentions++
			}
		}
	}
	s.mucR, s.mucDR = s.mucR+linked(gold, inGiven), s.mucDR+links(gold)
	s.mucP, s.mucDP = s.mucP+linked(given, inGold), s.mucDP+links(given)
	for i := range gold {
		for k := range given {
			n := shared[[2]int{i, k}]
			s.b3R += n * n / float64(len(gold[i]))
			s.b3P += n * n / float64(len(given[k]))
		}
	}
	s.ceaf += bestPairing(gold, given, shared)
}

// linked counts the links of clusters that the other file keeps.
func linked(clusters [][]mention, other map[mention]int) float64 {
	sum := 0
	for _, c := range clusters {
		parts, missing := map[int]bool{}, 0
		for _, m := range c {
			if k, ok := other[m]; ok {
				parts[k] = true
			} else {
				missing++
			}
		}
		sum += len(c) - len(parts) - missing
	}
	return float64(sum)
}

func links(clusters [][]mention) float64 {
	sum := 0
	for _, c := range clusters {
		sum += len(c) - 1
	}
	return float64(sum)
}

// bestPairing is the largest sum of likeness when each gold cluster is paired
// with one given cluster at most.
func bestPairing(gold, given [][]mention, shared map[[2]int]float64) float64 {
	if len(gold) == 0 || len(given) == 0 {
		return 0
	}
	likeness := func(i, k int) float64 {
		return 2 * shared[[2]int{i, k}] / float64(len(gold[i])+len(given[k]))
	}
	rows, columns := len(gold), len(given)
	cost := func(i, k int) float64 { return -likeness(i, k) }
	if rows > columns {
		rows, columns = columns, rows
		cost = func(i, k int) float64 { return -likeness(k, i) }
	}
	return -leastCost(rows, columns, cost)
}

// leastCost assigns each row a column of its own at the least total cost: the
// Hungarian method with potentials and shortest augmenting paths.
func leastCost(n, m int, cost func(i, k int) float64) float64 {
	u, v := make([]float64, n+1), make([]float64, m+1)
	match := make([]int, m+1) // the row of a column, from 1; 0 if free
	for i := 1; i <= n; i++ {
		augment(i, m, cost, u, v, match)
	}
	total := 0.0
	for k := 1; k <= m; k++ {
		if match[k] > 0 {
			total += cost(match[k]-1, k-1)
		}
	}
	return total
}

func augment(i, m int, cost func(i, k int) float64, u, v []float64, match []int) {
	least, before, done := make([]float64, m+1), make([]int, m+1), make([]bool, m+1)
	for k := range least {
		least[k] = math.Inf(1)
	}
	match[0] = i
	at := 0
	for match[at] != 0 {
		done[at] = true
		row, delta, next := match[at], math.Inf(1), 0
		for k := 1; k <= m; k++ {
			if done[k] {
				continue
			}
			if d := cost(row-1, k-1) - u[row] - v[k]; d < least[k] {
				least[k], before[k] = d, at
			}
			if least[k] < delta {
				delta, next = least[k], k
			}
		}
		for k := 0; k <= m; k++ {
			if done[k] {
				u[match[k]] += delta
				v[k] -= delta
			} else {
				least[k] -= delta
			}
		}
		at = next
	}
	for at != 0 {
		match[at] = match[before[at]]
		at = before[at]
	}
}

// measures gives the F1 of mentions, MUC, B3, CEAFe and the mean of the last
// three, in per cent.
func (s *counts) measures() (mentions, muc, b3, ceaf, conll float64) {
	mentions = f1(s.rightMentions, s.given, s.rightMentions, s.wanted)
	muc = f1(s.mucP, s.mucDP, s.mucR, s.mucDR)
	b3 = f1(s.b3P, s.given, s.b3R, s.wanted)
	ceaf = f1(s.ceaf, s.givenSets, s.ceaf, s.goldSets)
	return mentions, muc, b3, ceaf, (muc + b3 + ceaf) / 3
}

func f1(right, given, found, wanted float64) float64 {
	if given == 0 || wanted == 0 || right+found == 0 {
		return 0
	}
	p, r := right/given, found/wanted
	return 200 * p * r / (p + r)
}
