package petrarch

import (
	"strings"

	"onrecord"
)

// codings multiplies sources and targets out. Sides that the pattern did not name
// are looked for around the verb.
func (c *coder) codings(token int, verb, reach span, source, target []coded, code codePair, by line) []Coding {
	switched := false
	if source == nil && target == nil {
		source, target, switched = c.passiveSides(token, verb, reach)
	}
	if source == nil && !switched {
		source = c.findSource(token, verb, target)
	}
	if target == nil {
		target = c.findTarget(verb, reach, source)
	}
	source, target = c.orMissing(source), c.orMissing(target)
	var all []Coding
	for _, s := range source {
		for _, t := range target {
			if s.code == t.code {
				continue
			}
			one := Coding{
				Source: c.side(s), Target: c.side(t), Verb: c.wordSpan(verb), Token: token, Why: by.place() + " " + by.text,
			}
			one.Clause = one.Source.Words.Cover(one.Verb).Cover(c.wordSpan(span{verb.from, reach.to}))
			if code.forth != "" {
				one.Code = code.forth
				all = append(all, one)
			}
			if code.back != "" {
				one.Source, one.Target, one.Code = one.Target, one.Source, code.back
				all = append(all, one)
			}
		}
	}
	return all
}

// orMissing lets a missing side stand for itself, where that is allowed.
func (c *coder) orMissing(who []coded) []coded {
	if who == nil && c.options.AllowMissing {
		return []coded{{code: unknownSide}}
	}
	return who
}

func (c *coder) side(who coded) Side {
	s := Side{Code: who.code, Words: c.wordSpan(who.words)}
	if who.actor != nil {
		s.Name = who.actor.name
	}
	return s
}

// passiveSides switches the sides of a passive that names its doer with "by".
func (c *coder) passiveSides(token int, verb, reach span) (source, target []coded, switched bool) {
	if !c.isPassive(token) {
		return nil, nil, false
	}
	for i := verb.to; i < reach.to; i++ {
		if c.words[i].text != "BY" {
			continue
		}
		if i+1 < reach.to && c.words[i+1].phrase >= 0 {
			p := &c.phrases[c.words[i+1].phrase]
			if by := c.actorsIn(p, span{i + 1, p.to}); len(by) > 0 {
				return by, c.findSource(token, verb, by), true
			}
		}
		break
	}
	return nil, nil, false
}

func (c *coder) isPassive(token int) bool {
	for i := c.first; i < token; i++ {
		t := &c.analysis.Tokens[i]
		if t.Head == token && (t.Deprel == "aux:pass" || t.Deprel == "nsubj:pass") {
			return true
		}
	}
	return false
}

// findSource looks for the subject of the verb or of the verbs that it hangs on; if
// that is nobody, for the first actor of its clause.
func (c *coder) findSource(token int, verb span, not []coded) []coded {
	if who := c.subjectOf(token, verb); len(who) > 0 {
		return who
	}
	start := c.clauseStart(verb.from)
	for i := range c.phrases {
		p := &c.phrases[i]
		if p.from < start || p.from >= verb.from {
			continue
		}
		if who := c.actorsIn(p, span{p.from, min(p.to, verb.from)}); len(who) > 0 && !share(who, not) {
			return who
		}
	}
	return nil
}

func (c *coder) subjectOf(token int, verb span) []coded {
	tokens := c.analysis.Tokens
	for range maxDepth {
		for i := c.first; i < c.first+len(c.at)-1; i++ {
			if tokens[i].Head != token || !strings.HasPrefix(tokens[i].Deprel, "nsubj") {
				continue
			}
			if who := c.actorsAt(i, verb); len(who) > 0 {
				return who
			}
		}
		t := &tokens[token]
		if t.Head < 0 || !sharesSubject(t) {
			return nil
		}
		token = t.Head
	}
	return nil
}

// sharesSubject reports whether a verb has the subject of the one it hangs on.
func sharesSubject(t *onrecord.Token) bool {
	relation, _, _ := strings.Cut(t.Deprel, ":")
	switch relation {
	case "xcomp", "conj", "aux", "advcl", "cop":
		return true
	}
	return false
}

// actorsAt gives the actors of the noun phrase that a token stands in.
func (c *coder) actorsAt(token int, verb span) []coded {
	for i := c.at[token-c.first]; i < c.at[token-c.first+1]; i++ {
		if n := c.words[i].phrase; n >= 0 && c.phrases[n].from < verb.from {
			p := &c.phrases[n]
			return c.actorsIn(p, span{p.from, min(p.to, verb.from)})
		}
	}
	return nil
}

// findTarget looks for the first actor behind the verb who is not the source.
func (c *coder) findTarget(verb, reach span, source []coded) []coded {
	for i := range c.phrases {
		p := &c.phrases[i]
		if p.to <= verb.to || p.from >= reach.to {
			continue
		}
		if who := c.actorsIn(p, span{max(p.from, verb.to), min(p.to, reach.to)}); len(who) > 0 && !share(who, source) {
			return who
		}
	}
	return nil
}

// share reports whether the two stand for one actor.
func share(a, b []coded) bool {
	for _, x := range a {
		for _, y := range b {
			if x.code == y.code {
				return true
			}
		}
	}
	return false
}
