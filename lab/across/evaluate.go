package across

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"onrecord"
	"onrecord/across"
	"onrecord/lab"
)

// StoryFolder holds the stories, seen from the module root.
const StoryFolder = "testdata/story"

// Uses of a story.
const (
	forRules     = "rules"
	forMeasuring = "measure"
)

// loadStories reads the stories that are for a use, in the order of their names.
func loadStories(ctx context.Context, r Reader, use string) (all []*Story, err error) {
	files, err := filepath.Glob(filepath.Join(StoryFolder, "*.toml"))
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		s, err := LoadStory(ctx, r, StoryFolder, strings.TrimSuffix(filepath.Base(file), ".toml"))
		if err != nil {
			return nil, err
		}
		if s.Gold.Use == use {
			all = append(all, s)
		}
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("no story with use = %q in %s", use, StoryFolder)
	}
	return all, nil
}

// Evaluate scores the stories and the seeds.
func Evaluate(ctx context.Context, c lab.Corpora, r Reader) (figures []lab.Figure, err error) {
	for _, use := range [...]string{forRules, forMeasuring} {
		stories, err := loadStories(ctx, r, use)
		if err != nil {
			return nil, err
		}
		some, err := scoreStories(ctx, stories, use)
		if err != nil {
			return nil, err
		}
		figures = append(figures, some...)
	}
	seeds, err := measureSeeds(ctx, c, r)
	return append(figures, seeds...), err
}

// scoreStories scores stories with whole gold one by one, and those of links alone together.
func scoreStories(ctx context.Context, stories []*Story, use string) (figures []lab.Figure, err error) {
	var together Scores
	n := 0
	for _, s := range stories {
		scores, err := s.Measure(ctx)
		switch {
		case err != nil:
			return nil, fmt.Errorf("measure story %s: %w", s.Name, err)
		case s.isOfLinks():
			together.add(&scores)
			n++
		default:
			figures = append(figures, scores.figures(fmt.Sprintf("story %s (%s)", s.Name, use))...)
		}
	}
	if n == 0 {
		return figures, nil
	}
	return append(figures, together.figures(fmt.Sprintf("%d stories of links (%s)", n, use))...), nil
}

// isOfLinks reports whether a story has gold of origins, claims and links alone.
func (s *Story) isOfLinks() bool { return len(s.Gold.Positions) == 0 }

// add adds the origins and links of a story.
func (s *Scores) add(o *Scores) {
	s.Origins.Add(o.Origins)
	s.Links.Denies.Add(o.Links.Denies)
	s.Links.Repeats.Add(o.Links.Repeats)
	s.Links.Confirms.Add(o.Links.Confirms)
	s.Links.Changes.Add(o.Links.Changes)
}

func (s *Scores) figures(set string) []lab.Figure {
	figure := func(measure string, value float64) lab.Figure {
		return lab.Figure{Task: "across", Set: set, Measure: measure, Value: value}
	}
	figures := []lab.Figure{
		figure("origins, pairwise F1", s.Origins.F1()),
		figure("denies F1", s.Links.Denies.F1()),
		figure("repeats F1", s.Links.Repeats.F1()),
		figure("contradicts or revises F1", s.Links.Changes.F1()),
		figure("confirms F1", s.Links.Confirms.F1()),
	}
	if s.Positions.Gold == 0 { // a story of links alone
		return figures
	}
	return append(figures,
		figure("happenings B3 F1", s.HappeningsF1()),
		figure("positions F1", s.Positions.F1()),
		figure("alignments found", 100*float64(s.Alignments.Found)/max(1, float64(s.Alignments.Gold))),
	)
}

// measureSeeds looks for the three things that the seeds must show, each with the right words.
func measureSeeds(ctx context.Context, c lab.Corpora, r Reader) ([]lab.Figure, error) {
	entries, err := readSeeds(ctx, c, r)
	if err != nil {
		return nil, err
	}
	k, err := keep(ctx, entries)
	if err != nil {
		return nil, err
	}
	defer k.remove()
	record := across.NewRecord(k, across.Issues{})
	denial, err := seedDenial(ctx, record)
	if err != nil {
		return nil, err
	}
	all, err := record.Compare(ctx, "RUS", "taliban", "")
	if err != nil {
		return nil, err
	}
	figure := func(measure string, is bool) lab.Figure {
		value := 0.0
		if is {
			value = 100
		}
		return lab.Figure{Task: "across", Set: "seeds", Measure: measure, Value: value}
	}
	return []lab.Figure{
		figure("the Taliban deny what Russia said", denial),
		figure("Russia and the Taliban aligned on fighting IS", shows(all, across.Aligned, "fight against the Islamic State", "shared interest with the Taliban", "coincide only when it comes to the fight")),
		figure("opposed on power in Afghanistan", shows(all, across.Opposed, "power in Afghanistan", "did not want the Taliban to seize power")),
	}, nil
}

func readSeeds(ctx context.Context, c lab.Corpora, r Reader) (entries []*onrecord.Entry, err error) {
	files, err := filepath.Glob(c.Path("seeds", "*.txt"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no seeds in %s", c.Path("seeds"))
	}
	for _, file := range files {
		e, err := readFile(ctx, r, file)
		if err != nil {
			return nil, err
		}
		entries = append(entries, e)
	}
	return entries, nil
}

func seedDenial(ctx context.Context, r *across.Record) (bool, error) {
	denials, err := r.Denials(ctx, "taliban", across.ListedDenials, 0)
	if err != nil {
		return false, err
	}
	for _, d := range denials {
		for _, l := range d.Denied {
			if strings.Contains(wordsOf(d.Denial), "any cooperation with Russia") && strings.Contains(wordsOf(l.To), "Russia was cooperating with those Taliban groups") {
				return true, nil
			}
		}
	}
	return false, nil
}

func wordsOf(e across.Evidence) string {
	var all []string
	for _, q := range e.Words {
		all = append(all, q.Text)
	}
	return strings.Join(all, " ")
}

// shows reports whether an alignment on an issue has a relation with all of the words as evidence.
func shows(all []across.Alignment, is across.Relation, issue string, words ...string) bool {
	for _, al := range all {
		if al.Topic.Name != issue {
			continue
		}
		for _, spell := range al.Spells {
			evidence := ""
			for _, e := range append(spell.OfA, spell.OfB...) {
				evidence += wordsOf(e) + "\n"
			}
			found := 0
			for _, w := range words {
				if strings.Contains(evidence, w) {
					found++
				}
			}
			if spell.Is == is && found == len(words) {
				return true
			}
		}
	}
	return false
}
