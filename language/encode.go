package language

import (
	"fmt"
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/model/encoder"
)

// network reads tags and trees in the place of the linear tagger and parser. Its
// numbers are turned into theirs, since lemmas, features and mendings go by those.
type network struct {
	*encoder.Encoder
	tags, relations []uint8 // by number of the encoder
}

// UseEncoder lets the reader read tags and trees with the encoder of the file. It
// is called before the first reading.
func (r *Reader) UseEncoder(file []byte) error {
	e, err := encoder.Read(file)
	if err != nil {
		return err
	}
	n := &network{Encoder: e}
	for _, tag := range e.Tags() {
		n.tags = append(n.tags, r.tagOfEncoder(tag))
	}
	for _, name := range e.Relations() {
		at := slices.Index(r.parser.labels, name)
		if at < 0 {
			return fmt.Errorf("read weights of encoder: the parser has no relation %q", name)
		}
		n.relations = append(n.relations, uint8(at))
	}
	r.network = n
	r.digested["encoder"] = model.Digest(file)
	return nil
}

// tagOfEncoder finds the tagger's number of a tag like "NOUN/NN". A pair that the
// tagger does not have becomes one with the same universal tag.
func (r *Reader) tagOfEncoder(tag string) uint8 {
	upos, xpos, _ := strings.Cut(tag, "/")
	if at := slices.Index(r.tagger.tags, upos+" "+xpos); at >= 0 {
		return uint8(at)
	}
	return uint8(max(0, slices.IndexFunc(r.tagger.tags, func(t string) bool { return strings.HasPrefix(t, upos+" ") })))
}

// encode leaves the tags, heads and labels of a sentence on the desk, as tagger and
// parser do.
func (d *desk) encode(s sentence) {
	if d.encoder == nil {
		d.encoder = d.network.NewDesk()
	}
	d.encoder.Read(s.forms, len(s.forms))
	d.tags, d.heads, d.labels = d.tags[:0], d.heads[:0], d.labels[:0]
	for i, tag := range d.encoder.Tags {
		d.tags = append(d.tags, d.network.tags[tag])
		d.heads = append(d.heads, int16(d.encoder.Heads[i]))
		d.labels = append(d.labels, d.network.relations[d.encoder.Relations[i]])
	}
}
