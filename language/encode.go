package language

import (
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/model/encoder"
)

// network reads tags and trees. Its tags are turned into those of the inflection,
// since lemmas and features go by them.
type network struct {
	*encoder.Encoder
	tags      []uint8  // of the inflection, by number of the encoder
	isVerb    []bool   // by tag of the inflection
	relations []string // names by number
}

// UseEncoder lets the reader read tags and trees with the encoder of the file. It
// is called before the first reading.
func (r *Reader) UseEncoder(file []byte) error {
	e, err := encoder.Read(file)
	if err != nil {
		return err
	}
	n := &network{Encoder: e, relations: e.Relations()}
	for _, tag := range e.Tags() {
		n.tags = append(n.tags, r.inflection.tagOfEncoder(tag))
	}
	for _, tag := range r.inflection.tags {
		n.isVerb = append(n.isVerb, strings.HasPrefix(tag, "VERB ") || strings.HasPrefix(tag, "AUX "))
	}
	r.network = n
	r.digested["encoder"] = model.Digest(file)
	return nil
}

// tagOfEncoder finds the number of a tag like "NOUN/NN". A pair that was never seen
// with a lemma becomes one with the same universal tag.
func (in *inflection) tagOfEncoder(tag string) uint8 {
	upos, xpos, _ := strings.Cut(tag, "/")
	if at := slices.Index(in.tags, upos+" "+xpos); at >= 0 {
		return uint8(at)
	}
	return uint8(max(0, slices.IndexFunc(in.tags, func(t string) bool { return strings.HasPrefix(t, upos+" ") })))
}

// relationNumber finds a relation by name; a network that does not know it keeps
// the old one.
func (n *network) relationNumber(name string, old uint8) uint8 {
	if i := slices.Index(n.relations, name); i >= 0 {
		return uint8(i)
	}
	return old
}

// encode reads sentences, each of which ends where told. The readings lie on the
// desk of the network, the tags as those of the inflection.
func (d *desk) encode(forms []string, ends ...int) {
	if d.encoder == nil {
		d.encoder = d.network.NewDesk()
	}
	d.encoder.Read(forms, ends...)
	for i, tag := range d.encoder.Tags {
		d.encoder.Tags[i] = d.network.tags[tag]
	}
}
