package language

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/model"
)

// inflection finds lemmas and features of words whose tags are known: from
// tables of words, else from the longest known ending.
type inflection struct {
	tags     []string // pairs of universal and Penn tag: "NOUN NN"
	rules    []string // "cut|add" on the small form, "=cut|add" on the form as written
	features []string // "Number=Plur"
	lemmas   codes
	shown    codes
}

const (
	longestEnding = 6
	maxTags       = 255
)

// tagNames gives the universal and the Penn tag.
func (in *inflection) tagNames(tag uint8) (upos, xpos string) {
	upos, xpos, _ = strings.Cut(in.tags[tag], " ")
	return upos, xpos
}

// tagNumber finds a tag by name; weights that do not know it keep the old one.
func (in *inflection) tagNumber(name string, old uint8) uint8 {
	if i := slices.Index(in.tags, name); i >= 0 {
		return uint8(i)
	}
	return old
}

func (in *inflection) lemma(d *desk, form string, tag uint8) string {
	small := smallForm(d.buf[:0], form)
	d.buf = small
	rule := in.lookUp(small, tag)
	if rest, ok := strings.CutPrefix(rule, "="); ok {
		return applyRule(rest, form)
	}
	if string(small) == form {
		return applyRule(rule, form)
	}
	return applyRule(rule, string(small))
}

// lookUp finds the rule of the word, else of the longest ending that has one.
func (in *inflection) lookUp(small []byte, tag uint8) string {
	table, list := in.lemmas, in.rules
	if c := table.get(wholeKey(small, tag)); c != 0 && int(c) <= len(list) {
		return list[c-1]
	}
	for n := min(longestEnding, len(small)); n >= 0; n-- {
		if c := table.get(endingKey(small, n, tag)); c != 0 && int(c) <= len(list) {
			return list[c-1]
		}
	}
	return ""
}

func (in *inflection) feats(d *desk, form string, tag uint8) string {
	small := smallForm(d.buf[:0], form)
	d.buf = small
	for _, key := range [...]model.Hash{wholeKey(small, tag), endingKey(small, 0, tag)} {
		if c := in.shown.get(key); c != 0 && int(c) <= len(in.features) {
			return in.features[c-1]
		}
	}
	return ""
}

func wholeKey(small []byte, tag uint8) model.Hash {
	return model.Join2(20, model.HashString(small), model.Hash(tag))
}

func endingKey(small []byte, n int, tag uint8) model.Hash {
	return model.Join2(n, model.HashString(small[len(small)-n:]), model.Hash(tag))
}

// smallForm appends the form in lower case.
func smallForm(to []byte, form string) []byte {
	for i := 0; i < len(form); {
		b := form[i]
		if b >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(form[i:])
			to = utf8.AppendRune(to, unicode.ToLower(r))
			i += size
			continue
		}
		if b >= 'A' && b <= 'Z' {
			b += 'a' - 'A'
		}
		to = append(to, b)
		i++
	}
	return to
}

// applyRule cuts bytes off the end of a word and adds others.
func applyRule(rule, base string) string {
	number, add, _ := strings.Cut(rule, "|")
	cut, err := strconv.Atoi(number)
	if err != nil || cut < 0 || cut >= len(base)+len(add) || cut > len(base) {
		return base
	}
	if lemma := base[:len(base)-cut]; utf8.ValidString(lemma) {
		return lemma + add
	}
	return base
}

// ruleOf finds the rule that makes the lemma of a form.
func ruleOf(form, small, lemma string) string {
	plain := cutRule(small, lemma)
	if kept := cutRule(form, lemma); len(kept)+1 < len(plain) || form != small && lemma == form {
		return "=" + kept
	}
	return plain
}

func cutRule(base, lemma string) string {
	n := 0
	for n < len(base) && n < len(lemma) && base[n] == lemma[n] {
		n++
	}
	for n > 0 && (n < len(base) && !utf8.RuneStart(base[n]) || n < len(lemma) && !utf8.RuneStart(lemma[n])) {
		n--
	}
	return strconv.Itoa(len(base)-n) + "|" + lemma[n:]
}
