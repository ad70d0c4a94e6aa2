package language

import (
	"slices"
	"strings"

	"onrecord/model"
)

// tagger gives each word its tag, a pair of universal and Penn tag. It goes over
// a sentence twice: first with few features, then with many, which also see the
// tags to come.
type tagger struct {
	tags          []string // "NOUN NN"
	classes       []uint8  // by tag, see tagClasses
	kinds         codes
	first, second *model.Rows
}

// noTag stands before and after a sentence.
const noTag = 255

func (t *tagger) names(tag uint8) (upos, xpos string) {
	upos, xpos, _ = strings.Cut(t.tags[tag], " ")
	return upos, xpos
}

// tagNumber finds a tag by name; weights that do not know it keep the old one.
func (t *tagger) tagNumber(name string, old uint8) uint8 {
	if i := slices.Index(t.tags, name); i >= 0 {
		return uint8(i)
	}
	return old
}

// tag appends the tags of a sentence.
func (t *tagger) tag(d *desk, looks []look, tags []uint8) []uint8 {
	for i := range looks {
		tags = append(tags, t.best(d, t.first, firstTagFeatures(d.features[:0], looks, tags, i)))
	}
	for i := range looks {
		features := fullTagFeatures(d.features[:0], looks, tags[:i], i)
		tags[i] = t.best(d, t.second, aheadTagFeatures(features, looks, tags, i))
	}
	return tags
}

func (t *tagger) best(d *desk, rows *model.Rows, features []model.Hash) uint8 {
	scores := d.scores[:len(t.tags)]
	rows.Score(scores, features)
	return uint8(model.Best(scores))
}

// lookAt gives the look of word i, or of what stands beyond a sentence.
func lookAt(looks []look, i int) look {
	if i < 0 || i >= len(looks) {
		return look{low: 1, raw: 1}
	}
	return looks[i]
}

func tagAt(tags []uint8, i int) model.Hash {
	if i < 0 || i >= len(tags) {
		return noTag
	}
	return model.Hash(tags[i])
}

// firstTagFeatures are enough for a guess at the tag of word i.
func firstTagFeatures(to []model.Hash, looks []look, tags []uint8, i int) []model.Hash {
	w, b, n := &looks[i], lookAt(looks, i-1), lookAt(looks, i+1)
	t1, t2 := tagAt(tags, i-1), tagAt(tags, i-2)
	return append(to,
		model.Join(100, 0),
		model.Join(101, w.low),
		model.Join(102, w.raw),
		model.Join(103, w.suf[1]),
		model.Join(104, w.suf[2]),
		model.Join(105, w.suf[3]),
		model.Join(106, w.pre[2]),
		model.Join3(107, w.shape, w.habit, b.shape),
		model.Join2(108, w.kinds, t1),
		model.Join3(109, w.kinds, t1, n.kinds),
		model.Join3(110, b.kinds, w.kinds, n.kinds),
		model.Join2(111, t1, t2),
		model.Join2(112, t1, w.low),
		model.Join2(113, b.low, w.low),
		model.Join2(114, w.low, n.low),
		model.Join2(115, w.kinds, n.low),
		model.Join2(116, w.code, t1),
		model.Join2(117, w.mid, n.mid),
		model.Join2(118, w.shape, w.suf[2]),
		model.Join2(119, w.kinds, n.code),
	)
}

// fullTagFeatures sees the words around word i and the tags before it.
func fullTagFeatures(to []model.Hash, looks []look, tags []uint8, i int) []model.Hash {
	w := &looks[i]
	b, bb, n, nn := lookAt(looks, i-1), lookAt(looks, i-2), lookAt(looks, i+1), lookAt(looks, i+2)
	t1, t2 := tagAt(tags, i-1), tagAt(tags, i-2)
	for k, s := range w.suf {
		to = append(to, model.Join(k, s))
	}
	for k, p := range w.pre[:4] {
		to = append(to, model.Join(5+k, p))
	}
	return append(to,
		model.Join(9, 0),
		model.Join(10, w.low),
		model.Join(11, w.raw),
		model.Join(12, w.shape),
		model.Join2(13, w.shape, w.habit),
		model.Join(14, w.kinds),
		model.Join2(15, w.kinds, t1),
		model.Join3(16, w.kinds, t1, n.kinds),
		model.Join3(17, b.kinds, w.kinds, n.kinds),
		model.Join3(18, w.kinds, n.kinds, nn.kinds),
		model.Join(19, t1),
		model.Join2(20, t1, t2),
		model.Join2(21, t1, w.low),
		model.Join3(22, t1, t2, w.low),
		model.Join2(23, t1, n.low),
		model.Join(24, b.low),
		model.Join(25, n.low),
		model.Join(26, bb.low),
		model.Join(27, nn.low),
		model.Join2(28, b.low, w.low),
		model.Join2(29, w.low, n.low),
		model.Join2(30, b.low, n.low),
		model.Join2(31, n.low, nn.low),
		model.Join(32, w.code),
		model.Join(33, w.mid),
		model.Join2(34, w.code, t1),
		model.Join2(35, w.mid, w.suf[2]),
		model.Join2(36, b.code, w.low),
		model.Join2(37, w.low, n.code),
		model.Join(38, b.code),
		model.Join(39, n.code),
		model.Join(40, bb.mid),
		model.Join(41, nn.mid),
		model.Join3(42, b.mid, w.mid, n.mid),
		model.Join3(43, t1, w.mid, n.mid),
		model.Join2(44, t1, w.suf[2]),
		model.Join2(45, w.suf[2], n.suf[2]),
		model.Join2(46, b.suf[2], w.suf[2]),
		model.Join2(47, w.shape, n.shape),
		model.Join2(48, b.shape, w.shape),
		model.Join3(49, t1, w.shape, n.shape),
		model.Join3(50, w.habit, w.shape, b.shape),
		model.Join3(51, w.kinds, n.code, nn.code),
		model.Join2(52, w.kinds, n.low),
		model.Join2(53, w.kinds, b.low),
		model.Join3(54, w.kinds, b.low, n.low),
	)
}

// aheadTagFeatures adds the tags that the first pass gave to the words after i.
func aheadTagFeatures(to []model.Hash, looks []look, tags []uint8, i int) []model.Hash {
	w := &looks[i]
	t1, t2 := tagAt(tags, i-1), tagAt(tags, i-2)
	n1, n2 := tagAt(tags, i+1), tagAt(tags, i+2)
	return append(to,
		model.Join(60, n1),
		model.Join2(61, n1, n2),
		model.Join2(62, t1, n1),
		model.Join3(63, t2, t1, n1),
		model.Join3(64, t1, n1, n2),
		model.Join2(65, w.low, n1),
		model.Join3(66, w.low, t1, n1),
		model.Join3(67, w.low, n1, n2),
		model.Join3(68, w.kinds, t1, n1),
		model.Join3(69, w.kinds, n1, n2),
		model.Join3(70, w.suf[2], t1, n1),
		model.Join2(71, w.code, n1),
		model.Join3(72, w.mid, t1, n1),
		model.Join3(73, w.shape, t1, n1),
	)
}

// verbClass is the class of verbs' tags.
const verbClass = 2

// tagClasses tells which tags part clauses: commas, verbs, conjunctions, other signs.
func tagClasses(tags []string) []uint8 {
	classes := make([]uint8, 256)
	for i, tag := range tags {
		upos, xpos, _ := strings.Cut(tag, " ")
		switch {
		case xpos == ",":
			classes[i] = 1
		case upos == "VERB" || upos == "AUX":
			classes[i] = verbClass
		case upos == "CCONJ" || upos == "SCONJ":
			classes[i] = 4
		case upos == "PUNCT":
			classes[i] = 8
		}
	}
	return classes
}
