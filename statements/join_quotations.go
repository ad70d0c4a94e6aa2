package statements

import (
	"slices"
)

// joinQuotations gives the frames the quoted sentences beyond their own: a
// quotation that the content has begun is taken whole, with the paragraphs that
// carry it on; one that stands alone goes to the frame that it best belongs to.
func (t *Attributor) joinQuotations(s *scene, drafts []draft, p Parts) {
	spans := s.quoteTokens()
	for i := range drafts {
		drafts[i].growQuotes(s, spans)
		if !p.NoRules {
			s.mendColon(&drafts[i], spans)
		}
	}
	if p.NoModels {
		return
	}
	for _, o := range s.orphans(drafts, spans) {
		best, odds := -1, 0.5
		for _, i := range o.rivals(s, drafts) {
			p := t.joins.Probability(s.joinFeatures(o, &drafts[i], drafts, nil))
			if p > odds {
				best, odds = i, p
			}
		}
		if best >= 0 {
			drafts[best].add(o)
		}
	}
}

// tokenRun is the tokens [first, end) of a quotation.
type tokenRun struct{ first, end, quote int }

func (s *scene) quoteTokens() []tokenRun {
	runs := make([]tokenRun, len(s.quotes))
	for q := range s.quotes {
		first, end := s.a.TokensIn(s.quotes[q].Span)
		runs[q] = tokenRun{first, end, q}
	}
	return runs
}

// growQuotes takes whole quotations that reach out of the sentence.
func (d *draft) growQuotes(s *scene, runs []tokenRun) {
	own := s.quoteOf[d.head]
	seen := map[int]bool{}
	for _, i := range slices.Clone(d.content) {
		if q := s.quoteOf[i]; q >= 0 && q != own && !seen[q] && !s.quotes[q].Single {
			seen[q] = true
			d.add(runs[q])
		}
	}
	for q := range s.quotes {
		if from := s.quotes[q].Continues; from >= 0 && seen[from] {
			seen[q] = true
			d.add(runs[q])
		}
	}
}

func (d *draft) add(r tokenRun) {
	for i := r.first; i < r.end; i++ {
		d.content = append(d.content, i)
	}
	slices.Sort(d.content)
	d.content = slices.Compact(d.content)
}

// orphans gives the outermost quotations that are in no frame's content and
// hold no cue, in order.
func (s *scene) orphans(drafts []draft, runs []tokenRun) []tokenRun {
	taken := map[int]bool{}
	for i := range drafts {
		own := s.quoteOf[drafts[i].head]
		for _, j := range drafts[i].content {
			if q := s.quoteOf[j]; q != own || q < 0 {
				taken[q] = true
			}
		}
	}
	var out []tokenRun
	for q, r := range runs {
		if quote := s.quotes[q]; quote.Depth == 0 && !quote.Single && !taken[q] && r.end-r.first > 2 {
			out = append(out, r)
		}
	}
	return out
}

// rivals gives the frames that an orphan may belong to: the last one before it
// and the first one after it, not far off.
func (o tokenRun) rivals(s *scene, drafts []draft) []int {
	p := s.paragraph(o.first)
	var out []int
	for i := len(drafts) - 1; i >= 0; i-- {
		if d := &drafts[i]; d.head < o.first && s.isOuter(d) && mayTakeQuotation(d) {
			if p-s.paragraph(d.head) <= 3 {
				out = append(out, i)
			}
			break
		}
	}
	for i := range drafts {
		if d := &drafts[i]; d.head >= o.end && s.isOuter(d) && mayTakeQuotation(d) {
			if s.paragraph(d.head)-p <= 1 {
				out = append(out, i)
			}
			break
		}
	}
	return out
}

// isOuter leaves out cues that stand inside quotations.
func (s *scene) isOuter(d *draft) bool { return s.quoteOf[d.head] < 0 }

// mayTakeQuotation leaves out words that hardly report: the tag before them does.
func mayTakeQuotation(d *draft) bool { return d.cueOdds >= 0.4 }
