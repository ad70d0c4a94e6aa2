package statements

import (
	"fmt"
	"slices"

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
	drafts := t.draftFrames(w.scene, Parts{})
	w.rewriteQuoted(drafts)
	w.rewriteCiting(drafts)
	w.writeAll(drafts)
	w.mendPronouns()
	w.resolveRunOn()
	w.denyCharges()
	w.addLoneQuotations()
	w.readAnswers()
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

// write makes a statement of a draft; nil if it is none that the record keeps.
func (w *writing) write(d *draft) *statement {
	if !w.isBody(d.head) {
		return nil
	}
	sense, ok := w.senseOf(d)
	if !ok {
		return nil
	}
	w.freeAddressee(d)
	w.cutGlued(d)
	w.tidySource(d)
	content := w.trimContent(d)
	if len(content) == 0 || d.sure < w.floorFor(d, sense, content) {
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
	w.nameAntecedent(s)
	if !w.mayBeSpeaker(s, sense) {
		return nil
	}
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
func (w *writing) floorFor(d *draft, sense cueSense, content []int) float64 {
	switch {
	case w.isClearDeed(d, content):
		return 0.15
	case w.isInView(d):
		return 0.4
	case len(d.source) == 0 && w.sharedSubject(d) < 0, sense.Class == showsCue:
		return 0.6
	case w.a.Tokens[d.head].UPOS == "NOUN":
		return 0.75
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
