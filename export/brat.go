package export

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"onrecord"
	"onrecord/codebook"
)

// Brat writes each report into a folder as the annotation tool brat reads it: ID.txt with its text,
// ID.ann with what stands where, and annotation.conf, which tells brat of the types.
func Brat(ctx context.Context, folder string, r Record) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "annotation.conf"), []byte(bratTypes()), 0o644); err != nil {
		return err
	}
	for e, err := range r.Entries(ctx) {
		if err != nil {
			return err
		}
		name := filepath.Join(folder, filepath.Base(string(e.Report.ID)))
		if err := os.WriteFile(name+".txt", []byte(e.Text), 0o644); err != nil {
			return err
		}
		if err := os.WriteFile(name+".ann", []byte(annotations(e)), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// bratTypes is what brat must know.
func bratTypes() string {
	var b strings.Builder
	b.WriteString("[entities]\nStatement\nParty\n\n[relations]\nSpeaker Arg1:Statement, Arg2:Party\n\n[events]\n")
	var types []string
	for _, t := range codebook.Plover().Types {
		types = append(types, string(t.Name))
		fmt.Fprintf(&b, "%s Actor?:Party, Recipient?:Party\n", t.Name)
	}
	b.WriteString("\n[attributes]\n")
	fmt.Fprintf(&b, "Kind Arg:Statement, Value:%s\n", "assert|deny|confirm|accuse|demand|promise|threaten|hope|propose|agree|refuse|condemn|praise|believe|question")
	fmt.Fprintf(&b, "Status Arg:%s, Value:%s\n", strings.Join(types, "|"), "asserted|claimed|denied|disputed|planned|hypothetical|past")
	return b.String()
}

// annotator numbers what it writes, as brat does: T for words, R, E and A for what ties them.
type annotator struct {
	*onrecord.Entry
	out    strings.Builder
	counts map[byte]int
}

func annotations(e *onrecord.Entry) string {
	a := &annotator{Entry: e, counts: map[byte]int{}}
	for i := range e.Statements {
		s := &e.Statements[i]
		said := a.mark("Statement", s.Content...)
		a.line('A', "Kind %s %s", said, s.Kind)
		if s.Speaker.Mention != nil {
			a.line('R', "Speaker Arg1:%s Arg2:%s", said, a.mark("Party", *s.Speaker.Mention))
		}
	}
	for i := range e.Events {
		v := &e.Events[i]
		parties := ""
		for _, side := range []struct {
			role string
			onrecord.Party
		}{{"Actor", v.Actor}, {"Recipient", party(v.Recipient)}} {
			if side.Mention != nil {
				parties += " " + side.role + ":" + a.mark("Party", *side.Mention)
			}
		}
		event := a.line('E', "%s:%s%s", v.Type, a.mark(string(v.Type), v.Evidence), parties)
		a.line('A', "Status %s %s", event, v.Status)
	}
	return a.out.String()
}

// line writes one annotation and gives its name.
func (a *annotator) line(sort byte, form string, args ...any) string {
	words := fmt.Sprintf(form, args...)
	a.counts[sort]++
	name := fmt.Sprintf("%c%d", sort, a.counts[sort])
	a.out.WriteString(name + "\t" + words + "\n")
	return name
}

// mark writes where words stand, in characters. No piece of a mark goes over the end of a line.
func (a *annotator) mark(kind string, quotes ...onrecord.Quote) string {
	var places, words []string
	for _, q := range quotes {
		at := q.Start
		for piece := range strings.SplitSeq(q.Text, "\n") {
			if strings.TrimSpace(piece) != "" {
				places = append(places, fmt.Sprintf("%d %d", chars(a.Entry, at), chars(a.Entry, at+len(piece))))
				words = append(words, piece)
			}
			at += len(piece) + 1
		}
	}
	return a.line('T', "%s %s\t%s", kind, strings.Join(places, ";"), strings.Join(words, " "))
}
