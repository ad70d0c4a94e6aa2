package statements

import (
	"slices"

	"onrecord"
)

// senseOf chooses the reading of a cue: of its head, else of another of its
// words ("went on to say"). Words of quotation alone need no known cue.
func (w *writing) senseOf(d *draft) (cueSense, bool) {
	order := append([]int{d.head}, d.cue...)
	for _, i := range order {
		senses := sensesOf(&w.a.Tokens[i], w.low[i])
		if len(senses) == 0 || (i != d.head && w.a.Tokens[i].UPOS == "NOUN") {
			continue
		}
		return w.chooseSense(d, senses), true
	}
	if w.low[d.head] == "according" || w.low[d.head] == ":" || (w.a.Tokens[d.head].Lemma == "go" && d.firm) {
		return cueSense{onrecord.Assert, speechCue}, true
	}
	if w.formOf(d.content) == onrecord.Direct && d.sure >= 0.6 {
		return cueSense{onrecord.Assert, speechCue}, true
	}
	if i := slices.IndexFunc(d.cue, func(i int) bool { return len(sensesOf(&w.a.Tokens[i], w.low[i])) > 0 }); i >= 0 {
		return sensesOf(&w.a.Tokens[d.cue[i]], w.low[d.cue[i]])[0], true
	}
	return cueSense{}, false
}

// chooseSense prefers the reading whose complement is there: "suggested that"
// is not "suggested a meeting".
func (w *writing) chooseSense(d *draft, senses []cueSense) cueSense {
	switch w.a.Tokens[d.head].Lemma {
	case "ask":
		return w.chooseAsking(d, senses)
	case "call", "describe", "label", "brand", "dub", "term":
		if w.a.Tokens[d.head].Lemma == "call" && w.hasParticle(d, "for") {
			return cueSense{onrecord.Demand, actCue}
		}
		if w.isNaming(d, d.content) {
			return cueSense{senses[0].Kind, actCue}
		}
	case "rule":
		if w.hasParticle(d, "out") {
			return cueSense{onrecord.Refuse, actCue}
		}
	}
	if len(senses) == 1 {
		return senses[0]
	}
	clause := w.child(d.head, "ccomp") >= 0
	infinitive := w.child(d.head, "xcomp") >= 0
	person := len(d.source) > 0 && w.kindByWords(w.cover(d.source)) != onrecord.DocumentSpeaks
	for _, s := range senses {
		switch {
		case s.Class == showsCue && !person,
			s.Class == actCue && !clause && !infinitive,
			s.Class == speechCue && (clause || infinitive),
			s.Class == mindCue && (clause || infinitive) && s.Kind != onrecord.Assert:
			return s
		}
	}
	return senses[0]
}

// chooseAsking tells "asked the council to meet" from "asked who was there".
func (w *writing) chooseAsking(d *draft, senses []cueSense) cueSense {
	kind := onrecord.Question
	for n, i := range d.content {
		if w.low[i] == "to" && w.a.Tokens[i].UPOS == "PART" && (n == 0 || d.content[n-1] != i-1 || w.a.Tokens[i-1].UPOS != "ADV") && w.quoteOf[i] < 0 {
			kind = onrecord.Demand
		}
	}
	if w.isAskingFor(d) {
		kind = onrecord.Demand
	}
	for _, i := range d.content {
		switch w.low[i] {
		case "?", "whether", "who", "what", "why", "how", "if":
			kind = onrecord.Question
		}
	}
	for _, s := range senses {
		if s.Kind == kind {
			return s
		}
	}
	return senses[0]
}
