package language

import (
	"slices"

	"onrecord"
	"onrecord/model"
)

// joinChains joins the mentions of one thing. It goes from the surest signs to
// the least sure: what a phrase itself says, names, noun phrases, pronouns. A
// wrong speaker is worse than an unnamed one, so each step joins only where
// nothing speaks against it.
func (r *Reader) joinChains(a *onrecord.Analysis) {
	j := newJoiner(a, &r.names)
	j.joinNouns()
	j.joinPronouns()
	j.writeChains()
}

// joinNouns joins names and noun phrases.
func (j *joiner) joinNouns() {
	j.joinPhrases()
	j.joinAliases()
	j.joinNames()
	j.joinNominals()
}

// joiner holds the chains while they grow.
type joiner struct {
	a      *onrecord.Analysis
	tree   *tree
	models *nameModels
	facts  []facts // of each mention
	sites  []site  // of each mention
	parent []int   // the mentions as a forest: one tree a chain
	kin    []kin   // of each chain, at the root of its tree
	byHead map[int][]int
	// namesEnding lists mentions by the token after them.
	namesEnding map[int][]int
	scratch     []antecedent // of the latest call of candidates
	clues       model.Clues  // of the latest candidate
}

// maxChainNames bounds the names and roles that are kept of one chain.
const maxChainNames = 24

// kin is what is known of all mentions of a growing chain together.
type kin struct {
	gender  byte       // 'm', 'f', 0 unknown
	told    byte       // the gender that names and nouns tell, pronouns apart
	hint    byte       // as in facts
	class   byte       // 'p' person, 'o' organisation, 'l' place, 'x' other, 0 unknown
	plural  byte       // 's' one, 'p' many, 0 unknown
	name    []string   // the longest
	names   [][]string // all that differ, at most maxChainNames
	roles   []string   // lemmas of the nouns that it is called by
	members []int
}

func newJoiner(a *onrecord.Analysis, models *nameModels) *joiner {
	j := &joiner{a: a, tree: growTree(a), models: models, byHead: map[int][]int{}}
	for i := range a.Mentions {
		j.byHead[a.Mentions[i].Head] = append(j.byHead[a.Mentions[i].Head], i)
	}
	j.describe()
	j.parent, j.kin = make([]int, len(a.Mentions)), make([]kin, len(a.Mentions))
	for i := range a.Mentions {
		j.parent[i] = i
		f := &j.facts[i]
		j.kin[i] = kin{gender: f.gender, hint: f.hint, class: f.class, plural: f.plural, name: f.name, members: []int{i}}
		if a.Mentions[i].Form != onrecord.Pronoun {
			j.kin[i].told = f.gender
		}
		if len(f.name) > 0 {
			j.kin[i].names = [][]string{f.name}
		}
		if a.Mentions[i].Form == onrecord.Nominal {
			j.kin[i].roles = []string{f.role}
		}
	}
	return j
}

func (j *joiner) root(i int) int {
	for j.parent[i] != i {
		j.parent[i] = j.parent[j.parent[i]]
		i = j.parent[i]
	}
	return i
}

// mayJoin reports whether nothing known of two chains speaks against their being
// one.
func (j *joiner) mayJoin(x, y int) bool {
	a, b := &j.kin[j.root(x)], &j.kin[j.root(y)]
	return agree(a.gender, b.gender) && agreeClass(a.class, b.class) && (agree(a.plural, b.plural) || a.class == 'o' || b.class == 'o') &&
		!(a.class == 'p' && b.class == 'p' && clashNames(a.name, b.name))
}

func agree(a, b byte) bool { return a == 0 || b == 0 || a == b }

// agreeClass lets places and organisations pass for each other, as states do.
func agreeClass(a, b byte) bool {
	return agree(a, b) || a == 'o' && b == 'l' || a == 'l' && b == 'o'
}

// join makes one chain of two.
func (j *joiner) join(x, y int) {
	x, y = j.root(x), j.root(y)
	if x == y {
		return
	}
	if x > y {
		x, y = y, x
	}
	j.parent[y] = x
	a, b := &j.kin[x], &j.kin[y]
	a.gender, a.plural = either(a.gender, b.gender), either(a.plural, b.plural)
	a.told, a.hint = either(a.told, b.told), either(a.hint, b.hint)
	if a.class == 0 || a.class == 'x' && b.class != 0 {
		a.class = b.class
	}
	if len(b.name) > len(a.name) {
		a.name = b.name
	}
	for _, role := range b.roles {
		if len(a.roles) < maxChainNames && !slices.Contains(a.roles, role) {
			a.roles = append(a.roles, role)
		}
	}
	for _, name := range b.names {
		if len(a.names) < maxChainNames && !slices.ContainsFunc(a.names, func(x []string) bool { return slices.Equal(x, name) }) {
			a.names = append(a.names, name)
		}
	}
	a.members = append(a.members, b.members...)
	b.members = nil
}

func either(a, b byte) byte {
	if a == 0 {
		return b
	}
	return a
}

// writeChains numbers the chains in the order of their first mentions.
func (j *joiner) writeChains() {
	number := map[int]int{}
	for i := range j.a.Mentions {
		root := j.root(i)
		n, known := number[root]
		if !known {
			n = len(j.a.Chains)
			number[root] = n
			j.a.Chains = append(j.a.Chains, onrecord.Chain{Type: typeOfClass(j.kin[root].class), Plural: j.kin[root].plural == 'p'})
		}
		m := &j.a.Mentions[i]
		m.Chain = n
		if m.Type == "" {
			m.Type = j.a.Chains[n].Type
		}
		j.a.Chains[n].Mentions = append(j.a.Chains[n].Mentions, i)
	}
	for i := range j.a.Chains {
		j.nameChain(&j.a.Chains[i])
	}
}

func typeOfClass(class byte) onrecord.EntityType {
	switch class {
	case 'p':
		return onrecord.Person
	case 'o':
		return onrecord.Organisation
	case 'l':
		return onrecord.Location
	case 'n':
		return onrecord.Other
	}
	return ""
}

// nameChain gives a chain its fullest name, or its fullest noun phrase, or its
// first mention. Names in headlines yield to names in the body.
func (j *joiner) nameChain(c *onrecord.Chain) {
	best := slices.MaxFunc(c.Mentions, func(x, y int) int {
		if d := j.fullness(x) - j.fullness(y); d != 0 {
			return d
		}
		return y - x
	})
	if c.Name = j.a.Mentions[best].Core; j.a.Mentions[best].Form == onrecord.Name {
		c.Name = j.facts[best].full
	}
}

// fullness ranks mentions as names of their chain: names by their words, then
// noun phrases by theirs, then the rest.
func (j *joiner) fullness(i int) int {
	m, f := &j.a.Mentions[i], &j.facts[i]
	words := min(len(f.name), 99)
	if m.Form == onrecord.Nominal {
		first, end := j.a.TokensIn(m.Core)
		words = min(end-first, 30)
	}
	rank := words * 2
	if !f.headline {
		rank++
	}
	switch m.Form {
	case onrecord.Name:
		rank += 2000
	case onrecord.Nominal:
		rank += 1000
	}
	return rank
}
