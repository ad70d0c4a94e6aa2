package gold

import "sort"

// level is how much of an event must agree.
type level int

const (
	byType level = iota
	byActor
	full
)

func (l level) agrees(g, p *did, names aliases) bool {
	if g.kind != p.kind {
		return false
	}
	actor, recipient := first(g.actor), first(g.recipient)
	reversed := isSymmetric(g.kind)
	switch l {
	case byType:
		return true
	case byActor:
		return names.same(actor, p.actor) || reversed && (names.same(actor, p.recipient) || recipient != "" && names.same(recipient, p.actor))
	}
	return names.same(actor, p.actor) && names.same(recipient, p.recipient) ||
		reversed && names.same(actor, p.recipient) && names.same(recipient, p.actor)
}

func first(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return names[0]
}

// alike says how much two events have in common beyond what must agree.
func alike(g, p *did) float64 {
	score := tokenF1(g.evidence, p.evidence)
	if a := first(g.actor); a != "" && keyOf(a) == keyOf(first(p.actor)) {
		score++
	}
	if r := first(g.recipient); r != "" && keyOf(r) == keyOf(first(p.recipient)) {
		score++
	}
	if g.status == p.status {
		score += 0.1
	}
	return score
}

// matchEvents finds a maximum one-to-one matching at a level; of equal ones, the
// likest pairs first.
func matchEvents(gold, predicted []did, l level, names aliases) [][2]int {
	type pair struct {
		i, j int
		like float64
	}
	agree := make([][]bool, len(gold))
	var pairs []pair
	for i := range gold {
		agree[i] = make([]bool, len(predicted))
		for j := range predicted {
			if l.agrees(&gold[i], &predicted[j], names) {
				agree[i][j] = true
				pairs = append(pairs, pair{i, j, alike(&gold[i], &predicted[j])})
			}
		}
	}
	sort.SliceStable(pairs, func(x, y int) bool { return pairs[x].like > pairs[y].like })
	m := matching{agree: agree, goldOf: map[int]int{}}
	used := map[int]bool{}
	for _, p := range pairs {
		if _, taken := m.goldOf[p.j]; !taken && !used[p.i] {
			m.goldOf[p.j], used[p.i] = p.i, true
		}
	}
	for i := range gold {
		if !used[i] {
			m.grow(i, map[int]bool{})
		}
	}
	return m.pairs()
}

// matching is a bipartite matching that grows by augmenting paths.
type matching struct {
	agree  [][]bool
	goldOf map[int]int // predicted -> gold
}

func (m *matching) grow(i int, seen map[int]bool) bool {
	for j, ok := range m.agree[i] {
		if !ok || seen[j] {
			continue
		}
		seen[j] = true
		if g, taken := m.goldOf[j]; !taken || m.grow(g, seen) {
			m.goldOf[j] = i
			return true
		}
	}
	return false
}

func (m *matching) pairs() [][2]int {
	var out [][2]int
	for j, i := range m.goldOf {
		out = append(out, [2]int{i, j})
	}
	sort.Slice(out, func(x, y int) bool { return out[x][0] < out[y][0] })
	return out
}
