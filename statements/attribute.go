package statements

import (
	"fmt"
	"slices"
	"strings"

	"onrecord"
)

// sureEnough is the certainty from which a frame becomes a statement of the
// record, which wants few false ones.
const sureEnough = 0.4

// Attribute finds the statements of a report's body, in the order of the text.
func (t *Attributor) Attribute(a *onrecord.Analysis, r *onrecord.Resolutions) []onrecord.Statement {
	if a == nil || r == nil || len(a.Tokens) == 0 {
		return nil
	}
	w := newWriting(setScene(a, t.classes), r)
	drafts := t.draftFrames(w.scene)
	w.rewriteQuoted(drafts)
	w.rewriteCiting(drafts)
	w.writeAll(drafts)
	w.resolveRunOn()
	w.denyCharges()
	w.addLoneQuotations()
	w.foldMedia()
	w.dateStatements()
	w.passVia()
	return w.finish()
}

// writing is the statements of one report while they are written.
type writing struct {
	*scene
	r      *onrecord.Resolutions
	drafts []draft
	said   []*statement
}

// statement is a statement with the frame that it was made from.
type statement struct {
	onrecord.Statement
	*draft
	parent    *statement
	paragraph int
	first     int  // first token of its cue, else of its content
	carriesOn bool // the same speaker goes on in the same breath
	ownVia    bool
	hearsay   bool // another medium quoted the speaker
}

func newWriting(s *scene, r *onrecord.Resolutions) *writing { return &writing{scene: s, r: r} }

// writeAll makes statements of the drafts that are worth it.
func (w *writing) writeAll(drafts []draft) {
	w.drafts = drafts
	made := make([]*statement, len(drafts))
	for i := range drafts {
		made[i] = w.write(&drafts[i])
	}
	for i, s := range made {
		if s == nil || !w.keepNested(drafts, made, i) {
			continue
		}
		w.said = append(w.said, s)
	}
}

// keepNested places a statement that stands in another's content. Those in the
// very words of a quotation are left out.
func (w *writing) keepNested(drafts []draft, made []*statement, i int) bool {
	within := drafts[i].within
	for range drafts {
		if within < 0 {
			return w.quoteOf[drafts[i].head] < 0
		}
		if made[within] != nil {
			if w.quoteOf[drafts[i].head] >= 0 || made[i].Speaker.Mention == nil || speaksOfOwnSide(made[within], made[i]) {
				return false
			}
			made[i].parent = made[within]
			return true
		}
		within = drafts[within].within
	}
	return false
}

// speaksOfOwnSide reports whether a nested statement has the speaker, or the one
// spoken for, as its own speaker: what a spokesman says that his country wants
// is his statement and no second one.
func speaksOfOwnSide(outer, inner *statement) bool {
	a, b := &outer.Speaker, &inner.Speaker
	switch strings.ToLower(b.Mention.Text) {
	case "it", "he", "she", "they", "i", "we":
		return true
	}
	return (b.Actor != "" && b.Actor == a.Actor) || (b.Name != "" && (b.Name == a.Name || b.Name == a.For))
}

// write makes a statement of a draft; nil if it is none that the record keeps.
func (w *writing) write(d *draft) *statement {
	if !w.isBody(d.head) {
		return nil
	}
	sense, ok := w.senseOf(d)
	if !ok || d.sure < w.floorFor(d, sense) {
		return nil
	}
	w.freeAddressee(d)
	content := w.trimContent(d)
	if len(content) == 0 {
		return nil
	}
	if !w.isWorthKeeping(d, sense, content) {
		return nil
	}
	s := &statement{draft: d, paragraph: w.paragraph(d.head), first: d.cue[0]}
	cue := w.a.Text.Quote(w.cover(d.cue))
	s.Cue = &cue
	for _, c := range w.spans(content) {
		s.Content = append(s.Content, w.a.Text.Quote(c))
	}
	s.Form = w.formOf(content)
	s.Speaker = w.speakerOf(d)
	s.Kind = w.kindOf(d, sense, content)
	s.Negated = w.isNegated(d)
	s.Addressee = w.addresseeOf(d)
	s.Via = w.viaOf(s)
	s.About = w.aboutOf(s)
	s.Certainty = round(d.sure)
	return s
}

// floorFor is lower for plain speech, which is seldom wrong, than for words of
// thought and papers that show.
func (w *writing) floorFor(d *draft, sense cueSense) float64 {
	switch {
	case len(d.source) == 0 && w.sharedSubject(d) < 0, sense.Class == showsCue:
		return 0.6
	case sense.Class == speechCue:
		return 0.3
	case sense.Class == actCue:
		return 0.36
	}
	return 0.5
}

func (w *writing) isBody(i int) bool {
	return w.a.Text.Paragraphs[w.paragraph(i)].Kind == onrecord.Body
}

// trimContent cuts off what belongs to the sentence rather than to the words
// said: the joining word in front, commas and the final stop at the ends.
func (w *writing) trimContent(d *draft) []int {
	w.cutAtThat(d)
	d.content = w.withoutDates(d)
	content := w.withoutWhat(d)
	for len(content) > 0 && w.isMargin(content[0], true) {
		content = content[1:]
	}
	for n := len(content); n > 0 && w.isMargin(content[n-1], false); n = len(content) {
		content = content[:n-1]
	}
	return content
}

// cutAtThat drops what stands between the cue and the "that" of its clause: "said
// in a broadcast on Tuesday that ...".
func (w *writing) cutAtThat(d *draft) {
	last := d.cue[len(d.cue)-1]
	for n, i := range d.content {
		if i < last || i > last+14 {
			continue
		}
		if w.low[i] == "that" && w.a.Tokens[i].UPOS == "SCONJ" && n > 0 && d.content[n-1] == i-1 {
			first := n
			for first > 0 && d.content[first-1] == d.content[first]-1 && d.content[first-1] > last {
				first--
			}
			if !w.hasVerb(d.content[first], i) && w.a.Tokens[d.content[first]].UPOS == "ADP" {
				d.content = append(slices.Clone(d.content[:first]), d.content[n:]...)
			}
			return
		}
	}
}

// withoutWhat reads "What the council proposes is a ban": the content is what
// follows the verb "to be". Of "what they say" inside a sentence nothing is left.
func (w *writing) withoutWhat(d *draft) []int {
	content := slices.Clone(d.content)
	before := d.cue[0]
	if n := len(d.source); n > 0 && d.source[n-1] < before {
		before = d.source[0]
	}
	sent := w.a.Sentences[w.sentence[d.head]]
	if before <= sent.First || w.low[before-1] != "what" {
		return content
	}
	after := d.cue[len(d.cue)-1] + 1
	if before-1 != sent.First || after >= sent.End || w.a.Tokens[after].Lemma != "be" {
		return nil
	}
	return slices.DeleteFunc(content, func(i int) bool { return i <= after })
}

// withoutDates leaves out the day that hangs on the cue itself: "accused the
// neighbour on Sunday of bombing".
func (w *writing) withoutDates(d *draft) []int {
	content := slices.Clone(d.content)
	for i := range w.a.Times {
		first, end := w.a.TokensIn(w.a.Times[i].Span)
		if first >= end || !holds(content, first) || w.sentence[first] != w.sentence[d.head] {
			continue
		}
		top := w.topOf(numbers(first, end))
		hung := w.head(top) == d.head && isAdjunct(w.a.Tokens[top].Deprel)
		if w.quoteOf[top] >= 0 || !(hung || w.splitsObject(d, first, end)) {
			continue
		}
		from := max(w.first[top], w.a.Sentences[w.sentence[first]].First)
		if from < first && from < end {
			first = max(from, first-1)
		}
		content = slices.DeleteFunc(content, func(j int) bool { return j >= first && j < end })
	}
	return content
}

// splitsObject reports whether a day stands between the one accused and what of:
// "accused the neighbour on Sunday of bombing".
func (w *writing) splitsObject(d *draft, first, end int) bool {
	if first-d.head > 8 || end >= len(w.low) || w.hasVerb(d.head+1, first) {
		return false
	}
	switch w.low[end] {
	case "of", "that", "to", "for":
		return first > d.head
	}
	return false
}

func isAdjunct(rel string) bool {
	return strings.HasPrefix(rel, "obl") || strings.HasPrefix(rel, "nmod") || strings.HasPrefix(rel, "advmod")
}

func (w *writing) isMargin(i int, front bool) bool {
	switch w.low[i] {
	case ",", ";", ":":
		return w.quoteOf[i] < 0
	case ".":
		return !front && w.quoteOf[i] < 0
	case "of":
		return front && w.a.Tokens[i].UPOS != "PROPN"
	case "that", "whether":
		return front && w.quoteOf[i] < 0 && w.a.Tokens[i].UPOS == "SCONJ"
	}
	return false
}

// formOf tells whether the words are quoted.
func (w *writing) formOf(content []int) onrecord.StatementForm {
	quoted, plain := 0, 0
	for _, i := range content {
		if w.a.Tokens[i].UPOS == "PUNCT" {
			continue
		}
		if w.quoteOf[i] >= 0 {
			quoted++
		} else {
			plain++
		}
	}
	switch {
	case quoted == 0:
		return onrecord.Indirect
	case plain == 0:
		return onrecord.Direct
	}
	return onrecord.Mixed
}

// finish orders, names and returns the statements.
func (w *writing) finish() []onrecord.Statement {
	slices.SortStableFunc(w.said, func(a, b *statement) int { return a.place() - b.place() })
	ids := map[*statement]onrecord.StatementID{}
	for i, s := range w.said {
		ids[s] = onrecord.StatementID(fmt.Sprintf("s%d", i+1))
	}
	out := make([]onrecord.Statement, 0, len(w.said))
	for _, s := range w.said {
		s.ID = ids[s]
		s.Parent = ids[s.parent]
		if s.Via == nil {
			s.Via = []onrecord.Hop{}
		}
		if s.About == nil {
			s.About = []string{}
		}
		out = append(out, s.Statement)
	}
	return out
}

// place is where a statement begins: its cue or its content.
func (s *statement) place() int { return min(s.first, s.content[0]) }

func round(p float64) float64 { return float64(int(p*100+0.5)) / 100 }
