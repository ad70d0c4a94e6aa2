package language

import (
	"cmp"
	"maps"
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
	rules    []string // "cut|add" on the small form, "=cut|add" on the form as written
	features []string // "Number=Plur"
	lemmas   codes
	shown    codes
}

const longestEnding = 6

func (in *inflection) lemma(d *desk, form string, tag uint8) string {
	small := smallForm(d.buf[:0], form)
	d.buf = small
	rule := in.lookUp(in.lemmas, small, tag)
	if rule == "" {
		return string(small)
	}
	return applyRule(rule, form, small)
}

func (in *inflection) lookUp(table codes, small []byte, tag uint8) string {
	list := in.rules
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

// applyRule cuts bytes off the end and adds others.
func applyRule(rule, form string, small []byte) string {
	base := string(small)
	if rest, ok := strings.CutPrefix(rule, "="); ok {
		rule, base = rest, form
	}
	number, add, _ := strings.Cut(rule, "|")
	cut, err := strconv.Atoi(number)
	if err != nil || cut < 0 || cut > len(base) {
		return base
	}
	lemma := base[:len(base)-cut]
	if !utf8.ValidString(lemma) {
		return base
	}
	return lemma + add
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

// ballot counts what is said of each key.
type ballot map[model.Hash]map[string]int

func (b ballot) vote(key model.Hash, value string) {
	if b[key] == nil {
		b[key] = map[string]int{}
	}
	b[key][value]++
}

// winners numbers the values that win a key, from 1.
func (b ballot) winners() (codes, []string) {
	numbers := map[string]uint16{}
	var values []string
	table := map[model.Hash]uint16{}
	for _, key := range slices.Sorted(maps.Keys(b)) {
		best := slices.MaxFunc(slices.Sorted(maps.Keys(b[key])), func(x, y string) int {
			return cmp.Compare(b[key][x], b[key][y])
		})
		if numbers[best] == 0 {
			if len(values) == 1<<16-1 {
				continue
			}
			values = append(values, best)
			numbers[best] = uint16(len(values))
		}
		table[key] = numbers[best]
	}
	return codesOf(table), values
}

// learnInflection counts lemmas and features in the treebank.
func learnInflection(all []example) *inflection {
	lemmas, feats := ballot{}, ballot{}
	for _, e := range all {
		for i, w := range e.words {
			small := smallForm(nil, w.Form)
			tag := e.gold[i]
			feats.vote(wholeKey(small, tag), w.Feats)
			feats.vote(endingKey(small, 0, tag), w.Feats)
			if w.Lemma == "_" && w.Form != "_" {
				continue
			}
			rule := ruleOf(w.Form, string(small), w.Lemma)
			lemmas.vote(wholeKey(small, tag), rule)
			for n := 0; n <= min(longestEnding, len(small)); n++ {
				lemmas.vote(endingKey(small, n, tag), rule)
			}
		}
	}
	in := &inflection{}
	in.lemmas, in.rules = lemmas.winners()
	in.shown, in.features = feats.winners()
	return in
}
