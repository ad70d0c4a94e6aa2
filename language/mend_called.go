package language

import "strings"

// mendCalled mends what the parser takes for a name: in "called a one-day strike" nothing is called anything, so the
// strike is the object.
func (d *desk) mendCalled(s sentence) {
	for noun := range s.forms {
		verb := int(s.heads[noun])
		if verb < 0 || verb >= noun || d.relationOf(s, noun) != "xcomp" || !strings.HasPrefix(d.inflection.tags[s.tags[noun]], "NOUN ") {
			continue
		}
		if strings.EqualFold(s.forms[verb], "called") && d.opensWithArticle(s, noun) && d.namesNothing(s, verb) {
			d.relabel(s, noun, "obj")
		}
	}
}

func (d *desk) opensWithArticle(s sentence, noun int) bool {
	article := d.childBefore(s, noun, "det")
	return article >= 0 && (strings.EqualFold(s.forms[article], "a") || strings.EqualFold(s.forms[article], "an"))
}

// namesNothing reports whether a verb has nothing that could be called something: no object, no passive, no relative clause.
func (d *desk) namesNothing(s sentence, verb int) bool {
	switch d.relationOf(s, verb) {
	case "acl", "acl:relcl", "ccomp", "csubj":
		return false
	}
	for i := range s.heads {
		if int(s.heads[i]) == verb {
			switch d.relationOf(s, i) {
			case "obj", "iobj", "aux:pass", "nsubj:pass":
				return false
			}
		}
	}
	return true
}
