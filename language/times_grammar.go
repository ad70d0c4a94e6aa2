package language

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed times_rules.txt
var timeRulesFile string

// timeAtom is one place of a pattern: a class if it is below timeClassCount, else
// a word that the pattern spells out.
type timeAtom int16

// longestTimePattern bounds the words of a pattern, after its options are chosen.
const longestTimePattern = 14

// timeRule is a line of times_rules.txt.
type timeRule struct {
	name   string
	build  timeBuilder
	deed   string // name of the builder
	number int    // what stands behind the builder's name
	part   timePart
	order  int
	bound  bool // a clause or a phrase must end behind it
}

// timeNode is a place in the tree of all patterns.
type timeNode struct {
	edges []timeEdge
	rules []*timeRule // whose pattern ends here
}

type timeEdge struct {
	atom timeAtom
	to   *timeNode
}

// timeGrammar is the patterns of all rules, as one tree.
type timeGrammar struct {
	lexicon *timeLexicon
	root    timeNode
	classes uint64 // that a pattern begins with
	spelled []bool // the literals that a pattern begins with, by number
	rules   int
}

func loadTimeGrammar() (*timeGrammar, error) {
	lexicon, err := loadTimeLexicon(timeWordsFile)
	if err != nil {
		return nil, err
	}
	g := &timeGrammar{lexicon: lexicon}
	lexicon.literal("-")
	builders := timeBuilders()
	for n, line := range strings.Split(timeRulesFile, "\n") {
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		if err := g.addRule(builders, fields); err != nil {
			return nil, fmt.Errorf("times_rules.txt line %d: %w", n+1, err)
		}
	}
	g.noteStarts()
	return g, nil
}

// noteStarts notes which words can begin a pattern, to pass over all others at once.
func (g *timeGrammar) noteStarts() {
	g.spelled = make([]bool, g.lexicon.literals+1)
	for _, e := range g.root.edges {
		if e.atom < timeAtom(timeClassCount) {
			g.classes |= 1 << e.atom
		} else {
			g.spelled[e.atom-timeAtom(timeClassCount)] = true
		}
	}
}

// canStart reports whether a pattern begins with such a word.
func (g *timeGrammar) canStart(w *timeWord) bool {
	return w.classes&g.classes != 0 || g.spelled[w.literal]
}

// addRule takes the fields of a line: name, builder, pattern.
func (g *timeGrammar) addRule(builders map[string]timeBuilderSpec, fields []string) error {
	if len(fields) < 3 {
		return fmt.Errorf("rule %q has no pattern", fields[0])
	}
	deed, number, _ := strings.Cut(fields[1], ":")
	build, known := builders[deed]
	if !known {
		return fmt.Errorf("rule %q: no builder %q", fields[0], deed)
	}
	rule := &timeRule{name: fields[0], deed: deed, build: build.build, part: build.part, order: g.rules}
	g.rules++
	if number != "" {
		var err error
		if rule.number, err = strconv.Atoi(number); err != nil {
			return fmt.Errorf("rule %q: %w", fields[0], err)
		}
	}
	pattern := fields[2:]
	if rule.bound = pattern[len(pattern)-1] == "."; rule.bound {
		pattern = pattern[:len(pattern)-1]
	}
	return g.addPattern(rule, spreadBrackets(pattern))
}

// spreadBrackets parts brackets from the words they touch.
func spreadBrackets(fields []string) []string {
	joined := strings.Join(fields, " ")
	joined = strings.ReplaceAll(joined, "[", " [ ")
	return strings.Fields(strings.ReplaceAll(joined, "]", " ] "))
}

// addPattern adds every way of choosing the options of a pattern.
func (g *timeGrammar) addPattern(rule *timeRule, pattern []string) error {
	ways, rest, err := expandOptions(pattern)
	if err != nil || len(rest) > 0 {
		return fmt.Errorf("rule %q: brackets do not pair", rule.name)
	}
	for _, way := range ways {
		if len(way) == 0 || len(way) > longestTimePattern {
			return fmt.Errorf("rule %q: a pattern of %d words", rule.name, len(way))
		}
		if err := g.addWay(rule, &g.root, way); err != nil {
			return err
		}
	}
	return nil
}

// expandOptions reads a pattern up to its end or a closing bracket, and gives all
// sequences it stands for and what is left behind them.
func expandOptions(pattern []string) (ways [][]string, rest []string, err error) {
	var done [][]string
	ways = [][]string{nil}
	for len(pattern) > 0 && pattern[0] != "]" {
		add := [][]string{pattern[:1]}
		switch pattern[0] {
		case "/":
			done, ways, pattern = append(done, ways...), [][]string{nil}, pattern[1:]
			continue
		case "[":
			inner, after, err := expandOptions(pattern[1:])
			if err != nil || len(after) == 0 {
				return nil, nil, fmt.Errorf("bracket is not closed")
			}
			inner = append(inner, nil) // left out
			add, pattern = inner, after
		}
		ways, pattern = crossWays(ways, add), pattern[1:]
	}
	return append(done, ways...), pattern, nil
}

func crossWays(heads, tails [][]string) [][]string {
	all := make([][]string, 0, len(heads)*len(tails))
	for _, h := range heads {
		for _, t := range tails {
			all = append(all, append(append([]string(nil), h...), t...))
		}
	}
	return all
}

// addWay adds one sequence below a node, branching where a word has alternatives.
func (g *timeGrammar) addWay(rule *timeRule, at *timeNode, way []string) error {
	if len(way) == 0 {
		at.rules = append(at.rules, rule)
		return nil
	}
	for _, word := range strings.Split(way[0], "|") {
		atom, err := g.atom(word)
		if err != nil {
			return fmt.Errorf("rule %q: %w", rule.name, err)
		}
		if err := g.addWay(rule, at.child(atom), way[1:]); err != nil {
			return err
		}
	}
	return nil
}

func (g *timeGrammar) atom(word string) (timeAtom, error) {
	if word == "" {
		return 0, fmt.Errorf("an empty word")
	}
	if word[0] < 'A' || word[0] > 'Z' {
		return timeAtom(int(timeClassCount) + g.lexicon.literal(word)), nil
	}
	class, ok := timeClassNamed(word)
	if !ok {
		return 0, fmt.Errorf("no class %q", word)
	}
	return timeAtom(class), nil
}

func (n *timeNode) child(atom timeAtom) *timeNode {
	for _, e := range n.edges {
		if e.atom == atom {
			return e.to
		}
	}
	to := &timeNode{}
	n.edges = append(n.edges, timeEdge{atom, to})
	return to
}
