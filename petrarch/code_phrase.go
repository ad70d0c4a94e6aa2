package petrarch

import (
	"strings"

	"onrecord"
)

// coded is an actor that a noun phrase names.
type coded struct {
	code  string
	words span
	actor *actor // nil if only roles are known
	roles []*agent
}

// reading is one member of a noun phrase as the dictionaries read it.
type reading struct {
	words   span
	actor   *actor
	code    string // of the actor on the day, "" if none or not to be coded
	actorAt int    // base noun phrase that names the actor
	roles   []*agent
	roleAt  int // base noun phrase of the first role
}

// coder codes one sentence.
type coder struct {
	*Dictionaries
	*sentence
	day     onrecord.Date
	options Options
	known   map[span][]coded
	steps   int // tries of patterns so far
}

// actorsIn tells whom the part of a noun phrase that lies in the range stands for.
// Inside a member only the first actor counts, with all roles. A role that governs a
// list is that of each: "the ambassadors of Arnor and Gondor".
func (c *coder) actorsIn(p *nounPhrase, in span) []coded {
	if all, done := c.known[in]; done {
		return all
	}
	var all []coded
	var governing []*agent
	for _, m := range p.members {
		m = span{max(m.from, in.from), min(m.to, in.to)}
		if m.to <= m.from {
			continue
		}
		r := c.readMember(m)
		if len(all) > 0 && r.actor != nil && len(r.roles) == 0 {
			r.roles = governing
		}
		if len(all) == 0 && r.actor != nil && len(r.roles) > 0 && r.roleAt < r.actorAt {
			governing = r.roles
		}
		all = append(all, r.codes()...)
	}
	if len(all) == 0 {
		all = c.newActor(in)
	}
	c.known[in] = all
	return all
}

func (c *coder) readMember(m span) reading {
	r := reading{words: m, actorAt: -1, roleAt: -1}
	texts := c.texts(m)
	for i := 0; i < len(texts); {
		if r.actor == nil {
			if a, n := c.actors.longestAt(texts[i:]); n > 0 {
				r.actor, r.code, r.actorAt = a, a.codeAt(c.day), c.words[m.from+i].chunk
				i += n
				continue
			}
		}
		if role, n := c.agents.longestAt(texts[i:]); n > 0 {
			if r.roleAt < 0 {
				r.roleAt = c.words[m.from+i].chunk
			}
			r.roles = append(r.roles, role)
			i += n
			continue
		}
		i++
	}
	return r
}

// codes puts actor and roles together. "[FRO/BIL/SAM]" stands for three.
func (r *reading) codes() []coded {
	code := r.code
	if isNull(code) {
		if len(r.roles) == 0 {
			return nil
		}
		code = "---"
	}
	var all []coded
	for _, part := range strings.Split(code, "/") {
		all = append(all, coded{code: withRoles(part, r.roles), words: r.words, actor: r.actor, roles: r.roles})
	}
	return all
}

// withRoles adds the roles that the code does not hold, in blocks of three letters.
func withRoles(code string, roles []*agent) string {
	for _, role := range roles {
		switch {
		case role.code == "" || holdsBlock(code, role.code):
		case role.inFront && code == "---":
			code = role.code
		case role.inFront:
			code = role.code + code
		default:
			code += role.code
		}
	}
	return code
}

func holdsBlock(code, part string) bool {
	for at := 0; at+len(part) <= len(code); at += 3 {
		if code[at:at+len(part)] == part {
			return true
		}
	}
	return false
}

// newActor lets a short noun phrase that no dictionary knows stand for itself, in
// capitals.
func (c *coder) newActor(in span) []coded {
	if n := in.to - in.from; n == 0 || n > c.options.NewActorWords {
		return nil
	}
	return []coded{{code: strings.Join(c.texts(in), " "), words: in}}
}
