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
	looks    []look // of all tokens of the text, or of one sentence
	forms    []string
	tags     []uint8
	heads    []int16
	labels   []uint8
	features []model.Hash
	scores   []int32
	beam     beam
	encoder  *encoder.Desk
}

func (r *Reader) newDesk() *desk {
	d := &desk{Reader: r, looker: looker{lexicon: r.lexicon, kinds: r.tagger.kinds}}
	d.scores = make([]int32, 256)
	d.features = make([]model.Hash, 0, 256)
	return d
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
		d.lookAt(w.Form)
	}
	s := d.read(0, len(words))
	for i := range words {
		w := &words[i]
		w.UPOS, w.XPOS, w.Lemma, w.Feats = s.tagOf(d, i)
		w.Head, w.Deprel = int(d.heads[i]), d.parser.labelName(d.labels[i])
	}
}

// read tags and parses the words [first, end) on the desk; the results lie on it.
func (d *desk) read(first, end int) sentence {
	s := sentence{looks: d.looks[first:end], forms: d.forms[first:end], classes: d.tagger.classes}
	if d.network != nil {
		d.encode(s)
		s.tags = d.tags
	} else {
		s.looks[0].shape += firstOfSentence
		d.tags = d.tagger.tag(d, s.looks, d.tags[:0])
		s.tags = d.tags
		d.parser.parse(d, s)
	}
	d.mendThat(s)
	return s
}

// sentence is a view of the words of one sentence.
type sentence struct {
	looks []look
	forms []string
	tags  []uint8
	// classes tells by tag what parts clauses: see tagClasses.
	classes []uint8
}

func (s sentence) tagOf(d *desk, i int) (upos, xpos, lemma, feats string) {
	tag := s.tags[i]
	upos, xpos = d.tagger.names(tag)
	return upos, xpos, d.inflection.lemma(d, s.forms[i], tag), d.inflection.feats(d, s.forms[i], tag)
}

// fill writes the results of a sentence into its tokens.
func (d *desk) fill(s sentence, tokens []onrecord.Token, first int) {
	for i := range tokens {
		t := &tokens[i]
		t.UPOS, t.XPOS, t.Lemma, t.Feats = s.tagOf(d, i)
		t.Deprel = d.parser.labelName(d.labels[i])
		if t.Head = int(d.heads[i]); t.Head >= 0 {
			t.Head += first
		}
	}
}
