package export

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"onrecord"
)

// Analyze makes the analysis of an entry's text, which is not stored, again.
type Analyze func(context.Context, *onrecord.Entry) (*onrecord.Analysis, error)

// CoNLLU writes the sentences of all reports as CoNLL-U has them: words, tags and trees. MISC tells
// which parts of which statements and events a word belongs to, and where it stands.
func CoNLLU(ctx context.Context, w io.Writer, r Record, analyze Analyze) error {
	out := bufio.NewWriter(w)
	for e, err := range r.Entries(ctx) {
		if err != nil {
			return err
		}
		analysis, err := analyze(ctx, e)
		if err != nil {
			return err
		}
		writeSentences(out, e, analysis)
	}
	return out.Flush() // which tells the first fault of all writing
}

func writeSentences(w *bufio.Writer, e *onrecord.Entry, a *onrecord.Analysis) {
	roles := rolesIn(e)
	for i, s := range a.Sentences {
		if s.First == s.End {
			continue
		}
		if i == 0 {
			fmt.Fprintf(w, "# newdoc id = %s\n", e.Report.ID)
		}
		if i == 0 || s.Paragraph != a.Sentences[i-1].Paragraph {
			fmt.Fprintf(w, "# newpar id = %s-p%d\n", e.Report.ID, s.Paragraph+1)
		}
		one := sentence{e.Text, a.Tokens[s.First:s.End], s.First, roles}
		fmt.Fprintf(w, "# sent_id = %s-%d\n# text = %s\n", e.Report.ID, i+1, one.text())
		for n := range one.tokens {
			one.writeWord(w, n)
		}
		fmt.Fprintln(w)
	}
}

// sentence is a sentence with what its words are part of.
type sentence struct {
	words  string // of the report
	tokens []onrecord.Token
	first  int // index of the first token in the analysis
	roles  []role
}

// text is the sentence on one line.
func (s *sentence) text() string {
	var b strings.Builder
	for n := range s.tokens {
		b.WriteString(s.form(n, n+1))
		if n+1 < len(s.tokens) && s.isParted(n) {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// form is what is written of some words that are not parted.
func (s *sentence) form(n, end int) string {
	return strings.Join(strings.Fields(s.words[s.tokens[n].Start:s.tokens[end-1].End]), " ")
}

// isParted reports whether something stands between a word and the next.
func (s *sentence) isParted(n int) bool {
	return n+1 == len(s.tokens) || s.tokens[n].End < s.tokens[n+1].Start
}

// joinedTo is the end of the words that are written as one with word n: "do" and "n't".
func (s *sentence) joinedTo(n int) int {
	end := n + 1
	for !s.tokens[n].Joined && end < len(s.tokens) && s.tokens[end].Joined && !s.isParted(end-1) {
		end++
	}
	return end
}

func (s *sentence) writeWord(w *bufio.Writer, n int) {
	t := &s.tokens[n]
	if end := s.joinedTo(n); end > n+1 {
		fmt.Fprintf(w, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", n+1, end, s.form(n, end), orNone(s.spaceAfter(end-1)))
	}
	head, relation := t.Head-s.first+1, t.Deprel
	if t.Head < 0 {
		head, relation = 0, "root"
	}
	misc := []string{fmt.Sprintf("Span=%d:%d", t.Start, t.End)}
	if inside := rolesAt(s.roles, t.Span); inside != "" {
		misc = append(misc, "Roles="+inside)
	}
	if space := s.spaceAfter(n); space != "" && !s.isPartOfJoined(n) {
		misc = append(misc, space)
	}
	fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t%s\n", n+1, s.form(n, n+1), orNone(t.Lemma), orNone(t.UPOS), orNone(t.XPOS), orNone(t.Feats), head, orNone(relation), strings.Join(misc, "|"))
}

func (s *sentence) spaceAfter(n int) string {
	if s.isParted(n) {
		return ""
	}
	return "SpaceAfter=No"
}

func (s *sentence) isPartOfJoined(n int) bool {
	return n > 0 && s.tokens[n].Joined && !s.isParted(n-1) || s.joinedTo(n) > n+1
}

func orNone(value string) string { return cmp.Or(value, "_") }

// role is a part of a statement or an event.
type role struct {
	onrecord.Span
	name string // "s1:content"
}

// rolesIn are all parts of an entry, in the order of statements and events.
func rolesIn(e *onrecord.Entry) (all []role) {
	add := func(id, part string, quotes ...onrecord.Quote) {
		for _, q := range quotes {
			all = append(all, role{q.Span, id + ":" + part})
		}
	}
	for i := range e.Statements {
		s := &e.Statements[i]
		id := string(s.ID)
		add(id, "speaker", given(s.Speaker.Mention)...)
		for _, hop := range s.Via {
			add(id, "via", given(hop.Words)...)
		}
		add(id, "cue", given(s.Cue)...)
		add(id, "addressee", given(s.Addressee)...)
		add(id, "content", s.Content...)
	}
	for i := range e.Events {
		v := &e.Events[i]
		id := string(v.ID)
		add(id, "actor", given(v.Actor.Mention)...)
		add(id, "recipient", given(party(v.Recipient).Mention)...)
		add(id, "evidence", v.Evidence)
		add(id, "also", v.Also...)
	}
	return all
}

// given is a quote, if there is one.
func given(q *onrecord.Quote) []onrecord.Quote {
	if q == nil {
		return nil
	}
	return []onrecord.Quote{*q}
}

// rolesAt names the parts that a word belongs to.
func rolesAt(roles []role, word onrecord.Span) string {
	var names []string
	for _, r := range roles {
		if r.Start < word.End && word.Start < r.End && !slices.Contains(names, r.name) {
			names = append(names, r.name)
		}
	}
	return strings.Join(names, ",")
}
