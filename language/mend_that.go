package language

import "strings"

// mend mends what the parser is known to misread.
func (d *desk) mend(s sentence) {
	d.mendThat(s)
	d.mendPassives(s)
	d.mendCalled(s)
}

// mendThat mends a mistake that the parser makes with "that" after a noun. A
// relative clause lacks a part, which "that" stands for: "the town that Russia
// attacked". A clause that lacks nothing is content: "reports that Russia had
// attacked the town" says what is reported, "told reporters that Russia had
// attacked the town" what was told.
func (d *desk) mendThat(s sentence) {
	for i, form := range s.forms {
		if strings.EqualFold(form, "that") {
			d.mendClause(s, i)
		}
	}
}

func (d *desk) mendClause(s sentence, that int) {
	verb := int(s.heads[that])
	if verb < that || d.relationOf(s, verb) != "acl:relcl" {
		return
	}
	noun := int(s.heads[verb])
	if noun < 0 || noun >= that || !d.lacksNothing(s, that, verb) {
		return
	}
	d.relabel(s, that, "mark")
	s.tags[that] = d.inflection.tagNumber("SCONJ IN", s.tags[that])
	teller := int(s.heads[noun])
	if relation := d.relationOf(s, noun); teller >= 0 && teller < noun && (relation == "obj" || relation == "iobj") && d.tells(s, teller) {
		s.heads[verb] = int32(teller)
		d.relabel(s, verb, "ccomp")
		return
	}
	d.relabel(s, verb, "acl")
}

// lacksNothing reports whether a clause has a subject and either an object, a
// passive verb or a predicate that is no verb, "that" not counted.
func (d *desk) lacksNothing(s sentence, that, verb int) bool {
	subject, full := false, !d.network.isVerb[s.tags[verb]]
	for i := that + 1; i < len(s.heads); i++ {
		if int(s.heads[i]) != verb {
			continue
		}
		switch d.relationOf(s, i) {
		case "nsubj":
			subject = subject || i < verb
		case "nsubj:pass":
			subject, full = subject || i < verb, true
		case "obj", "ccomp", "xcomp":
			full = true
		}
	}
	return subject && full
}

// tells reports whether a verb takes a hearer and a clause: "told reporters that".
func (d *desk) tells(s sentence, verb int) bool {
	lemma := d.inflection.lemma(d, s.forms[verb], s.tags[verb])
	return d.tables.tellers[lemma]
}

func (d *desk) relationOf(s sentence, i int) string { return d.network.relations[s.relations[i]] }
