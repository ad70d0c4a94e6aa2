package actors

import (
	"onrecord"
)

// ownerMeant gives the actor that "its" or "their" at word i stands for: the
// subject of its own sentence before it, else of one of the two sentences before;
// where no subject is known, the last one named.
func (r *reading) ownerMeant(i int) onrecord.ActorID {
	first, _ := r.sentenceAt(i)
	end := i
	many, back := r.words[i].key == "their", maxSentencesBack
	if many {
		back = 2
	}
	for range back {
		if id := r.actorOfSentence(first, end, many); id != "" {
			return id
		}
		if first == 0 {
			break
		}
		end = first
		first, _ = r.sentenceAt(end - 1)
	}
	return ""
}

const maxSentencesBack = 3

// actorOfSentence gives the state, body, group or organisation that is the
// subject in the words [first, end), else the last one named there; of many ("their")
// the last that is a group.
func (r *reading) actorOfSentence(first, end int, many bool) onrecord.ActorID {
	var last onrecord.ActorID
	for j := first; j < end; j++ {
		id, to := r.ownerAt(j, end)
		if id == "" {
			continue
		}
		if r.isSubjectWord(to - 1) {
			return id
		}
		if j = to - 1; !many || r.isGroup(id) {
			last = id
		}
	}
	return last
}

func (r *reading) isGroup(id onrecord.ActorID) bool {
	a := r.actor(id)
	return a != nil && (a.Kind == onrecord.GroupActor || a.Kind == onrecord.PeopleActor)
}

// ownerAt reads one who may own an office, named at word j, and where the words
// end.
func (r *reading) ownerAt(j, limit int) (onrecord.ActorID, int) {
	if b := r.bodyAt(j); b != nil && b.end <= limit {
		return r.bodyActor(b), b.end
	}
	if n := r.name(j); n != nil && n.end <= limit && !r.opensNewName(n, limit) {
		e := r.entry(n)
		if n.place || n.use == asAdjective || e.Kind == onrecord.PersonActor || e.Kind == onrecord.PlaceActor {
			return "", n.end
		}
		return e.ID, n.end
	}
	if m := r.newName(j, limit); m != nil {
		_, end := r.wordsIn(m.Span)
		return r.resolveUnknown(m).Actor, end
	}
	if isListed("faction", r.words[j].key) && j > 0 && isListed("definite", r.words[j-1].key) && (r.gapBefore(j+1) != "" || r.words[j+1].shape == lower) {
		return r.factionMeant(j), j + 1
	}
	return "", j + 1
}

// opensNewName reports whether a longer name starts with a known one: "Serb List".
func (r *reading) opensNewName(n *found, limit int) bool {
	m := r.longerName(n, limit)
	return m != nil && r.wordAt(m.Start) == n.first
}

// newName gives the name of an organisation, unknown to the tables, that starts
// at word j.
func (r *reading) newName(j, limit int) *onrecord.Mention {
	if r.orgOn[j] == 0 || r.callAt(j) != nil {
		return nil
	}
	m := &r.a.Mentions[r.orgOn[j]-1]
	first, end := r.wordsIn(m.Span)
	if first != j || end > limit || r.isJoint(first, end) || r.isField(first, end) || end-first == 1 && (isListed("faith", r.words[j].key) || isTitleWord(r.words[j].key)) {
		return nil
	}
	return m
}

// isJoint tells what the tagger took for one name and is two: "Kenya and Ethiopia".
func (r *reading) isJoint(first, end int) bool {
	names, joined := 0, false
	for i := first; i < end; i++ {
		if n := r.name(i); n != nil {
			names, i = names+1, n.end-1
		} else if r.words[i].key == "and" {
			joined = true
		} else if !isListed("article", r.words[i].key) {
			return false
		}
	}
	return names > 1 && joined
}

// isSubjectWord reports whether word i heads the subject of a verb.
func (r *reading) isSubjectWord(i int) bool {
	t, end := r.a.TokensIn(r.words[i].Span)
	for steps := 0; t < end && steps < 3; steps++ {
		tok := &r.a.Tokens[end-1]
		switch tok.Deprel {
		case "nsubj", "nsubj:pass", "nsubj:outer":
			return true
		case "compound", "flat", "conj", "appos":
		default:
			return false
		}
		if tok.Head < 0 || tok.Head >= len(r.a.Tokens) {
			return false
		}
		t, end = tok.Head, tok.Head+1
	}
	return false
}

// ownedBy reads the owner right before a role that starts at word first: "its",
// "her", "the country's", "Acme's".
func (r *reading) ownedBy(first, head int) onrecord.ActorID {
	if first == 0 || r.gapBefore(first) != "" {
		return ""
	}
	switch r.words[first-1].key {
	case "its", "their":
		return r.speaksFor(r.ownerMeant(first - 1))
	case "his", "her":
		return r.servedPerson(r.personMeant(first-1), head)
	}
	if !r.isPossessive(first - 1) {
		return ""
	}
	if c := r.callAt(first - 2); c != nil {
		return r.servedPerson(c.who, head)
	}
	if id, _ := r.ownerEnding(first - 2); id != "" {
		return r.speaksFor(id)
	}
	return r.speaksFor(r.ownerByKind(first - 2))
}

// ownerEnding gives the actor whose name ends at word i.
func (r *reading) ownerEnding(i int) (onrecord.ActorID, bool) {
	if i < 0 {
		return "", false
	}
	if b := r.bodyAt(i); b != nil {
		return r.bodyActor(b), true
	}
	if n := r.name(i); n != nil {
		return r.entry(n).ID, true
	}
	if r.orgOn[i] > 0 {
		m := &r.a.Mentions[r.orgOn[i]-1]
		if first, end := r.wordsIn(m.Span); end == i+1 && r.isProperName(first, end) {
			return r.resolveUnknown(m).Actor, true
		}
	}
	return "", false
}

// ownerByKind reads "the country's", "the group's": the last of that kind.
func (r *reading) ownerByKind(i int) onrecord.ActorID {
	if i < 1 || !isListed("definite", r.words[i-1].key) {
		return ""
	}
	key := r.words[i].key
	switch {
	case isListed("landword", key):
		if id := r.ownerMeant(i - 1); id != "" {
			if a := r.actor(r.speaksFor(id)); a != nil && a.Kind == onrecord.StateActor {
				return a.ID
			}
		}
		top, _ := r.prominentStates()
		return top
	case isListed("faction", key):
		return r.factionMeant(i)
	}
	if id := r.echoOf(i); id != "" {
		return id
	}
	if id := r.echoState(i); id != "" {
		return id
	}
	return r.kindMeant(i)
}
