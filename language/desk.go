package language

import (
	"context"
	"fmt"

	"onrecord"
	"onrecord/model"
	"onrecord/model/encoder"
)

// desk is the working room of one analysis. It is reused, so that reading a
// text hardly allocates.
type desk struct {
	*Reader
	looker
	looks    []look // of the tokens of the text, as forms
	forms    []string
	ends     []int // of the sentences that are read together
	features []model.Hash
	scores   [2]int32      // of a border: there is none, there is one
	encoder  *encoder.Desk // holds the readings of the sentences until the next
	names    nameDecoder
	found    [][]FoundName // by sentence of the text
}

func (r *Reader) newDesk() *desk {
	return &desk{Reader: r, looker: looker{lexicon: r.lexicon, kinds: r.kinds}}
}

// open clears the desk for the next text.
func (r *Reader) openDesk() *desk {
	d := r.desks.Get().(*desk)
	d.looks, d.forms, d.found = d.looks[:0], d.forms[:0], d.found[:0]
	return d
}

// look appends what the models see of a form.
func (d *desk) lookAt(form string) {
	d.looks = append(d.looks, d.look(form))
	d.forms = append(d.forms, form)
}

// Syntax tags and parses one sentence of given words, in place. It leaves alone
// what is too long to be a sentence.
func (r *Reader) Syntax(words []Word) {
	if len(words) == 0 || len(words) > 4*maxSentence {
		return
	}
	d := r.openDesk()
	defer r.desks.Put(d)
	for _, w := range words {
		d.forms = append(d.forms, w.Form)
	}
	d.encode(d.forms, len(words))
	s := d.sentence(d.forms, 0, len(words))
	d.mend(s)
	for i := range words {
		w := &words[i]
		w.UPOS, w.XPOS, w.Lemma, w.Feats = d.describe(s, i)
		w.Head, w.Deprel = int(s.heads[i]), d.network.relations[s.relations[i]]
	}
}

// together is the number of words from which on sentences are read: enough to keep
// the network busy, few enough to heed the end of a context soon.
const together = 4096

// readSentences tags and parses the sentences, whose words lie on the desk, and finds
// their names.
func (d *desk) readSentences(ctx context.Context, a *onrecord.Analysis) error {
	for at := 0; at < len(a.Sentences); {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("read sentence %d: %w", at, err)
		}
		first, from := a.Sentences[at].First, at
		d.ends = d.ends[:0]
		for ; at < len(a.Sentences) && a.Sentences[at].First < first+together; at++ {
			d.ends = append(d.ends, a.Sentences[at].End-first)
		}
		forms := d.forms[first:a.Sentences[at-1].End]
		d.encode(forms, d.ends...)
		for _, s := range a.Sentences[from:at] {
			read := d.sentence(forms, s.First-first, s.End-first)
			d.mend(read)
			d.fill(read, a.Tokens[s.First:s.End], s.First)
			d.found = append(d.found, d.namesIn(forms[s.First-first:s.End-first], s.First-first))
		}
	}
	return nil
}

// namesIn finds the names among words that were last read, from the first told on.
func (d *desk) namesIn(words []string, first int) []FoundName {
	scores := d.encoder.Called[first*encoder.Labels : (first+len(words))*encoder.Labels]
	d.Reader.names.known.support(words, scores)
	return d.names.decode(scores)
}

// sentence is a view of the words of one sentence and of how they were read.
type sentence struct {
	forms     []string
	tags      []uint8 // of the inflection
	heads     []int32 // in the sentence, -1 for the root
	relations []uint8 // of the network
}

// sentence gives the words [first, end) of those that were last read.
func (d *desk) sentence(forms []string, first, end int) sentence {
	return sentence{forms[first:end], d.encoder.Tags[first:end], d.encoder.Heads[first:end], d.encoder.Relations[first:end]}
}

func (d *desk) describe(s sentence, i int) (upos, xpos, lemma, feats string) {
	tag := s.tags[i]
	upos, xpos = d.inflection.tagNames(tag)
	return upos, xpos, d.inflection.lemma(d, s.forms[i], tag), d.inflection.feats(d, s.forms[i], tag)
}

// fill writes the readings of a sentence into its tokens.
func (d *desk) fill(s sentence, tokens []onrecord.Token, first int) {
	for i := range tokens {
		t := &tokens[i]
		t.UPOS, t.XPOS, t.Lemma, t.Feats = d.describe(s, i)
		t.Deprel = d.network.relations[s.relations[i]]
		if t.Head = int(s.heads[i]); t.Head >= 0 {
			t.Head += first
		}
	}
}
