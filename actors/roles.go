package actors

import (
	"strings"

	"onrecord"
)

// roleRead is the words that give someone's role and what was read from them.
type roleRead struct {
	first, end int // words of the role; equal where only a principal is told
	head       int // word of the head: "envoy"
	principal  onrecord.ActorID
	private    bool // an expert, a resident: speaks for nobody
	former     bool
	dated      bool // told as an office held over years, not now
	certainty  float64
	from, to   onrecord.Date
	why        string // "title", "apposition"
}

// readRoles reads the role beside each name of a person: before it ("Kremlin
// spokesman X"), after it ("X, the minister of ...,"), or before a comma ("the
// chief of ..., X,").
func (r *reading) readRoles() {
	for i := range r.calls {
		c := &r.calls[i]
		role, ok := r.titleBefore(c.first)
		if ok && isListed("rank", r.words[role.head].key) {
			if fuller, has := r.appositionBefore(role.first, c.end); has {
				role = fuller // "its commander, General X,"
			}
		}
		if !ok {
			role, ok = r.appositionAfter(c.end)
		}
		if !ok {
			role, ok = r.appositionBefore(c.first, c.end)
		}
		if ok && !role.dated {
			r.fillFromBefore(&role)
			c.role = &role
		}
		if ok {
			r.keepRole(c.who, role)
			r.readSecondRole(c.who, role.end)
		}
		if past, ok := r.pastRole(c.end); ok {
			r.keepRole(c.who, past)
		}
		if served, ok := r.clauseAfter(c.end); ok {
			r.keepRole(c.who, served)
		}
	}
	for i := range r.calls {
		r.readContext(&r.calls[i])
	}
	r.readIntroduced()
}

// readSecondRole reads "and leader of the Z party" after a first role.
func (r *reading) readSecondRole(p *person, i int) {
	if i+1 >= len(r.words) || r.gapBefore(i) != "" || r.words[i].key != "and" || r.words[i+1].gap != "" {
		return
	}
	if i++; isListed("article", r.words[i].key) {
		i++
	}
	head, ok := r.headFrom(i)
	if !ok || isCrowd(r.words[head].key) || r.callAt(head+1) != nil {
		return
	}
	role := roleRead{first: i, end: r.rightEdge(head), head: head, certainty: 0.85, why: "apposition"}
	r.readPrincipal(&role)
	r.trimOwner(&role)
	r.keepRole(p, role)
}

// keepRole keeps a role of a person, and that its words are this person's.
func (r *reading) keepRole(p *person, role roleRead) {
	if len(p.roles) < maxRoles {
		p.roles = append(p.roles, role)
	}
	if r.owners[role.head] == nil {
		r.owners[role.head] = p
	}
}

const maxRoles = 40

// fillFromBefore reads a bare "the adviser" by the fuller words of the same role
// before it: "a Ukrainian presidential adviser".
func (r *reading) fillFromBefore(role *roleRead) {
	if role.principal != "" || role.private || role.former || role.end-role.first > 1 || role.why != "apposition" {
		return
	}
	for i := role.first - 1; i >= max(0, role.first-maxLookBack); i-- {
		if r.words[i].key != r.words[role.head].key {
			continue
		}
		fuller := roleRead{first: r.leftEdge(i), end: i + 1, head: i, certainty: 0.8, why: "role before"}
		r.readPrincipal(&fuller)
		r.trimOwner(&fuller)
		if fuller.principal != "" {
			*role = fuller
			return
		}
	}
}

// titleBefore reads the title right before a name that starts at word i.
func (r *reading) titleBefore(i int) (roleRead, bool) {
	for i > 0 && r.gapBefore(i) == "" && isListed("courtesy", r.words[i-1].key) {
		i--
	}
	head := r.titleHead(i)
	if head < 0 || r.callAt(head) != nil {
		return roleRead{}, false
	}
	first := r.leftEdge(head)
	role := roleRead{first: first, end: i, head: head, certainty: 0.95, why: "title"}
	r.readPrincipal(&role)
	r.trimOwner(&role)
	return role, true
}

// titleHead gives the head of a title that ends before word i: the word before,
// or the "Secretary" of "Secretary of State X"; -1 if there is none.
func (r *reading) titleHead(i int) int {
	if i == 0 || r.gapBefore(i) != "" {
		return -1
	}
	if isRoleNoun(r.words[i-1].key) {
		return i - 1
	}
	for k := i - 1; k > 0 && k > i-7; k-- {
		w := r.words[k]
		if r.callAt(k) != nil || w.gap != "" {
			return -1
		}
		if w.key == "of" || w.key == "for" || w.key == "to" {
			if isListed("office", r.words[k-1].key) && !isCrowd(r.words[k-1].key) {
				return k - 1
			}
			return -1
		}
		if w.shape == lower && !isListed("article", w.key) && w.key != "and" && !r.isTagged(k, "NOUN ADJ") {
			return -1
		}
	}
	return -1
}

// appositionAfter reads ", the deputy director of ...," after a name that ends
// before word i.
func (r *reading) appositionAfter(i int) (roleRead, bool) {
	if !r.hasComma(i) {
		return roleRead{}, false
	}
	if isAge(r.words[i].key) && r.gapBefore(i+1) == "," {
		i++
	}
	if isListed("article", r.words[i].key) && r.gapBefore(i+1) == "" {
		i++
	}
	head, ok := r.headFrom(i)
	if !ok || isCrowd(r.words[head].key) || r.callAt(head+1) != nil && r.gapBefore(head+1) == "" {
		return roleRead{}, false // the next of a list: "X, Chancellor Y"
	}
	role := roleRead{first: i, end: r.rightEdge(head), head: head, certainty: 0.95, why: "apposition"}
	role.former = isListed("former", r.words[i].key)
	r.readYears(&role)
	r.readPrincipal(&role)
	r.trimOwner(&role)
	return role, true
}

// isCrowd tells heads that are no role of one person: "lawmakers", "man".
func isCrowd(key string) bool {
	return isListed("folk", key) || strings.HasSuffix(key, "s") && !strings.HasSuffix(key, "ss")
}

func isAge(key string) bool {
	return len(key) == 2 && key[0] >= '1' && key[0] <= '9' && key[1] >= '0' && key[1] <= '9'
}

// appositionBefore reads "the chief of ..., X,": a role phrase between an article
// and the comma before the name.
func (r *reading) appositionBefore(first, end int) (roleRead, bool) {
	for first > 0 && r.gapBefore(first) == "" && isListed("courtesy", r.words[first-1].key) {
		first--
	}
	if first == 0 || r.gapBefore(first) != "," || !r.hasComma(end) && !r.beforeVerb(end) && !r.closes(end) {
		return roleRead{}, false
	}
	for i := first - 1; i >= max(0, first-16); i-- {
		if i < first-1 && r.words[i+1].gap != "" {
			break
		}
		start := i
		if isListed("article", r.words[i].key) || isListed("owner", r.words[i].key) {
			start++
		} else if !r.opensSentenceRole(i) {
			continue
		}
		if h := r.titleHead(i); h >= 0 && r.callAt(i) != nil {
			start = r.leftEdge(h) // "President Ana Doe's spokesman"
		}
		if i > 0 && r.words[i].gap == "" && isListed("rolelink", r.words[i-1].key) && r.isRoleTail(i-1) {
			continue // "an adviser to the president, X": the whole phrase tells
		}
		if head, ok := r.headFrom(start); ok && !isCrowd(r.words[head].key) && head < first && r.rightEdge(head) >= first {
			role := roleRead{first: start, end: first, head: head, certainty: 0.9, why: "apposition"}
			r.readPrincipal(&role)
			r.trimOwner(&role)
			return role, true
		}
	}
	return roleRead{}, false
}

// closes reports whether a sentence or clause ends before word i.
func (r *reading) closes(i int) bool {
	return r.opensSentence(i) || strings.ContainsAny(r.gapBefore(i), ".;\n)!?")
}

// isRoleTail reports whether the preposition at word i hangs on the head of a
// role: the "to" of "adviser to the president".
func (r *reading) isRoleTail(i int) bool {
	return i > 0 && r.words[i].gap == "" && isRoleNoun(r.words[i-1].key) && r.words[i-1].shape == lower
}

func (r *reading) beforeVerb(end int) bool {
	return end < len(r.words) && r.words[end].gap == "" && isListed("speechverb", r.words[end].key)
}

// opensSentenceRole lets a role phrase start without an article where a sentence
// or a possessive starts: "Russia's envoy to Kabul, X,".
func (r *reading) opensSentenceRole(i int) bool {
	if m := r.newName(i, len(r.words)); m != nil {
		_, end := r.wordsIn(m.Span)
		return r.isPossessive(end) || r.isPossessive(end-1)
	}
	if c := r.callAt(i); c != nil {
		return c.first == i && r.isPossessive(c.end) // "Ana Doe's lawyer, X,"
	}
	n := r.name(i)
	return n != nil && n.first == i && r.isPossessive(n.end) || r.startsSentence(i) && isRoleNoun(r.words[i].key)
}
