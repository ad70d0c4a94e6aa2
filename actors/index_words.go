package actors

import "onrecord"

// indexWords notes what is asked of single words again and again, so that no
// report makes the resolver look through all of it for each of its words.
func (r *reading) indexWords() {
	r.perOn = make([]int32, len(r.words))
	r.orgOn = make([]int32, len(r.words))
	r.perParts, r.small = map[string]bool{}, map[string]bool{}
	r.owners, r.byID = map[int]*person{}, map[onrecord.ActorID]*person{}
	r.longNames = map[string]int{}
	r.orgNames, r.nobodies = map[string]bool{}, map[string]bool{}
	for i := range r.a.Mentions {
		if m := &r.a.Mentions[i]; m.Form == onrecord.Name && m.Type == onrecord.Person && r.isNobody(m) {
			name := r.a.Text.Cut(m.Span)
			r.orgNames[name], r.nobodies[name] = true, true
		}
	}
	for i := range r.a.Mentions {
		if m := &r.a.Mentions[i]; m.Form == onrecord.Name && m.Type == onrecord.Person && !r.nobodies[r.a.Text.Cut(m.Span)] {
			r.indexPerson(i, m.Span)
		} else if m.Form == onrecord.Name && m.Type == onrecord.Organisation {
			r.indexOrganisation(i, m.Span)
		}
	}
	r.indexStrays()
	for i := range r.words {
		if r.words[i].shape == lower {
			r.small[r.words[i].key] = true
		}
	}
}

// indexPerson notes a mention at its words; longer ones come first and stay.
func (r *reading) indexPerson(mention int, s onrecord.Span) {
	first, end := r.wordsIn(s)
	for w := first; w < end && w < first+maxNameWords; w++ {
		if r.perOn[w] == 0 {
			r.perOn[w] = int32(mention + 1)
		}
		if end-first > 1 {
			r.perParts[r.words[w].key] = true
		}
	}
}

func (r *reading) indexOrganisation(mention int, s onrecord.Span) {
	first, end := r.wordsIn(s)
	for w := first; w < min(end, first+maxNameWords); w++ {
		r.orgOn[w] = int32(mention + 1)
	}
}

// indexStrays takes for an organisation what the tagger calls one elsewhere and
// here a place: "Open Field".
func (r *reading) indexStrays() {
	for i := range r.a.Mentions {
		if m := &r.a.Mentions[i]; m.Form == onrecord.Name && m.Type == onrecord.Organisation && m.Len() < maxStray {
			r.orgNames[r.a.Text.Cut(m.Span)] = true
			r.noteInitials(i, m.Span)
		}
	}
	for i := range r.a.Mentions {
		if m := &r.a.Mentions[i]; m.Form == onrecord.Name && r.isOrganisation(m) && m.Type != onrecord.Organisation {
			r.indexOrganisation(i, m.Span)
		}
	}
}

// noteInitials keeps what a long name may be shortened to.
func (r *reading) noteInitials(mention int, s onrecord.Span) {
	first, end := r.wordsIn(s)
	if end-first < 2 || end-first > maxNameWords {
		return
	}
	if short := r.initials(first, end); len(short) >= 2 {
		if _, taken := r.longNames[short]; !taken {
			r.longNames[short] = mention
		}
	}
}

// isOrganisation reports whether a name is one of an organisation, here or
// elsewhere in the report.
func (r *reading) isOrganisation(m *onrecord.Mention) bool {
	name := r.a.Text.Cut(m.Span)
	return m.Type == onrecord.Organisation || r.orgNames[name] && (m.Type != onrecord.Person || r.nobodies[name])
}

// isNobody reports whether a name taken for a person's is an organisation's: "the
// group Open Field", "the union, NOWU,".
func (r *reading) isNobody(m *onrecord.Mention) bool {
	first, end := r.wordsIn(m.Span)
	if first == 0 || first >= end || m.Len() >= maxStray {
		return false
	}
	before := r.words[first-1]
	if isListed("orgkind", before.key) && before.shape == lower && (r.words[first].gap == "" || r.words[first].gap == "," && end-first == 1 && r.hasComma(end)) {
		return true
	}
	w := r.words[first]
	return end-first == 1 && w.shape == caps && w.Len() >= 3 && w.Len() <= 6 && !r.isCapsWord(first-1) && len(r.table.names.hitsAt(r.text, r.words, first)) == 0
}

const maxStray = 100

const maxNameWords = 16

// indexBodies notes the bodies at their words.
func (r *reading) indexBodies() {
	r.bodyOn = make([]int32, len(r.words))
	for i, b := range r.bodies {
		for w := b.first; w < b.end; w++ {
			if r.bodyOn[w] == 0 {
				r.bodyOn[w] = int32(i + 1)
			}
		}
	}
}

// indexCalls notes the names of persons at their words.
func (r *reading) indexCalls() {
	r.callOn = make([]int32, len(r.words))
	for i, c := range r.calls {
		for w := c.first; w < c.end; w++ {
			r.callOn[w] = int32(i + 1)
		}
	}
}

// bodyAt gives the body whose phrase holds word i; nil if none does.
func (r *reading) bodyAt(i int) *bodyName {
	if i < 0 || i >= len(r.bodyOn) || r.bodyOn[i] == 0 {
		return nil
	}
	return &r.bodies[r.bodyOn[i]-1]
}

// callAt gives the call that covers word i; nil if none does.
func (r *reading) callAt(i int) *call {
	if i < 0 || i >= len(r.callOn) || r.callOn[i] == 0 {
		return nil
	}
	return &r.calls[r.callOn[i]-1]
}
