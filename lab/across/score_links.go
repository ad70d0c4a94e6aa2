package across

import (
	"fmt"
	"slices"

	"onrecord"
)

// Count is what a measure counts.
type Count struct{ Found, Gold, Right, Predicted int }

// Add adds another count.
func (c *Count) Add(o Count) {
	c.Found += o.Found
	c.Gold += o.Gold
	c.Right += o.Right
	c.Predicted += o.Predicted
}

// F1 in per cent; precision is of what is predicted, recall of the gold.
func (c Count) F1() float64 {
	if c.Right == 0 || c.Found == 0 {
		return 0
	}
	p, r := float64(c.Right)/float64(c.Predicted), float64(c.Found)/float64(c.Gold)
	return 200 * p * r / (p + r)
}

func (c Count) String() string {
	return fmt.Sprintf("F1 %.1f (right %d of %d, found %d of %d)", c.F1(), c.Right, c.Predicted, c.Found, c.Gold)
}

// LinkScore holds a count a kind of link, and what went wrong.
type LinkScore struct {
	Denies, Repeats, Confirms, Changes Count // Changes: contradicts or revises
	Faults                             []string
}

func (l *LinkScore) of(kind string) *Count {
	switch onrecord.LinkKind(kind) {
	case onrecord.Denies:
		return &l.Denies
	case onrecord.Repeats:
		return &l.Repeats
	case onrecord.Confirms:
		return &l.Confirms
	}
	return &l.Changes
}

// ScoreLinks compares links with the gold. A link between statements is right if the gold
// has it between their claims; a link of the gold is found if one pair of statements has
// it. Links between copies of one origin are left out: they would be too easy.
func (s *Story) ScoreLinks(links []onrecord.Link) LinkScore {
	j := s.newLinkJudge()
	for _, link := range links {
		j.judge(link)
	}
	j.countGold()
	return j.score
}

// linkJudge knows the claims of the gold by statement.
type linkJudge struct {
	*Story
	score  LinkScore
	claims map[onrecord.StatementRef][]string
	found  map[[3]string]bool // kind, claim, claim
	joined map[onrecord.StatementRef]onrecord.StatementRef
}

func (s *Story) newLinkJudge() *linkJudge {
	j := &linkJudge{Story: s, claims: map[onrecord.StatementRef][]string{}, found: map[[3]string]bool{}, joined: map[onrecord.StatementRef]onrecord.StatementRef{}}
	for _, c := range s.Gold.Claims {
		for _, said := range c.Said {
			ref, ok := s.statementAt(said)
			for ok {
				if !slices.Contains(j.claims[ref], c.ID) {
					j.claims[ref] = append(j.claims[ref], c.ID)
				}
				ref, ok = s.wrapperOf(ref, said)
			}
		}
	}
	return j
}

func (j *linkJudge) isCopied(link onrecord.Link) bool {
	from, to := j.number[link.From.Report], j.number[link.To.Report]
	return from != to && j.root(from) == j.root(to)
}

func (j *linkJudge) judge(link onrecord.Link) {
	if link.Kind == onrecord.Repeats && j.shareClaim(link) {
		j.join(link.From, link.To)
	}
	if j.isCopied(link) {
		return
	}
	verdict := j.verdict(link)
	if verdict == "may" {
		return
	}
	count := j.score.of(string(link.Kind))
	count.Predicted++
	if verdict == "right" {
		count.Right++
		return
	}
	j.score.Faults = append(j.score.Faults, fmt.Sprintf("wrong %s: %s %q %v <- %s %q %v (%s)", link.Kind,
		j.number[link.To.Report], j.words(link.To), j.claims[link.To], j.number[link.From.Report], j.words(link.From), j.claims[link.From], link.Why))
}

func (j *linkJudge) verdict(link onrecord.Link) string {
	if link.Kind == onrecord.Repeats && j.shareClaim(link) {
		return "right"
	}
	verdict := "wrong"
	for _, a := range j.claims[link.From] {
		for _, b := range j.claims[link.To] {
			if j.isGold(string(link.Kind), a, b) {
				return "right"
			}
			if slices.Contains(j.Gold.Links["may"], [2]string{a, b}) || slices.Contains(j.Gold.Links["may"], [2]string{b, a}) {
				verdict = "may"
			}
		}
	}
	return verdict
}

// isGold also takes a claim that was made again after its denial for a contradiction, and
// contradictions in either direction.
func (j *linkJudge) isGold(kind, a, b string) bool {
	is := func(kind, a, b string) bool {
		if !slices.Contains(j.Gold.Links[kind], [2]string{a, b}) {
			return false
		}
		j.found[[3]string{kind, a, b}] = true
		return true
	}
	if is(kind, a, b) {
		return true
	}
	if kind != string(onrecord.Contradicts) {
		return false
	}
	return is(kind, b, a) || slices.Contains(j.Gold.Links["denies"], [2]string{b, a})
}

func (j *linkJudge) shareClaim(link onrecord.Link) bool {
	for _, a := range j.claims[link.From] {
		if slices.Contains(j.claims[link.To], a) {
			return true
		}
	}
	return false
}

// countGold counts what should have been found: each link once, and for a claim made n
// times n-1 repeats.
func (j *linkJudge) countGold() {
	for kind, list := range j.Gold.Links {
		if kind == "may" {
			continue
		}
		count := j.score.of(kind)
		for _, l := range list {
			count.Gold++
			if j.found[[3]string{kind, l[0], l[1]}] {
				count.Found++
			} else {
				j.score.Faults = append(j.score.Faults, fmt.Sprintf("missed %s: %s -> %s", kind, l[0], l[1]))
			}
		}
	}
	j.countRepeats()
	slices.Sort(j.score.Faults)
}

func (j *linkJudge) countRepeats() {
	for _, c := range j.Gold.Claims {
		groups, n := map[onrecord.StatementRef]bool{}, 0
		for _, said := range c.Said {
			no, _ := cutRef(said)
			if j.root(no) != no {
				continue // a copy
			}
			n++
			if ref, ok := j.statementAt(said); ok {
				groups[j.group(ref)] = true
			} else {
				groups[onrecord.StatementRef{Statement: onrecord.StatementID(said)}] = true
			}
		}
		j.score.Repeats.Gold += n - 1
		if n > 0 {
			j.score.Repeats.Found += n - len(groups)
		} else {
			j.score.Repeats.Gold++
		}
		if len(groups) > 1 {
			j.score.Faults = append(j.score.Faults, fmt.Sprintf("missed repeats: %s stands in %d groups", c.ID, len(groups)))
		}
	}
}

// join and group keep which statements hang together by repeats.
func (j *linkJudge) join(a, b onrecord.StatementRef) {
	if x, y := j.group(a), j.group(b); x != y {
		j.joined[x] = y
	}
}

func (j *linkJudge) group(a onrecord.StatementRef) onrecord.StatementRef {
	for {
		next, ok := j.joined[a]
		if !ok {
			return a
		}
		a = next
	}
}

func (s *Story) words(ref onrecord.StatementRef) string {
	for _, e := range s.Entries {
		for i := range e.Statements {
			if e.Report.ID == ref.Report && e.Statements[i].ID == ref.Statement {
				return contentOf(&e.Statements[i])
			}
		}
	}
	return ""
}
