package polnear

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"onrecord"
	"onrecord/lab"
	"onrecord/statements"
)

// CountFaults writes the commonest kinds of fault on the dev articles, with counts: of
// attributions missed and made up, of wrong sources, of contents that are not exact.
func CountFaults(ctx context.Context, c lab.Corpora, most int, out io.Writer) error {
	attributor, err := statements.Load()
	if err != nil {
		return err
	}
	dev, err := readSet(ctx, c, nil, "corpora", "polnear", "dev.jsonl")
	if err != nil {
		return err
	}
	counts, total := map[string]int{}, 0
	for i := range dev.articles {
		for _, kind := range faultsOf(attributor, &dev.articles[i], dev.analyses[i]) {
			counts[kind]++
			total++
		}
	}
	fmt.Fprintf(out, "| %d faults of %d kinds, the commonest | count |\n|---|---|\n", total, len(counts))
	for _, kind := range byCount(counts)[:min(most, len(counts))] {
		fmt.Fprintf(out, "| %s | %d |\n", kind, counts[kind])
	}
	return nil
}

func byCount(counts map[string]int) []string {
	kinds := make([]string, 0, len(counts))
	for kind := range counts {
		kinds = append(kinds, kind)
	}
	slices.SortFunc(kinds, func(a, b string) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
	return kinds
}

// faultsOf names the kind of each fault of an article.
func faultsOf(t *statements.Attributor, a *Article, analysis *onrecord.Analysis) []string {
	f := faultFinder{tokens: indexTokens(a.Text), words: analysis, bytes: countRunes(a.Text)}
	frames := t.Frames(analysis)
	want, have := f.marks(a.Attributions), f.marks(attributions(a.Text, frames, Floor))
	f.all, f.frames = f.marks(attributionsOf(a.Text, frames)), frames
	var kinds []string
	matchedG, matchedP := map[int]bool{}, map[int]bool{}
	for _, p := range match(want, have, true) {
		matchedG[p[0]], matchedP[p[1]] = true, true
		kinds = append(kinds, f.ofMatched(want[p[0]], have[p[1]])...)
	}
	for i, g := range want {
		if !matchedG[i] {
			kinds = append(kinds, "missed: "+f.whyMissed(g, have))
		}
	}
	for i, p := range have {
		if !matchedP[i] {
			kinds = append(kinds, "not marked: "+f.whyExtra(p, want))
		}
	}
	return kinds
}

// attributionsOf gives all frames, sure or not, nested or not.
func attributionsOf(text string, frames []statements.Frame) []Attribution {
	r := countRunes(text)
	all := make([]Attribution, 0, len(frames))
	for i := range frames {
		all = append(all, Attribution{Cue: [][2]int{r.pair(frames[i].Cue)}, Content: r.pairs(frames[i].Content)})
	}
	return all
}

// faultFinder knows the words of an article.
type faultFinder struct {
	*tokens
	words  *onrecord.Analysis
	bytes  runes
	frames []statements.Frame // every frame that was found
	all    []mark             // the same as tokens
}

func (f *faultFinder) whyMissed(g mark, have []mark) string {
	at := f.cueKind(g)
	for _, m := range have {
		if common(g.tokens[cue], m.tokens[cue]) > 0 {
			return "content read otherwise, cue " + at
		}
	}
	for i, m := range f.all {
		switch {
		case common(g.tokens[cue], m.tokens[cue]) == 0:
		case f.frames[i].Certainty < Floor:
			return "not sure enough, cue " + at
		default:
			return "read inside another, cue " + at
		}
	}
	return "cue not seen, " + at
}

func (f *faultFinder) whyExtra(p mark, want []mark) string {
	at := f.cueKind(p)
	for _, g := range want {
		if common(g.tokens[cue], p.tokens[cue]) > 0 {
			return "content read otherwise, cue " + at
		}
	}
	for _, g := range want {
		if common(g.tokens[content], p.tokens[cue]) > 0 {
			return "inside another's content, cue " + at
		}
	}
	return "no attribution, cue " + at
}

// cueKind names the part of speech of a cue: a verb if there is one in it.
func (f *faultFinder) cueKind(m mark) string {
	kind := "a mark or other word"
	for _, pair := range m.raw.Cue {
		first, end := f.words.TokensIn(f.bytes.span(pair))
		for _, t := range f.words.Tokens[first:end] {
			switch {
			case saidWord.MatchString(f.words.Text.Cut(t.Span)):
				return "say, tell or according"
			case t.UPOS == "VERB":
				kind = "another verb"
			case t.UPOS == "NOUN" && kind != "another verb":
				kind = "a noun"
			}
		}
	}
	return kind
}
