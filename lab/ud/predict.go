package ud

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"onrecord"
	"onrecord/language"
)

// Options of a prediction.
type Options struct {
	GoldTokens bool // keep the sentences and words of the file
}

// Predict reads the raw text of a CoNLL-U file and writes it cut, tagged and
// parsed. Nothing else of the file is looked at.
func Predict(ctx context.Context, in io.Reader, out io.Writer) error {
	reader, err := language.Load()
	if err != nil {
		return err
	}
	return Options{}.Predict(ctx, reader, in, out)
}

// Predict predicts with a reader that is already loaded.
func (o Options) Predict(ctx context.Context, r *language.Reader, in io.Reader, out io.Writer) error {
	gold, err := ReadAll(in)
	if err != nil {
		return err
	}
	predicted, err := o.predict(ctx, r, gold)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	for _, s := range predicted {
		if err := Write(w, s); err != nil {
			return err
		}
	}
	return w.Flush()
}

func (o Options) predict(ctx context.Context, r *language.Reader, gold []Sentence) ([]Sentence, error) {
	if o.GoldTokens {
		return predictWords(r, gold), ctx.Err()
	}
	var all []Sentence
	for _, text := range texts(paragraphs(gold)) {
		a, _, err := r.Parse(ctx, text)
		if err != nil {
			return nil, err
		}
		all = append(all, sentencesOf(a)...)
	}
	return all, nil
}

func predictWords(r *language.Reader, gold []Sentence) []Sentence {
	all := make([]Sentence, len(gold))
	for i, s := range gold {
		words := make([]language.Word, len(s.Words))
		for k, w := range s.Words {
			words[k].Form = w.Form
		}
		r.Syntax(words)
		all[i] = Sentence{Comments: s.Comments, Words: make([]Word, len(words))}
		for k, w := range s.Words {
			w.Word = words[k]
			all[i].Words[k] = w
		}
	}
	return all
}

// texts makes a text of each document, with a body paragraph for each paragraph.
func texts(all []paragraph) []*onrecord.Text {
	var list []*onrecord.Text
	for _, p := range all {
		if p.newDoc || len(list) == 0 {
			list = append(list, &onrecord.Text{})
		}
		t := list[len(list)-1]
		start := len(t.Words)
		t.Words += p.words + "\n\n"
		t.Paragraphs = append(t.Paragraphs, onrecord.Paragraph{
			Span: onrecord.Span{Start: start, End: start + len(p.words)},
			Kind: onrecord.Body,
		})
	}
	return list
}

// sentencesOf turns an analysis into CoNLL-U sentences.
func sentencesOf(a *onrecord.Analysis) []Sentence {
	all := make([]Sentence, len(a.Sentences))
	for i, s := range a.Sentences {
		out := Sentence{NewDoc: i == 0, NewPar: i == 0 || a.Sentences[i-1].Paragraph != s.Paragraph}
		if out.NewPar {
			out.Comments = append(out.Comments, "# newpar")
		}
		text := strings.Join(strings.Fields(a.Text.Cut(s.Span)), " ")
		out.Comments = append(out.Comments, fmt.Sprintf("# sent_id = %d", i+1), "# text = "+text)
		for k := s.First; k < s.End; k++ {
			out.Words = append(out.Words, wordOf(a, s, k))
		}
		all[i] = out
	}
	return all
}

func wordOf(a *onrecord.Analysis, s onrecord.Sentence, k int) Word {
	t := a.Tokens[k]
	w := Word{Word: language.Word{
		Form: a.Text.Cut(t.Span), Lemma: t.Lemma, UPOS: t.UPOS, XPOS: t.XPOS, Feats: t.Feats,
		Head: t.Head, Deprel: t.Deprel,
	}}
	if w.Head >= 0 {
		w.Head -= s.First
	}
	w.NoSpace = k+1 < len(a.Tokens) && a.Tokens[k+1].Start == t.End
	if end := k + 1; !t.Joined && end < s.End && a.Tokens[end].Joined {
		for end < s.End && a.Tokens[end].Joined {
			end++
		}
		w.Parts = end - k
		w.Surface = a.Text.Words[t.Start:a.Tokens[end-1].End]
	}
	return w
}
