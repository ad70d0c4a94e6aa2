package across

import (
	"context"
	"io"
	"slices"

	"onrecord"
	"onrecord/across/links"
	"onrecord/lab"
)

// example is two claims, the earlier one first, with all that the gold says of them.
type example struct {
	features []float64
	kinds    map[string]bool // of links, and "conflict" for those that say that the other is not so
	may      bool            // two readers may judge otherwise
	weight   float64
	isRaw    bool // of raw news
}

func (e *example) weightFor(head string) float64 {
	if e.isRaw {
		return e.weight * rawWeights[head]
	}
	return e.weight
}

// pairWeight is what an example of pairs.txt weighs beside one of a story: they are harder than what stands in reports.
const pairWeight = 0.5

// folds is how many parts the stories and the pairs of raw news are held out in.
const folds = 5

// LearnLinks learns the weights by which package across/links judges two claims, from the stories that rules are
// written by, from pairs.txt and from judged pairs of raw news, and writes weights.txt, answers.txt and denials.txt. The bounds are
// those that are best where each part is judged by what is learned from the others; how well that does is logged.
func LearnLinks(ctx context.Context, c lab.Corpora, r Reader, out string, log io.Writer) error {
	l, err := readLessons(ctx, c, r)
	if err != nil {
		return err
	}
	held := make([]links.Model, folds)
	for f := range held {
		held[f] = l.learn(f)
	}
	bounds := l.chooseBounds(held)
	denials := l.findDenials(held)
	for f := range held {
		held[f].Denials = learnDenials(denials, f)
	}
	l.logHeld(held, log)
	logDenials(denials, held, log)
	model := l.learn(-1)
	model.Bounds, model.Denials = bounds, learnDenials(denials, -1)
	return writeWeights(&model, out)
}

// lessons are what the weights are learned from.
type lessons struct {
	stories []*taught
	own     []example // of pairs.txt, and strangers in raw news
	raw     []judgedPair
	denials []judgedPair // found in a record of raw news
}

func readLessons(ctx context.Context, c lab.Corpora, r Reader) (l *lessons, err error) {
	l = &lessons{}
	if l.own, err = pairExamples(); err != nil {
		return nil, err
	}
	background, err := backgroundExamples(ctx, c, r)
	if err != nil {
		return nil, err
	}
	l.own = append(l.own, background...)
	if l.raw, err = judgedPairs(ctx, c, r, rawPairFile); err != nil {
		return nil, err
	}
	if l.denials, err = judgedPairs(ctx, c, r, rawDenialFile); err != nil {
		return nil, err
	}
	stories, err := loadStories(ctx, r, forRules)
	for _, s := range stories {
		l.stories = append(l.stories, s.teach())
	}
	return l, err
}

// learn learns from all but what a part holds out.
func (l *lessons) learn(but int) (m links.Model) {
	all := slices.Clone(l.own)
	for i, s := range l.stories {
		if i%folds != but {
			all = append(all, s.examples...)
		}
	}
	for i := range l.raw {
		if p := &l.raw[i]; p.fold() != but {
			all = append(all, p.example())
		}
	}
	for h, head := range links.Heads() {
		m.Weights[h] = learnHead(all, head)
	}
	m.Denials = make([]float64, len(links.DenialNames())) // learned once it is known what is found
	return m
}

// taught is a story with its claims and the examples that they make.
type taught struct {
	*Story
	reports  [][]links.Claim
	pairs    [][2]*links.Claim // of two reports, all that may be linked
	examples []example
	claims   [][2]*links.Claim // of the examples
}

func (s *Story) teach() *taught {
	t, j := &taught{Story: s}, s.newLinkJudge()
	var claims []links.Claim
	for _, e := range s.Entries {
		t.reports = append(t.reports, links.Claims(e))
		claims = append(claims, t.reports[len(t.reports)-1]...)
	}
	for i := range claims {
		for k := range i {
			x, y := links.InOrder(&claims[k], &claims[i])
			features, ok := links.Features(x, y)
			if !ok {
				continue
			}
			if x.Report != y.Report {
				t.pairs = append(t.pairs, [2]*links.Claim{x, y})
			}
			if link := linkOf(x, y); !j.isCopied(link) {
				t.examples, t.claims = append(t.examples, j.example(link, features)), append(t.claims, [2]*links.Claim{x, y})
			}
		}
	}
	return t
}

func linkOf(x, y *links.Claim) onrecord.Link {
	return onrecord.Link{From: onrecord.StatementRef{Report: y.Report, Statement: y.Statement}, To: onrecord.StatementRef{Report: x.Report, Statement: x.Statement}}
}

// example tells which links the gold has between two statements, in either direction.
func (j *linkJudge) example(link onrecord.Link, features []float64) example {
	e := example{features: features, kinds: map[string]bool{}, weight: 1}
	e.add(onrecord.Repeats, j.shareClaim(link))
	for kind, list := range j.Gold.Links {
		for _, l := range list {
			if !j.stand(link, l[0], l[1]) && !j.stand(link, l[1], l[0]) {
				continue
			}
			e.may = e.may || kind == "may"
			e.add(onrecord.LinkKind(kind), true)
		}
	}
	return e
}

func (e *example) add(kind onrecord.LinkKind, is bool) {
	if is {
		e.kinds[string(kind)] = true
		e.kinds["conflict"] = e.kinds["conflict"] || kind == onrecord.Denies || kind == onrecord.Contradicts
		e.kinds["answer"] = e.kinds["answer"] || kind == onrecord.Denies
	}
}

func (j *linkJudge) stand(link onrecord.Link, from, to string) bool {
	return slices.Contains(j.claims[link.From], from) && slices.Contains(j.claims[link.To], to)
}

func pairExamples() (all []example, err error) {
	pairs, err := readPairs()
	if err != nil {
		return nil, err
	}
	for i := range pairs {
		p := &pairs[i]
		if features, ok := links.Features(&p.earlier, &p.later); ok {
			e := example{features: features, kinds: map[string]bool{}, weight: pairWeight}
			e.add(p.link, p.link != "")
			all = append(all, e)
		}
	}
	return all, nil
}

// denialFeatures are those by which a denial is told from one word against another; they are few, for the examples are.
var denialFeatures = []string{
	"one", "of the later", "of the earlier", "denial before", "denial", "denial by whom it is of", "numbers differ", "opposed", "one report", "next",
	"unknown side", "charge of the later", "denial next", "own", "things counted otherwise",
}

// isUsed tells for each of all features whether it is among some; all are if there are none.
func isUsed(all, some []string) (used []bool) {
	for _, name := range all {
		used = append(used, len(some) == 0 || slices.Contains(some, name))
	}
	return used
}

// learnHead learns one column. What may be judged either way counts only where it is what is sought. Answers are learned
// from statements of one report, which alone have all features.
func learnHead(all []example, head string) []float64 {
	var rows []labelled
	names, some, small := links.FeatureNames(head == "answer"), []string(nil), 1/0.3
	switch head {
	case "denial":
		some, small = denialFeatures, 1
	case "answer":
		small = 5 // more features, fewer examples
	}
	for i := range all {
		e := &all[i]
		if len(e.features) < len(names) {
			continue
		}
		features := e.features[:len(names)]
		switch is := e.kinds[head]; {
		case head == "denial" && e.kinds["conflict"]:
			rows = append(rows, labelled{features, e.kinds[string(onrecord.Denies)], e.weightFor(head)})
		case head != "denial" && (is || !e.may):
			rows = append(rows, labelled{features, is, e.weightFor(head)})
		}
	}
	return fitLogistic(rows, isUsed(names, some), small)
}
