package events

import "onrecord"

// turned is an act after the words above it were read.
type turned struct {
	Type    onrecord.EventType
	Mode    string
	planned bool // to come
	unreal  bool // asked of another, not done: no event
	agreed  bool // agreed to
	asserts bool // the turning word is itself the act: "refused to help"
	why     string
}

// turnOf gives how a verb changes the act below it; "" if it does not.
func (s *scene) turnOf(verb int) string {
	for _, t := range s.words.turns[s.lemma(verb)] {
		if t.particle == "" || s.hasParticle(verb, t.particle) {
			return t.kind
		}
	}
	return ""
}

// turnAct reads the verbs above an act, from the nearest up.
func (s *scene) turnAct(x act) turned {
	out := turned{Type: x.pattern.sense.Type, Mode: x.pattern.sense.Mode, why: x.pattern.written}
	if x.pattern.noun && out.Type == "ASSAULT" && isOneOf(x.pattern.lemma, "strike", "strikes") && s.isOfWorkers(x.at) {
		out.Type, out.Mode = "PROTEST", "strike"
	}
	at := x.at
	if x.carrier >= 0 {
		at = x.carrier
	} else if x.pattern.noun {
		s.turnNoun(x, &out)
		return out
	}
	if x.pattern.negated {
		out.asserts = true
	} else {
		s.turnNegated(at, &out)
	}
	for steps := 0; steps < maxDepth; steps++ {
		above := s.governorOf(at)
		if above < 0 || s.isReporting(above, at) {
			break
		}
		s.turnBy(above, at, &out)
		at = above
	}
	return out
}

// governorOf gives the word whose complement a verb is; -1 if none.
func (s *scene) governorOf(verb int) int {
	switch s.linkOf(verb) {
	case "acl":
		if h := s.token(verb).Head; h >= 0 && s.hasOwnSubject(verb) && !s.isNegated(h) {
			return -1 // "told a briefing that Oslo helped" asks for nothing
		}
		return s.token(verb).Head
	case "xcomp":
		return s.token(verb).Head
	case "ccomp":
		if h := s.token(verb).Head; h >= 0 && s.turnOf(h) != "" && s.turnOf(h) != "end" {
			return h // "concluded that" ends nothing
		}
	case "advcl": // mostly an xcomp misread: "urged Oslo to leave"
		if h := s.token(verb).Head; h >= 0 && h < verb && s.isInfinitive(verb) && isOneOf(s.turnOf(h), "ask", "threaten", "pledge", "decide", "refuse", "plan") {
			return h
		}
	case "conj":
		if h := s.token(verb).Head; h >= 0 && !s.hasOwnSubject(verb) && s.token(h).UPOS == s.token(verb).UPOS {
			return s.governorOf(h)
		}
	}
	return -1
}

// isReporting reports whether the complement is what is said, not what is done.
func (s *scene) isReporting(above, complement int) bool {
	return s.token(complement).Deprel == "ccomp" && isOneOf(s.lemma(above), "say", "claim", "note", "add", "state", "report", "tell")
}

// turnBy applies the governor of an act.
func (s *scene) turnBy(above, below int, out *turned) {
	kind := s.turnOf(above)
	if kind == "" && !s.isVerb(above) && s.isNegated(above) { // "gave no sign of leaving"
		out.unreal = true
		return
	}
	if s.isNegated(above) && kind != "" {
		switch kind {
		case "plan", "pledge", "decide", "know", "try", "bear":
			s.refuse(out, "not "+s.lemma(above))
			return
		}
		out.unreal = true
		return
	}
	switch kind {
	case "end":
		turnSign(out)
		out.why = s.lemma(above) + " + " + out.why
	case "refuse":
		s.refuse(out, s.lemma(above))
	case "pledge":
		turnPledge(out)
		out.why = s.lemma(above) + " + " + out.why
	case "decide":
		s.turnDecided(above, out)
	case "threaten":
		out.Type, out.Mode, out.asserts = "THREATEN", "", true
	case "ask":
		out.unreal = true // the asking is an act of its own
	case "try":
		out.planned = out.planned || !isHostile(out.Type)
	case "fail":
		s.turnFailed(out)
	case "plan":
		out.planned = true
	case "", "make", "know":
		if kind == "" && s.isInfinitive(below) {
			out.planned = true
		}
	}
}

// turnNoun reads the verb over a noun that no light verb carries: "halted the raids".
func (s *scene) turnNoun(x act, out *turned) {
	above := s.token(x.at).Head
	if above < 0 || !s.isVerb(above) || !isOneOf(s.token(x.at).Deprel, "obj", "nsubj:pass") {
		return
	}
	switch s.turnOf(above) {
	case "end":
		turnSign(out)
	case "plan", "try", "ask", "pledge", "decide":
		out.planned = true
	case "refuse":
		s.refuse(out, s.lemma(above))
	}
}
