package across

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"time"

	"onrecord"
	"onrecord/across/links"
)

//go:embed pairs.txt
var pairFile string

// readPairs gives the pairs of pairs.txt as claims with the link between them.
func readPairs() (all []pairOfClaims, err error) {
	for n, line := range strings.Split(pairFile, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		p, err := readPair(line)
		if err != nil {
			return nil, fmt.Errorf("pairs.txt, line %d: %w", n+1, err)
		}
		all = append(all, p)
	}
	return all, nil
}

// pairOfClaims is two claims, the earlier one first, and what the later one does to it; "" is nothing.
type pairOfClaims struct {
	earlier, later links.Claim
	link           onrecord.LinkKind
}

// oneMatter is that of both reports of every pair, which hold no more than a statement.
const oneMatter = links.Matter("mat1mat2mat3mat4mat5mat6")

func readPair(line string) (p pairOfClaims, err error) {
	parts := strings.Split(line, " | ")
	if len(parts) != 3 {
		return p, fmt.Errorf("%d parts, want 3", len(parts))
	}
	kind, days, _ := strings.Cut(parts[0], " ")
	n, err := strconv.Atoi(days)
	if err != nil {
		return p, fmt.Errorf("days: %w", err)
	}
	if kind != "none" {
		p.link = onrecord.LinkKind(kind)
	}
	day := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	if p.earlier, err = readClaim("aa", parts[1], day); err != nil {
		return p, err
	}
	p.later, err = readClaim("bb", parts[2], day.AddDate(0, 0, n))
	return p, err
}

// readClaim reads "Norland deny: its ships had left" as a report of one statement.
func readClaim(id onrecord.ReportID, line string, day time.Time) (c links.Claim, err error) {
	head, words, ok := strings.Cut(line, ": ")
	if !ok {
		return c, fmt.Errorf("%q has no speaker", line)
	}
	by, kind := head, onrecord.Assert
	for _, k := range []onrecord.StatementKind{onrecord.Deny, onrecord.Confirm, onrecord.Accuse, onrecord.Demand} {
		if before, ok := strings.CutSuffix(head, " "+string(k)); ok {
			by, kind = before, k
		}
	}
	date := onrecord.Date(day.Format(time.DateOnly))
	e := &onrecord.Entry{Report: onrecord.Masthead{ID: id, Published: &date}, Text: words}
	speaker := onrecord.Speaker{Kind: onrecord.PersonSpeaks}
	if by != "-" {
		speaker = onrecord.Speaker{Name: by, For: by, Named: true, Kind: onrecord.BodySpeaks}
	}
	if by == "Acme" {
		e.Actors = []onrecord.Actor{{ID: "org/acme", Name: by, Kind: onrecord.OrgActor}}
	}
	e.Statements = []onrecord.Statement{{
		ID: "s1", Kind: kind, Form: onrecord.Indirect, Speaker: speaker,
		Content: []onrecord.Quote{{Span: onrecord.Span{End: len(words)}, Text: words}},
	}}
	claims := links.Claims(e)
	if len(claims) != 1 {
		return c, fmt.Errorf("%q is %d claims, want 1", line, len(claims))
	}
	claims[0].Matter = oneMatter
	return claims[0], nil
}
