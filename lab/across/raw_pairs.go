package across

import (
	"bufio"
	"context"
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"onrecord"
	"onrecord/across/links"
	"onrecord/lab"
)

//go:embed raw_pairs.tsv
var rawPairFile string

//go:embed raw_denials.tsv
var rawDenialFile string

// rawPair is two statements of raw news, and what a reader said that they have to do with each other. Where they
// stand is told by the bytes of the report's title, a blank line and its text.
type rawPair struct {
	reports [2]string // ids in news-raw
	at      [2]onrecord.Span
	kind    string // of link, or "none"
	isSure  bool
	stands  float64 // for how many pairs like it
}

// readRawPairs reads a table of pairs.
func readRawPairs(table string) (all []rawPair, err error) {
	for lines := bufio.NewScanner(strings.NewReader(table)); lines.Scan(); {
		line := lines.Text()
		f := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || len(f) == 1 {
			continue
		}
		if len(f) != 6 {
			return nil, fmt.Errorf("raw pair %q has %d fields, want 6", line, len(f))
		}
		p := rawPair{reports: [2]string{f[0], f[2]}}
		for i, where := range [...]string{f[1], f[3]} {
			if _, err := fmt.Sscanf(where, "%d-%d", &p.at[i].Start, &p.at[i].End); err != nil {
				return nil, fmt.Errorf("raw pair, place %q: %w", where, err)
			}
		}
		p.kind, p.isSure = strings.CutSuffix(f[4], "?")
		p.isSure = !p.isSure
		if p.stands, err = strconv.ParseFloat(f[5], 64); err != nil {
			return nil, fmt.Errorf("raw pair %q: %w", line, err)
		}
		all = append(all, p)
	}
	return all, nil
}

// judgedPair is a pair of raw news with its claims, the earlier one first.
type judgedPair struct {
	rawPair
	claims   [2]*links.Claim
	features []float64
}

// fold tells in which of the parts a pair is held out: all pairs of a report's are in one.
func (p *judgedPair) fold() int {
	sum := 0
	for _, b := range []byte(p.reports[0][:4]) {
		sum = sum*31 + int(b)
	}
	return sum % folds
}

// A pair of raw news weighs as many as it stands for, within bounds, for few tell how rare links are; and less where
// stories teach what readers of news are stricter about.
const mostStands = 20

var rawWeights = map[string]float64{"repeats": 0.05, "confirms": 0.1, "revises": 0.2, "conflict": 0.2, "denial": 0.2, "answer": 0.2}

func (p *judgedPair) example() example {
	e := example{features: p.features, kinds: map[string]bool{}, may: !p.isSure, weight: min(p.stands, mostStands), isRaw: true}
	e.add(onrecord.LinkKind(p.kind), p.kind != "none")
	return e
}

// judgedPairs reads the reports of a table of raw pairs and finds the claims that are meant. Those that are read otherwise
// now, or that no one would compare, are left out.
func judgedPairs(ctx context.Context, c lab.Corpora, r Reader, table string) (all []judgedPair, err error) {
	pairs, err := readRawPairs(table)
	if err != nil {
		return nil, err
	}
	claims, err := claimsOfRaw(ctx, c, r, pairs)
	if err != nil {
		return nil, err
	}
	for _, p := range pairs {
		a, b := claimAt(claims[p.reports[0]], p.at[0]), claimAt(claims[p.reports[1]], p.at[1])
		if a == nil || b == nil || a == b {
			continue
		}
		a, b = links.InOrder(a, b)
		if features, ok := links.Features(a, b); ok {
			all = append(all, judgedPair{p, [2]*links.Claim{a, b}, features})
		}
	}
	return all, nil
}

// claimsOfRaw reads the reports of pairs.
func claimsOfRaw(ctx context.Context, c lab.Corpora, r Reader, pairs []rawPair) (claims map[string][]links.Claim, err error) {
	claims = map[string][]links.Claim{}
	for _, p := range pairs {
		claims[p.reports[0]], claims[p.reports[1]] = nil, nil
	}
	err = c.EachRaw(func(raw *lab.RawReport) error {
		if _, sought := claims[raw.ID]; !sought {
			return nil
		}
		e, err := readRaw(ctx, r, raw)
		if err == nil {
			claims[raw.ID] = links.Claims(e)
		}
		return err
	})
	return claims, err
}

func readRaw(ctx context.Context, r Reader, raw *lab.RawReport) (*onrecord.Entry, error) {
	text := []byte(raw.Title + "\n\n" + raw.Text)
	e, err := r.Read(ctx, &onrecord.Report{ID: onrecord.NewReportID(raw.ID, text), Source: raw.ID, MediaType: onrecord.PlainText, Raw: text, Published: onrecord.Date(raw.Date)})
	if err != nil {
		return nil, fmt.Errorf("read raw report %s: %w", raw.ID, err)
	}
	return e, nil
}

// claimAt is the claim whose words lie at a place, at least half of either.
func claimAt(claims []links.Claim, at onrecord.Span) *links.Claim {
	for i := range claims {
		both := min(claims[i].Span.End, at.End) - max(claims[i].Span.Start, at.Start)
		if 2*both >= max(claims[i].Span.Len(), at.Len()) {
			return &claims[i]
		}
	}
	return nil
}
