package petrarch

import (
	"fmt"
	"strings"

	"onrecord"
	"onrecord/codebook"
)

// Coder is a station of events that codes with dictionaries.
type Coder struct {
	dict *Dictionaries
	book *codebook.Codebook
}

// NewCoder makes a coder of the dictionaries.
func NewCoder(d *Dictionaries) *Coder { return &Coder{d, codebook.Plover()} }

// Unmapped lists the codes of the verb file that are not CAMEO's. Events are not
// made of them, since nothing tells what they mean.
func (c *Coder) Unmapped() []string {
	seen := map[string]bool{}
	add := func(pair codePair) {
		for _, code := range []string{pair.forth, pair.back} {
			if _, known := c.book.FromCAMEO(code); code != "" && !known {
				seen[code] = true
			}
		}
	}
	for _, verbs := range c.dict.verbs.byForm {
		for _, v := range verbs {
			add(v.code)
			for _, p := range v.block.patterns {
				add(p.code)
			}
		}
	}
	return sortedKeys(seen)
}

// Code makes events of what the dictionaries find in the body of a report.
func (c *Coder) Code(a *onrecord.Analysis, _ *onrecord.Resolutions, said []onrecord.Statement) []onrecord.Event {
	if c.dict.Discard(a.Text.Words, true) != "" {
		return nil
	}
	var all []onrecord.Event
	for _, s := range a.Sentences {
		if s.Paragraph >= 0 && s.Paragraph < len(a.Text.Paragraphs) && a.Text.Paragraphs[s.Paragraph].Kind != onrecord.Body {
			continue
		}
		for _, coding := range c.dict.CodeSentence(a, s, a.Text.Imprint.Published, Options{}) {
			if e, ok := c.event(a, said, coding); ok {
				e.ID = onrecord.EventID(fmt.Sprintf("e%d", len(all)+1))
				all = append(all, e)
			}
		}
	}
	return all
}

func (c *Coder) event(a *onrecord.Analysis, said []onrecord.Statement, coding Coding) (onrecord.Event, bool) {
	code, known := c.book.FromCAMEO(coding.Code)
	if !known {
		return onrecord.Event{}, false
	}
	recipient := c.party(a, coding.Target)
	e := onrecord.Event{
		Type: code.Type, Contexts: code.Contexts, CAMEO: coding.Code,
		Actor: c.party(a, coding.Source), Recipient: &recipient,
		Status: onrecord.Asserted, On: dayOf(a, coding.Clause), Evidence: a.Text.Quote(coding.Clause),
		Why: coding.Why + ": " + coding.Source.Code + " > " + coding.Target.Code, Certainty: 0.5,
	}
	if len(code.Modes) == 1 {
		e.Mode = code.Modes[0]
	}
	if isToCome(a, coding.Token) {
		e.Status = onrecord.Planned
	}
	for i := range said {
		if s := &said[i]; holds(s, coding.Verb) && e.Status == onrecord.Asserted {
			e.Status, e.By, e.Claim = onrecord.Claimed, s.Speaker.Name, s.ID
		}
	}
	return e, true
}

func holds(s *onrecord.Statement, verb onrecord.Span) bool {
	for _, q := range s.Content {
		if q.Contains(verb) {
			return true
		}
	}
	return false
}

// isToCome reports whether a verb stands in the future.
func isToCome(a *onrecord.Analysis, verb int) bool {
	for i := max(verb-8, 0); i < verb; i++ {
		if t := &a.Tokens[i]; t.Head == verb && t.Deprel == "aux" && (t.Lemma == "will" || t.Lemma == "shall") {
			return true
		}
	}
	return false
}

// dayOf takes the first day told in the words of the event.
func dayOf(a *onrecord.Analysis, in onrecord.Span) *onrecord.When {
	for _, t := range a.Times {
		if in.Contains(t.Span) && t.Kind == onrecord.TimeDate && t.From != "" {
			return &onrecord.When{From: t.From, To: t.To, Text: a.Text.Cut(t.Span)}
		}
	}
	return nil
}

func (c *Coder) party(a *onrecord.Analysis, s Side) onrecord.Party {
	words := a.Text.Quote(s.Words)
	return onrecord.Party{Name: s.show(words.Text), Actor: idOf(s.Code), Mention: &words}
}

// show is the name of a side: its entry's, else the words of the text.
func (s Side) show(words string) string {
	if s.Name == "" {
		return words
	}
	parts := strings.Fields(strings.ReplaceAll(s.Name, "_", " "))
	for i, p := range parts {
		if len(p) > 2 && !strings.Contains(p, ".") {
			parts[i] = p[:1] + strings.ToLower(p[1:])
		}
	}
	return strings.Join(parts, " ")
}
