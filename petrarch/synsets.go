package petrarch

import "strings"

// synset is words that mean alike in patterns: "&CURRENCY".
type synset struct {
	phrases   []phrase
	sets      []string // others that it contains
	noPlurals bool
}

// newSet opens a set. A "_" at the end of its name says that no plurals are formed.
func (b *verbBook) newSet(l line) *synset {
	name := strings.Fields(l.text)[0]
	set := &synset{noPlurals: strings.HasSuffix(name, "_")}
	b.sets[setName(name)] = set
	return set
}

func setName(s string) string { return strings.ToUpper(strings.TrimSuffix(s, "_")) }

func (s *synset) add(text string) {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "&") {
		s.sets = append(s.sets, setName(text))
		return
	}
	p := parsePhrase(text)
	if len(p.words) == 0 {
		return
	}
	s.phrases = append(s.phrases, p)
	if !s.noPlurals && !strings.HasSuffix(text, "_") {
		s.phrases = append(s.phrases, p.pluralOf())
	}
}

// maxSetDepth bounds sets inside sets, which a file might make endless.
const maxSetDepth = 8

// wordsOf lists the phrases of a set and of those inside it.
func (b *verbBook) wordsOf(name string, depth int) []phrase {
	set := b.sets[name]
	if set == nil || depth > maxSetDepth {
		return nil
	}
	all := set.phrases
	for _, inner := range set.sets {
		all = append(all[:len(all):len(all)], b.wordsOf(inner, depth+1)...)
	}
	return all
}
