package statements

import (
	"regexp"
	"slices"
	"strings"

	"onrecord"
)

// turn is a paragraph of an interview: what follows a label such as "A." or "Berg:".
type turn struct {
	label     string
	words     onrecord.Span // without the label
	paragraph int
}

// turnLabel is what opens a turn: "Q.", "Answer:", "Berg:", "ANNA BERG:".
var turnLabel = regexp.MustCompile(`^(Q|A|Question|Answer)[.:]\s|^(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){0,2}): `)

// fewestAnswers is how many turns of one label make an interview.
const fewestAnswers = 2

// readAnswers makes a statement of each answer of an interview, in the place of those
// that were read from its sentences: the label says who speaks, there is no cue.
func (w *writing) readAnswers() {
	turns := w.turns()
	count := map[string]int{}
	asks := map[string]int{}
	for _, t := range turns {
		count[t.label]++
		if strings.HasSuffix(strings.TrimRight(w.a.Text.Cut(t.words), " \n"), "?") {
			asks[t.label]++
		}
	}
	for _, t := range turns {
		if count[t.label] < fewestAnswers || 2*asks[t.label] > count[t.label] {
			continue
		}
		if speaker, ok := w.answering(t, turns[0].paragraph); ok {
			w.answer(t, speaker)
		}
	}
}

// turns lists the labelled paragraphs of the body.
func (w *writing) turns() []turn {
	var turns []turn
	for i, p := range w.a.Text.Paragraphs {
		if p.Kind != onrecord.Body {
			continue
		}
		m := turnLabel.FindStringSubmatch(w.a.Text.Cut(p.Span))
		if m == nil {
			continue
		}
		words := onrecord.Span{Start: p.Start + len(m[0]), End: p.End}
		label := strings.ToLower(m[2])
		if m[1] != "" {
			label = strings.ToLower(m[1][:1]) // "Answer." once, then "A."
		}
		if turns = append(turns, turn{label, words, i}); len(turns) == mostTurns {
			break
		}
	}
	return turns
}

// mostTurns bounds the turns that are read.
const mostTurns = 300

// answering finds who speaks in a turn: the person of the report whom the label
// names, or for "A." the one named most before the first turn.
func (w *writing) answering(t turn, firstTurn int) (onrecord.Speaker, bool) {
	switch t.label {
	case "q":
		return onrecord.Speaker{}, false
	case "a":
		return w.personSpeaking(w.guest(firstTurn))
	}
	label := strings.Fields(t.label)
	for i := range w.a.Mentions {
		m := &w.a.Mentions[i]
		if m.Form != onrecord.Name || m.Type != onrecord.Person || w.paragraph(m.Head) == t.paragraph {
			continue
		}
		if name := strings.ToLower(w.a.Text.Cut(m.Core)); strings.HasSuffix(name, label[len(label)-1]) {
			return w.personSpeaking(i)
		}
	}
	return onrecord.Speaker{}, false
}

// guest gives a mention of the person named most before the first turn; -1 if none is.
func (w *writing) guest(firstTurn int) int {
	best, most := -1, 0
	count := map[onrecord.ActorID]int{}
	for i := range w.a.Mentions {
		m := &w.a.Mentions[i]
		if i >= len(w.r.Mentions) || w.paragraph(m.Head) >= firstTurn {
			continue
		}
		id := w.r.Mentions[i].Actor
		if actor := w.r.Actor(id); actor == nil || actor.Kind != onrecord.PersonActor || !w.r.Mentions[i].Named {
			continue
		}
		if count[id]++; count[id] > most {
			best, most = i, count[id]
		}
	}
	return best
}

func (w *writing) personSpeaking(mention int) (onrecord.Speaker, bool) {
	if mention < 0 {
		return onrecord.Speaker{}, false
	}
	s := w.nameSpeaker(mention, onrecord.Span{})
	return s, s.Named
}

// answerSure is the certainty of an answer whose label names the speaker.
const answerSure = 0.8

// answer puts one statement in the place of those inside a turn.
func (w *writing) answer(t turn, speaker onrecord.Speaker) {
	first, end := w.a.TokensIn(t.words)
	if first >= end {
		return
	}
	inside := map[*statement]bool{}
	for _, s := range w.said {
		inside[s] = w.paragraph(s.place()) == t.paragraph
	}
	w.said = slices.DeleteFunc(w.said, func(s *statement) bool { return inside[s] })
	d := &draft{head: first, content: numbers(first, end), within: -1}
	s := &statement{draft: d, paragraph: t.paragraph, first: first}
	s.Content = []onrecord.Quote{w.a.Text.Quote(w.cover(d.content))}
	s.Form, s.Kind, s.Speaker, s.Certainty = onrecord.Direct, onrecord.Assert, speaker, answerSure
	if w.low[first] == "no" {
		s.Kind = onrecord.Deny
	}
	s.Via, s.About = []onrecord.Hop{}, w.aboutOf(s)
	w.said = append(w.said, s)
}

// withoutLabel takes the "Q." of a question off the words that name a speaker.
func (w *writing) withoutLabel(source []int) []int {
	if len(source) < 2 || source[0] == 0 {
		return source
	}
	p := w.a.Text.Paragraphs[w.paragraph(source[0])]
	if w.a.Tokens[source[0]].Start != p.Start {
		return source
	}
	m := turnLabel.FindString(w.a.Text.Cut(p.Span))
	for len(m) > 0 && len(source) > 1 && w.a.Tokens[source[0]].Start < p.Start+len(m) {
		source = source[1:]
	}
	return source
}
