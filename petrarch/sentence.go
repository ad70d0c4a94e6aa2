package petrarch

import (
	"strings"

	"onrecord"
)

// sentence is a sentence as dictionaries see it: words in capitals, without marks
// and without the clauses between commas that are not coded.
type sentence struct {
	analysis *onrecord.Analysis
	first    int // its first token
	words    []word
	at       []int  // of a token, counted from first: its first word, or that after it
	borders  []int  // words that begin a clause behind a comma
	chunks   []span // base noun phrases
	phrases  []nounPhrase
}

// word is a word of a token; a token with hyphens has several.
type word struct {
	text   string
	token  int // index into Analysis.Tokens
	chunk  int // index into sentence.chunks, -1 outside of noun phrases
	phrase int // index into sentence.phrases, -1
}

// span is a half-open range of words.
type span struct{ from, to int }

// maxSentenceTokens bounds what is looked at of a sentence.
const maxSentenceTokens = 400

func newSentence(a *onrecord.Analysis, in onrecord.Sentence, commas *CommaLimits) *sentence {
	end := min(in.End, in.First+maxSentenceTokens)
	s := &sentence{analysis: a, first: in.First}
	tokens := a.Tokens[in.First:end]
	grouping := groupTokens(tokens, in.First)
	cut := commas.cut(grouping)
	s.at = make([]int, len(tokens)+1)
	for i := range tokens {
		s.at[i] = len(s.words)
		switch {
		case grouping.isBorder(i):
			if i > 0 && i+1 < len(tokens) && !cut[i-1] && !cut[i+1] { // else the words meet that a clause stood between
				s.borders = append(s.borders, len(s.words))
			}
		case !cut[i]:
			s.addToken(in.First+i, grouping.chunkOf[i], grouping.phraseOf[i])
		}
	}
	s.at[len(tokens)] = len(s.words)
	s.placePhrases(grouping)
	return s
}

func (s *sentence) addToken(token, chunk, phrase int) {
	t := &s.analysis.Tokens[token]
	if t.UPOS == "PUNCT" || t.UPOS == "SYM" {
		return
	}
	for _, part := range splitWord(s.analysis.Text.Cut(t.Span)) {
		if part = strings.Trim(part, "\"'`“”()"); part != "" {
			s.words = append(s.words, word{part, token, chunk, phrase})
		}
	}
}

// wordsOf gives the words of a range of tokens, counted from the sentence's first.
func (s *sentence) wordsOf(fromToken, toToken int) span {
	return span{s.at[fromToken], s.at[toToken]}
}

// clauseStart is where the clause between commas begins that a word stands in.
func (s *sentence) clauseStart(at int) int {
	start := 0
	for _, b := range s.borders {
		if b <= at {
			start = b
		}
	}
	return start
}

func (s *sentence) texts(in span) []string {
	texts := make([]string, 0, max(in.to-in.from, 0))
	for i := in.from; i < in.to; i++ {
		texts = append(texts, s.words[i].text)
	}
	return texts
}

// wordSpan is the place of a range of words in the text.
func (s *sentence) wordSpan(in span) onrecord.Span {
	if in.to <= in.from {
		return onrecord.Span{}
	}
	tokens := s.analysis.Tokens
	return tokens[s.words[in.from].token].Cover(tokens[s.words[in.to-1].token].Span)
}
