package events

import (
	"fmt"
	"strings"

	"onrecord"
)

// sense is what a pattern means.
type sense struct {
	Type  onrecord.EventType
	Mode  string
	CAMEO string   // closer than the mode's; "" if there is none
	To    []string // where the recipient stands, best first
}

// link is how a condition hangs on a predicate.
type link byte

const (
	anyUse   link = 0
	toObject link = '>' // an object of the class
	toPrep   link = '@' // a prepositional phrase, with a noun of the class if there is one
	noObject link = '!'
	withDeed link = '&' // a complement that tells a deed: "ordered them to leave"
	ofOther  link = '^' // a complement whose subject is somebody else
	withWord link = '~' // a word of the class soon after: "called it illegal"
)

// pattern is one way to tell an act.
type pattern struct {
	lemma    string
	noun     bool
	negated  bool     // holds only beside "not": "did not want them to leave"
	before   []string // words before the head of a noun: "drone" of "drone strike"
	particle string
	link     link
	prep     string
	class    map[string]bool // nil: any noun
	sense    *sense
	written  string // as the data file has it, for the reader of Why
}

// turn says how a verb changes the act below it.
type turn struct {
	kind     string
	particle string
	ready    bool // "be+ready": an adjective with its verb
}

// weight orders patterns: the more conditions, the earlier.
func (p *pattern) weight() int {
	w := 2 * len(p.before)
	if p.negated {
		w += 8
	}
	if p.particle != "" {
		w += 4
	}
	switch {
	case p.class != nil:
		w += 3
	case p.link == toPrep:
		w += 2
	case p.link == noObject, p.link == ofOther, p.link == withDeed:
		w++
	}
	return w
}

// readPattern reads the notation of lexicon/README.md.
func readPattern(written string, classes map[string][]string) (pattern, error) {
	p := pattern{written: written}
	rest, isNoun := strings.CutPrefix(written, "n:")
	rest, isNegated := strings.CutPrefix(rest, "not:")
	p.noun, p.negated = isNoun, isNegated
	head, condition := rest, ""
	if i := strings.IndexAny(rest, ">@!^&~"); i >= 0 {
		head, p.link, condition = rest[:i], link(rest[i]), rest[i+1:]
	}
	head, p.particle, _ = strings.Cut(head, "+")
	words := strings.Fields(head)
	if len(words) == 0 {
		return p, fmt.Errorf("pattern %q has no word", written)
	}
	p.lemma, p.before = words[len(words)-1], words[:len(words)-1]
	if p.link == toPrep {
		p.prep, condition, _ = strings.Cut(condition, ":")
	}
	return p, p.readClass(condition, classes)
}

func (p *pattern) readClass(condition string, classes map[string][]string) error {
	if condition == "" {
		if p.link == toObject || p.link == withWord {
			return fmt.Errorf("pattern %q names no class", p.written)
		}
		return nil
	}
	p.class = map[string]bool{}
	for word := range strings.SplitSeq(condition, "/") {
		name, isClass := strings.CutPrefix(word, "$")
		if !isClass {
			p.class[word] = true
			continue
		}
		members, ok := classes[name]
		if !ok {
			return fmt.Errorf("pattern %q: no class %q", p.written, name)
		}
		for _, m := range members {
			p.class[m] = true
		}
	}
	return nil
}
