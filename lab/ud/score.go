package ud

import (
	"fmt"
	"strings"
)

// Score is how well a file was cut, tagged and parsed, in the manner of the
// CoNLL 2018 shared task: F1 of each unit, in per cent.
type Score struct {
	Tokens, Sentences, Words, UPOS, XPOS, Lemmas, UAS, LAS float64
}

// span is a stretch of the text without spaces, in bytes.
type span struct{ start, end int }

// scored is a file laid out for scoring.
type scored struct {
	text      string
	tokens    map[span]bool
	sentences map[span]bool
	words     []scoredWord
}

type scoredWord struct {
	span
	multi bool
	form  string
	word  *Word
	head  int // index into words, -1 for a root
}

func layOut(sentences []Sentence) scored {
	out := scored{tokens: map[span]bool{}, sentences: map[span]bool{}}
	var text strings.Builder
	for _, s := range sentences {
		start, base := text.Len(), len(out.words)
		for i := 0; i < len(s.Words); {
			form, parts := s.Words[i].Form, 1
			if s.Words[i].Parts > 0 {
				form, parts = s.Words[i].Surface, s.Words[i].Parts
			}
			at := span{start: text.Len()}
			text.WriteString(strings.Join(strings.Fields(form), ""))
			at.end = text.Len()
			out.tokens[at] = true
			for k := i; k < min(i+parts, len(s.Words)); k++ {
				out.words = append(out.words, layWord(&s.Words[k], at, base, s.Words[i].Parts > 0))
			}
			i += parts
		}
		out.sentences[span{start, text.Len()}] = true
	}
	out.text = text.String()
	return out
}

func layWord(w *Word, at span, base int, multi bool) scoredWord {
	form := strings.ToLower(strings.Join(strings.Fields(w.Form), ""))
	s := scoredWord{span: at, multi: multi, form: form, word: w, head: -1}
	if w.Head >= 0 {
		s.head = base + w.Head
	}
	return s
}

// score compares a prediction with gold of the same text.
func score(gold, predicted []Sentence) (Score, error) {
	g, p := layOut(gold), layOut(predicted)
	if g.text != p.text {
		return Score{}, fmt.Errorf("score: the texts differ")
	}
	pairs := align(g, p)
	var upos, xpos, lemmas, uas, las int
	for j, i := range pairs {
		a, b := &g.words[i], &p.words[j]
		upos += count(a.word.UPOS == b.word.UPOS)
		xpos += count(a.word.XPOS == b.word.XPOS)
		lemmas += count(a.word.Lemma == "_" || a.word.Lemma == b.word.Lemma)
		head, ok := pairs[b.head]
		if b.head < 0 {
			head, ok = -1, true
		}
		if ok && head == a.head {
			uas++
			las += count(plainLabel(a.word.Deprel) == plainLabel(b.word.Deprel))
		}
	}
	f1 := func(right int) float64 { return percent(2*right, len(g.words)+len(p.words)) }
	return Score{
		Tokens:    percent(2*common(g.tokens, p.tokens), len(g.tokens)+len(p.tokens)),
		Sentences: percent(2*common(g.sentences, p.sentences), len(g.sentences)+len(p.sentences)),
		Words:     f1(len(pairs)), UPOS: f1(upos), XPOS: f1(xpos), Lemmas: f1(lemmas), UAS: f1(uas), LAS: f1(las),
	}, nil
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func percent(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return 100 * float64(part) / float64(whole)
}

func common(a, b map[span]bool) (n int) {
	for s := range a {
		n += count(b[s])
	}
	return n
}

// plainLabel is a relation without its subtype.
func plainLabel(deprel string) string {
	plain, _, _ := strings.Cut(deprel, ":")
	return plain
}
