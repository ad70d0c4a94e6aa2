package main

import (
	"bytes"
	"context"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"testing"

	"onrecord"
	"onrecord/export"
)

// conlluOfSample is the sample record as CoNLL-U.
var conlluOfSample = sync.OnceValues(func() (string, error) {
	record, err := sampleOnceForTests()
	if err != nil {
		return "", err
	}
	stations, err := standardOnce()
	if err != nil {
		return "", err
	}
	var out bytes.Buffer
	err = export.CoNLLU(context.Background(), &out, record, stations.Analyze)
	return out.String(), err
})

// TestTreesAreWhole holds the CoNLL-U of the sample record against the rules of the format: ten columns,
// ids that count up, one root, heads that lead to it, and words that make up the text.
func TestTreesAreWhole(t *testing.T) {
	trees, err := conlluOfSample()
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(strings.TrimSuffix(trees, "\n\n"), "\n\n")
	if len(blocks) < 300 {
		t.Fatalf("only %d sentences", len(blocks))
	}
	ids := map[string]bool{}
	for _, block := range blocks {
		if err := checkTree(block, ids); err != nil {
			t.Errorf("%v in\n%s", err, block)
		}
	}
}

func checkTree(block string, ids map[string]bool) error {
	var text, id string
	var words strings.Builder
	heads, last := []int{}, 0
	for line := range strings.SplitSeq(block, "\n") {
		if value, ok := strings.CutPrefix(line, "# text = "); ok {
			text = value
		}
		if value, ok := strings.CutPrefix(line, "# sent_id = "); ok {
			id = value
		}
		if strings.HasPrefix(line, "#") {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != 10 {
			return fmt.Errorf("%d columns: %s", len(c), line)
		}
		for _, cell := range c {
			if cell == "" || strings.TrimSpace(cell) != cell {
				return fmt.Errorf("an empty cell: %q", line)
			}
		}
		first, end, isRange := strings.Cut(c[0], "-")
		if n, err := strconv.Atoi(first); err != nil || n != len(heads)+1 {
			return fmt.Errorf("id %s behind %d words", c[0], len(heads))
		}
		if isRange {
			last, _ = strconv.Atoi(end)
		}
		if isRange || len(heads) >= last {
			words.WriteString(c[1])
			if !strings.Contains(c[9], "SpaceAfter=No") {
				words.WriteByte(' ')
			}
		}
		if isRange {
			continue
		}
		head, err := strconv.Atoi(c[6])
		if err != nil || (head == 0) != (c[7] == "root") {
			return fmt.Errorf("head %s as %s", c[6], c[7])
		}
		heads = append(heads, head)
	}
	if id == "" || ids[id] || strings.TrimSpace(words.String()) != text {
		return fmt.Errorf("sentence %q has the text %q and the words %q", id, text, words.String())
	}
	ids[id] = true
	return checkHeads(heads)
}

// checkHeads goes from every word to the one root.
func checkHeads(heads []int) error {
	roots := 0
	for i := range heads {
		at, steps := i+1, 0
		for ; at != 0; steps++ {
			if at > len(heads) || steps > len(heads) {
				return fmt.Errorf("word %d leads nowhere", i+1)
			}
			at = heads[at-1]
		}
		if steps == 1 {
			roots++
		}
	}
	if roots != 1 {
		return fmt.Errorf("%d roots", roots)
	}
	return nil
}

// TestRolesCutTheText joins the words of each part of a statement or an event by their places: they are
// the words of the record.
func TestRolesCutTheText(t *testing.T) {
	trees, err := conlluOfSample()
	if err != nil {
		t.Fatal(err)
	}
	covered := map[string]map[string][]bool{} // report, role: which bytes have it
	report := ""
	for line := range strings.Lines(trees) {
		if id, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
			report = strings.TrimSpace(id)
			covered[report] = map[string][]bool{}
		}
		if c := strings.Split(strings.TrimSpace(line), "\t"); len(c) == 10 && !strings.Contains(c[0], "-") {
			markRoles(t, covered[report], c[9])
		}
	}
	record, err := sampleOnceForTests()
	if err != nil {
		t.Fatal(err)
	}
	exact, all := 0, 0
	for e, err := range record.Entries(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		check := func(name string, q onrecord.Quote) {
			has := covered[string(e.Report.ID)][name]
			if lacks := lacking(e.Text, q.Span, has); lacks != "" {
				t.Errorf("%s %s: %q lacks %q", e.Report.ID, name, q.Text, lacks)
			}
			all++
			if (q.Start == 0 || !has[q.Start-1]) && (q.End == len(has) || !has[q.End]) {
				exact++
			}
		}
		for _, s := range e.Statements {
			for _, q := range s.Content {
				check(string(s.ID)+":content", q)
			}
			if s.Speaker.Mention != nil {
				check(string(s.ID)+":speaker", *s.Speaker.Mention)
			}
		}
		for _, v := range e.Events {
			check(string(v.ID)+":evidence", v.Evidence)
		}
	}
	if all < 500 || exact < all*98/100 { // a few begin or end inside a word: "Russian-made"
		t.Errorf("%d of %d parts end where words end", exact, all)
	}
}

func markRoles(t *testing.T, covered map[string][]bool, misc string) {
	t.Helper()
	var start, end int
	var roles string
	for value := range strings.SplitSeq(misc, "|") {
		if span, ok := strings.CutPrefix(value, "Span="); ok {
			if _, err := fmt.Sscanf(span, "%d:%d", &start, &end); err != nil {
				t.Fatal(err)
			}
		}
		roles += strings.TrimPrefix(value, "Roles=") + ","
	}
	for role := range strings.SplitSeq(roles, ",") {
		for len(covered[role]) < end {
			covered[role] = append(covered[role], false)
		}
		for at := start; at < end; at++ {
			covered[role][at] = true
		}
	}
}

// lacking gives the words of a span that no word of the role covers.
func lacking(text string, s onrecord.Span, has []bool) string {
	var b strings.Builder
	for at := s.Start; at < s.End; at++ {
		if at >= len(has) || !has[at] {
			b.WriteByte(text[at])
		}
	}
	return strings.TrimSpace(b.String())
}
