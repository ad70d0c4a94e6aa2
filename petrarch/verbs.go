package petrarch

import (
	"slices"
	"strings"
)

// verbBook is what a verb file says.
type verbBook struct {
	byForm   map[string][]*verb
	sets     map[string]*synset
	warnings []string
}

// verb is one form of a verb; before and after are the other words of one of
// several words ("BEEF_UP"), which stand at once beside it.
type verb struct {
	before, after []string
	code          codePair
	block         *block
	line          line
}

// block is verbs that mean alike before the same patterns.
type block struct {
	code     codePair
	patterns []*pattern
}

// codePair is the code of what the source does to the target, and of what the target
// does to the source, where there is one ("[032:033]").
type codePair struct{ forth, back string }

func (c codePair) isNull() bool { return c.forth == "" && c.back == "" }

func parseCodes(s string) codePair {
	forth, back, _ := strings.Cut(s, ":")
	return codePair{cleanCode(forth), cleanCode(back)}
}

func cleanCode(s string) string {
	s = strings.TrimSuffix(strings.TrimSpace(s), "?") // "[025?]": its writer was unsure
	if isNull(s) {
		return ""
	}
	return s
}

func newVerbBook() *verbBook {
	return &verbBook{byForm: map[string][]*verb{}, sets: map[string]*synset{}}
}

// Warnings tells what of the verb file could not be used.
func (d *Dictionaries) Warnings() []string { return d.verbs.warnings }

func (d *Dictionaries) readVerbs(lines []line) error {
	r := verbReader{book: d.verbs}
	for _, l := range lines {
		if l.text == "" {
			continue
		}
		if err := r.read(l); err != nil {
			return err
		}
	}
	r.endBlock()
	d.verbs.finish()
	return nil
}

// verbReader keeps the block and the set that are being read.
type verbReader struct {
	book  *verbBook
	block *block
	set   *synset // nil outside of one
}

func (r *verbReader) read(l line) error {
	inSet := r.set
	if l.text[0] != '+' {
		r.set = nil
	}
	switch {
	case strings.HasPrefix(l.text, "---"):
		r.endBlock()
		_, code, _ := cutBrackets(l.text)
		r.block = &block{code: parseCodes(code)}
	case l.text[0] == '&':
		r.set = r.book.newSet(l)
	case l.text[0] == '+' && inSet != nil:
		inSet.add(l.text[1:])
	case l.text[0] == '~':
		r.warn(l, "rules that turn two codes into one are not read")
	case r.block == nil:
		return l.errorf("a verb or pattern outside of a \"---\" block: %s", l.text)
	case l.text[0] == '-':
		return r.addPattern(l)
	default:
		r.addVerb(l)
	}
	return nil
}

// maxWarnings bounds what is told about one file.
const maxWarnings = 1000

func (r *verbReader) warn(l line, what string) { r.book.warn(l, what) }

func (b *verbBook) warn(l line, what string) {
	if len(b.warnings) < maxWarnings {
		b.warnings = append(b.warnings, l.errorf("%s: %s", what, l.text).Error())
	}
}

func (r *verbReader) addPattern(l line) error {
	p, err := parsePattern(l)
	if err != nil {
		return err
	}
	r.block.patterns = append(r.block.patterns, p)
	return nil
}

// addVerb reads "BREAK {BROKE BROKEN} [1717]" or "WIRE_+TAP {WIRE_+TAPPED}".
func (r *verbReader) addVerb(l line) {
	rest, irregular, _ := cutBraces(l.text)
	name, code, hasCode := cutBrackets(rest)
	codes := r.block.code
	if hasCode {
		codes = parseCodes(code)
	}
	add := func(form verbForm) {
		v := &verb{before: form.before, after: form.after, code: codes, block: r.block, line: l}
		r.book.byForm[form.word] = append(r.book.byForm[form.word], v)
	}
	base, ok := parseVerb(name)
	if !ok {
		r.warn(l, "no verb")
		return
	}
	add(base)
	for _, word := range inflect(base.word) {
		add(verbForm{base.before, word, base.after})
	}
	for _, s := range strings.Fields(irregular) {
		if form, ok := parseVerb(s); ok {
			add(form)
		}
	}
}

// endBlock puts the block's patterns in the order in which they are tried: those of
// more words first.
func (r *verbReader) endBlock() {
	if r.block != nil {
		slices.SortStableFunc(r.block.patterns, func(a, b *pattern) int { return b.size() - a.size() })
	}
}

// finish lets patterns find their sets, which may stand behind them, and puts verbs
// of more words before those of fewer.
func (b *verbBook) finish() {
	done := map[*block]bool{}
	for _, all := range b.byForm {
		slices.SortStableFunc(all, func(x, y *verb) int {
			return len(y.before) + len(y.after) - len(x.before) - len(x.after)
		})
	}
	for _, form := range sortedKeys(b.byForm) {
		for _, v := range b.byForm[form] {
			if !done[v.block] {
				done[v.block] = true
				b.resolveSets(v.block)
			}
		}
	}
}

func (b *verbBook) resolveSets(k *block) {
	k.patterns = slices.DeleteFunc(k.patterns, func(p *pattern) bool {
		for _, name := range p.setNames() {
			if b.sets[name] == nil {
				b.warn(p.line, "no set "+name+", so it is left out")
				return true
			}
		}
		p.giveSets(func(name string) []phrase { return b.wordsOf(name, 0) })
		return false
	})
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
