package actors_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"onrecord"
	"onrecord/actors"
	"onrecord/clean"
	"onrecord/language"
)

// goldReport is the part of a gold file that actors are measured on.
type goldReport struct {
	ID, Outlet, Text string
	Published        onrecord.Date
	Aliases          [][]string
	Statements       []struct {
		Speaker  string
		Mention  *string `json:"speaker_mention"`
		Role     *string `json:"speaker_role"`
		For      *string `json:"speaker_for"`
		Cue      *string
		Named    bool
		Contents []string `json:"content"`
	}
}

// reader holds what a report passes before it is resolved.
type reader struct {
	cleaner  *clean.Cleaner
	language *language.Reader
	actors   *actors.Resolver
}

func newReader(t testing.TB) *reader {
	t.Helper()
	l, err := language.Load()
	if err != nil {
		t.Fatal(err)
	}
	a, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	return &reader{clean.New(), l, a}
}

func (r *reader) read(t testing.TB, report *onrecord.Report) (*onrecord.Analysis, *onrecord.Resolutions) {
	t.Helper()
	text, _, err := r.cleaner.Clean(report)
	if err != nil {
		t.Fatal(err)
	}
	a, _, err := r.language.Analyze(context.Background(), text)
	if err != nil {
		t.Fatal(err)
	}
	return a, r.actors.Resolve(a)
}

// readGold reads the gold reports; it skips the test if they are not there.
func readGold(t testing.TB) []goldReport {
	t.Helper()
	var files []string
	for _, pattern := range []string{"../../shared/gold/*.json", "../../shared/seeds/*.gold.json"} {
		found, _ := filepath.Glob(pattern)
		files = append(files, found...)
	}
	if len(files) == 0 {
		if os.Getenv("CI") != "" {
			t.Fatal("no gold reports in ../shared")
		}
		t.Skip("no gold reports in ../shared")
	}
	var all []goldReport
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var g goldReport
		if err := json.Unmarshal(data, &g); err != nil {
			t.Fatal(err)
		}
		g.ID = filepath.Base(file)
		if g.Text == "" {
			text, err := os.ReadFile(strings.TrimSuffix(file, ".gold.json") + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			g.Text = string(text)
		}
		all = append(all, g)
	}
	return all
}

func (g *goldReport) report() *onrecord.Report {
	return &onrecord.Report{ID: onrecord.ReportID(g.ID), Source: g.ID, MediaType: onrecord.PlainText, Raw: []byte(g.Text)}
}

// The floors of what is measured on the gold reports, in per cent.
const (
	floorAliases = 88
	floorFor     = 88
)

// TestGoldActors measures two things. Aliases: of all pairs of names that the gold
// joins, the share that is resolved to one actor. Speaker for: of all statements
// with words for the speaker, the share where those words are resolved to
// one who speaks for the gold's.
func TestGoldActors(t *testing.T) {
	r := newReader(t)
	var pairs, joined, spoken, right int
	for _, g := range readGold(t) {
		a, res := r.read(t, g.report())
		for _, group := range g.Aliases {
			p, j := joinedPairs(a, res, group)
			pairs, joined = pairs+p, joined+j
			if p != j {
				t.Logf("%s: not joined: %q %v", g.ID, group, idsOf(a, res, group))
			}
		}
		for _, s := range g.Statements {
			if s.Mention == nil {
				continue
			}
			spoken++
			got, want := spokenFor(a, res, *s.Mention, s.Cue), ""
			if s.For != nil {
				want = *s.For
			}
			if sameActor(res, got, want) {
				right++
			} else {
				t.Logf("%s: %q speaks for %q, want %q", g.ID, *s.Mention, got, want)
			}
		}
	}
	aliases, speaks := percent(joined, pairs), percent(right, spoken)
	t.Logf("aliases joined %.1f (%d of %d pairs), speaker_for %.1f (%d of %d)", aliases, joined, pairs, speaks, right, spoken)
	if aliases < floorAliases || speaks < floorFor {
		t.Errorf("below the floors %d, %d", floorAliases, floorFor)
	}
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

func joinedPairs(a *onrecord.Analysis, res *onrecord.Resolutions, group []string) (pairs, joined int) {
	var told []string
	for _, name := range group {
		if len(placesOf(a.Text.Words, name)) > 0 {
			told = append(told, name)
		}
	}
	ids := idsOf(a, res, told)
	for i := range ids {
		for k := i + 1; k < len(ids); k++ {
			pairs++
			if ids[i] != "" && ids[i] == ids[k] {
				joined++
			}
		}
	}
	return pairs, joined
}

// idsOf gives for each name the actor it most often means in the report.
func idsOf(a *onrecord.Analysis, res *onrecord.Resolutions, names []string) []onrecord.ActorID {
	ids := make([]onrecord.ActorID, len(names))
	for i, name := range names {
		count := map[onrecord.ActorID]int{}
		for _, at := range placesOf(a.Text.Words, strings.TrimPrefix(name, "the ")) {
			if id := meant(a, res, at); id != "" {
				if x := res.Actor(id); x != nil && x.Kind != onrecord.PlaceActor {
					count[id] += 100 // "in Moscow" says nothing of what "Moscow said" means
				}
				count[id]++
				if ids[i] == "" || count[id] > count[ids[i]] {
					ids[i] = id
				}
			}
		}
	}
	return ids
}

func placesOf(text, name string) []onrecord.Span {
	var all []onrecord.Span
	for from := 0; ; {
		i := strings.Index(text[from:], name)
		if i < 0 {
			return all
		}
		s := onrecord.Span{Start: from + i, End: from + i + len(name)}
		from = s.End
		if !isLetter(text, s.Start-1) && !isLetter(text, s.End) {
			all = append(all, s)
		}
	}
}

func isLetter(s string, i int) bool {
	return i >= 0 && i < len(s) && (s[i]|32 >= 'a' && s[i]|32 <= 'z' || s[i] == '-')
}

// meant gives the actor of the words at s: by a name there, else by a mention.
func meant(a *onrecord.Analysis, res *onrecord.Resolutions, s onrecord.Span) onrecord.ActorID {
	bare := trimArticle(a.Text, s)
	for i := range a.Mentions {
		if m := a.Mentions[i].Core; trimArticle(a.Text, m) == bare && res.Mentions[i].Actor != "" {
			return res.Mentions[i].Actor
		}
	}
	for _, n := range res.Names {
		if n.Span == bare {
			return n.Actor
		}
	}
	return ""
}

func trimArticle(t *onrecord.Text, s onrecord.Span) onrecord.Span {
	words := t.Cut(s)
	for _, article := range []string{"the ", "The ", "a ", "an "} {
		if strings.HasPrefix(words, article) {
			s.Start += len(article)
		}
	}
	return s
}

// spokenFor resolves the words of a speaker nearest to their cue.
func spokenFor(a *onrecord.Analysis, res *onrecord.Resolutions, mention string, cue *string) onrecord.ActorID {
	at := nearestTo(a, strings.TrimSuffix(mention, ","), cue)
	at = trimArticle(a.Text, at)
	best, bestLen := -1, 0
	for i := range a.Mentions {
		m := trimArticle(a.Text, a.Mentions[i].Span)
		overlap := min(m.End, at.End) - max(m.Start, at.Start)
		if overlap <= 0 {
			continue
		}
		fit := 2*overlap - m.Len()
		if m.Start == at.Start {
			fit += 1000
		}
		if best < 0 || fit > bestLen {
			best, bestLen = i, fit
		}
	}
	if best < 0 {
		return ""
	}
	return res.Mentions[best].For
}

func nearestTo(a *onrecord.Analysis, mention string, cue *string) onrecord.Span {
	text := a.Text.Words
	places := placesOf(text, mention)
	places = slices.DeleteFunc(places, func(s onrecord.Span) bool {
		return !slices.ContainsFunc(a.Mentions, func(m onrecord.Mention) bool { return m.Overlaps(s) })
	})
	if len(places) == 0 {
		return onrecord.Span{}
	}
	if cue == nil {
		return places[0]
	}
	best, gap := places[0], len(text)
	for _, p := range places {
		for _, c := range placesOf(text, *cue) {
			if d := max(c.Start-p.End, p.Start-c.End, 0); d < gap {
				best, gap = p, d
			}
		}
	}
	return best
}

func sameActor(res *onrecord.Resolutions, id onrecord.ActorID, name string) bool {
	if id == "" || name == "" {
		return string(id) == name
	}
	a := res.Actor(id)
	if a == nil {
		return false
	}
	same := func(s string) bool { return strings.EqualFold(strings.TrimPrefix(s, "the "), name) }
	return same(a.Name) || slices.ContainsFunc(a.Aliases, same)
}

// Whatever a resolution points at is there, and two runs agree.
func TestGoldIsSound(t *testing.T) {
	r := newReader(t)
	for _, g := range readGold(t) {
		a, res := r.read(t, g.report())
		for i, x := range res.Mentions {
			if x.Actor != "" && res.Actor(x.Actor) == nil || x.For != "" && res.Actor(x.For) == nil {
				t.Errorf("%s: mention %q points at no actor: %+v", g.ID, a.Text.Cut(a.Mentions[i].Span), x)
			}
			if x.Role.Start < 0 || x.Role.End > len(a.Text.Words) || !utf8.ValidString(a.Text.Cut(x.Role)) {
				t.Errorf("%s: role %v cuts no words", g.ID, x.Role)
			}
		}
		for _, n := range res.Names {
			if res.Actor(n.Actor) == nil {
				t.Errorf("%s: name %q points at no actor", g.ID, a.Text.Cut(n.Span))
			}
		}
		if diff := cmp.Diff(res, r.actors.Resolve(a)); diff != "" {
			t.Errorf("%s: two runs differ: %s", g.ID, diff)
		}
	}
}

// TestPrintGold prints the actors of the gold reports, for a look: go test -run
// TestPrintGold -v with PRINT=part of a name.
func TestPrintGold(t *testing.T) {
	want := os.Getenv("PRINT")
	if want == "" {
		t.Skip("set PRINT to part of a gold report's name")
	}
	r := newReader(t)
	for _, g := range readGold(t) {
		if !strings.Contains(g.ID, want) {
			continue
		}
		a, res := r.read(t, g.report())
		for i, m := range a.Mentions {
			x := res.Mentions[i]
			fmt.Printf("%-8s %-4s %q -> %s for %s role %q (%s %.2f) named %v\n", m.Form, m.Type, a.Text.Cut(m.Core), x.Actor, x.For, a.Text.Cut(x.Role), x.Why, x.Certainty, x.Named)
		}
		for _, n := range res.Names {
			fmt.Printf("NAME %q %s %v\n", a.Text.Cut(n.Span), n.Actor, n.Adjective)
		}
		for _, x := range res.Actors {
			fmt.Printf("ACTOR %+v\n", x)
		}
	}
}
