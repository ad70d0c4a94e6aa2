package actors

import (
	"onrecord"
)

// personMeant gives the person that "his" or "her" at word i stands for: the
// subject of its sentence, else the last one named there, else of the sentences
// before.
func (r *reading) personMeant(i int) *person {
	first, _ := r.sentenceAt(i)
	end := i
	for range maxPersonsBack {
		var last *person
		for k := r.callsBefore(first); k < len(r.calls) && r.calls[k].end <= end; k++ {
			if c := &r.calls[k]; !r.isOtherSex(c, r.words[i].key) && (last == nil || r.isSubjectWord(c.end-1)) {
				last = c.who
			}
		}
		if last != nil || first == 0 {
			return last
		}
		end = first
		first, _ = r.sentenceAt(end - 1)
	}
	return nil
}

// isOtherSex reports whether the chain of a name has pronouns that tell against
// "his" or "her".
func (r *reading) isOtherSex(c *call, pronoun string) bool {
	k := r.chainOf(c)
	if k < 0 || k >= len(r.a.Chains) {
		return false
	}
	with, against := 0, 0
	mentions := r.a.Chains[k].Mentions
	for _, m := range mentions[:min(len(mentions), maxLookBack)] {
		if m < 0 || m >= len(r.a.Mentions) || r.a.Mentions[m].Form != onrecord.Pronoun {
			continue
		}
		switch key := fold(r.a.Text.Cut(r.a.Mentions[m].Span)); {
		case isListed("she", key) == (pronoun == "her") && isListed("sexed", key):
			with++
		case isListed("sexed", key):
			against++
		}
	}
	return against > with
}

// servedPerson says for whom one speaks who serves a person: a leader's minister
// for the state, a spokesman or lawyer for the person.
func (r *reading) servedPerson(p *person, head int) onrecord.ActorID {
	if p == nil || isListed("peer", r.words[head].key) {
		return ""
	}
	if isListed("advocate", r.words[head].key) || isListed("voice", r.words[head].key) && p.known == nil && !r.leadsState(p) {
		return p.id
	}
	return r.personPrincipal(p) // of one who leads a state it may be known later only
}

// leadsState reports whether a role of the person is that of a head of state or
// government.
func (r *reading) leadsState(p *person) bool {
	for i := range p.roles {
		if isListed("ofstate", r.words[p.roles[i].head].key) {
			return true
		}
	}
	return false
}

// maxPersonsBack is how many sentences "her" reaches back: a person stays in mind
// longer than a body.
const maxPersonsBack = 6
