package polnear

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

var (
	saidWord  = regexp.MustCompile(`(?i)(?:^|[^\p{L}\p{N}_])(?:say|says|said|saying|tell|tells|told|telling|according)(?:$|[^\p{L}\p{N}_])`)
	overBreak = regexp.MustCompile(`[.!?]["”’)]*[\s\p{Z}\x{85}\x1c-\x1f]+[^\s\p{Z}\x{85}\x1c-\x1f]|\n`)
)

var pronouns = strings.Fields(`i me my mine myself we us our ours ourselves you your yours yourself he him his himself
	she her hers herself it its itself they them their theirs themselves who whom whose which that this these those what one`)

var smallWords = strings.Fields(`the a an this that these those some many most several one two no not all both other another`)

// kinds names the slices that an attribution belongs to.
func (t *tokens) kinds(a Attribution) []string {
	form := t.contentKind(a.Content)
	said := "cue_other"
	if saidWord.MatchString(t.cut(a.Cue)) {
		said = "cue_said"
	}
	slice := "slice_mixed_other"
	switch {
	case said == "cue_said" || form == "direct":
		slice = "slice_speech"
	case form == "indirect":
		slice = "slice_indirect_other"
	}
	return []string{"content_" + form, "source_" + t.sourceKind(a.Source), said, slice, t.place(a.Content)}
}

func (t *tokens) cut(spans [][2]int) string {
	pieces := make([]string, 0, len(spans))
	for _, s := range spans {
		pieces = append(pieces, string(t.text[s[0]:s[1]]))
	}
	return strings.Join(pieces, " ")
}

func (t *tokens) place(spans [][2]int) string {
	if len(spans) == 0 {
		return "place_same_sentence"
	}
	start, end := spans[0][0], spans[0][1]
	for _, s := range spans {
		start, end = min(start, s[0]), max(end, s[1])
	}
	if overBreak.MatchString(strings.TrimFunc(string(t.text[start:end]), isBlank)) {
		return "place_cross_sentence"
	}
	return "place_same_sentence"
}

// contentKind tells how much of the content stands inside quotation marks.
func (t *tokens) contentKind(spans [][2]int) string {
	quoted, plain, marks, inside := 0, 0, 0, false
	for _, s := range spans {
		for i := s[0]; i < s[1]; i++ {
			r := t.text[i]
			double := i+1 < s[1] && t.text[i+1] == r
			switch {
			case isWord(r):
				for i+1 < s[1] && isWord(t.text[i+1]) {
					i++
				}
				if r == '_' { // counted by neither side, as the marks are
					continue
				}
				if inside {
					quoted++
				} else {
					plain++
				}
			case strings.ContainsRune("“„«", r) || (r == '`' && double):
				inside, marks = true, marks+1
			case strings.ContainsRune("”»", r) || (r == '\'' && double && inside):
				inside, marks = false, marks+1
			case r == '"':
				inside, marks = !inside, marks+1
			}
			if !isWord(r) && double && (r == '`' || r == '\'') {
				i++
			}
		}
	}
	switch {
	case marks == 0:
		return "indirect"
	case plain == 0:
		return "direct"
	}
	return "mixed"
}

func (t *tokens) sourceKind(spans [][2]int) string {
	type word struct {
		text string
		at   int
	}
	var words []word
	for _, s := range spans {
		for i := s[0]; i < s[1]; {
			j := i + 1
			for isWord(t.text[i]) && j < s[1] && isWord(t.text[j]) {
				j++
			}
			if isWord(t.text[i]) {
				words = append(words, word{string(t.text[i:j]), i})
			}
			i = j
		}
	}
	if len(words) == 0 {
		return "none"
	}
	if !slices.ContainsFunc(words, func(w word) bool { return !slices.Contains(pronouns, strings.ToLower(w.text)) }) {
		return "pronoun"
	}
	for _, w := range words {
		if unicode.IsUpper([]rune(w.text)[0]) && !slices.Contains(smallWords, strings.ToLower(w.text)) &&
			(!t.startsSentence(w.at) || !t.hasWord(strings.ToLower(w.text))) {
			return "name"
		}
	}
	return "common"
}

// startsSentence tells whether the word at a place is written large because a
// sentence begins there.
func (t *tokens) startsSentence(at int) bool {
	for at--; at >= 0 && strings.ContainsRune(" \t“\"'‘", t.text[at]); at-- {
	}
	return at < 0 || strings.ContainsRune(".!?\n”", t.text[at])
}

func (t *tokens) hasWord(word string) bool {
	w := []rune(word)
	for i := range t.starts {
		if t.ends[i]-t.starts[i] == len(w) && slices.Equal(t.text[t.starts[i]:t.ends[i]], w) {
			return true
		}
	}
	return false
}
