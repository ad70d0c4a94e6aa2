package language

import (
	"slices"
	"strings"
	"sync"

	"onrecord"
)

// facts is what one mention tells of itself.
type facts struct {
	sentence   int
	headline   bool
	name       []string // the words of a name, with the nation before it
	bare       []string // the words of a name without the nation
	full       onrecord.Span
	role       string   // the noun that it calls a person or body by
	lemma      string   // of the head, in small letters
	modifiers  []string // of a noun phrase
	class      byte     // as in kin
	gender     byte
	hint       byte // the gender that a lone name suggests, if it is a given name
	plural     byte
	definite   bool // "the", "this", a possessor before it
	indefinite bool // "a", "some", "no"
	quote      int  // number of the quotation around it; 0 for none
	depth      int  // how deep the head hangs in its sentence
}

// chainWords are the marks of data/chains_words.txt by word.
var chainWords = sync.OnceValue(func() map[string]string { return dataPairs("chains_words.txt") })

func marked(lemma string, mark byte) bool {
	return strings.IndexByte(chainWords()[lemma], mark) >= 0
}

func (j *joiner) describe() {
	quotes := numberQuotes(j.a)
	j.facts = make([]facts, len(j.a.Mentions))
	j.sites = make([]site, len(j.a.Mentions))
	for i := range j.a.Mentions {
		m, f := &j.a.Mentions[i], &j.facts[i]
		head := &j.a.Tokens[m.Head]
		f.sentence = j.a.SentenceOf(m.Head)
		f.headline = j.isHeadline(f.sentence)
		f.lemma = strings.ToLower(head.Lemma)
		f.quote = quotes[m.Head]
		f.depth = j.depth(m.Head)
		j.sites[i] = j.siteOf(m.Head)
		switch m.Form {
		case onrecord.Name:
			j.describeName(m, f)
		case onrecord.Nominal:
			j.describeNominal(m, f)
		default:
			describePronoun(strings.ToLower(j.a.Text.Cut(head.Span)), f)
		}
	}
}

func (j *joiner) isHeadline(sentence int) bool {
	if sentence >= len(j.a.Sentences) || j.a.Text == nil {
		return false
	}
	p := j.a.Sentences[sentence].Paragraph
	return p < len(j.a.Text.Paragraphs) && j.a.Text.Paragraphs[p].Kind != onrecord.Body
}

// depth counts the steps to the root, at most nine.
func (j *joiner) depth(token int) int {
	n := 0
	for h := j.a.Tokens[token].Head; h >= 0 && h < len(j.a.Tokens) && n < 9; h = j.a.Tokens[h].Head {
		n++
	}
	return n
}

// words gives the words of a span that are no signs.
func (j *joiner) words(s onrecord.Span) []string {
	first, end := j.a.TokensIn(s)
	var words []string
	for i := first; i < end; i++ {
		t := &j.a.Tokens[i]
		if t.UPOS != "PUNCT" && t.XPOS != "POS" {
			words = append(words, j.a.Text.Cut(t.Span))
		}
	}
	return words
}

func (j *joiner) describeName(m *onrecord.Mention, f *facts) {
	f.full = j.withNation(m)
	f.name, f.bare = j.words(f.full), j.words(m.Span)
	for len(f.name) > 1 && (marked(strings.ToLower(f.name[0]), 't') || strings.EqualFold(f.name[0], "the")) {
		f.gender = either(f.gender, genderOf(strings.ToLower(f.name[0])))
		f.name = f.name[1:]
	}
	f.definite = true
	switch m.Type {
	case onrecord.Person:
		f.class, f.plural = 'p', 's'
		if len(f.name) > 1 {
			f.gender = either(f.gender, j.models.genders[strings.ToLower(f.name[0])])
		} else if len(f.name) == 1 {
			f.hint = j.models.genders[strings.ToLower(f.name[0])]
		}
	case onrecord.Organisation:
		f.class = 'o'
	case onrecord.Location:
		f.class, f.plural = 'l', 's'
	default:
		f.class = 'n'
	}
}

// isOfficeName tells a name that many states have a body of: "Foreign Ministry",
// "Ministry of Trade", "Parliament".
func (j *joiner) isOfficeName(m *onrecord.Mention) bool {
	words := j.words(m.Span)
	if len(words) == 0 {
		return false
	}
	for _, word := range []string{words[0], words[len(words)-1]} {
		if word = strings.ToLower(word); j.models.classOf(word) == 'o' || marked(word, 'w') || marked(word, 'g') {
			return true
		}
	}
	return false
}

// withNation gives a body's name with the nation that stands before it as an
// adjective: two ministries of one name are told apart by it.
func (j *joiner) withNation(m *onrecord.Mention) onrecord.Span {
	first, _ := j.a.TokensIn(m.Span)
	if m.Type != onrecord.Organisation || first == 0 || !j.isOfficeName(m) {
		return m.Span
	}
	for _, k := range j.byHead[first-1] {
		if n := &j.a.Mentions[k]; n.Form == onrecord.Name && (n.Type == onrecord.Other || n.Type == onrecord.Location) {
			return n.Span.Cover(m.Span)
		}
	}
	return m.Span
}

func genderOf(word string) byte {
	switch {
	case marked(word, 'm'):
		return 'm'
	case marked(word, 'f'):
		return 'f'
	}
	return 0
}

func (j *joiner) describeNominal(m *onrecord.Mention, f *facts) {
	head := &j.a.Tokens[m.Head]
	f.role = j.roleNoun(m)
	f.modifiers = j.modifiers(m)
	f.class = j.models.classOf(f.role)
	f.gender = genderOf(f.role)
	f.plural = numberOf(head)
	for _, c := range j.tree.kids(m.Head) {
		t := &j.a.Tokens[c]
		word := strings.ToLower(j.a.Text.Cut(t.Span))
		switch relation(t.Deprel) {
		case "det":
			f.definite = f.definite || slices.Contains([]string{"the", "this", "that", "these", "those", "both", "such"}, word)
			f.indefinite = f.indefinite || slices.Contains([]string{"a", "an", "some", "any", "no", "another", "every", "each"}, word)
		case "nmod":
			f.definite = f.definite || t.Deprel == "nmod:poss"
		case "conj":
			if c < m.Head {
				f.plural = 'p'
			}
		}
	}
	if marked(f.lemma, 'w') && f.plural == 's' {
		f.class = either(f.class, 'o')
	}
}

// roleNoun gives the noun that a phrase is about: its head, or the last noun
// before the name that it ends with.
func (j *joiner) roleNoun(m *onrecord.Mention) string {
	for _, k := range j.byHead[m.Head] {
		n := &j.a.Mentions[k]
		if n.Form != onrecord.Name || n.Type != onrecord.Person {
			continue
		}
		if first, _ := j.a.TokensIn(n.Span); first > 0 && m.Core.Contains(j.a.Tokens[first-1].Span) {
			return strings.ToLower(j.a.Tokens[first-1].Lemma)
		}
	}
	return strings.ToLower(j.a.Tokens[m.Head].Lemma)
}

func numberOf(t *onrecord.Token) byte {
	switch {
	case t.XPOS == "NNS", t.XPOS == "NNPS", hasFeat(t.Feats, "Number=Plur"):
		return 'p'
	case t.UPOS == "NOUN", t.UPOS == "PROPN":
		return 's'
	}
	return 0
}

func describePronoun(word string, f *facts) {
	switch word {
	case "he", "him", "his", "himself":
		f.gender, f.class, f.plural = 'm', 'p', 's'
	case "she", "her", "hers", "herself":
		f.gender, f.class, f.plural = 'f', 'p', 's'
	case "they", "them", "their", "theirs", "themselves", "we", "us", "our", "ours", "ourselves":
		f.plural = 'p'
	case "i", "me", "my", "mine", "myself":
		f.class, f.plural = 'p', 's'
	case "it", "its", "itself":
		f.plural = 's'
	}
	f.lemma = word
}
