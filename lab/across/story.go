package across

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/BurntSushi/toml"

	"onrecord"
)

// Story is a folder of own reports and what should be derived from them.
type Story struct {
	Name    string
	Entries []*onrecord.Entry            // in the order of the reports' numbers
	number  map[onrecord.ReportID]string // "01"
	byNo    map[string]*onrecord.Entry
	Gold    Gold
}

// Gold is what should be derived, in the form of testdata/story/dam.toml. Reports go by
// their numbers, statements and events by "number: words".
type Gold struct {
	Use     string
	Origins []struct {
		Reports          []string
		Copies, Versions [][2]string // who has it from whom
	}
	Claims []struct {
		ID   string
		Said []string
	}
	Links      map[string][][2]string // kind or "may" -> answering claim, answered claim
	Happenings []struct{ Told []string }
	Figures    []struct {
		Of, What string
		By       [][]any
	}
	Positions []GoldPosition
	May       []struct {
		Holder string
		Issue  []string
	}
	Alignments []struct {
		Of    [2]string
		Issue []string
		Is    [][2]string // aligned or opposed, day
	}
}

// GoldPosition is where a holder stands, and how that changed.
type GoldPosition struct {
	Holder        string
	Toward, Issue []string
	Stances       [][3]string // stance, first day, last day
}

// Reader makes entries; the pipeline is one.
type Reader interface {
	Read(context.Context, *onrecord.Report) (*onrecord.Entry, error)
}

// LoadStory reads the reports of folder/name and its gold, folder/name.toml.
func LoadStory(ctx context.Context, r Reader, folder, name string) (*Story, error) {
	s := &Story{Name: name, number: map[onrecord.ReportID]string{}, byNo: map[string]*onrecord.Entry{}}
	if _, err := toml.DecodeFile(filepath.Join(folder, name+".toml"), &s.Gold); err != nil {
		return nil, fmt.Errorf("read gold of story %s: %w", name, err)
	}
	files, err := filepath.Glob(filepath.Join(folder, name, "*.txt"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no report of story %s in %s", name, folder)
	}
	sort.Strings(files)
	for _, file := range files {
		e, err := readFile(ctx, r, file)
		if err != nil {
			return nil, err
		}
		no, _, _ := strings.Cut(filepath.Base(file), "-")
		s.Entries, s.number[e.Report.ID], s.byNo[no] = append(s.Entries, e), no, e
	}
	return s, nil
}

// readFile reads a report from a file; its id does not depend on where the folder lies.
func readFile(ctx context.Context, r Reader, file string) (*onrecord.Entry, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	source := filepath.Base(filepath.Dir(file)) + "/" + filepath.Base(file)
	e, err := r.Read(ctx, &onrecord.Report{ID: onrecord.NewReportID(source, raw), Source: source, MediaType: onrecord.PlainText, Raw: raw})
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	return e, nil
}

// root gives the first report of a report's origin by the gold.
func (s *Story) root(no string) string {
	for _, o := range s.Gold.Origins {
		for _, r := range o.Reports {
			if r == no {
				return o.Reports[0]
			}
		}
	}
	return no
}

// ref is a place in a report: "02: had trained 300 rebels".
func cutRef(ref string) (no, words string) {
	no, words, _ = strings.Cut(ref, ": ")
	return no, words
}
