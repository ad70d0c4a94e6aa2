package language

import (
	"onrecord"
	"onrecord/model"
	"onrecord/model/encoder"
)

// desk is the working room of one analysis. It is reused, so that reading a
// text hardly allocates.
type desk struct {
	*Reader
	looker
	looks     []look // of the tokens of the text, as forms
	forms     []string
	tags      []uint8 // of one sentence, as heads and relations
	heads     []int16
	relations []uint8
	features  []model.Hash
	scores    [2]int32 // of a border: there is none, there is one
	encoder   *encoder.Desk
}

func (r *Reader) newDesk() *desk {
	return &desk{Reader: r, looker: looker{lexicon: r.lexicon, kinds: r.kinds}}
}

// open clears the desk for the next text.
func (r *Reader) openDesk() *desk {
	d := r.desks.Get().(*desk)
	d.looks, d.forms = d.looks[:0], d.forms[:0]
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
	s := d.read(0, len(words))
	for i := range words {
		w := &words[i]
		w.UPOS, w.XPOS, w.Lemma, w.Feats = s.tagOf(d, i)
		w.Head, w.Deprel = int(d.heads[i]), d.relationOf(i)
	}
}

// read tags and parses the words [first, end) on the desk; the results lie on it.
func (d *desk) read(first, end int) sentence {
	s := sentence{forms: d.forms[first:end]}
	d.encode(s)
	s.tags = d.tags
	d.mendThat(s)
	return s
}

// sentence is a view of the words of one sentence.
type sentence struct {
	forms []string
	tags  []uint8
}

func (s sentence) tagOf(d *desk, i int) (upos, xpos, lemma, feats string) {
	tag := s.tags[i]
	upos, xpos = d.inflection.tagNames(tag)
	return upos, xpos, d.inflection.lemma(d, s.forms[i], tag), d.inflection.feats(d, s.forms[i], tag)
}

// fill writes the results of a sentence into its tokens.
func (d *desk) fill(s sentence, tokens []onrecord.Token, first int) {
	for i := range tokens {
		t := &tokens[i]
		t.UPOS, t.XPOS, t.Lemma, t.Feats = s.tagOf(d, i)
		t.Deprel = d.relationOf(i)
		if t.Head = int(d.heads[i]); t.Head >= 0 {
			t.Head += first
		}
	}
}
